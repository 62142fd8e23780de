// Text boxes that are as high as their text.

/** Keeps a text box as high as its text; the value only says when to look again. */
export function grow(area: HTMLTextAreaElement, value: string) {
  void value;
  const fit = () => {
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  };
  const sizes = new ResizeObserver(fit);
  sizes.observe(area);
  fit();
  return { update: fit, destroy: () => sizes.disconnect() };
}
