// What the whole window says: the program's name, its notices, and the caps of keys.

import type { app as english } from '../en/app';

/** See the head of this file. */
export const app: typeof english = {
  app: {
    name: 'Desire Path',
    private: 'Alles bleibt auf diesem Computer',
    dark: 'Dunkles Design',
    light: 'Helles Design',
  },

  notices: {
    region: 'Hinweise',
    dismiss: 'Ausblenden',
  },

  keyCaps: {
    Ctrl: 'Strg',
    Shift: 'Umschalt',
    Alt: 'Alt',
    Enter: 'Enter',
    Del: 'Entf',
    PgDn: 'Bild↓',
    PgUp: 'Bild↑',
    Esc: 'Esc',
    Tab: 'Tab',
    Space: 'Leertaste',
    Home: 'Pos1',
    End: 'Ende',
    Arrows: 'Pfeile',
    Menu: 'Menü',
    Backspace: 'Rücktaste',
  },
};
