// The handles on boundaries, and the context bar for every kind of selection.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type MenuHands, menuHands } from '../menu-hands';
import { mounted, type Mounted } from '../mounted';
import { fakeSample } from '../shell/fake_home';
import type { FakeMap } from '../shell/fake_model';
import { newId } from '../shell/ids';

let page: Mounted;
let hands: MenuHands;
const [gap, feeling, path] = [newId(), newId(), newId()];

function map(): FakeMap {
  const sample = fakeSample();
  const [first, second] = sample.stages.map((stage) => stage.id) as [string, string];
  const lane = sample.lanes.find((one) => one.kind === 'emotions')!.id;
  const ends = { from: { table: 'stage', id: second }, to: { table: 'stage', id: first } };
  return {
    ...sample,
    more: {
      gap: [{ id: gap, stage: first, title: 'Wait', causes: ['time'], severity: 3 }],
      feeling: [{ id: feeling, lane, stage: first, value: -1.25, position: 0.5, label: 'Unsure' }],
      path: [{ id: path, kind: 'revisit', ...ends, label: 'Again' }],
    },
  };
}

beforeEach(async () => {
  page = await mounted({ open: map() });
  hands = menuHands(page);
});
afterEach(() => page.close());

const stages = () => page.shell.map().stages;
const handle = (name: string) => page.all('.handles button', name);

/** Nothing is laid out in tests: an element is given its box. */
function place(element: HTMLElement, x: number, y: number, w: number, h: number): void {
  element.getBoundingClientRect = () => new DOMRect(x, y, w, h);
}

async function hover(element: HTMLElement, x: number, y: number) {
  element.dispatchEvent(
    new PointerEvent('pointermove', { bubbles: true, clientX: x, clientY: y, pointerType: 'mouse' }),
  );
  await page.settle();
}

test('Hover on a boundary: a round + adds a stage here, beside it a gap of any cause', async () => {
  const second = hands.element(`stage/${stages()[1]!.id}`);
  place(second, 200, 60, 200, 100);
  await hover(second, 300, 100);
  expect(handle('')).toEqual([]);
  await hover(second, 390, 100);
  expect(await page.wrong()).toEqual([]);
  expect(handle('Add gap after Research')).toHaveLength(1);
  await page.click('.handles button', 'Add stage here');
  expect(stages().map((stage) => stage.name)[2]).toBe('New stage');
  await page.press('Escape', page.find('textarea'));

  place(hands.element(`stage/${stages()[1]!.id}`), 200, 60, 200, 100);
  await hover(hands.element(`stage/${stages()[1]!.id}`), 390, 100);
  await page.press('Enter', handle('Add gap after Research')[0]);
  expect(hands.offered()).toEqual(['time', 'channel', 'device', 'silo', 'person']);
  await hands.choose('device');
  expect(page.shell.map().more?.gap?.[1]).toMatchObject({ stage: stages()[1]!.id, causes: ['device'] });
});

test('a boundary that was scrolled under the labels shows nothing over them', async () => {
  const label = hands.element(`label/${page.shell.map().lanes[0]!.id}`);
  place(label, 0, 300, 150, 80);
  const second = hands.element(`stage/${stages()[1]!.id}`);
  const hovered = async (right: number) => {
    place(second, right - 200, 60, 200, 100);
    await hover(second, right - 5, 100);
    return [handle('Add gap').length, handle('Add stage here').length];
  };
  expect(await hovered(120)).toEqual([0, 0]);
  expect(await hovered(170)).toEqual([0, 1]);
  expect(await hovered(300)).toEqual([1, 1]);
});

test('the boundary before the first stage takes a stage, that after the last no gap', async () => {
  const first = hands.element(`stage/${stages()[0]!.id}`);
  place(first, 200, 60, 200, 100);
  await hover(first, 205, 100);
  expect([handle('Add gap').length, handle('Add stage here').length]).toEqual([0, 1]);
  await page.click('.handles button', 'Add stage here');
  expect(stages()[0]!.name).toBe('New stage');
  await page.press('Escape', page.find('textarea'));
  const last = hands.element(`stage/${stages().at(-1)!.id}`);
  place(last, 1400, 60, 200, 100);
  await hover(last, 1595, 100);
  expect([handle('Add gap').length, handle('Add stage here').length]).toEqual([0, 1]);
});

test('Hover on the edge of a lane: a round + opens the lane picker for below it', async () => {
  const pains = page.shell.map().lanes.find((lane) => lane.kind === 'pain_points')!.id;
  const label = hands.element(`label/${pains}`);
  place(label, 24, 300, 150, 80);
  await hover(label, 90, 340);
  expect(handle('')).toEqual([]);
  // Who aims at the lower part of a label means the label.
  await hover(label, 90, 370);
  expect(handle('')).toEqual([]);
  await hover(label, 90, 375);
  await page.click('.handles button', 'Add lane below Pain points');
  expect(page.find('.find').textContent).toContain('Goes below Pain points');
});

/** What the bar says and offers. */
async function bar(...keys: string[]): Promise<[string | undefined, (string | undefined)[]]> {
  page.app.editor?.selection.all(keys);
  await page.settle();
  const words = (one: HTMLElement) =>
    one.getAttribute('aria-label') ?? one.textContent?.replace(/\s+/g, ' ').trim();
  return [page.all('.context .subject')[0]?.textContent?.trim(), page.all('.context button').map(words)];
}

