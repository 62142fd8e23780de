// Gives the page `virtual:guide/en` and `virtual:guide/de`: the guide's chapters, with the addresses of their pictures.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readGuide, type GuideLanguage } from './reading.ts';

const prefix = 'virtual:guide/';

/** The chapters in a folder, of all languages. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

/** A plugin of Vite that reads the guide in `root`. */
export function guide(root: string): Plugin {
  return {
    name: 'guide',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      for (const file of filesIn(root)) this.addWatchFile(file);
      const parts = readGuide(root, id.slice(prefix.length + 1) as GuideLanguage);
      const pictures: string[] = [];
      // Each picture becomes a file of the page under a name of Vite's, known by an import only.
      const text = JSON.stringify(parts).replace(/"src":("(?:[^"\\]|\\.)*")/g, (_, file: string) => {
        if (!existsSync(JSON.parse(file) as string)) return '"src":""';
        pictures.push(`import p${pictures.length} from ${file};`);
        return `"src":p${pictures.length - 1}`;
      });
      return `${pictures.join('\n')}\nexport default ${text};`;
    },
  };
}
