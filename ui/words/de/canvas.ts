// The map itself: what things are called, what is typed, moved and pasted on it.

import type { canvas as english } from '../en/canvas';
import { many, number } from '../locale.svelte';

/** The map itself: what things are called, what is typed, moved and pasted on it. */
export const canvas: typeof english = {
  kinds: {
    stage: 'Phase',
    lane: 'Ebene',
    gap: 'Lücke',
    feeling: 'Gefühl',
    path: 'Pfad',
    person: 'Person',
  },

  cardKinds: {
    goals: 'Ziel',
    actions: 'Handlung',
    touchpoints: 'Kontaktpunkt',
    content: 'Inhalt',
    emotions: 'Gefühl',
    thoughts: 'Gedanke',
    questions: 'Frage',
    interaction_model: 'Interaktion',
    deciders: 'Entscheider',
    motivators: 'Antrieb oder Hürde',
    risks: 'Risiko',
    pain_points: 'Schmerzpunkt',
    gaps: 'Lücke',
    opportunities: 'Chance',
    teams: 'Team',
    measures: 'Kennzahl',
    backstage: 'System',
    maturity: 'Reifegrad',
    statistic: 'Statistik',
    text: 'Text',
    image: 'Bild',
  },

  laneKinds: {
    goals: 'Ziele',
    actions: 'Handlungen',
    touchpoints: 'Kontaktpunkte',
    content: 'Inhalte und Handlungsaufrufe',
    emotions: 'Emotionen',
    thoughts: 'Gedanken',
    questions: 'Fragen',
    interaction_model: 'Interaktionsmodell',
    deciders: 'Entscheider',
    motivators: 'Antriebe und Hürden',
    risks: 'Risiken',
    pain_points: 'Schmerzpunkte',
    gaps: 'Lücken',
    opportunities: 'Chancen',
    teams: 'Teams',
    measures: 'Kennzahlen',
    backstage: 'Backstage und Systeme',
    maturity: 'Reifegrad',
    statistic: 'Statistik',
    text: 'Text',
    image: 'Bild, Storyboard',
  },

  lanes: {
    title: 'Ebene hinzufügen',
    find: 'Ebene suchen',
    below: (name) => `Kommt unter „${name}“`,
    last: { experience: 'Kommt ans Ende des oberen Blatts', insight: 'Kommt ans Ende des unteren Blatts' },
    experience: 'Erleben: was Käufer durchmachen',
    insight: 'Erkenntnis: was wir lernen und tun',
    either: 'Beides',
    present: 'auf der Map',
    none: 'Keine Ebene mit diesem Namen.',
    line: (name) => `Linie unter „${name}“`,
    lines: { none: 'Keine', interaction: 'Interaktion', visibility: 'Sichtbarkeit' },
    hidden: (count) => `${number(count)} ausgeblendet`,
    hiddenTitle: 'Ausgeblendete Ebenen wieder anzeigen',
    show: (name) => `„${name}“ anzeigen`,
    between: (name) => `Ebene unter „${name}“ hinzufügen`,
  },

  canvas: {
    region: 'Map',
    newCard: (cell) => (cell ? `Neue Karte, ${cell}` : 'Neue Karte'),
    hints: [
      ['Enter', 'weitere Karte'],
      ['Tab', 'nächste Phase'],
      ['Esc', 'fertig'],
    ],
    add: (kind) => kind,
    pointByHand: 'oder Doppelklick, wo er liegt',
    firstStage: 'Erste Phase',
    lastStage: 'Letzte Phase',
    lastLane: 'Letzte Ebene',
    drawPath: 'Auf eine andere Phase ziehen: ein Weg zurück oder an einigen vorbei',
    feeling: (value, label) => [number(value), label].filter(Boolean).join(' '),
    width: (width) => `${number(width)} px`,
    stageHere: 'Phase hier hinzufügen',
  },

  edits: {
    newStage: 'Neue Phase',
    newGap: 'Neue Lücke',
  },

  keys: {
    back: (way) =>
      `Alt+${{ left: 'Links', right: 'Rechts', up: 'Hoch', down: 'Runter' }[way]} verschiebt zurück.`,
    noGapAtEnd: 'Nach einer Lücke muss eine Phase kommen.',
    revisit: (from) => [
      `Wohin geht es von „${from}“ zurück?`,
      'Pfeiltasten wählen die Phase, Eingabe oder ein Klick darauf zeichnet die Schleife, Esc bricht ab.',
    ],
    noRevisit: 'Keine Schleife gezeichnet.',
  },

  move: {
    cards: (count) => `${count === 1 ? 'Karte' : `${number(count)} Karten`} verschieben nach …`,
    stage: (name) => `„${name}“ verschieben nach …`,
    gap: (name) => `„${name}“ verschieben nach …`,
    inStage: 'Phase',
    inLane: 'Ebene',
    place: 'Stelle',
    first: 'Am Anfang',
    last: 'Am Ende',
    after: (what) => `Nach „${what}“`,
    go: 'Verschieben',
    cancel: 'Abbrechen',
    toLane: 'In eine Ebene verschieben',
  },

  offer: {
    /** At the foot of the list, after its keys: Enter, Ctrl+Enter, Esc. */
    choose: 'wählen',
    chooseMore: 'und weitere',
    close: 'schließen',
    people: 'Wem gehört es?',
    noPeople: 'Noch niemand auf dieser Map. Ein getippter Name legt eine Person an.',
    newPerson: (name) => `„${name}“ hinzufügen`,
    owner: 'Welches Team ist zuständig?',
    noTeams: 'Noch kein Team. Ein getippter Name legt eines an.',
    newTeam: (name) => `„${name}“ hinzufügen`,
    opportunity: 'Welche Chance löst es?',
    problem: 'Was löst sie?',
    noOpportunities: 'Noch keine Chance. Getippte Worte legen eine an.',
    newOpportunity: (text) => `„${text}“ hinzufügen`,
    noProblems: 'Es gibt noch nichts zu verknüpfen.',
    noAnswers: 'Nur Schmerzpunkte, Lücken und Chancen lassen sich verknüpfen.',
  },

  clipboard: {
    nothingToCopy: 'Nur Karten lassen sich kopieren.',
    copied: (count) => `${many(count, 'Karte', 'Karten')} kopiert`,
    pasted: (counts, lane) => {
      const cards = many(counts.cards, 'Karte', 'Karten');
      const stages = many(counts.stages, 'Phase', 'Phasen');
      if (counts.cards === 0) return `${stages} eingefügt`;
      const what = counts.stages > 0 ? `${cards} und ${stages}` : cards;
      return lane === null ? `${what} eingefügt` : `${what} in „${lane}“ eingefügt`;
    },
    previewTitle: 'So viel einfügen?',
    preview: (counts) =>
      counts.stages > 0
        ? `Das ergibt ${many(counts.cards, 'Karte', 'Karten')} und ${many(counts.stages, 'Phase', 'Phasen')}.`
        : `Das ergibt ${many(counts.cards, 'Karte', 'Karten')}.`,
    previewHint: 'Einmal Rückgängig nimmt alles zurück.',
    go: 'Einfügen',
    cancel: 'Abbrechen',
  },
};
