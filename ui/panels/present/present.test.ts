// Present: the keys of the design, clickers, clicks and fingers; that nothing is changed, and the way back.
import { afterEach, expect, test } from 'vitest';
import { mounted, type Mounted } from '../../mounted';
import { fakeSample } from '../../shell/fake_home';
import type { Wish } from '../../shell/showing';

let page: Mounted;
afterEach(() => page?.close());

const present = () => page.all('.present')[0] ?? null;
const slide = () => page.find('.stage').getAttribute('aria-label');
const now = () => /^Slide (\d+) of 9/.exec(slide() ?? '')?.[1];

/** Begins, and goes on from the cover to the first slide. */
async function begin() {
  page = await mounted({ open: fakeSample() });
  expect((await page.press('F5', document.body)).defaultPrevented).toBe(true);
  await page.press('ArrowRight');
}

test('F5 fills the screen with the cover, which has no number', async () => {
  page = await mounted({ open: fakeSample() });
  await page.press('F5', document.body);
  expect(page.asked('fillScreen')).toEqual([{ on: true }]);
  expect(slide()).toBe('Cover. From first search to advocate');
  expect(page.find('.bar .count').textContent).toBe('Cover');
  expect(page.all('.strip li').length).toBe(9);
  expect(page.all('.strip [aria-current]')).toEqual([]);
  expect(await page.wrong()).toEqual([]);
  await page.press('ArrowLeft');
  expect(slide()).toBe('Cover. From first search to advocate');
  await page.press('5');
  await page.press('Enter');
  expect(slide()).toBe('Slide 5 of 9. Decision');
  await page.press('Home');
  expect(slide()).toBe('Cover. From first search to advocate');
});

test('the first slide follows; it is read aloud, words and all', async () => {
  await begin();
  expect(slide()).toBe('Slide 1 of 9. Buyers stall most at Decision');
  expect(page.find('[role=status].unseen').textContent).toContain(
    'Slide 1 of 9. Buyers stall most at Decision',
  );
  expect(page.find('.stage .unseen').textContent).toContain('Buyers stall most at Decision');
  expect(document.activeElement).toBe(page.find('.stage'));
  expect(await page.wrong()).toEqual([]);
});

test('what was typed a moment ago is on the slides: they are asked for after it was sent', async () => {
  page = await mounted({ open: fakeSample() });
  const editor = page.app.editor!;
  const typing = editor.type();
  typing.must({ edit: 'set', table: 'map', id: editor.open.map, field: 'title', value: 'Ty' });
  typing.newest({ edit: 'set', table: 'map', id: editor.open.map, field: 'title', value: 'Typed' });
  await page.press('F5', document.body);
  const order = page.shell.asked.map(([method]) => method);
  expect(order.filter((method) => method === 'amend')).toHaveLength(2);
  expect(order.lastIndexOf('amend')).toBeLessThan(order.indexOf('preview'));
});

test('Shift+F5 begins with the stage that has the focus, Ctrl+5 with the cover', async () => {
  page = await mounted({ open: fakeSample() });
  const decision = page.shell.map().stages[3]!;
  page.app.editor!.selection.only(`stage/${decision.id}`);
  await page.press('F5', document.body, { shiftKey: true });
  expect(slide()).toBe('Slide 5 of 9. Decision');
  await page.press('Escape');
  await page.press('5', document.body, { ctrlKey: true });
  expect(slide()).toContain('Cover');
});

test.each(['ArrowRight', ' ', 'PageDown', 'Enter', 'ArrowDown'])('"%s" goes on', async (key) => {
  await begin();
  await page.press(key);
  expect(now()).toBe('2');
});

test.each(['ArrowLeft', 'Backspace', 'PageUp', 'ArrowUp'])(
  '"%s" goes back, not beyond the cover',
  async (key) => {
    await begin();
    await page.press('End');
    expect(now()).toBe('9');
    await page.press(key);
    expect(now()).toBe('8');
    await page.press('Home');
    await page.press(key);
    expect(slide()).toContain('Cover');
  },
);

test('a number and Enter go to that slide, the last one where there are fewer', async () => {
  await begin();
  await page.press('7');
  expect(page.find('.typed').textContent).toBe('7');
  await page.press('Enter');
  expect(now()).toBe('7');
  for (const digit of '42') await page.press(digit);
  await page.press('Enter');
  expect(now()).toBe('9');
  await page.press('3');
  await page.press('ArrowLeft');
  await page.press('Enter');
  expect(now()).toBe('9');
});

test('B and the dot of a clicker blank the screen; the next key shows the same slide again', async () => {
  await begin();
  await page.press('b');
  expect(page.all('.blank')).toHaveLength(1);
  await page.press('PageDown');
  expect([page.all('.blank').length, now()]).toEqual([0, '1']);
  await page.press('.');
  expect(page.all('.blank')).toHaveLength(1);
  await page.press('.');
  expect(page.all('.blank')).toHaveLength(0);
});

test('T shows the time, Z enlarges the slide at the pointer; the next slide is whole again', async () => {
  await begin();
  await page.press('t');
  expect(page.find('.timer').textContent).toMatch(/^00:0\d$/);
  await page.press('T', document.activeElement, { shiftKey: true });
  expect(page.all('.timer')).toHaveLength(0);
  await page.press('z');
  expect(page.find('.slide').classList.contains('zoomed')).toBe(true);
  await page.press('ArrowRight');
  expect(page.find('.slide').classList.contains('zoomed')).toBe(false);
});

