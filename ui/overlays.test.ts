// The dialogs over everything: the list of commands, the list of all keys, the settings and what they do.
import { afterEach, expect, test, vi } from 'vitest';
import { mounted, type Mounted } from './mounted';
import { commandEntries, fitting, mapEntries, remember } from './panels/overlays/palette';
import { score } from './panels/overlays/fuzzy';
import { keyColumns, listed } from './panels/overlays/keylist';
import { Acts } from './panels/acts.svelte';
import { fakeSample } from './shell/fake_home';
import { defaultSettings } from './shell/settings';
import { shortcuts } from './shortcuts';

let page: Mounted;
afterEach(() => page?.close());

const dialog = () => page.all('[role=dialog]')[0] ?? null;
const labels = () => page.all('[role=option] .label').map((one) => one.textContent);
async function type(words: string, selector = '[role=combobox]') {
  const field = page.find(selector) as HTMLInputElement;
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await page.settle();
}
async function begin(start: Parameters<typeof mounted>[0] = {}) {
  page = await mounted({ open: fakeSample(), ...start });
}
const waited = () => new Promise((resolve) => setTimeout(resolve, 5)).then(() => page.settle());

test('Ctrl+K opens the list of commands, also while typing; the first one is chosen already', async () => {
  await begin();
  const box = document.createElement('textarea');
  box.setAttribute('aria-label', 'Words');
  document.body.append(box);
  expect((await page.press('k', box, { ctrlKey: true })).defaultPrevented).toBe(true);
  const field = page.find('[role=combobox]');
  expect(document.activeElement).toBe(field);
  const first = page.all('[role=option]')[0]!;
  expect(field.getAttribute('aria-activedescendant')).toBe(first.id);
  expect(first.getAttribute('aria-selected')).toBe('true');
  expect(await page.wrong()).toEqual([]);
  await page.press('Escape', field);
  expect(dialog()).toBe(null);
  await page.press('P', box, { ctrlKey: true, shiftKey: true });
  expect(dialog()).not.toBe(null);
});

test('who types on right after Ctrl+K, F1 or Enter in the list is heard where that leads', async () => {
  await begin();
  // Neither a frame nor a timer comes before the next key.
  const pressed = async (key: string, mods: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...mods });
    document.activeElement!.dispatchEvent(event);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    return event;
  };
  page.find('[data-key^="stage/"]').focus();
  await pressed('k', { ctrlKey: true });
  expect(document.activeElement).toBe(page.find('[role=combobox]'));
  await page.settle();
  await type('add stage');
  const { length } = page.shell.map().stages;
  await pressed('Enter');
  // This letter waits for what the command opens; here it would be a command of its own.
  expect((await pressed('g')).defaultPrevented).toBe(true);
  await page.settle();
  expect((document.activeElement as HTMLTextAreaElement).value).toBe('g');
  await page.press('Escape');
  expect(page.shell.map().stages).toHaveLength(length + 1);

  await pressed('F1');
  expect(document.activeElement).toBe(page.find('[role=dialog] input'));
});

test('Enter right behind the words finds what comes into the list a moment later', async () => {
  await begin();
  const press = (key: string, mods: KeyboardEventInit = {}) =>
    document.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...mods }),
    );
  press('k', { ctrlKey: true });
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  const field = page.find('[role=combobox]') as HTMLInputElement;
  field.value = 'requests a demo';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  press('Enter');
  await new Promise((resolve) => setTimeout(resolve, 60));
  await page.settle();
  expect(dialog()).toBe(null);
  const card = page.shell.map().cards.find((one) => one.text === 'Requests a demo or trial')!;
  expect(page.app.editor?.selection.keys).toEqual([`card/${card.id}`]);
});