test('the bar offers what fits each kind of selection, and nothing without one', async () => {
  const card = (text: string) => `card/${page.shell.map().cards.find((one) => one.text === text)!.id}`;
  expect(await bar(card('Waits too long'))).toEqual(['Pain point', ['Severity –', 'Link opportunity L', 'Owner O', 'Move M', 'More']]); // prettier-ignore
  expect(await bar(card('Help first'))).toEqual(['Opportunity', ['Impact –', 'Effort –', 'Owner O', 'Move M', 'More']]); // prettier-ignore
  expect(await bar(card('Narrows options'))).toEqual(['Action', ['Longer Ctrl →', 'Shorter Ctrl ←', 'Owner O', 'Move M', 'More']]); // prettier-ignore
  expect(await bar(card('Narrows options'), card('Help first'))).toEqual(['2 cards', ['Change type T', 'Move M', 'Duplicate Ctrl D', 'Delete Del', 'More']]); // prettier-ignore
  expect(await bar(card('Narrows options'), `gap/${gap}`)).toEqual(['2 things', ['Delete']]);
  expect(await bar(`stage/${stages()[1]!.id}`)).toEqual(['Stage', ['Rename F2', 'Move left Alt ←', 'Move right Alt →', 'Stage after S', 'Gap after G', 'More']]); // prettier-ignore
  const lane = page.shell.map().lanes[1]!.id;
  expect(await bar(`label/${lane}`)).toEqual(['Lane', ['Rename F2', 'Move up Alt ↑', 'Move down Alt ↓', 'Lane below', 'Collapse', 'More']]); // prettier-ignore
  expect(await bar(`gap/${gap}`)).toEqual(['Gap', ['Severity 3', 'Cause', 'Status', 'Move M', 'More']]);
  expect(await bar(`path/${path}`)).toEqual([
    'Path',
    ['Label F2', 'Kind', 'How often', 'Delete Del', 'More'],
  ]);
  expect(await page.wrong()).toEqual([]);
  expect(await bar()).toEqual([undefined, []]);
});

test('an action over two stages says so', async () => {
  const card = page.shell.map().cards.find((one) => one.text === 'Narrows options')!;
  await page.app.editor?.apply({
    edit: 'span_card',
    id: card.id,
    stage: card.stage,
    to_stage: stages()[3]!.id,
  });
  expect((await bar(`card/${card.id}`))[0]).toBe('Action, 2 stages');
  await page.click('.context button', 'Shorter');
  expect((await bar(`card/${card.id}`))[0]).toBe('Action');
});

test('Drag of an emotion point: its click twins are the steppers of the bar', async () => {
  const value = () => page.shell.map().more?.feeling?.[0]?.value;
  expect((await bar(`feeling/${feeling}`))[1].slice(0, 2)).toEqual([
    'Lower by a quarter',
    'Raise by a quarter',
  ]);
  expect(page.find('.context .steps').textContent?.trim()).toBe('−1.25');
  await page.click('.context button', 'Raise by a quarter');
  expect(value()).toBe(-1);
  for (let times = 0; times < 5; times += 1) await page.click('.context button', 'Lower by a quarter');
  expect(value()).toBe(-2);
  expect(page.find('.context button', 'Lower by a quarter').getAttribute('aria-disabled')).toBe('true');
});

test('arrows go through the bar, F6 leads to it', async () => {
  await bar(`gap/${gap}`);
  await page.press('F6', document.body, { shiftKey: true });
  expect(document.activeElement?.closest('.context')).not.toBeNull();
  const first = document.activeElement;
  await page.press('ArrowRight');
  expect(document.activeElement?.textContent).toContain('Cause');
  await page.press('ArrowLeft');
  expect(document.activeElement).toBe(first);
});

test('what finds no room in the bar is in its menu', async () => {
  const width = vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(300);
  const needed = vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockImplementation(function (this: HTMLElement) {
    return this.classList.contains('context') ? 100 * this.querySelectorAll('button').length : 0;
  }); // prettier-ignore
  expect((await bar(`gap/${gap}`))[1]).toEqual(['Severity 3', 'Cause', 'More']);
  await page.press('Enter', page.find('.context button', 'More'));
  expect(hands.offered()).toContain('status');
  width.mockRestore();
  needed.mockRestore();
});

test('Undo beside what was removed stays 8 s, and as long as the pointer is on it', async () => {
  const card = page.shell.map().cards[0]!;
  await bar(`card/${card.id}`);
  vi.useFakeTimers();
  await page.app.editor?.apply({ edit: 'remove', records: [] });
  page.app.notices.offer('page.removed', 'Deleted a card', { name: 'Undo', run: () => {} });
  await vi.advanceTimersByTimeAsync(100);
  const toast = page.find('.toast');
  toast.dispatchEvent(new PointerEvent('pointerenter'));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(page.all('.toast')).toHaveLength(1);
  toast.dispatchEvent(new PointerEvent('pointerleave'));
  await vi.advanceTimersByTimeAsync(7900);
  expect(page.all('.toast')).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(300);
  expect(page.all('.toast')).toEqual([]);
  vi.useRealTimers();
  expect(page.find('[role=status]').textContent).toBe('Deleted a card');
});
