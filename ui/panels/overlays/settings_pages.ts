// The pages of the settings: what stands on each, and what each setting begins with.
import Eye from '@lucide/svelte/icons/eye';
import Keyboard from '@lucide/svelte/icons/keyboard';
import type { IconComponent } from '../../controls/icon';
import { defaultSettings } from '../../shell/settings';
import type { Settings } from '../../shell/shell';

/** The sizes of everything that are offered, in percent. */
export const scales = ['100', '115', '130', '150', '200'] as const;

/** A page. */
export interface Page {
  id: 'look' | 'keys';
  icon: IconComponent;
  /** What it sets. */
  sets: (keyof Settings)[];
}

/** All pages. */
export const pages: readonly Page[] = [
  {
    id: 'look',
    icon: Eye,
    sets: ['theme', 'ui_scale', 'strong_contrast', 'motion', 'short_cards', 'hint_uses'],
  },
  { id: 'keys', icon: Keyboard, sets: ['wheel', 'single_letter_keys'] },
];

/** What a page sets, as it was at the beginning. */
export function beginning(page: Page): Partial<Settings> {
  return Object.fromEntries(page.sets.map((name) => [name, defaultSettings[name]]));
}
