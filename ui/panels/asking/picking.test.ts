// Lists to pick from: whose is it, who owns it, what answers it. Enter chooses and is done, in each of them alike.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mounted, type Mounted } from '../../mounted';
import { fakeSample } from '../../shell/fake_home';
import { type FakeMap, type Fields, moreOf } from '../../shell/fake_model';
import { newId } from '../../shell/ids';
import type { RecordId } from '../../shell/types';

let page: Mounted;
let card: RecordId;
let pain: RecordId;
const feeling: RecordId = { table: 'feeling', id: newId() };

beforeEach(async () => {
  const sample: FakeMap = fakeSample();
  const person: Fields[] = ['Marie', 'Procurement', 'IT security'].map((name) => ({ id: newId(), name }));
  const cast = person.map((one) => ({ id: newId(), map: sample.id, person: one.id }));
  const team = [{ id: newId(), name: 'Sales' }];
  const lane = (kind: string) => sample.lanes.find((one) => one.kind === kind)!;
  const at = { lane: lane('emotions').id, stage: sample.stages[0]!.id };
  const point = { id: feeling.id, ...at, value: 1, label: 'Curious' };
  page = await mounted({ open: { ...sample, more: { person, cast, team, feeling: [point] } } });
  const cardOf = (kind: string): RecordId => ({
    table: 'card',
    id: page.shell.map().cards.find((one) => one.lane === lane(kind).id)!.id,
  });
  [card, pain] = [cardOf('actions'), cardOf('pain_points')];
});
afterEach(() => page.close());

const list = () => page.all('[role=dialog] [role=listbox]');
const chosen = () => page.all('[role=option][aria-selected=true]').map((one) => one.textContent?.trim());
const field = () => page.find('[role=dialog] input') as HTMLInputElement;

async function ask(what: 'people' | 'owner' | 'answers', record: RecordId) {
  page.app.editor!.asking = { what, records: [record], focus: `${record.table}/${record.id}` };
  await page.settle();
}

async function type(text: string) {
  field().value = text;
  field().dispatchEvent(new Event('input', { bubbles: true }));
  await page.settle();
}

test('P, O and L: Enter chooses and closes the list, so that the next key is one for the map', async () => {
  await ask('people', card);
  expect(await page.wrong()).toEqual([]);
  await type('Mar');
  await page.press('Enter', field());
  expect(list()).toEqual([]);
  const [marie] = moreOf(page.shell.map(), 'person');
  expect(page.asked('apply').at(-1)).toMatchObject({ edit: { field: 'people', value: [marie!.id] } });

  await ask('owner', card);
  await page.press('Enter', field());
  expect(list()).toEqual([]);

  await ask('answers', pain);
  await type('Publish a price list');
  await page.press('Enter', field());
  expect(list()).toEqual([]);
  expect(page.app.editor!.asking).toBeNull();
});

test('P: a new person by name and Enter; the list is closed', async () => {
  await ask('people', card);
  await type('Zoe');
  await page.press('Enter', field());
  expect(list()).toEqual([]);
  expect(moreOf(page.shell.map(), 'person').map((one) => one.name)).toContain('Zoe');
});

test('P: several are chosen by Ctrl+Enter or clicks, and the foot of the list says so', async () => {
  await ask('people', card);
  expect(page.find('[role=dialog] .foot').textContent?.replace(/\s+/g, ' ').trim()).toBe(
    'Enter choose Ctrl Enter and more Esc close',
  );
  await type('Mar');
  await page.press('Enter', field(), { ctrlKey: true });
  expect([field().value, chosen()]).toEqual(['', ['Marie']]);
  await page.click('[role=option]', 'IT security');
  expect(chosen()).toEqual(['Marie', 'IT security']);
  await page.press('Escape', field());
  expect(list()).toEqual([]);
});

test('P on a point of the curve: it is one person’s, so that any choice closes the list', async () => {
  await ask('people', feeling);
  expect(page.find('[role=dialog] .foot').textContent).not.toContain('and more');
  await page.click('[role=option]', 'Procurement');
  expect(list()).toEqual([]);
});
