// What the page says where a map is exported, printed and presented.

import type { showing as english } from '../en/showing';
import { many, number } from '../locale.svelte';

/** A number of points as people say it: "5,6", "12". */
const points = (size: number) => number(size, 1);

/** Bytes as people say them: "420 kB", "1,2 MB". */
function bytes(count: number): string {
  if (count < 1000) return many(count, 'Byte', 'Bytes');
  if (count < 1_000_000) return `${number(count / 1000, 0)} kB`;
  return `${number(count / 1_000_000, 1)} MB`;
}

const slidesNear = 'Am Schreibtisch gut zu lesen. Für einen Beamer sind es 18 pt, und weniger Karten passen.';
const slidesFar = 'Vom Beamer gut zu lesen. Am Schreibtisch sind es 12 pt, und mehr Karten passen.';

/** The sentences of exporting, printing and presenting. */
export const showing: typeof english = {
  export: {
    button: 'Exportieren',
    title: 'Exportieren und drucken',
    close: 'Schließen',
    views: { canvas: 'Map', slides: 'Folien', poster: 'Poster' },
    view: 'Ansicht',
    format: 'Format',
    text: 'Text',
    textFormat: 'Art des Textes',
    formats: {
      pdf: 'PDF',
      png: 'PNG',
      svg: 'SVG',
      pptx: 'PPTX',
      md: 'Markdown',
      mmd: 'Mermaid',
      json: 'JSON',
    },
    about: {
      pdf: 'Text, der sich suchen und vorlesen lässt',
      png: 'Ein Bild für Folien und E-Mails',
      svg: 'Eine Zeichnung, die scharf bleibt',
      pptx: 'Text, Formen und Kurve bleiben bearbeitbar',
      md: 'Eine Gliederung zum Lesen und Bearbeiten',
      mmd: 'Ein Journey-Diagramm als Text',
      json: 'Alles, um es unverändert wieder einzulesen',
    },
    paper: 'Papier',
    papers: {
      map: 'So groß wie die Map',
      a4: 'A4',
      a3: 'A3',
      a2: 'A2',
      a1: 'A1',
      a0: 'A0',
      letter: 'Letter',
      tabloid: 'Tabloid',
      other: 'Andere Größe …',
    },
    direction: 'Ausrichtung',
    lying: 'Quer',
    upright: 'Hoch',
    distance: 'Gelesen vom',
    desk: 'Tisch',
    projector: 'Beamer',
    colours: 'Farben',
    light: 'Hell',
    dark: 'Dunkel',
    sharpness: 'Schärfe',
    times: (scale) => `${scale}×`,
    width: 'Größe in Pixeln',
    pixels: (w, h) => `${Math.round(w)} × ${Math.round(h)}`,
    headline: 'Kernaussage',
    parts: 'Folien',
    part: {
      cover: 'Titelfolie',
      overview: 'Überblick',
      stages: 'Phasen',
      gaps: 'Lücken',
      plan: 'Maßnahmenplan',
    },
    notes: 'Notizen für den Vortrag',
    lettering: 'Schrift',
    asText: 'Bleibt Text',
    asOutlines: 'Als Umrisse',
    maps: 'Maps',
    thisMap: 'Nur diese',
    allMaps: (count) => `Alle ${count}`,
    pages: 'Seiten',
    all: 'Alle',
    onlyThis: 'Nur diese',
    range: (first, last) => (first === last ? String(first) : `${first} bis ${last}`),
    list: 'Seiten',
    preview: 'Vorschau',
    page: (view, at, of) => `${view === 'slides' ? 'Folie' : 'Blatt'} ${at} von ${of}`,
    previous: 'Vorige Seite',
    next: 'Nächste Seite',
    sheet: (name, w, h) =>
      [name && `${name} ${h > w ? 'hoch' : 'quer'}`, `${Math.round(w)} × ${Math.round(h)} mm`]
        .filter(Boolean)
        .join(', '),
    own: (w, h) => `So groß wie die Map, ${Math.round(w)} × ${Math.round(h)} mm`,
    slide: '16:9, 33,87 × 19,05 cm',
    printed: (w, h) => `Bedruckte Fläche ${Math.round(w)} × ${Math.round(h)} mm`,
    beginning: 'Der Anfang des Textes',
    legible: (of, view, paper) => {
      const head = `Die kleinste Schrift hat ${points(of.smallest)} pt.`;
      if (view === 'slides') return [head, of.floor > 12 ? slidesFar : slidesNear];
      const where = paper === null ? 'in dieser Größe' : `auf ${paper}`;
      if (!of.small) return [head, `Gut zu lesen ${where}.`];
      const helps = of.sentence?.slice(of.sentence.indexOf('. ') + 2);
      const [remedy] = of.remedies;
      const other =
        remedy && 'paper' in remedy
          ? `${remedy.paper.name} wählen.`
          : 'Besser ein Poster daraus machen oder Ebenen ausblenden.';
      return [head, `Zu klein zum Lesen ${where}. ${helps ?? other}`];
    },
    remedy: (remedy) => {
      if ('paper' in remedy) return `${remedy.paper.name} nehmen`;
      if ('tiles' in remedy) return `${many(remedy.tiles.count, 'Teil', 'Teile')} drucken`;
      return `${many(remedy.hide_lanes.lanes.length, 'Ebene', 'Ebenen')} ausblenden`;
    },
    size: 'Breite × Höhe',
    sizeHint: '300 x 200 mm oder 36 x 24 in',
    sheets: 'Blätter',
    one: 'Eines',
    tiles: 'Teile',
    zones: 'Je Bereich',
    tile: 'Zuschnitt',
    on: 'Auf den Blättern',
    header: 'Kopf der Map',
    lanes: 'Alle Ebenen',
    lanesOf: (shown, all) => `${shown} von ${all}`,
    key: 'Legende am Fuß',
    gaps: 'Lücken',
    plan: 'Maßnahmenplan',
    sheetAt: (at) => `Blatt ${at}`,
    blank: 'Leer für die Wand',
    noCards: 'ohne Karten',
    dpi: (dots) => `${dots} dpi`,
    amount: (view, pages, size) =>
      [
        pages === 0
          ? ''
          : many(pages, view === 'slides' ? 'Folie' : 'Blatt', view === 'slides' ? 'Folien' : 'Blätter'),
        size === null ? '' : `etwa ${bytes(size)}`,
      ]
        .filter(Boolean)
        .join(', '),
    folder: 'ein Ordner mit Bildern',
    go: (format) => `${format} exportieren`,
    print: 'Drucken',
    into: 'In Präsentation …',
    printing: 'An den Drucker geschickt.',
    drawing: (view, at, of) =>
      of < 2
        ? 'Datei wird geschrieben'
        : `${view === 'slides' ? 'Folie' : 'Blatt'} ${at} von ${of} wird gezeichnet`,
    left: (seconds) => `noch etwa ${many(Math.max(1, Math.round(seconds)), 'Sekunde', 'Sekunden')}`,
    cancel: 'Abbrechen',
    nothing: 'Keine Folie ist übrig. Unter Folien wählen, was dabei sein soll.',
    done: (file, folder) => `${file} nach ${folder} exportiert.`,
    show: 'Im Ordner anzeigen',
    repeat: 'Letzten Export wiederholen',
    copyPicture: 'Auswahl als Bild kopieren',
    copyWhole: 'Map als Bild kopieren',
    copied: (w, h) => `Als Bild mit ${w} × ${h} Pixeln kopiert.`,
  },

  present: {
    present: 'Präsentieren',
    begin: 'Von Anfang an präsentieren',
    here: 'Ab dieser Phase präsentieren',
    title: (map) => `Präsentation: ${map}`,
    roledescription: 'Folie',
    slide: (at, of, title) => `Folie ${at} von ${of}. ${title}`,
    cover: (title) => `Titelfolie. ${title}`,
    onCover: 'Titelfolie',
    of: (at, of) => `${at} von ${of}`,
    progress: 'Folien',
    controls: 'Präsentation',
    previous: 'Vorige Folie',
    next: 'Nächste Folie',
    timer: 'Zeit',
    zoom: 'Zum Zeiger zoomen',
    room: 'Saal',
    roomLine: 'Saal: größere Schrift und kräftigere Linien für alle, die weit weg sitzen',
    end: 'Beenden',
    ended: 'Die Präsentation ist beendet.',
    blanked: 'Der Bildschirm ist leer.',
    elapsed: (ms) => {
      const seconds = Math.floor(ms / 1000);
      const two = (part: number) => String(part).padStart(2, '0');
      const hours = Math.floor(seconds / 3600);
      const clock = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
      return hours > 0 ? `${hours}:${clock}` : clock;
    },
  },
};
