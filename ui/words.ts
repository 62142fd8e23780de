// Every sentence that the page itself says. What Rust says (undo labels, errors, reasons) comes finished from Rust.

import type { ExportFormat } from './shell/shell';
import { canvas } from './words/canvas';
import { details } from './words/details';
import { file } from './words/file';
import { frame } from './words/frame';
import { structure } from './words/structure';

export { clockAndDay, moment } from './words/times';

/** The page's sentences, by where they are said. */
export const words = {
  ...structure,
  ...file,
  ...frame,
  ...canvas,
  ...details,

  app: {
    name: 'Desire Path',
    private: 'Everything stays on this computer',
    dark: 'Dark theme',
    light: 'Light theme',
  },

  export: {
    button: 'Export',
    title: 'Export this map',
    look: 'Look',
    light: 'Light',
    dark: 'Dark',
    formats: {
      png: { name: 'PNG', line: 'A picture for slides and mail' },
      pdf: { name: 'PDF', line: 'One page, text can be searched' },
      svg: { name: 'SVG', line: 'A drawing that stays sharp' },
      md: { name: 'Markdown', line: 'An outline to read and to edit' },
      mmd: { name: 'Mermaid', line: 'A journey diagram as text' },
      json: { name: 'JSON', line: 'Everything, to come back in unchanged' },
    } satisfies Record<ExportFormat, { name: string; line: string }>,
    running: 'Exporting…',
    done: (file: string) => `Exported ${file}`,
  },

  notices: {
    region: 'Notices',
    dismiss: 'Dismiss',
  },
};
