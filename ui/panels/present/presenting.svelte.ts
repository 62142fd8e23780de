// A presentation of the open map: its slides, the one that shows, and how it shows.
import { pageAddress, type Shown, type ShownPage, type Wish } from '../../shell/showing';
import type { ThemeName } from '../../shell/shell';
import type { App } from '../../state/app.svelte';
import type { Editor } from '../../state/editor.svelte';
import type { Id } from '../../shell/types';
import { words } from '../../words';

/** How much larger a slide is where it is zoomed. */
export const zoomed = 2;
/** The window has its old size again by then, in ms; else it has another one. */
const settled = 1500;

/** The presentation of one open map. It changes nothing of the map. */
export class Presenting {
  /** Null while nothing is presented. */
  shown = $state.raw<Shown | null>(null);
  /** The size that the map keeps meanwhile, so that camera and layout stay as they are. */
  frozen = $state.raw<{ w: number; h: number } | null>(null);
  /** The slide that shows, counted from 0. */
  at = $state(0);
  /** Whether the screen is blank. */
  blank = $state(false);
  /** Whether the time shows on the slide. */
  timer = $state(false);
  /** For a room: words of 18 pt and more, lines in ink. */
  room = $state(false);
  /** Where the slide is enlarged, in parts of its sides; null where it is not. */
  zoom = $state.raw<{ x: number; y: number } | null>(null);
  theme = $state<ThemeName>('light');
  /** When it began, in ms since 1970. */
  began = 0;
  #wasFull = false;
  #back: HTMLElement | null = null;

  constructor(
    private readonly app: App,
    private readonly editor: Editor,
  ) {}

  /** The slide that shows. */
  get page(): ShownPage | null {
    return this.shown?.pages[this.at] ?? null;
  }

  /** Whether a cover comes first, which has no number. */
  get covered(): boolean {
    return this.shown?.pages[0]?.part === 'cover';
  }

  /** How many slides have a number. */
  get count(): number {
    return (this.shown?.pages.length ?? 0) - (this.covered ? 1 : 0);
  }

  /** The number that stands on a page; 0 for the cover. */
  numberOf(at: number): number {
    return this.covered ? at : at + 1;
  }

  /** What is told of a page. */
  told(at: number): string {
    const [number, title] = [this.numberOf(at), this.shown?.pages[at]?.title ?? ''];
    return number === 0 ? words.present.cover(title) : words.present.slide(number, this.count, title);
  }

  /** Fills the screen with the cover, or with that of a stage. */
  async begin(stage: Id | null = null): Promise<void> {
    if (this.frozen !== null) return;
    const { shell, notices, settings } = this.app;
    this.frozen = { w: window.innerWidth, h: window.innerHeight };
    this.#back = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this.theme = settings.showing.theme;
    [this.blank, this.timer, this.zoom, this.at] = [false, false, null, 0];
    try {
      // What was typed a moment ago is on the slides.
      await this.editor.rest();
      const shown = await this.#ask();
      this.at = Math.max(
        0,
        shown.pages.findIndex((page) => stage !== null && page.stage === stage),
      );
      this.began = Date.now();
      this.shown = shown;
    } catch (thrown) {
      this.frozen = null;
      notices.failed(thrown);
      return;
    }
    try {
      this.#wasFull = await shell.fillScreen({ on: true });
    } catch (thrown) {
      // Within the window's frame the slides show as well.
      this.#wasFull = true;
      notices.failed(thrown);
    }
    this.#say();
  }

  /** Back to the map as it was: camera, selection and focus. */
  async end(): Promise<void> {
    if (this.shown === null) return;
    this.shown = null;
    const { frozen } = this;
    try {
      if (!this.#wasFull) await this.app.shell.fillScreen({ on: false });
    } catch (thrown) {
      this.app.notices.failed(thrown);
    }
    if (frozen) await sized(frozen);
    this.frozen = null;
    // What cannot be seen takes no focus: after the next painting it can.
    await new Promise((resolve) => setTimeout(resolve));
    this.#back?.focus({ preventScroll: true });
    this.app.notices.say(words.present.ended);
  }

  /** Shows a slide, counted from 0; the nearest one where there is none of that number. */
  go(to: number): void {
    const last = (this.shown?.pages.length ?? 1) - 1;
    const next = Math.max(0, Math.min(last, to));
    this.blank = false;
    this.zoom = null;
    if (next === this.at) return;
    this.at = next;
    this.#say();
  }

  /** Larger words and stronger lines, or as they were; the same stage stays on the screen. */
  async toRoom(room: boolean): Promise<void> {
    this.room = room;
    await this.#anew();
  }

  /** Light or dark. */
  async toTheme(theme: ThemeName): Promise<void> {
    this.theme = theme;
    await this.#anew();
  }

  /** The picture of a slide, so many px of the screen wide; undefined where there is none. */
  picture(at: number, width: number): string | undefined {
    const { shown } = this;
    if (!shown || !shown.pages[at]) return undefined;
    return pageAddress(shown.token, at, width * Math.max(1, window.devicePixelRatio));
  }

  /** Asks for the slides again: under other wishes, or because the pictures are gone. */
  async #anew(): Promise<void> {
    try {
      const shown = await this.#ask();
      if (this.shown === null) return;
      const at = sameSlide(this.shown.pages, this.at, shown.pages);
      this.shown = shown;
      this.at = at;
    } catch (thrown) {
      this.app.notices.failed(thrown);
    }
  }

  #ask(): Promise<Shown> {
    const { showing } = this.app.settings;
    const distance = this.room ? ('projector' as const) : ('desk' as const);
    const wish: Wish = { ...showing, view: 'slides', format: 'pdf', theme: this.theme, distance, without: [], cover: true, all_maps: false, only: null }; // prettier-ignore
    return this.app.shell.preview({ wish, strong: this.room });
  }

  #say(): void {
    if (this.page) this.app.notices.say(this.told(this.at));
  }
}

/**
 * Where a slide is among others of the same map. Titles count what fits, so a slide is known by its part and its stage;
 * of several, it is the one of the same turn. Where there is none of them, the slide after those that came before it.
 */
function sameSlide(from: readonly ShownPage[], at: number, to: readonly ShownPage[]): number {
  const about = (page: ShownPage | undefined) => `${page?.part}/${page?.stage}`;
  const like = (pages: readonly ShownPage[], of: string) =>
    pages.flatMap((page, index) => (about(page) === of ? [index] : []));
  for (let near = at; near >= 0; near -= 1) {
    const own = about(from[near]);
    const found = like(to, own);
    const turn = near < at ? Infinity : like(from, own).indexOf(near);
    if (found.length > 0)
      return Math.min(found[Math.min(turn, found.length - 1)]! + (near < at ? 1 : 0), to.length - 1);
  }
  return 0;
}

/** Waits until the window has a size again, but not for long: a person may have changed it. */
function sized(to: { w: number; h: number }): Promise<void> {
  const there = () => window.innerWidth === to.w && window.innerHeight === to.h;
  return new Promise((resolve) => {
    if (there()) return resolve();
    const done = () => {
      clearTimeout(late);
      window.removeEventListener('resize', look);
      resolve();
    };
    const look = () => there() && done();
    const late = setTimeout(done, settled);
    window.addEventListener('resize', look);
  });
}
