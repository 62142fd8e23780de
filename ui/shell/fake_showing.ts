// Pages and exports of the fake shell: one sheet for the canvas, a deck of an overview, the stages and a plan.
import type { Exported, Shown, ShownPage, SlidePart, Wish } from './showing';
import type { FakeMap } from './fake_model';

const whole: ShownPage['art'] = [0, 0, 1, 1];

function slide(title: string, part: SlidePart, stage: string | null): ShownPage {
  const [paper, size] = [
    { w: 338.67, h: 190.5 },
    { w: 1920, h: 1080 },
  ];
  return {
    title,
    part,
    paper,
    paper_name: null,
    size,
    art: whole,
    background: '#ffffff',
    words: [title],
    stage,
  };
}

/** The headline that the sample finds by itself. */
const found = 'Buyers stall most at Decision';

let previews = 0;
/** What a wish comes to. Text is too small on A4 and fine on A3. */
export function fakePreview(map: FakeMap, wish: Wish): Shown {
  const slides = wish.view === 'slides' && !wish.without.includes('overview');
  const told = {
    token: (previews += 1),
    legible: null,
    text: null,
    file_name: `${map.title}.${wish.format}`,
    headline: slides ? { own: map.headline ?? '', generated: found } : null,
  };
  if (['md', 'mmd', 'json'].includes(wish.format)) return { ...told, pages: [], text: `# ${map.title}\n` };
  if (wish.view === 'slides') {
    const pages = [
      ...(wish.cover ? [slide(map.title, 'cover', null)] : []),
      slide(map.headline || found, 'overview', null),
      ...map.stages.map(({ name, id }) => slide(name, 'stages', id)),
      slide('What we will do', 'plan', null),
    ].filter((page) => !wish.without.includes(page.part!));
    const floor = wish.distance === 'projector' ? 18 : 12;
    return {
      ...told,
      pages,
      legible: { smallest: floor, floor, small: false, sentence: null, remedies: [] },
    };
  }
  const size = { w: 1880, h: 1100 };
  const about = { title: map.title, part: null, paper: null, paper_name: null, stage: null };
  const page: ShownPage = { ...about, size, background: '#f5f3ee', words: [], art: whole };
  const poster = wish.view === 'poster';
  if (wish.format !== 'pdf' && !poster) return { ...told, pages: [page] };
  const small = wish.paper === 'a4';
  const named = wish.paper || (poster ? 'a3' : '');
  const paper = small ? { w: 297, h: 210 } : { w: 420, h: 297 };
  const pages = Array.from({ length: wish.tile ? 4 : 1 }, () => ({
    ...page,
    paper,
    paper_name: named ? named.toUpperCase() : null,
  }));
  const advice = 'Choose A3, or print 4 tiles.';
  return {
    ...told,
    pages,
    legible: {
      smallest: small ? 5.6 : 8.3,
      floor: 8,
      small,
      sentence: small && poster ? `Smallest text is 5.6 pt. ${advice}` : null,
      remedies: small
        ? [
            { paper: { name: 'A3', paper: { w_mm: 420, h_mm: 297 } } },
            ...(poster ? [{ tiles: { count: 4, poster: { w_mm: 542, h_mm: 368 } } }] : []),
          ]
        : [],
    },
  };
}

/** What an export came to. */
export function fakeExport(wish: Wish): Exported {
  return { file_name: `seven-phases.${wish.format}`, folder: 'Documents', warnings: [] };
}
