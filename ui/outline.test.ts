// The outline: read by headings and lists, walked and written by keys and by mouse, live both ways, quick on large maps.
import { afterEach, expect, test } from 'vitest';
import { menuHands } from './menu-hands';
import { mounted, type Mounted } from './mounted';
import { fakeMap } from './shell/fake_home';
import type { FakeMap } from './shell/fake_model';
import type { FakeStart } from './shell/fake';
import { locale } from './words';

let page: Mounted;
afterEach(async () => {
  await page.close();
  locale.follow('en', '');
});

/** Two stages with cards, a third without; a feeling, a gap and a path. */
function journey(): FakeMap {
  const map = fakeMap('Buying', ['Sees', 'Weighs', 'Buys'], {
    actions: ['Looks around', 'Compares'],
    pain_points: ['', 'Prices are unclear'],
  });
  const [sees, weighs] = map.stages;
  const lane = map.lanes.find(({ kind }) => kind === 'emotions')!.id;
  map.cards.find(({ text }) => text.startsWith('Prices'))!.fields = { severity: 4 };
  map.more = {
    feeling: [{ id: 'f1', lane, stage: weighs!.id, position: 0.5, value: -1.5, label: 'Lost' }],
    gap: [{ id: 'g1', stage: sees!.id, title: 'Form to phone', detail: 'asked again', votes: 3 }],
    path: [
      {
        id: 'p1',
        kind: 'revisit',
        label: 'New boss',
        from: { table: 'stage', id: weighs!.id },
        to: { table: 'stage', id: sees!.id },
      },
    ],
  };
  return map;
}

async function open(start: FakeStart = {}, view: 'outline' | 'canvas' = 'outline') {
  page = await mounted({ open: journey(), ...start });
  if (view === 'outline') await page.press('2', document.body, { ctrlKey: true });
}

const text = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const texts = (selector: string) => page.all(`.outline ${selector}`).map(text);
const lane = (kind: string) => page.shell.map().lanes.find((one) => one.kind === kind)!.id;
const stage = (at: number) => page.shell.map().stages[at]!;
const card = (words: string) => page.shell.map().cards.find((one) => one.text === words)!;
const keyOf = (words: string) => `card/${card(words).id}`;
const element = (key: string) => page.find(`.outline [data-key="${key}"]`);
const box = () => page.find('.outline textarea') as HTMLTextAreaElement;
const focus = () => (document.activeElement as HTMLElement).dataset.key;
const said = () => text(page.find('[role=status]'));
const cardsIn = (kind: string, at: number) =>
  page.shell
    .map()
    .cards.filter((one) => one.lane === lane(kind) && one.stage === stage(at).id)
    .map((one) => one.text);
const selection = () => page.app.editor!.selection.keys;

async function goTo(key: string) {
  element(key).focus();
  await page.settle();
}

async function type(words: string) {
  const area = box();
  area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
  await page.settle();
}

async function edit(words: string) {
  await goTo(keyOf(words));
  await page.press('Enter');
}

test('it reads as a text: one title, stages as headings, lanes below them, cards as lists', async () => {
  await open();
  expect(texts('h1')).toEqual(['Buying']);
  expect(texts('h2')).toEqual(['Sees', 'Weighs', 'Buys']);
  expect(texts('h3')).toEqual(['Actions', 'Actions', 'Emotions', 'Pain points']);
  const lists = page
    .all('.outline section ul')
    .map((list) => [
      text(document.getElementById(list.getAttribute('aria-labelledby') ?? '')) ||
        list.getAttribute('aria-label'),
      [...list.children].map(text),
    ]);
  expect(lists).toEqual([
    ['Actions', ['Looks around']],
    ['Other ways', ['New boss revisit from Weighs to Sees']],
    ['Actions', ['Compares']],
    ['Emotions', ['Marie at 0.5 −1.5 Lost Lowest point']],
    ['Pain points', ['Prices are unclear']],
  ]);
  expect(page.find('.outline [role=img]', 'Severity 4')).toBeTruthy();
  expect(texts('.gap')).toEqual(['Form to phone asked again 3 votes']);
  expect(texts('nav button')).toEqual(['Sees 1 1 card', 'Weighs 2 2 cards', 'Buys 0 0 cards']);
});

