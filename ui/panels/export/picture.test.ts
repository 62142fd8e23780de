// A picture of the selection on the clipboard, by its key and from the menu.
import { afterEach, expect, test } from 'vitest';
import { mounted, type Mounted } from '../../mounted';
import { fakeSample } from '../../shell/fake_home';

let page: Mounted;
afterEach(() => page?.close());

test('Shift+Alt+C copies the selection as a picture, and the whole map where nothing is selected', async () => {
  page = await mounted({ open: fakeSample() });
  const [card] = page.shell.map().cards;
  page.app.editor!.selection.only(`card/${card!.id}`);
  const keys = { altKey: true, shiftKey: true, code: 'KeyC' };
  expect((await page.press('C', document.body, keys)).defaultPrevented).toBe(true);
  expect(page.asked('copyPicture')).toEqual([{ keys: [`card/${card!.id}`], theme: 'light', strong: false }]);
  expect(page.find('.toast').textContent).toContain('Copied as a picture of 492 × 160 pixels.');
  page.app.editor!.selection.clear();
  await page.press('C', document.body, keys);
  expect(page.asked('copyPicture').at(-1)).toEqual({ keys: [], theme: 'light', strong: false });
  page.shell.fail('copyPicture', {
    code: 'window.clipboard',
    sentence: 'The clipboard could not be written.',
    next_step: 'Try it once more.',
  });
  await page.press('C', document.body, keys);
  expect(page.find('.toast').textContent).toContain('The clipboard could not be written.');
});
