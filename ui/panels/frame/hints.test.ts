// The keys that the bottom bar names do what it says, with whatever has the focus.
import { afterEach, expect, test } from 'vitest';
import { mounted, type Mounted } from '../../mounted';
import { fakeSample } from '../../shell/fake_home';
import type { FakeStart } from '../../shell/fake';

let page: Mounted;
afterEach(() => page.close());

const begin = async (settings: FakeStart['settings'] = {}) => {
  page = await mounted({ open: fakeSample(), settings: { hint_uses: 0, ...settings } });
};
const hints = () =>
  page.all('.bottom-bar .right span').map((hint) => hint.textContent?.replace(/\s+/g, ' ').trim());
const focus = async (key: string) => {
  page.app.editor!.hands!.reveal(key);
  await page.settle();
};
const lane = (kind: string) => page.shell.map().lanes.find((one) => one.kind === kind)!.id;
const stage = (at: number) => page.shell.map().stages.at(at)!.id;

test('nothing on the map has the focus: only the list of all keys is near', async () => {
  await begin();
  expect(hints()).toEqual(['F1 all keys']);
  page.app.editor!.selection.only(`card/${page.shell.map().cards[0]!.id}`);
  await page.settle();
  expect(hints()).toEqual(['F1 all keys']);
});

test('a card, an empty cell, a stage and a lane each have their own', async () => {
  await begin();
  await focus(`card/${page.shell.map().cards[0]!.id}`);
  expect(hints()).toEqual(['Enter edit', 'N new card below', 'F1 all keys']);
  await focus(`cell/${lane('pain_points')}/${stage(0)}`);
  expect(hints()).toEqual(['Enter new card', 'F1 all keys']);
  await focus(`stage/${stage(0)}`);
  expect(hints()).toEqual(['Enter rename', 'S stage after', 'F1 all keys']);
  await focus(`label/${lane('pain_points')}`);
  expect(hints()).toEqual(['Enter rename', 'F1 all keys']);
  await focus(`cell/${lane('gaps')}/${stage(0)}`);
  expect(hints()).toEqual(['G new gap', 'F1 all keys']);
  await focus(`cell/${lane('gaps')}/${stage(-1)}`);
  expect(hints()).toEqual(['F1 all keys']);
});

test('a curve: Enter makes the first point of a stage, then leads to it, and there arrows move it', async () => {
  await begin();
  const cell = `cell/${lane('emotions')}/${stage(0)}`;
  await focus(cell);
  expect(hints()).toEqual(['Enter new point', 'F1 all keys']);
  await page.press('Enter');
  const point = document.activeElement?.getAttribute('data-key');
  expect(point).toMatch(/^feeling\//);
  expect(hints()).toEqual(['↑ ↓ higher, lower', '← → earlier, later', 'Enter label', 'F1 all keys']);
  await focus(cell);
  expect(hints()).toEqual(['Enter to its points', 'N new point', 'F1 all keys']);
});

test('while a card is written the keys lead on from it, and afterwards the new card is what they are about', async () => {
  await begin();
  const card = `card/${page.shell.map().cards[0]!.id}`;
  page.app.editor!.selection.only(card);
  await focus(card);
  await page.press('n');
  expect(hints()).toEqual(['Enter new card below', 'Tab next stage', 'Esc done', 'F1 all keys']);
  const box = document.activeElement as HTMLTextAreaElement;
  box.value = 'Another';
  box.dispatchEvent(new Event('input', { bubbles: true }));
  await page.press('Escape');
  const written = document.activeElement?.getAttribute('data-key');
  expect(hints()).toEqual(['Enter edit', 'N new card below', 'F1 all keys']);
  await page.press('Delete');
  expect(page.asked('apply').at(-1)).toMatchObject({
    edit: { edit: 'remove', records: [{ table: 'card', id: written?.slice('card/'.length) }] },
  });
});

test('a name is being written: Enter ends it', async () => {
  await begin();
  await focus(`stage/${stage(0)}`);
  await page.press('Enter');
  expect(hints()).toEqual(['Enter done', 'Tab next stage', 'F1 all keys']);
  await page.press('Enter');
  await focus(`label/${lane('actions')}`);
  await page.press('Enter');
  expect(hints()).toEqual(['Enter done', 'F1 all keys']);
});

test('where single letters are switched off, the keys that do the same are named', async () => {
  await begin({ single_letter_keys: false });
  await focus(`card/${page.shell.map().cards[0]!.id}`);
  expect(hints()).toEqual(['Enter edit', 'Shift Enter new card below', 'F1 all keys']);
  await focus(`stage/${stage(0)}`);
  expect(hints()).toEqual(['Enter rename', 'F1 all keys']);
});
