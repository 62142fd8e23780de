// Die Gliederung: die Map als Text, und wie eine Map angesehen wird.

import type { outline as english } from '../en/outline';
import { many } from '../locale.svelte';

/** The outline: the map as a text, and the ways of looking at a map. */
export const outline: typeof english = {
  views: {
    name: 'Ansicht',
    canvas: 'Fläche',
    outline: 'Gliederung',
    showCanvas: 'Als Fläche zeigen',
    showOutline: 'Als Gliederung zeigen',
    narrow: 'Die Fläche ist breit für dieses Fenster.',
  },

  outline: {
    region: 'Gliederung',
    stages: 'Phasen',
    count: (count) => many(count, 'Phase', 'Phasen'),
    cards: (count) => many(count, 'Karte', 'Karten'),
    show: 'Ebenen zeigen',
    all: 'Alle',
    filled: 'Mit Karten',
    people: 'Personen',
    paths: 'Andere Wege',
    steps: (steps) => `Schritte: ${steps}`,
    gap: (title) => `Lücke: ${title}`,
    lowest: 'Tiefster Punkt',
    noTitle: 'Map ohne Titel',
    noName: 'Ohne Namen',
    noWords: 'Ohne Worte',
    noStages: 'Noch keine Phasen. S oder das Menü fügt die erste hinzu.',
    invite: (kind) => `${kind} hinzufügen`,
    addTo: 'Hinzufügen zu',
    addToLane: (lane, stage) => `Zu ${lane} hinzufügen, ${stage}`,
    hints: [
      ['Enter', 'weitere Karte'],
      ['Tab', 'nächste Phase'],
      ['Alt ↓', 'nach unten'],
    ],
    place: (at, of) => `Karte ${at} von ${of}`,
    copy: 'Als Text kopieren',
    copied: 'Die Gliederung liegt in der Zwischenablage.',
  },
};
