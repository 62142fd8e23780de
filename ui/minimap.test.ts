// The map from afar: columns as red as they hold buyers up, the frame of what shows, and ways to move it.
import { afterEach, expect, test } from 'vitest';
import { mounted, type Mounted } from './mounted';
import { fakeSample } from './shell/fake_home';

let page: Mounted;
afterEach(() => page.close());

async function open() {
  const map = fakeSample();
  const pains = map.lanes.find((lane) => lane.kind === 'pain_points')!;
  const [first, second] = map.cards.filter((card) => card.lane === pains.id);
  first!.fields.severity = 2;
  second!.fields.severity = 4;
  page = await mounted({ open: map });
  await page.click('.bottom-bar button', 'Map from afar');
}
const columns = () => page.all('.minimap .heat').map((one) => Number(one.getAttribute('opacity')));

test('a column a stage, the worst one the reddest', async () => {
  await open();
  expect(columns()).toHaveLength(7);
  const [none, some, worst] = columns();
  expect(none).toBe(0);
  expect(worst).toBeCloseTo(0.85);
  expect(some).toBeCloseTo(0.425);
  expect(await page.wrong()).toEqual([]);
});

test('a click goes there, and so does a drag; arrow keys move the frame', async () => {
  await open();
  const { camera } = page.app.editor!;
  camera.view = { w: 400, h: 300 };
  const went: { x: number; y: number }[] = [];
  camera.scrollTo = (to) => void went.push(to);
  await page.settle();
  const drawing = page.find('.minimap');
  const point = (type: string, x: number) =>
    drawing.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: 75, bubbles: true }));
  point('pointerdown', 60);
  point('pointermove', 200);
  point('pointerup', 200);
  point('pointermove', 30);
  expect(went).toHaveLength(2);
  expect(went[1]!.x).toBeGreaterThan(went[0]!.x);
  camera.scroll = { x: 200, y: 0 };
  await page.press('ArrowRight', drawing);
  await page.press('ArrowLeft', drawing);
  expect(went.slice(2)).toEqual([
    { x: 300, y: 0 },
    { x: 100, y: 0 },
  ]);
});

test('the frame follows the view', async () => {
  await open();
  const { camera } = page.app.editor!;
  const frame = () => page.find('.minimap .frame');
  camera.view = { w: 400, h: 300 };
  camera.scroll = { x: 0, y: 0 };
  await page.settle();
  const before = Number(frame().getAttribute('x'));
  camera.scroll = { x: 500, y: 0 };
  await page.settle();
  expect(Number(frame().getAttribute('x'))).toBeGreaterThan(before);
});
