// Handing a map on: copies, the folder, and what is said about them.
import { afterEach, expect, test } from 'vitest';
import { mounted, type Mounted } from './mounted';
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
  expect(page.asked('shareClean')).toHaveLength(1);
  expect(page.all('[role=dialog]')).toEqual([]);
  expect(page.find('.toast').textContent).toContain('Shared as seven-phases (clean copy).journey');
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