test('a click goes on, a swipe goes both ways', async () => {
  await begin();
  const stage = page.find('.stage');
  const press = async (pointerType: string, from: number, to: number) => {
    const at = (type: string, clientX: number) =>
      stage.dispatchEvent(
        new PointerEvent(type, { bubbles: true, button: 0, pointerType, clientX, clientY: 300 }),
      );
    at('pointerdown', from);
    at('pointerup', to);
    await page.settle();
  };
  await press('mouse', 400, 400);
  expect(now()).toBe('2');
  await press('touch', 600, 420);
  expect(now()).toBe('3');
  await press('touch', 400, 600);
  expect(now()).toBe('2');
});

test('Room asks for larger words and stronger lines, and stays on the stage', async () => {
  await begin();
  await page.press('4');
  await page.press('Enter');
  await page.click('.bar button', 'Room');
  const asked = page.asked('preview').at(-1) as { wish: Wish; strong: boolean };
  expect([asked.strong, asked.wish.distance, asked.wish.view]).toEqual([true, 'projector', 'slides']);
  expect(slide()).toBe('Slide 4 of 9. Consideration');
});

test('Room stays on the slide of the same part, though others come in before it and the title counts less', async () => {
  await begin();
  await page.press('End');
  expect(slide()).toBe('Slide 9 of 9. What we will do');
  const { preview } = page.shell;
  page.shell.preview = async (of) => {
    const shown = await preview(of);
    const gaps = { ...shown.pages.at(-1)!, part: 'gaps' as const, title: 'Three places' };
    const plan = { ...shown.pages.at(-1)!, title: 'The first four' };
    const rest = { ...plan, title: 'The others' };
    return { ...shown, pages: [...shown.pages.slice(0, -1), gaps, plan, rest] };
  };
  await page.click('.bar button', 'Room');
  expect(slide()).toBe('Slide 10 of 11. The first four');
  await page.press('ArrowLeft');
  page.shell.preview = preview;
  await page.click('.bar button', 'Room');
  expect(slide()).toBe('Slide 9 of 9. What we will do');
});

test('no key changes the map', async () => {
  page = await mounted({ open: fakeSample() });
  const [card] = page.shell.map().cards;
  page.app.editor!.selection.only(`card/${card!.id}`);
  await page.press('F5', document.body);
  const before = page.shell.asked.length;
  for (const [key, mods] of [
    ['Delete', {}],
    ['n', {}],
    ['s', {}],
    ['z', { ctrlKey: true }],
    ['d', { ctrlKey: true }],
    ['x', { ctrlKey: true }],
    ['ArrowRight', { altKey: true }],
    ['Enter', { ctrlKey: true }],
  ] as const)
    expect((await page.press(key, document.activeElement, mods)).defaultPrevented, key).toBe(true);
  expect(page.shell.asked.length).toBe(before);
  expect(present()).not.toBe(null);
});

test('Escape goes back to the same camera, selection and focus; a window that was full stays full', async () => {
  page = await mounted({ open: fakeSample() });
  const editor = page.app.editor!;
  const [card] = page.shell.map().cards;
  editor.selection.only(`card/${card!.id}`);
  const focused = page.find(`[data-key="card/${card!.id}"]`);
  focused.focus();
  editor.camera.zoomTo(1.25);
  const camera = () => [
    editor.camera.zoom,
    editor.camera.scroll,
    editor.camera.layout,
    editor.camera.fitting,
  ];
  const before = camera();
  await page.press('F5', focused);
  expect(page.find('.window').classList.contains('frozen')).toBe(true);
  await page.press('ArrowRight');
  await page.press('Escape');
  await page.settle();
  expect(present()).toBe(null);
  expect(page.asked('fillScreen')).toEqual([{ on: true }, { on: false }]);
  expect(camera()).toEqual(before);
  expect(editor.selection.keys).toEqual([`card/${card!.id}`]);
  expect(document.activeElement).toBe(focused);
  expect(page.find('.window').classList.contains('frozen')).toBe(false);

  page.shell.fillScreen = (of) => {
    page.shell.asked.push(['fillScreen', of]);
    return Promise.resolve(true);
  };
  await page.press('F5', focused);
  await page.press('Escape');
  expect(page.asked('fillScreen').slice(2)).toEqual([{ on: true }]);
});

test('the controls do what the keys do', async () => {
  await begin();
  await page.click('.bar button', 'Next slide');
  await page.click('.bar button', 'Next slide');
  await page.click('.bar button', 'Previous slide');
  expect(now()).toBe('2');
  await page.click('.strip button', 'Slide 6');
  expect(now()).toBe('6');
  // Enter on a control presses it.
  const next = page.find('.bar button', 'Next slide');
  next.focus();
  expect((await page.press('Enter', next)).defaultPrevented).toBe(false);
  await page.click('.bar button', 'End');
  expect(present()).toBe(null);
});

test('slides that cannot be made leave the map as it was, with a sentence', async () => {
  page = await mounted({ open: fakeSample() });
  page.shell.fail('preview', { code: 'layout', sentence: 'The map cannot be drawn.', next_step: '' });
  await page.press('F5', document.body);
  expect(present()).toBe(null);
  expect(page.find('.toast').textContent).toContain('The map cannot be drawn.');
  expect(page.find('.window').classList.contains('frozen')).toBe(false);
});
