// The settings of somebody who has set nothing yet; Rust has the same ones.
import type { Settings } from './shell';
import { firstWish } from './showing';

/** What is in force before Rust has answered, and in the fake shell. */
export const defaultSettings: Settings = {
  theme: 'system',
  language: 'system',
  ui_scale: 1,
  strong_contrast: false,
  motion: 'system',
  short_cards: false,
  wheel: 'scroll',
  single_letter_keys: true,
  spelling: true,
  recent_commands: [],
  hint_uses: 0,
  inspector: false,
  showing: firstWish,
};
