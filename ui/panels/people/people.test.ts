// People, teams and tags against the fake shell: what the panels show and which edits they make.
import { afterEach, expect, test } from 'vitest';
import { mounted, type Mounted } from '../../mounted';
import { fakeSample } from '../../shell/fake_home';
import { type Fields, moreOf } from '../../shell/fake_model';
import { newId } from '../../shell/ids';
import type { Edit } from '../../shell/types';

let page: Mounted;
afterEach(() => page.close());

/** Opens the sample with so many people, the first of them primary. */
async function open(count: number): Promise<void> {
  const sample = fakeSample();
  const person: Fields[] = Array.from({ length: count }, (_, at) => ({
    id: newId(),
    name: `Person ${at + 1}`,
    role: 'Operations lead',
    priorities: 'A tool the team will use',
  }));
  const cast = person.map((one, at) => ({
    id: newId(),
    map: sample.id,
    person: one.id,
    primary: at === 0,
    curve_slot: at < 2 ? at + 1 : null,
  }));
  page = await mounted({ open: { ...sample, more: { person, cast } }, settings: { inspector: true } });
  await page.click('.inspector button', 'People');
}

const edits = () => [...page.asked('apply'), ...page.asked('amend')].map((of) => (of as { edit: Edit }).edit);
const people = () => moreOf(page.shell.map(), 'person');
const casts = () => moreOf(page.shell.map(), 'cast');

test('a card a person, with what moves them; axe finds nothing wrong', async () => {
  await open(6);
  expect(page.all('.side li .head')).toHaveLength(6);
  const first = page.find('.side li');
  for (const text of [
    'Person 1',
    'Operations lead',
    'Whose path this is',
    'A tool the team will use',
    'Curve shown',
  ])
    expect(first.textContent).toContain(text);
  expect(page.find('.side').textContent).toContain('6 of up to 10');
  expect(page.all('.side li').at(-1)?.textContent).toContain('Five people have a colour and a curve');
  expect(await page.wrong()).toEqual([]);
});

test('ten people and beyond', async () => {
  await open(12);
  expect(page.all('.side li .head')).toHaveLength(12);
  expect(page.find('.side').textContent).toContain('12 people');
});

test('a star makes a person primary', async () => {
  await open(3);
  await page.click('.side button', 'Tell the map from Person 2');
  expect(edits()).toEqual([
    { edit: 'set', table: 'cast', id: casts()[1]!.id, field: 'primary', value: true },
  ]);
});

test('a curve is shown in the first free place, and hidden; that of the primary person stays', async () => {
  await open(3);
  await page.click('.side [role=switch]', 'Curve of Person 3');
  expect(casts()[2]).toMatchObject({ curve_slot: 3 });
  await page.click('.side [role=switch]', 'Curve of Person 2');
  expect(casts()[1]).toMatchObject({ curve_slot: null });
  expect(page.find('.side [role=switch]', 'Curve of Person 1').hasAttribute('disabled')).toBe(true);
});

test('a person is added with a part in the map, and the name is typed over', async () => {
  await open(1);
  await page.click('.side button', 'Add a person');
  expect([people().length, casts().length]).toEqual([2, 2]);
  const name = page.find('.side textarea') as HTMLTextAreaElement;
  expect([name.value, document.activeElement === name]).toEqual(['New person', true]);
  name.value = 'Finance director';
  name.dispatchEvent(new Event('input', { bubbles: true }));
  await page.settle();
  await page.click('.side button', 'All people');
  expect(people()[1]).toMatchObject({ name: 'Finance director' });
  expect(page.find('.side').textContent).toContain('Finance director');
});

test('a person moves, comes off the map, and goes for good, each with Undo', async () => {
  await open(3);
  const [, second, third] = casts();
  const more = (name: string) => page.press('ArrowDown', page.find('.side button', `More about ${name}`));
  await more('Person 3');
  await page.click('[role=menuitem]', 'Move earlier');
  expect(edits().at(-1)).toEqual({
    edit: 'reorder',
    table: 'cast',
    id: third!.id,
    place: { before: second!.id },
  });
  await more('Person 2');
  await page.click('[role=menuitem]', 'Take off this map');
  expect(page.find('.side').textContent).toContain('Also in this file');
  await page.click('.side button', 'Add Person 2 to this map');
  expect(casts()).toHaveLength(3);
  await more('Person 3');
  await page.click('[role=menuitem]', 'Remove from the file');
  expect(people().map((one) => one.name)).toEqual(['Person 1', 'Person 2']);
  expect(page.all('button').some((one) => one.textContent?.trim() === 'Undo')).toBe(true);
});

test('Esc closes the panel, and the focus goes back to where it came from', async () => {
  await open(2);
  await page.press('Escape', page.find('.side'));
  expect(page.all('.side')).toEqual([]);
});

test('teams and tags are added, named, given a function, and removed', async () => {
  await open(1);
  await page.click('.side button', 'Teams and tags');
  // Not on the cross, whose tooltip would open as well.
  await expect.poll(() => document.activeElement?.textContent.trim()).toBe('Add a team');
  expect(await page.wrong()).toEqual([]);
  await page.click('.side button', 'Add a team');
  await page.click('.side button', 'Add a tag');
  const [team] = moreOf(page.shell.map(), 'team');
  const name = page.find('.side input[aria-label="Team 1"]') as HTMLInputElement;
  name.value = 'Sales';
  name.dispatchEvent(new Event('input', { bubbles: true }));
  name.blur();
  await page.settle();
  expect(moreOf(page.shell.map(), 'team')[0]).toMatchObject({ name: 'Sales' });
  await page.click('.side input[type=radio][value=sales]');
  expect(moreOf(page.shell.map(), 'team')[0]).toMatchObject({ id: team!.id, function: 'sales' });
  await page.click('.side button', 'Remove Sales');
  expect(moreOf(page.shell.map(), 'team')).toEqual([]);
  expect(moreOf(page.shell.map(), 'tag')).toHaveLength(1);
});
