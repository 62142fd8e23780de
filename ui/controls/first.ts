// Where the focus goes when a dialog opens.

/** Puts it on what is marked as `data-first` in the dialog of this selector; else the library puts it on the first control. */
export function focusFirst(event: Event, dialog: string): void {
  const first = document.querySelector<HTMLElement>(`${dialog} [data-first]`);
  if (!first) return;
  event.preventDefault();
  first.focus();
}
