// Handing a map on: copies, the folder, and what is said about them.
import { afterEach, expect, test } from 'vitest';
import { mounted, type Mounted } from './mounted';
import { menuHands } from './menu-hands';
import { fakeSample } from './shell/fake_home';

let page: Mounted;
afterEach(() => page.close());

async function choose(label: string): Promise<void> {
  await page.press('Enter', page.find('.top-bar button', 'File'));
  await page.click('[role=menuitem]', label);
}

test('a clean copy is explained before its place is asked for, and can be thought better of', async () => {
  page = await mounted({ open: fakeSample() });
  await choose('Share a clean copy…');
  const dialog = page.find('[role=dialog]');
  for (const told of ['who changed it', 'comments', 'photos', 'hidden lanes'])
    expect(dialog.textContent).toContain(told);
  await page.click('[role=dialog] button', 'Cancel');
  expect(page.asked('shareClean')).toEqual([]);
  await choose('Share a clean copy…');
  await page.click('[role=dialog] button', 'Choose a place…');
  expect(page.asked('shareClean')).toEqual([{ nameless: false }]);
  expect(page.all('[role=dialog]')).toEqual([]);
  expect(page.find('.toast').textContent).toContain('Shared as seven-phases (clean copy).journey');
});

test('a clean copy can be had without names', async () => {
  page = await mounted({ open: fakeSample() });
  await choose('Share a clean copy…');
  await page.click('[role=dialog] label', 'Without names');
  await page.click('[role=dialog] button', 'Choose a place…');
  expect(page.asked('shareClean')).toEqual([{ nameless: true }]);
});

test('a copy is saved elsewhere, and the map goes on in its own file', async () => {
  page = await mounted({ open: fakeSample() });
  await choose('Save a copy…');
  expect(page.find('.toast').textContent).toContain('Saved a copy as seven-phases (copy).journey');
  expect(page.find('.file-name').textContent).toBe('seven-phases.journey');
});

test('the file is shown in its folder from the menu and from where it is told to be saved; a draft has none', async () => {
  page = await mounted({ open: fakeSample() });
  await choose('Show in folder');
  await page.click('.top-bar button', 'Saved');
  await page.click('button', 'Show the file');
  expect(page.asked('showFile')).toHaveLength(2);
  await page.close();
  page = await mounted({ open: fakeSample(), fileName: 'A draft' });
  await choose('Show in folder');
  expect(page.asked('showFile')).toEqual([]);
});

test('what a copy fails with is said', async () => {
  page = await mounted({ open: fakeSample() });
  const [sentence, next_step] = [
    'The picture “Shop” could not be cleaned, so no copy was made.',
    'Remove it.',
  ];
  page.shell.fail('shareClean', { code: 'share.picture', sentence, next_step });
  await choose('Share a clean copy…');
  await page.click('[role=dialog] button', 'Choose a place…');
  expect(page.find('.toast').textContent).toContain(sentence);
});

const versions = [
  { id: 'v2', name: 'After the workshop', when: new Date().toISOString(), since: 0 },
  { id: 'v1', name: 'First draft', when: new Date().toISOString(), since: 12 },
  { id: 'v0', name: 'From elsewhere', when: new Date().toISOString(), since: null },
];

test('this version is named in a small dialog', async () => {
  page = await mounted({ open: fakeSample() });
  await choose('Name this version…');
  await menuHands(page).answer('  First draft ');
  expect(page.asked('nameVersion')).toEqual([{ name: 'First draft' }]);
  expect(page.find('.toast').textContent).toContain('This version is called “First draft”.');
});

test('versions are listed with what came since, and only those that are at hand can be gone back to', async () => {
  page = await mounted({ open: fakeSample(), versions });
  await choose('Versions…');
  const row = (name: string) => page.find('[role=dialog] li', name);
  expect(row('First draft').textContent).toContain('12 changes since');
  expect(page.all('[role=dialog] li button').map((one) => one.getAttribute('aria-label'))).toEqual([
    'Open a copy of After the workshop',
    'Open a copy of First draft',
    'Go back to First draft',
  ]);
  expect(row('From elsewhere').textContent).toContain('not in this file');
  expect(await page.wrong()).toEqual([]);
});

test('going back is told with Undo beside it', async () => {
  page = await mounted({ open: fakeSample(), versions });
  await choose('Versions…');
  await page.click('[role=dialog] button', 'Go back to First draft');
  expect(page.asked('goBack')).toEqual([{ version: 'v1' }]);
  expect(page.find('.toast').textContent).toContain('The map is what it was at “First draft”.');
  await page.click('.toast button', 'Undo');
  expect(page.asked('undo')).toHaveLength(1);
});

test('a version opens as a copy', async () => {
  page = await mounted({ open: fakeSample(), versions });
  await choose('Versions…');
  await page.click('[role=dialog] button', 'Open a copy of First draft');
  expect(page.asked('openVersion')).toEqual([{ version: 'v1' }]);
  expect(page.find('.file-name').textContent).toBe('From first search to advocate');
  expect(page.find('.toast').textContent).toContain('“First draft” is open as a copy.');
});

test('a map without versions says what they are for; one that is read only is not changed', async () => {
  page = await mounted({ open: fakeSample(), readOnly: 'This file is open elsewhere.', versions });
  await choose('Versions…');
  expect(page.all('[role=dialog] button', 'Go back')).toEqual([]);
  expect(page.all('[role=dialog] button', 'Name this version')).toEqual([]);
  await page.close();
  page = await mounted({ open: fakeSample() });
  await choose('Versions…');
  expect(page.find('[role=dialog]').textContent).toContain('come back to it later');
});

test('copies that a synced folder made are offered and opened only by a click', async () => {
  const copies = ['seven-phases (conflicted copy 2026-11-22).journey'];
  page = await mounted({ open: fakeSample(), copies });
  expect(page.find('.toast').textContent).toContain(`another copy of this map: ${copies[0]}`);
  expect(page.asked('openConflictCopy')).toEqual([]);
  await page.click('.toast button', 'Open it');
  expect(page.asked('openConflictCopy')).toEqual([{ name: copies[0] }]);
  expect(page.find('.file-name').textContent).toBe(copies[0]);
});