test('what is typed finds commands, things on the map and templates; Enter runs the chosen one', async () => {
  await begin();
  await page.press('k', document.body, { ctrlKey: true });
  await type('demo');
  expect(page.all('[role=group] > p').map((one) => one.textContent)).toEqual(['In this map']);
  expect(labels()).toEqual(['Requests a demo or trial']);
  await page.press('Enter', page.find('[role=combobox]'));
  await waited();
  const card = page.shell.map().cards.find((one) => one.text === 'Requests a demo or trial')!;
  expect(page.app.editor?.selection.keys).toEqual([`card/${card.id}`]);
  expect(document.activeElement).toBe(page.find(`[data-key="card/${card.id}"]`));
  await page.press('k', document.body, { ctrlKey: true });
  await type('four acts');
  expect(labels()).toEqual(['New map: Four acts']);
});

test('shortcuts stand at the right, and arrows go round', async () => {
  await begin();
  await page.press('k', document.body, { ctrlKey: true });
  await type('full screen');
  expect(page.find('[role=option] kbd').textContent).toBe('F11');
  await type('zoom');
  const field = page.find('[role=combobox]');
  const chosen = () => page.find('[role=option][aria-selected=true] .label').textContent;
  const all = labels();
  expect(chosen()).toBe(all[0]);
  await page.press('ArrowUp', field);
  expect(chosen()).toBe(all.at(-1));
  await page.press('ArrowDown', field);
  expect(chosen()).toBe(all[0]);
});

test('the last five are remembered and come first', async () => {
  await begin();
  await page.press('k', document.body, { ctrlKey: true });
  await type('fit width');
  await page.press('Enter', page.find('[role=combobox]'));
  await waited();
  expect(page.app.settings.recent_commands).toEqual(['window/fit']);
  await page.press('k', document.body, { ctrlKey: true });
  expect(page.all('[role=group] > p')[0]?.textContent).toBe('Recent');
  expect(labels()[0]).toBe('Fit width');
  const one = (id: string) => ({
    id,
    group: 'commands' as const,
    label: id,
    texts: [id, id] as const,
    run: () => {},
  });
  expect(remember(['a', 'b', 'c', 'd', 'e'], one('c'))).toEqual(['c', 'a', 'b', 'd', 'e']);
  expect(remember(['a', 'b', 'c', 'd', 'e'], one('f'))).toEqual(['f', 'a', 'b', 'c', 'd']);
});

test('what can be done to the focused thing is offered, with what it is about', async () => {
  await begin();
  const [stage] = page.shell.map().stages;
  page.app.editor?.selection.only(`stage/${stage!.id}`);
  await page.press('k', document.body, { ctrlKey: true });
  await type('move right');
  expect(labels()).toEqual(['Move right']);
  expect(page.find('[role=option] .detail').textContent).toBe('Stage: Awareness');
  await page.press('Enter', page.find('[role=combobox]'));
  await waited();
  expect(page.shell.map().stages[1]).toEqual(stage);
});

test('a common pain point becomes a card in the focused stage', async () => {
  await begin();
  const decision = page.shell.map().stages[3]!;
  page.app.editor?.selection.only(`stage/${decision.id}`);
  await page.press('k', document.body, { ctrlKey: true });
  await type('common pain');
  await page.press('Enter', page.find('[role=combobox]'));
  expect(labels()).toEqual(['Cannot find information', 'Complex checkout']);
  await type('check');
  await page.press('Enter', page.find('[role=combobox]'));
  await waited();
  const card = page.shell.map().cards.at(-1)!;
  const lane = page.shell.map().lanes.find((one) => one.kind === 'pain_points');
  expect(card).toMatchObject({ text: 'Complex checkout', stage: decision.id, lane: lane?.id });
  expect(page.app.editor?.selection.keys).toEqual([`card/${card.id}`]);
});

test('words, their beginnings and initials fit, in this order; accents do not matter', () => {
  const order = ['Add gap', 'Show gaps', 'Gather all papers', 'Agape'];
  const fits = (typed: string) =>
    order.map((text) => [score(typed, text.toLowerCase()), text] as const).sort((a, b) => b[0] - a[0]);
  expect(fits('gap').map(([, text]) => text)).toEqual(['Add gap', 'Show gaps', 'Gather all papers', 'Agape']);
  expect(score('zz', 'add gap')).toBe(0);
  expect(score('gap add', 'add gap')).toBeGreaterThan(0);
});

