// What a person set, and what of it is in force where they leave it to their desktop.
import { defaultSettings } from '../shell/settings';
import type { Settings, Shell, ThemeName } from '../shell/shell';

/** How much moves by itself: all, nothing that slides or tilts, nothing. */
export type Motion = 'full' | 'calm' | 'none';

/** At most so many lines of a card where cards are to be short. */
const shortLines = 8;

/** How often the keys that hints name must have been used to be known. */
export const knownHints = 20;

/** The settings of the program, with the desktop's wishes. */
export class Preferences {
  settings = $state.raw<Settings>(defaultSettings);
  #dark = $state(false);
  #contrast = $state(false);
  #still = $state(false);

  constructor(private readonly shell: Shell) {
    const follow = (query: string, take: (holds: boolean) => void) => {
      const wish = window.matchMedia(query);
      take(wish.matches);
      wish.addEventListener('change', (event) => take(event.matches));
    };
    follow('(prefers-color-scheme: dark)', (holds) => (this.#dark = holds));
    follow('(prefers-contrast: more)', (holds) => (this.#contrast = holds));
    follow('(prefers-reduced-motion: reduce)', (holds) => (this.#still = holds));
  }

  get theme(): ThemeName {
    if (this.settings.theme !== 'system') return this.settings.theme;
    return this.#dark ? 'dark' : 'light';
  }

  /** Whether lines and borders are in ink and nothing is filled softly. */
  get strong(): boolean {
    return this.settings.strong_contrast || this.#contrast;
  }

  get motion(): Motion {
    if (this.settings.motion !== 'system') return this.settings.motion;
    return this.#still ? 'none' : 'full';
  }

  /** Whether the keys that the hints name are not known yet. */
  get hints(): boolean {
    return this.settings.hint_uses < knownHints;
  }

  /** How much larger than usual the whole page is shown; what makes no sense is taken as Rust takes it. */
  get scale(): number {
    return Math.min(2, Math.max(1, this.settings.ui_scale));
  }

  /** At most so many lines of a card; null for all. */
  get lines(): number | null {
    return this.settings.short_cards ? shortLines : null;
  }

  /** Changes some, for good. Rejects with a Problem where they hold only until the window is closed. */
  async set(change: Partial<Settings>): Promise<void> {
    this.settings = { ...this.settings, ...change };
    await this.shell.setSettings({ settings: this.settings });
  }
}
