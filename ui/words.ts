// Every sentence that the page itself says. What Rust says (undo labels, errors, reasons) comes finished from Rust.

import { canvas } from './words/canvas';
import { details } from './words/details';
import { file } from './words/file';
import { frame } from './words/frame';
import { showing } from './words/showing';
import { structure } from './words/structure';

export { clockAndDay, moment } from './words/times';

/** The page's sentences, by where they are said. */
export const words = {
  ...structure,
  ...file,
  ...frame,
  ...canvas,
  ...details,
  ...showing,

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
};