test('thousands of entries are sifted, the best of each group shown', async () => {
  await begin();
  const acts = new Acts(page.app, page.app.editor!);
  const own = [...commandEntries(acts, () => {}), ...mapEntries(acts)];
  const many = Array.from({ length: 2000 }, (_, at) => ({ ...own[at % own.length]!, id: `${at}` }));
  const groups = fitting(many, 're');
  expect(groups.map(({ group }) => group)).toEqual(['commands', 'map']);
  expect(groups.every(({ entries }) => entries.length <= 12)).toBe(true);
});

test('F1 and ? list all keys; each shortcut is in one line', async () => {
  await begin();
  const all = Object.keys(shortcuts).sort();
  expect([...listed()].sort(), 'add it to ui/panels/overlays/keylist.ts').toEqual(all);
  await page.press('F1', document.body);
  expect(dialog()?.textContent).toContain('Move around');
  expect(document.activeElement).toBe(page.find('[role=dialog] input'));
  expect(await page.wrong()).toEqual([]);
  await page.press('Escape');
  await page.press('?', document.body, { shiftKey: true });
  expect(dialog()).not.toBe(null);
});

test('keys are found by what they do and by how they are pressed', () => {
  const found = (sought: string) =>
    keyColumns(sought)
      .flat()
      .flatMap((group) => group.lines.map(({ name }) => name));
  expect(found('f11')).toEqual(['Full screen']);
  expect(found('UNDO')).toEqual(['Undo, redo']);
  expect(found('no such thing')).toEqual([]);
});

test('Ctrl+, opens the settings; each is kept', async () => {
  await begin({ settings: { theme: 'light' } });
  await page.press(',', document.body, { ctrlKey: true });
  expect(await page.wrong()).toEqual([]);
  await page.click('[role=dialog] label', 'Dark');
  expect(document.documentElement.dataset.theme).toBe('dark');
  await page.click('[role=dialog] label', '150%');
  await page.click('[role=switch]', 'Strong contrast');
  await page.click('[role=dialog] label', 'Calm');
  await page.click('[role=dialog] label', '8 lines');
  expect(page.asked('setSettings').at(-1)).toMatchObject({
    settings: { theme: 'dark', ui_scale: 1.5, strong_contrast: true, motion: 'calm', short_cards: true },
  });
  expect(document.documentElement.dataset).toMatchObject({ contrast: 'strong', motion: 'calm' });
  expect(page.asked('scene').at(-1)).toMatchObject({ theme: 'dark', strong: true, lines: 8 });
  await page.click('[role=dialog] button', 'Reset this page');
  expect(page.app.settings).toMatchObject(defaultSettings);
  await page.press('Escape');
  expect(dialog()).toBe(null);
});

test('writing and what the program is have pages of their own', async () => {
  await begin();
  await page.press(',', document.body, { ctrlKey: true });
  await page.click('[role=dialog] nav button', 'Writing');
  await page.click('[role=switch]', 'Spelling');
  await page.click('[role=switch]', 'Hints');
  expect(page.app.settings).toMatchObject({ spelling: false, hint_uses: 20 });
  expect(document.body.spellcheck).toBe(false);
  await page.click('[role=dialog] button', 'Reset this page');
  expect(page.app.settings).toMatchObject(defaultSettings);
  await page.click('[role=dialog] nav button', 'About');
  expect(page.find('[role=dialog] .page').textContent).toContain('Desire Path 1.2.3');
  expect(page.all('[role=dialog] button', 'Reset this page')).toEqual([]);
  await page.click('[role=dialog] .setting:last-of-type button', 'Show');
  expect(page.find('[role=dialog] .page tr').textContent).toBe('svelte5.57.3MIT');
  await page.click('[role=dialog] .page td button', 'MIT');
  expect(page.find('[role=dialog] .page pre').textContent).toBe('Permission is hereby granted');
  await page.click('[role=dialog] button', 'Show log folder');
  expect(page.asked('showLog')).toHaveLength(1);
  expect(await page.wrong()).toEqual([]);
});

