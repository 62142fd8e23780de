// Pages and exports of the fake shell: one sheet for the canvas, a deck of an overview, the stages and a plan.
import type { Exported, Shown, ShownPage, SlidePart, Wish } from './showing';
import type { FakeMap } from './fake_model';

const whole: ShownPage['art'] = [0, 0, 1, 1];

function slide(title: string, part: SlidePart, stage: string | null): ShownPage {
  const [paper, size] = [
    { w: 338.67, h: 190.5 },
    { w: 1920, h: 1080 },
  ];
  return { title, part, paper, size, art: whole, background: '#ffffff', words: [title], stage };
}

/** What a wish comes to. A canvas is too small on A4 and fine on A3. */
export function fakePreview(map: FakeMap, wish: Wish): Shown {
  const told = { token: 1, legible: null, text: null, file_name: `${map.title}.${wish.format}` };
  if (['md', 'mmd', 'json'].includes(wish.format)) return { ...told, pages: [], text: `# ${map.title}\n` };
  if (wish.view === 'slides') {
    const pages = [
      slide('Buyers stall most at Decision', 'overview', null),
      ...map.stages.map(({ name, id }) => slide(name, 'stages', id)),
      slide('What we will do', 'plan', null),
    ].filter((page) => !wish.without.includes(page.part!));
    const floor = wish.distance === 'projector' ? 18 : 12;
    return { ...told, pages, legible: { smallest: floor, floor, better: null } };
  }
  const size = { w: 1880, h: 1100 };
  const page = { title: map.title, part: null, size, background: '#f5f3ee', words: [], stage: null };
  if (wish.format !== 'pdf') return { ...told, pages: [{ ...page, paper: null, art: whole }] };
  const small = wish.paper === 'a4';
  return {
    ...told,
    pages: [{ ...page, paper: { w: 297, h: 210 }, art: whole }],
    legible: { smallest: small ? 5.6 : 8.3, floor: 8, better: small ? 'a3' : null },
  };
}

/** What an export came to. */
export function fakeExport(wish: Wish): Exported {
  return { file_name: `seven-phases.${wish.format}`, folder: 'Documents', warnings: [] };
}
