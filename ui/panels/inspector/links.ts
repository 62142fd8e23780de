// Links in a text that people wrote.

const link = /\b(?:https?:\/\/|mailto:)[^\s<>"“”]+/gi;
/** What ends a sentence and not a link. */
const after = /[.,;:!?)\]}’'»]+$/;

/** The links of a text that can be opened, each once. */
export function linksIn(text: string): string[] {
  const found = [...text.matchAll(link)].map(([whole]) => {
    // A closing bracket belongs to a link that has the opening one.
    const bare = whole.replace(after, '');
    return whole[bare.length] === ')' && bare.includes('(') ? `${bare})` : bare;
  });
  return [...new Set(found)].filter((one) => !/^(https?:\/\/|mailto:)$/i.test(one));
}
