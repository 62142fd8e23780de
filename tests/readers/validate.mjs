// Validates decks with Microsoft's Open XML SDK: schemas of the parts, and what must hold between them.
// node validate.mjs PACKAGE VERSION DECK… prints a JSON array: for each deck what was found, a line a finding.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [entry, version, ...decks] = process.argv.slice(2);
const { default: validate } = await import(pathToFileURL(entry));
const found = [];
for (const deck of decks) {
  const bytes = await readFile(deck);
  const own = await validate(bytes, "pptx", version);
  found.push(own.map((one) => `${one.path.partUri} ${one.path.xpath}: ${one.id} ${one.description}`));
}
console.log(JSON.stringify(found));
process.exit(0);
