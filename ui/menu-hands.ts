// For tests: the hands of somebody who uses menus.
import type { Mounted } from './mounted';

/** Opens menus and chooses from them. */
export function menuHands(page: Mounted) {
  const element = (key: string) => page.find(`[data-key="${key}"]`);
  const entry = (id: string) => page.find(`[role^=menuitem][data-entry="${id}"]`);
  return {
    element,
    entry,
    /** Asks for the menu of a thing with the right button. */
    async rightClick(key: string) {
      element(key).dispatchEvent(
        new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: 400, clientY: 300 }),
      );
      await page.settle();
    },
    /** Chooses an entry by the ids that lead to it: those before the last open menus in the menu. */
    async choose(...ids: string[]) {
      for (const id of ids.slice(0, -1)) await page.press('ArrowRight', entry(id));
      await page.click(`[role^=menuitem][data-entry="${ids.at(-1)}"]`);
    },
    /** What the open menus offer, by id, lines left out. */
    offered: () => page.all('[role^=menuitem][data-entry]').map((one) => one.dataset.entry),
    isOff: (id: string) => entry(id).getAttribute('aria-disabled') === 'true',
    isChecked: (id: string) => entry(id).getAttribute('aria-checked') === 'true',
    /** Answers the small dialog. */
    async answer(text: string) {
      const field = page.find('[role=dialog] input') as HTMLInputElement;
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await page.settle();
      field.form?.requestSubmit();
      await page.settle();
    },
    /** Takes an option of the list that a box of the small dialog opens. */
    async take(box: string, option: string) {
      const label = page.find('[role=dialog] .form-label', box);
      const opener = page.find(`[role=dialog] button[aria-labelledby~="${label.id}"]`);
      opener.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      await page.settle();
      page
        .find('[role=option]', option)
        .dispatchEvent(new PointerEvent('pointerup', { bubbles: true, button: 0, pointerType: 'mouse' }));
      await page.settle();
    },
    toast: () => page.all('.toast').map((one) => one.textContent?.replace(/\s+/g, ' ').trim()),
  };
}

/** What `menuHands` gives. */
export type MenuHands = ReturnType<typeof menuHands>;