test('Ctrl+1…2: Canvas, Outline, also by the switch, and one goes on where one was', async () => {
  await open({}, 'canvas');
  const pressed = () => page.all('.views [aria-pressed=true]').map(text);
  expect(pressed()).toEqual(['Canvas']);
  page.app.editor!.selection.only(keyOf('Compares'));
  await page.click('.views button', 'Outline');
  expect([pressed(), page.all('.scene-world').length]).toEqual([['Outline'], 0]);
  expect(element(keyOf('Compares')).getAttribute('aria-current')).toBe('true');
  await page.press('1', document.body, { ctrlKey: true });
  expect([pressed(), page.all('.outline').length]).toEqual([['Canvas'], 0]);
  expect(selection()).toEqual([keyOf('Compares')]);
  await page.press('2', document.body, { ctrlKey: true });
  expect(pressed()).toEqual(['Outline']);
});

test('the list of commands shows the other view, and zoom is off where there is none', async () => {
  await open();
  await page.press('k', document.body, { ctrlKey: true });
  const find = page.find('[role=combobox]') as HTMLInputElement;
  const offered = async (sought: string) => {
    find.value = sought;
    find.dispatchEvent(new Event('input', { bubbles: true }));
    await page.settle();
    return page.all('[role=option]').map(text).join();
  };
  expect(await offered('zoom in')).not.toContain('Zoom in');
  expect(await offered('as canvas')).toContain('Show as canvas');
  await page.click('[role=option]', 'Show as canvas');
  expect(page.app.editor!.view).toBe('canvas');
});

test('↑ and ↓ walk from line to line, ← and → to the same lane of the stage beside', async () => {
  await open();
  await goTo(`title/${page.shell.map().id}`);
  const walked = [];
  for (let step = 0; step < 4; step += 1) {
    await page.press('ArrowDown');
    walked.push(focus());
  }
  const actions = lane('actions');
  expect(walked).toEqual([
    `stage/${stage(0).id}`,
    `cell/${actions}/${stage(0).id}`,
    keyOf('Looks around'),
    'gap/g1',
  ]);
  await page.press('ArrowUp');
  await page.press('ArrowRight');
  expect(focus()).toBe(keyOf('Compares'));
  await page.press('ArrowLeft');
  expect(focus()).toBe(keyOf('Looks around'));
  await page.press('Home', undefined, { ctrlKey: true });
  expect(focus()).toBe(`title/${page.shell.map().id}`);
  await page.press('End', undefined, { ctrlKey: true });
  expect(focus()).toBe(`stage/${stage(2).id}`);
  expect(page.all('.outline .text [tabindex="0"]')).toHaveLength(1);
});

test('Enter edits a line in place; Escape keeps the words, and undo takes them back at once', async () => {
  await open();
  await edit('Compares');
  expect([box().value, document.activeElement === box()]).toEqual(['Compares', true]);
  await type(' offers');
  expect(texts('textarea').length).toBe(1);
  await page.press('Escape');
  expect([page.all('.outline textarea').length, focus()]).toEqual([0, keyOf('Compares offers')]);
  expect(text(element(keyOf('Compares offers')))).toBe('Compares offers');
  await page.press('z', undefined, { ctrlKey: true });
  expect(texts('section li')).toContain('Compares');
});

test('Type Enter: the next card, Tab one in the next stage, and empty ones vanish', async () => {
  await open();
  await edit('Looks around');
  await page.press('Enter');
  await type('Asks a friend');
  await page.press('Enter');
  await type('Reads reviews');
  await page.press('Tab');
  await type('Calls');
  await page.press('Tab');
  await page.press('Escape');
  expect(cardsIn('actions', 0)).toEqual(['Looks around', 'Asks a friend', 'Reads reviews']);
  expect([cardsIn('actions', 1), cardsIn('actions', 2)]).toEqual([['Compares', 'Calls'], []]);
  expect(texts('section:first-of-type li')).toEqual(['Looks around', 'Asks a friend', 'Reads reviews']);
  expect(page.asked('amend').length).toBeGreaterThan(2);
});

