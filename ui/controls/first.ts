// Where the focus goes when a dialog opens.

/** What Tab stops at. */
const stops = 'a[href], button, input, select, textarea, [tabindex]';

/** Whether Tab stops at an element. Of radio buttons, only the chosen one is a stop. */
function isStop(element: HTMLElement): boolean {
  if (element.tabIndex < 0 || element.matches(':disabled, [type=hidden]')) return false;
  if (element.checkVisibility?.() === false) return false;
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) return true;
  const group = `[type=radio][name="${CSS.escape(element.name)}"]:checked`;
  return element.name === '' || !element.closest('form, fieldset, [role=dialog]')?.querySelector(group);
}

/**
 * Puts it on what is marked as `data-first` in the dialog of this selector, else on its first stop. At once: the library
 * would wait for a frame, and what somebody types until then would go to the map, where letters are commands.
 */
export function focusFirst(event: Event, dialog: string): void {
  const own = [...document.querySelectorAll<HTMLElement>(dialog)].at(-1);
  if (!own) return;
  const marked = own.querySelector<HTMLElement>('[data-first]');
  const first = marked ?? [...own.querySelectorAll<HTMLElement>(stops)].find(isStop) ?? own;
  event.preventDefault();
  first.focus({ preventScroll: marked === null });
}
