// The symbols that stand on maps, from the very files that layout draws: one set for the map and for what picks from it.

const files = import.meta.glob<string>('../../icons/map/*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const byName = new Map(
  Object.entries(files).map(([path, svg]) => [path.slice(path.lastIndexOf('/') + 1, -'.svg'.length), svg]),
);

/** The names of all symbols, sorted. */
export const iconNames: readonly string[] = [...byName.keys()].sort();

/** Draws a symbol into an element; an unknown one is the pin that the map shows for it. */
export function drawn(element: HTMLElement, name: string) {
  const draw = (which: string) => {
    // These are the program's own files.
    element.innerHTML = byName.get(which) ?? byName.get('map-pin') ?? '';
  };
  draw(name);
  return { update: draw };
}