test('at the last stage Tab stops and says so', async () => {
  await open();
  await goTo(`stage/${stage(2).id}`);
  await page.click('.others button', 'Actions');
  await type('Signs');
  await page.press('Tab');
  expect([cardsIn('actions', 2), said()]).toEqual([['Signs'], 'Last stage']);
});

test('a character on the name of a lane begins a card there', async () => {
  await open();
  await goTo(`cell/${lane('actions')}/${stage(0).id}`);
  await page.press('x');
  expect(document.activeElement).toBe(box());
  await type('x marks');
  await page.press('Escape');
  expect(cardsIn('actions', 0)).toEqual(['Looks around', 'x marks']);
});

test('Backspace in an empty line removes it, and the caret goes to the end of the line above', async () => {
  await open();
  await edit('Looks around');
  await page.press('Enter');
  await type('Oops');
  box().value = '';
  box().dispatchEvent(new Event('input', { bubbles: true }));
  await page.press('Backspace');
  await page.settle();
  expect(cardsIn('actions', 0)).toEqual(['Looks around']);
  expect([box().value, box().selectionStart]).toEqual(['Looks around', 'Looks around'.length]);
});

test('arrows lead out of a line at its ends, and keep the column', async () => {
  await open();
  await edit('Looks around');
  box().setSelectionRange(3, 3);
  await page.press('ArrowUp', box());
  expect([box().value, box().selectionStart]).toEqual(['Sees', 3]);
  await page.press('ArrowDown', box());
  expect([box().value, box().selectionStart]).toEqual(['Looks around', 3]);
  box().setSelectionRange(12, 12);
  await page.press('ArrowRight', box());
  expect([box().value, box().selectionStart]).toEqual(['Form to phone', 0]);
  await page.press('ArrowLeft', box());
  expect([box().value, box().selectionStart]).toEqual(['Looks around', 12]);
});

test('Alt+arrows: move card(s), also while its words are written', async () => {
  await open();
  await edit('Looks around');
  await page.press('Enter');
  await type('Asks');
  box().setSelectionRange(2, 2);
  await page.press('ArrowUp', box(), { altKey: true });
  await page.settle();
  expect(cardsIn('actions', 0)).toEqual(['Asks', 'Looks around']);
  expect([box().value, box().selectionStart]).toEqual(['Asks', 2]);
  await page.press('Escape', box());
  await page.press('ArrowRight', undefined, { altKey: true });
  expect(cardsIn('actions', 1)).toContain('Asks');
  expect(focus()).toBe(keyOf('Asks'));
});

test('1–5: severity, Del: delete, S: new stage after, as on the canvas', async () => {
  await open();
  await goTo(keyOf('Prices are unclear'));
  await page.press('Delete');
  expect(cardsIn('pain_points', 1)).toEqual([]);
  await goTo(`stage/${stage(0).id}`);
  await page.press('s');
  expect(box().value).toBe('New stage');
  box().value = 'Hears of it';
  box().dispatchEvent(new Event('input', { bubbles: true }));
  await page.press('Escape');
  expect(texts('h2')).toEqual(['Sees', 'Hears of it', 'Weighs', 'Buys']);
});

test('several lines that are pasted into an empty line become as many cards', async () => {
  await open();
  await edit('Looks around');
  await page.press('Enter');
  const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(paste, 'clipboardData', {
    value: { getData: (kind: string) => (kind === 'text/plain' ? '- one\n- two' : '') },
  });
  box().dispatchEvent(paste);
  await page.settle();
  expect(paste.defaultPrevented).toBe(true);
  expect(page.asked('paste')).toMatchObject([
    { text: '- one\n- two', at: { at: 'cell', after: card('Looks around').id } },
  ]);
});