test('keys and wheel have a page of their own', async () => {
  await begin();
  await page.press(',', document.body, { ctrlKey: true });
  await page.click('[role=dialog] nav button', 'Keys and wheel');
  await page.click('[role=dialog] label', 'Zoom');
  await page.click('[role=switch]', 'Single letters');
  expect(page.app.settings).toMatchObject({ wheel: 'zoom', single_letter_keys: false });
  expect(await page.wrong()).toEqual([]);
  await page.click('[role=dialog] button', 'Show');
  expect(dialog()?.textContent).toContain('Move around');
});

test('the wheel scrolls, or zooms where a person set that; with Ctrl the other', async () => {
  await begin();
  const { camera } = page.app.editor!;
  const turn = (mods: { ctrlKey?: boolean }) => {
    const event = new Event('wheel', { bubbles: true, cancelable: true });
    const about = {
      deltaX: 0,
      deltaY: 100,
      deltaMode: 0,
      clientX: 0,
      clientY: 0,
      ctrlKey: false,
      metaKey: false,
      shiftKey: false,
      ...mods,
    };
    page.find('.viewport').dispatchEvent(Object.assign(event, about));
  };
  const zoom = camera.zoom;
  turn({});
  expect(camera.zoom).toBe(zoom);
  turn({ ctrlKey: true });
  expect(camera.zoom).toBeLessThan(zoom);
  await page.app.set({ wheel: 'zoom' });
  const before = camera.zoom;
  turn({ ctrlKey: true });
  expect(camera.zoom).toBe(before);
  turn({});
  expect(camera.zoom).toBeLessThan(before);
});

test('single letters do nothing once they are switched off', async () => {
  await begin({ settings: { single_letter_keys: false } });
  const [card] = page.shell.map().cards;
  page.app.editor?.hands?.reveal(`card/${card!.id}`);
  await page.press('f');
  expect(page.app.editor?.focusLane).toBe(null);
});

test('Ctrl+Q ends the program, also from a dialog and while a card is written', async () => {
  await begin();
  const { lanes, stages } = page.shell.map();
  const cell = `cell/${lanes[0]!.id}/${stages[0]!.id}`;
  page.app.editor?.hands?.newCard(cell, null);
  await page.press('q', page.find('textarea'), { ctrlKey: true });
  expect(page.asked('quit')).toHaveLength(1);
  page.app.overlay = 'settings';
  await page.settle();
  await page.press('q', page.find('[role=dialog] button'), { ctrlKey: true });
  expect(page.asked('quit')).toHaveLength(2);
});

test('F11 asks for the whole screen', async () => {
  await begin();
  await page.press('F11', document.body);
  expect(page.asked('fullScreen')).toHaveLength(1);
});

test.each(['light', 'dark'] as const)('axe finds nothing in any of them, %s', async (theme) => {
  await begin({ settings: { theme } });
  for (const overlay of ['palette', 'keys', 'settings'] as const) {
    page.app.overlay = overlay;
    await page.settle();
    expect(await page.wrong(), overlay).toEqual([]);
  }
});

test('a notice stands below a dialog, which leaves it room; to read it away closes nothing else', async () => {
  const height = vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(44);
  await begin();
  await page.press(',', document.body, { ctrlKey: true });
  expect(dialog()!.style.getPropertyValue('--room')).toBe('0px');
  const sentence = 'The settings could not be kept.';
  page.app.notices.tell({ code: 'a', sentence, next_step: '', kind: 'error' });
  await page.settle();
  expect(dialog()!.style.getPropertyValue('--room')).toBe('54px');
  expect(page.find('section:has(.toast)').classList).toContain('low');
  await page.click('.toast button');
  expect(page.all('.toast')).toEqual([]);
  expect(dialog()?.style.getPropertyValue('--room')).toBe('0px');
  await page.press('Escape', dialog());
  page.app.notices.tell({ code: 'b', sentence, next_step: '', kind: 'error' });
  await page.settle();
  expect(page.find('section:has(.toast)').classList).not.toContain('low');
  height.mockRestore();
});
