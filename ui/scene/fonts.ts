// The faces of a Scene: the very files that Rust shaped with, each under a family name of its own.
import type { FontFace as SceneFace, TextStyle } from '../shell/types';

/** Switched on everywhere: the shaper does the same. */
const features = '"cv11" 1, "ss03" 1, "calt" 0';
/** With letter-spacing WebKit would drop or keep ligatures differently from the shaper. */
const spacedFeatures = `${features}, "liga" 0, "clig" 0`;

const familyNames = { inter: 'Inter', inter_display: 'Inter Display' } as const;

/** Where the page asks for a face. */
export function fontAddress(name: string): string {
  return `font://localhost/${name}`;
}

/** The faces that the page has asked for, by their place in the Scene's list. */
export class Faces {
  #faces: SceneFace[] = [];
  #asked = new Set<string>();
  #css = new Map<string, string>();
  #classes = new Map<string, string>();
  /** One rule for each style: an element that names it is styled in a fraction of what a style of its own takes. */
  #sheet = newSheet();

  constructor(private readonly address: (name: string) => string = fontAddress) {}

  /** Takes the faces of another Scene, and waits until they can be drawn with. */
  async replace(faces: readonly SceneFace[]): Promise<void> {
    this.#faces = [];
    await this.add(faces);
  }

  /** Takes more faces, behind those that are there. A face that cannot be read is left to the browser's own. */
  async add(faces: readonly SceneFace[]): Promise<void> {
    this.#faces.push(...faces);
    this.#css.clear();
    const fresh = faces.filter((face) => !this.#asked.has(face.name));
    for (const face of fresh) this.#asked.add(face.name);
    if (typeof FontFace === 'undefined') return;
    await Promise.allSettled(
      fresh.map(async (face) => {
        const loading = new FontFace(nameOf(face), `url("${this.address(face.name)}")`, {
          weight: String(face.weight),
          style: face.italic ? 'italic' : 'normal',
        });
        document.fonts.add(await loading.load());
      }),
    );
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

  /** All faces in the order in which text is looked up in them, the style's own first. */
  families(style: TextStyle): string {
    const own = this.#own(style);
    const others = this.#faces.filter((face) => face !== own && !isText(face));
    const names = [...(own ? [own] : []), ...others].map(nameOf);
    // Without a Scene's faces (a plain browser) the page's own.
    return [...(names.length > 0 ? names : [familyNames[style.family]]), 'sans-serif']
      .map((name) => (name === 'sans-serif' ? name : `"${name}"`))
      .join(', ');
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

  /** The bundled face of a style. */
  #own(style: TextStyle): SceneFace | undefined {
    const family = familyNames[style.family];
    const faces = this.#faces.filter((face) => face.bundled && face.family === family);
    const distance = (face: SceneFace) =>
      Math.abs(face.weight - style.weight) + (face.italic === style.italic ? 0 : 1000);
    return faces.reduce<SceneFace | undefined>(
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

function nameOf(face: SceneFace): string {
  return `scene-${face.name}`;
}

/** Whether a face is one of the families that styles name. */
function isText(face: SceneFace): boolean {
  return face.bundled && Object.values<string>(familyNames).includes(face.family);
}