test('a click selects, on words it writes; Ctrl adds, Shift extends', async () => {
  await open();
  await page.click(`.outline [data-key="${keyOf('Compares')}"] .bullet`);
  expect([selection(), page.all('textarea').length]).toEqual([[keyOf('Compares')], 0]);
  await page.click(`.outline [data-key="${keyOf('Compares')}"] .words`);
  expect(box().value).toBe('Compares');
  await page.press('Escape', box());
  const click = (words: string, mods: MouseEventInit) =>
    element(keyOf(words)).dispatchEvent(new MouseEvent('click', { bubbles: true, ...mods }));
  click('Prices are unclear', { ctrlKey: true });
  expect(selection()).toEqual([keyOf('Compares'), keyOf('Prices are unclear')]);
  page.app.editor!.selection.only(keyOf('Looks around'));
  click('Prices are unclear', { shiftKey: true });
  expect(selection()).toEqual(['Looks around', 'Compares', 'Prices are unclear'].map(keyOf));
});

test('Right-click, Shift+F10, Menu: the menus of the canvas', async () => {
  await open();
  const hands = menuHands(page);
  await hands.rightClick(keyOf('Prices are unclear'));
  expect(hands.offered()).toContain('severity');
  await page.press('Escape');
  await goTo(`stage/${stage(0).id}`);
  await page.press('F10', undefined, { shiftKey: true });
  expect(hands.offered()).toContain('rename');
  // A text has no columns to be made wider.
  expect(hands.offered()).not.toContain('fit');
});

test('live both ways: what the inspector or an undo changes shows, and the caret stays', async () => {
  await open({ settings: { inspector: true } });
  const { editor } = page.app;
  await edit('Compares');
  box().setSelectionRange(3, 3);
  const other = { table: 'card', id: card('Looks around').id } as const;
  await editor!.apply({ edit: 'set', ...other, field: 'text', value: 'Looks everywhere' });
  await page.settle();
  expect(texts('section li')).toContain('Looks everywhere');
  expect([document.activeElement === box(), box().value, box().selectionStart]).toEqual([
    true,
    'Compares',
    3,
  ]);
  await type('!');
  expect((page.find('.inspector textarea') as HTMLTextAreaElement).value).toBe('Com!pares');
});

test('typing asks only for the stage that it touched', async () => {
  await open();
  await edit('Compares');
  const before = [page.asked('outline').length, page.asked('outlineParts').length];
  await type(' more');
  await page.press('Escape');
  const parts = page.asked('outlineParts').slice(before[1]);
  expect(page.asked('outline')).toHaveLength(before[0]!);
  expect(parts.length).toBeGreaterThan(0);
  for (const asked of parts) expect(asked).toEqual({ stages: [stage(1).id] });
});

test('of a map of 100 stages only the near ones are there, and all headings can be reached', async () => {
  const names = Array.from({ length: 100 }, (_, at) => `Stage ${at + 1}`);
  const map = fakeMap('Long', names, {
    actions: names.map((name) => `Acts in ${name}`),
    touchpoints: names,
    thoughts: names,
    pain_points: names,
    opportunities: names,
  });
  const height = 300;
  const rect = HTMLElement.prototype.getBoundingClientRect;
  HTMLElement.prototype.getBoundingClientRect = function () {
    const at = map.stages.findIndex(({ id }) => id === this.dataset.stage);
    const scrolled = document.querySelector('.outline .text')?.scrollTop ?? 0;
    if (at >= 0) return new DOMRect(0, at * height - scrolled, 800, height);
    return this.matches('.outline .text') ? new DOMRect(0, 0, 800, 900) : rect.call(this);
  };
  try {
    await open({ open: map });
    expect(texts('h2')).toHaveLength(100);
    expect(texts('section li')).toHaveLength(30);
    const view = page.find('.outline .text');
    view.scrollTop = 50 * height;
    view.dispatchEvent(new Event('scroll'));
    await page.settle();
    expect(texts('section li')[0]).toBe('Acts in Stage 48');
    expect(texts('section li').length).toBeLessThan(60);
    // Nothing of a stage that is far away is asked for again.
    const { id } = map.cards[0]!;
    const asked = page.asked('outlineParts').length;
    await page.app.editor!.apply({ edit: 'set', table: 'card', id, field: 'text', value: 'Far' });
    await page.settle();
    expect(page.asked('outlineParts')).toHaveLength(asked);
  } finally {
    HTMLElement.prototype.getBoundingClientRect = rect;
  }
});

