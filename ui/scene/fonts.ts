// The faces of a Scene: the very files that Rust shaped with. Those that text is set in are the page's own, which
// styles/fonts.css names; any other has a family name of its own.
import type { FontFace as SceneFace, Node, TextStyle } from '../shell/types';

/** Switched on everywhere: the shaper does the same. */
const features = '"cv11" 1, "ss03" 1, "calt" 0';
/** With letter-spacing WebKit would drop or keep ligatures differently from the shaper. */
const spacedFeatures = `${features}, "liga" 0, "clig" 0`;

const familyNames = { inter: 'Inter', inter_display: 'Inter Display' } as const;

/** Where the page asks for a face. */
export function fontAddress(name: string): string {
  return `font://localhost/${name}`;
}

/** How long after a Scene came the faces follow that nothing in it is set in, in ms. */
const later = 1500;

/** The faces of the Scene at hand, by their place in its list. */
export class Faces {
  #faces: SceneFace[] = [];
  /** What was asked for by name, and what of it can be drawn with: each face comes once. */
  #loads = new Map<string, Promise<void>>();
  #ready = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #css = new Map<string, string>();
  #classes = new Map<string, string>();
  /** One rule for each style: an element that names it is styled in a fraction of what a style of its own takes. */
  #sheet = newSheet();

  constructor(private readonly address: (name: string) => string = fontAddress) {}

  /** Takes the faces of another Scene. */
  replace(faces: readonly SceneFace[]): void {
    this.#faces = [];
    this.add(faces);
    clearTimeout(this.#timer);
    // What is typed next may need one: its first letter then waits for nothing.
    this.#timer = setTimeout(() => this.#faces.map((face) => this.#load(face)), later);
  }

  /** Takes more faces, behind those that are there. */
  add(faces: readonly SceneFace[]): void {
    this.#faces.push(...faces);
    this.#css.clear();
  }

  /**
   * Loads what these nodes are set in, and waits until it can be drawn with; null where all of it can. A Scene names
   * all bundled faces, megabytes of them, and most maps are set in four.
   */
  need(nodes: Iterable<Node>): Promise<unknown> | null {
    const due = new Set<SceneFace>();
    const styles = new Set<string>();
    for (const { prims } of nodes) {
      for (const prim of prims) {
        if (prim.kind !== 'text') continue;
        for (const { style } of prim.spans) {
          const name = `${style.family} ${style.weight} ${style.italic}`;
          if (styles.has(name)) continue;
          styles.add(name);
          const own = this.#own(style);
          if (own) due.add(own);
        }
        for (const { fallbacks } of prim.lines)
          for (const { font } of fallbacks) if (this.#faces[font]) due.add(this.#faces[font]);
      }
    }
    const missing = [...due].filter((face) => !this.#ready.has(face.name));
    return missing.length > 0 ? Promise.all(missing.map((face) => this.#load(face))) : null;
  }

  /** A face that cannot be read is left to the browser's own. */
  #load(face: SceneFace): Promise<void> {
    const known = this.#loads.get(face.name);
    if (known) return known;
    const load = fetchFace(face, this.address)
      .catch(() => undefined)
      .then(() => void this.#ready.add(face.name));
    this.#loads.set(face.name, load);
    return load;
  }

  /** The CSS of a style; a run that the shaper set in another face names it. */
  css(style: TextStyle, fallback?: number): string {
    // By hand: this is asked for each line of a map, and writing JSON takes ten times as long.
    const { family, weight, italic, size, line_height, letter_spacing, tabular, color } = style;
    const key = `${family} ${weight} ${italic} ${size} ${line_height} ${letter_spacing} ${tabular} ${color} ${fallback}`;
    let css = this.#css.get(key);
    if (css === undefined) {
      css = this.#write(style, fallback);
      this.#css.set(key, css);
    }
    return css;
  }

  /** Sets an element's text in a style. */
  dress(element: HTMLElement, style: TextStyle, fallback?: number): void {
    const css = this.css(style, fallback);
    if (!this.#sheet) {
      element.style.cssText += `; ${css}`;
      return;
    }
    let name = this.#classes.get(css);
    if (name === undefined) {
      name = `face-${this.#classes.size}`;
      this.#classes.set(css, name);
      this.#sheet.insertRule(`.${name} { ${css} }`);
    }
    element.classList.add(name);
  }

  /** All families in the order in which text is looked up in them, the style's own first. */
  families(style: TextStyle): string {
    const others = this.#faces.filter((face) => !isText(face)).map(nameOf);
    const names = [familyNames[style.family], ...others].map((name) => `"${name}"`);
    return [...names, 'sans-serif'].join(', ');
  }

  #write(style: TextStyle, fallback: number | undefined): string {
    const face = fallback === undefined ? undefined : this.#faces[fallback];
    const families = face ? `"${nameOf(face)}"` : this.families(style);
    const spaced = style.letter_spacing !== 0;
    return [
      `font: ${style.italic ? 'italic ' : ''}${style.weight} ${style.size}px/${style.line_height}px ${families}`,
      `font-feature-settings: ${spaced ? spacedFeatures : features}${style.tabular ? ', "tnum" 1' : ''}`,
      ...(spaced ? [`letter-spacing: ${style.letter_spacing}px`] : []),
      `color: ${style.color}`,
    ].join('; ');
  }

  /** The face that a style is set in first. */
  #own({ family, weight, italic }: TextStyle): SceneFace | undefined {
    const distance = (face: SceneFace) =>
      Math.abs(face.weight - weight) + (face.italic === italic ? 0 : 1000);
    return this.#faces
      .filter((face) => face.bundled && face.family === familyNames[family])
      .reduce<SceneFace | undefined>(
        (best, face) => (!best || distance(face) < distance(best) ? face : best),
        undefined,
      );
  }
}

/** A sheet of the document; none where the engine cannot (tests). */
function newSheet(): CSSStyleSheet | null {
  if (!('adoptedStyleSheets' in document)) return null;
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  return sheet;
}

/** The family name of a face in this page. */
function nameOf(face: SceneFace): string {
  return isText(face) ? face.family : `scene-${face.name}`;
}

/** Whether a face is one of the families that styles name. */
function isText(face: SceneFace): boolean {
  return face.bundled && Object.values<string>(familyNames).includes(face.family);
}

/** Brings a face, and waits until it can be drawn with. */
async function fetchFace(face: SceneFace, address: (name: string) => string): Promise<void> {
  if (typeof FontFace === 'undefined') return;
  if (isText(face)) return fetchOwn(face);
  const loading = new FontFace(nameOf(face), `url("${address(face.name)}")`, {
    weight: String(face.weight),
    style: face.italic ? 'italic' : 'normal',
  });
  document.fonts.add(await loading.load());
}

/** Brings a face of the page's own, and waits until it can be drawn with. */
async function fetchOwn({ family, weight, italic }: Pick<SceneFace, 'family' | 'weight' | 'italic'>) {
  await document.fonts.load(`${italic ? 'italic ' : ''}${weight} 1em "${family}"`);
}

/** Brings what nearly every map is set in, while it is still being asked what to show. */
export function bringUsualFaces(): void {
  if (typeof FontFace === 'undefined') return;
  const text = [400, 500, 600, 700].map((weight) => ({ family: familyNames.inter, weight, italic: false }));
  const title = { family: familyNames.inter_display, weight: 600, italic: false };
  // A face that cannot be read is left to the browser's own.
  for (const face of [...text, title]) void fetchOwn(face).catch(() => undefined);
}
