// English: every sentence of the page, by where it is said. The other languages are of its type.

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
export const english = {
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

/** The sentences of a language. */
export type Sentences = typeof english;
