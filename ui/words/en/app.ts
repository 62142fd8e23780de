// What the whole window says: the program's name, its notices, and the caps of keys.

/** See the head of this file. */
export const app = {
  app: {
    name: 'Desire Path',
    private: 'Everything stays on this computer',
    dark: 'Dark theme',
    light: 'Light theme',
  },

  notices: {
    region: 'Notices',
    dismiss: 'Dismiss',
  },

  /** What stands on the caps of keys that have a name. */
  keyCaps: {
    Ctrl: 'Ctrl',
    Shift: 'Shift',
    Alt: 'Alt',
    Enter: 'Enter',
    Del: 'Del',
    PgDn: 'PgDn',
    PgUp: 'PgUp',
    Esc: 'Esc',
    Tab: 'Tab',
    Space: 'Space',
    Home: 'Home',
    End: 'End',
    Arrows: 'Arrows',
    Menu: 'Menu',
    Backspace: 'Backspace',
  } as Record<string, string>,
};