test('all lanes show where that is wanted, each with a place to type', async () => {
  await open();
  expect(texts('.others').at(-1)).toContain('Add to ActionsTouchpointsThoughts');
  await page.click('.show input[value=all]');
  expect(texts('section:last-of-type h3')).toEqual([
    'Actions', 'Touchpoints', 'Thoughts', 'Pain points', 'Opportunities',
  ]); // prettier-ignore
  await page.click('section:last-of-type .new', 'Add pain point');
  await type('No invoice');
  await page.press('Escape');
  expect(cardsIn('pain_points', 2)).toEqual(['No invoice']);
});

test('the view and its lanes are kept for the next time', async () => {
  await open();
  await page.click('.show input[value=all]');
  page.shell.tell('closing', null);
  await page.settle();
  expect(page.asked('rested')).toMatchObject([{ place: { view: 'outline', empty_lanes: true } }]);
});

test('a click in the list of stages goes there', async () => {
  await open();
  await page.click('.outline nav button', 'Weighs');
  expect(focus()).toBe(`stage/${stage(1).id}`);
  expect(text(page.find('.outline nav [aria-current]'))).toContain('Weighs');
});

test('the bar says which card it is, and copies the map as a text', async () => {
  await open();
  await page.click(`.outline [data-key="${keyOf('Compares')}"] .bullet`);
  expect(text(page.find('.bottom-bar .counts'))).toBe('Card 2 of 3');
  await page.click('.bottom-bar button', 'Copy as text');
  expect(page.asked('copyOutline')).toHaveLength(1);
});

test('Find and filter: what was not found is dim, or hidden', async () => {
  await open();
  const { finding } = page.app.editor!;
  finding.ask({ ...finding.query, text: 'unclear' });
  await page.settle();
  await page.settle();
  const missed = () => page.all('.outline li.missed').map(text);
  expect(missed()).toContain('Looks around');
  expect(missed().join()).not.toContain('Prices');
  finding.hide = true;
  await page.settle();
  expect(element(keyOf('Looks around')).hidden).toBe(true);
});

test('a map that cannot be changed is read and walked, not written', async () => {
  await open({ readOnly: 'It is open elsewhere.' });
  await goTo(keyOf('Compares'));
  await page.press('Enter');
  await page.click(`.outline [data-key="${keyOf('Compares')}"] .words`);
  expect([page.all('.outline textarea').length, texts('.others').length]).toEqual([0, 0]);
});

test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (theme) => {
  await open({ settings: { theme, inspector: true } });
  expect(await page.wrong()).toEqual([]);
  await edit('Compares');
  expect(await page.wrong()).toEqual([]);
});

test('below 1024 px the outline is offered, once', async () => {
  const { innerWidth } = window;
  window.innerWidth = 1000;
  try {
    await open({}, 'canvas');
    expect(texts('h1')).toEqual([]);
    await page.click('.toast button', 'Show as outline');
    expect([page.app.editor!.view, texts('h1')]).toEqual(['outline', ['Buying']]);
    await page.press('1', document.body, { ctrlKey: true });
    expect(page.all('.toast', 'wide')).toEqual([]);
  } finally {
    window.innerWidth = innerWidth;
  }
});

test('it speaks German', async () => {
  await open({ settings: { language: 'de' } });
  expect(text(page.find('.views [aria-pressed=true]'))).toBe('Gliederung');
  expect(texts('.show p')).toEqual(['Ebenen zeigen']);
});
