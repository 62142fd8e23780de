// The pages of the settings: what stands on each, and what each setting begins with.
import Eye from '@lucide/svelte/icons/eye';
import Info from '@lucide/svelte/icons/info';
import Keyboard from '@lucide/svelte/icons/keyboard';
import PenLine from '@lucide/svelte/icons/pen-line';
import type { IconComponent } from '../../controls/icon';
import { defaultSettings } from '../../shell/settings';
import type { Settings } from '../../shell/shell';

/** The sizes of everything that are offered, in percent. */
export const scales = ['100', '115', '130', '150', '200'] as const;

/** A page. */
export interface Page {
  id: 'look' | 'writing' | 'keys' | 'about';
  icon: IconComponent;
  /** What it sets. */
  sets: (keyof Settings)[];
}

/** All pages. */
export const pages: readonly Page[] = [
  {
    id: 'look',
    icon: Eye,
    sets: ['theme', 'language', 'ui_scale', 'strong_contrast', 'motion', 'short_cards'],
  },
  { id: 'writing', icon: PenLine, sets: ['spelling', 'hint_uses'] },
  { id: 'keys', icon: Keyboard, sets: ['wheel', 'single_letter_keys'] },
  { id: 'about', icon: Info, sets: [] },
];

/** What a page sets, as it was at the beginning. */
export function beginning(page: Page): Partial<Settings> {
  return Object.fromEntries(page.sets.map((name) => [name, defaultSettings[name]]));
}
