// Making elements, in as few words as it takes.

/** A length for a style, without noise digits. */
export function px(length: number): string {
  return `${Math.round(length * 1000) / 1000}px`;
}

/** A `div` of a class. */
export function div(className: string): HTMLDivElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}

/** An SVG element with attributes. */
export function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number> = {},
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** Puts an element at a place of a size. */
export function put(element: HTMLElement, x: number, y: number, w: number, h: number): void {
  element.style.left = px(x);
  element.style.top = px(y);
  element.style.width = px(w);
  element.style.height = px(h);
}

/**
 * Puts an element of the flow at a place, taking no room: what comes after it begins where it would have. Elements in
 * the flow are cheap to scroll, because every positioned one is a layer that the engine goes through for each frame.
 * Needs `y + h` ≥ 0, or margins of neighbours would collapse into one.
 */
export function lay(element: HTMLElement, x: number, y: number, w: number, h: number): void {
  element.style.margin = `${px(y)} 0 ${px(-y - h)} ${px(x)}`;
  element.style.width = px(w);
  element.style.height = px(h);
}
