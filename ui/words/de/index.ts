// German: every sentence of the page, by where it is said. The compiler tells which one is missing.
//
// People are not addressed: labels and advice are infinitives, as in the desktops of GNOME and LibreOffice. A name that
// somebody typed stands in „quotation marks“ inside a sentence. The glossary is that of crates/journey/src/words/de.

import type { Sentences } from '../en';
import { app } from './app';
import { canvas } from './canvas';
import { details } from './details';
import { file } from './file';
import { frame } from './frame';
import { maps } from './maps';
import { outline } from './outline';
import { showing } from './showing';
import { structure } from './structure';
import { times } from './times';

/** Every sentence of the page. */
export const german: Sentences = {
  ...app,
  ...structure,
  ...file,
  ...frame,
  ...canvas,
  ...details,
  ...showing,
  ...maps,
  ...outline,
  times,
};
