// The menu of a lane, and the ways to hidden ones.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MenuHands, menuHands } from '../../menu-hands';
import { mounted, type Mounted } from '../../mounted';
import { fakeSample } from '../../shell/fake_home';
import type { LaneKind } from '../../shell/types';

let page: Mounted;
let hands: MenuHands;
beforeEach(async () => {
  page = await mounted({ open: fakeSample() });
  hands = menuHands(page);
});
afterEach(() => page.close());

const laneOf = (kind: LaneKind) =>
  page.shell.map().lanes.find((lane) => lane.kind === kind)! as unknown as Record<string, unknown> & {
    id: string;
  };
const kinds = () => page.shell.map().lanes.map((lane) => lane.kind);
async function onLane(kind: LaneKind, ...ids: string[]) {
  await hands.rightClick(`label/${laneOf(kind).id}`);
  await hands.choose(...ids);
}

test('it offers all that can be done with a lane; a height only where there is a curve', async () => {
  await hands.rightClick(`label/${laneOf('actions').id}`);
  expect(hands.offered()).toEqual(
    ['rename', 'fold', 'hide', 'focus', 'line', 'up', 'down', 'zone', 'lane', 'duplicate', 'delete'],
  ); // prettier-ignore
  expect(await page.wrong()).toEqual([]);
  await page.press('Escape', page.find('[role=menu]'));
  await onLane('emotions', 'height', 'higher');
  expect(laneOf('emotions').height).toBe(232);
  await onLane('emotions', 'height', 'reset');
  expect(laneOf('emotions').height).toBeNull();
});

test('Drag of a lane label: its click twins move it, also to the other sheet, and say so with Undo', async () => {
  await onLane('touchpoints', 'up');
  expect(kinds().slice(0, 2)).toEqual(['touchpoints', 'actions']);
  expect(hands.toast()).toEqual(['Moved Touchpoints Undo']);
  await onLane('touchpoints', 'zone');
  expect([laneOf('touchpoints').zone, kinds().at(-1)]).toEqual(['insight', 'touchpoints']);
  await page.click('.toast button', 'Undo');
  expect(laneOf('touchpoints').zone).toBe('experience');
});

test('a collapsed lane keeps its cards and expands again', async () => {
  await onLane('actions', 'fold');
  expect(laneOf('actions').collapsed).toBe(true);
  await hands.rightClick(`label/${laneOf('actions').id}`);
  expect(hands.entry('fold').textContent).toContain('Expand');
  await hands.choose('fold');
  expect(laneOf('actions').collapsed).toBe(false);
});

test('a click on a collapsed lane expands it', async () => {
  await onLane('actions', 'fold');
  await page.click(`[data-key="label/${laneOf('actions').id}"]`);
  expect(laneOf('actions').collapsed).toBe(false);
});

test('a hidden lane is counted in the bar, and is shown again from there, from the picker and from the background', async () => {
  const label = (kind: LaneKind) => page.all(`[data-key="label/${laneOf(kind).id}"]`).length;
  const chip = () => page.all('.bottom-bar button', 'hidden');
  expect(chip()).toEqual([]);
  await onLane('thoughts', 'hide');
  expect(hands.toast()).toEqual(['Thoughts is hidden Undo']);
  expect([label('thoughts'), chip()[0]?.textContent?.trim()]).toEqual([0, '1 hidden']);
  await page.click('.bottom-bar button', 'hidden');
  expect(await page.wrong()).toEqual([]);
  await page.click('[role=menuitem]', 'Show Thoughts');
  expect([label('thoughts'), chip()]).toEqual([1, []]);

  await onLane('teams', 'hide');
  await onLane('actions', 'lane');
  await page.click('[role=dialog] button', 'Show Teams');
  expect([label('teams'), page.all('[role=dialog]')]).toEqual([1, []]);

  await onLane('teams', 'hide');
  const canvas = page.find('.viewport');
  canvas.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
  await page.settle();
  await hands.choose('hidden', laneOf('teams').id);
  expect(label('teams')).toBe(1);
});

test('the line below a lane is chosen in its menu', async () => {
  await onLane('actions', 'line', 'visibility');
  expect(laneOf('actions').line_below).toBe('visibility');
  await hands.rightClick(`label/${laneOf('actions').id}`);
  await page.press('ArrowRight', hands.entry('line'));
  expect([hands.isChecked('visibility'), hands.isChecked('none')]).toEqual([true, false]);
});

test('a duplicate has the cards too; what hung on a removed lane is told', async () => {
  const count = page.shell.map().cards.length;
  await onLane('pain_points', 'duplicate');
  expect(kinds().filter((kind) => kind === 'pain_points')).toHaveLength(2);
  expect(page.shell.map().cards).toHaveLength(count + 4);
  await onLane('pain_points', 'delete');
  expect(hands.toast()).toEqual(['Deleted lane Pain points with 4 cards Undo']);
});
