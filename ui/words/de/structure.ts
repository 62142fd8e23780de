// The sentences about building a map: menus, small dialogs, gaps and paths, what was done and what went.

import type { Table } from '../../shell/types';
import type { structure as english } from '../en/structure';
import { list, many, number } from '../locale.svelte';

/** What things are called: one after its article, one alone, several. */
const things: Partial<Record<Table, [string, string, string]>> = {
  card: ['eine', 'Karte', 'Karten'],
  stage: ['eine', 'Phase', 'Phasen'],
  step: ['ein', 'Schritt', 'Schritte'],
  lane: ['eine', 'Ebene', 'Ebenen'],
  gap: ['eine', 'Lücke', 'Lücken'],
  path: ['ein', 'Pfad', 'Pfade'],
  feeling: ['ein', 'Punkt', 'Punkte'],
};
const anything: [string, string, string] = ['ein', 'Element', 'Elemente'];

/** See the head of this file. */
export const structure: typeof english = {
  menu: {
    map: 'Map',
    edit: 'Text bearbeiten',
    newCard: 'Neue Karte',
    newCardBelow: 'Neue Karte darunter',
    duplicate: 'Duplizieren',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    copyPicture: 'Als Bild kopieren',
    paste: 'Einfügen',
    left: 'Nach links',
    right: 'Nach rechts',
    up: 'Nach oben',
    down: 'Nach unten',
    moveTo: 'Verschieben nach …',
    step: 'Um einen Schritt',
    toKind: 'Art ändern',
    laneAbove: 'In die Ebene darüber',
    laneBelow: 'In die Ebene darunter',
    longer: 'Länger',
    shorter: 'Kürzer',
    longerStages: 'Um eine Phase länger',
    shorterStages: 'Um eine Phase kürzer',
    delete: 'Löschen',
    rename: 'Umbenennen',
    more: 'Mehr',

    stageBefore: 'Phase davor hinzufügen',
    stageAfter: 'Phase danach hinzufügen',
    addStage: 'Phase hinzufügen',
    deleteStage: 'Phase löschen',
    inspectStage: 'Kurzname, Frage des Käufers …',
    duration: 'Dauer …',
    job: 'Kaufaufgabe',
    ownJob: 'In eigenen Worten …',
    noJob: 'Keine',
    act: 'Akt',
    ownAct: 'Neuer Akt …',
    noAct: 'Keiner',
    width: 'Breite',
    narrower: 'Schmaler',
    wider: 'Breiter',
    fitText: 'An Text anpassen',
    resetWidth: 'Wie am Anfang',
    conversion: 'Hier fällt der Kauf',
    gapAfter: 'Lücke danach hinzufügen',
    revisit: 'Zurück zu früherer Phase',
    skip: 'Vor zu späterer Phase',
    otherPath: 'Anderer Pfad',
    pathFrom: 'Pfad von hier',

    addLane: 'Ebene darunter hinzufügen …',
    newLane: 'Ebene hinzufügen …',
    deleteLane: 'Ebene löschen',
    toInsight: 'Auf das Blatt Erkenntnis',
    toExperience: 'Auf das Blatt Erleben',
    collapse: 'Einklappen',
    expand: 'Ausklappen',
    hide: 'Ausblenden',
    height: 'Höhe',
    lower: 'Niedriger',
    higher: 'Höher',
    resetHeight: 'Wie am Anfang',
    lineBelow: 'Linie darunter',
    hiddenLanes: 'Ausgeblendete Ebenen',
    addPoint: 'Punkt hinzufügen',
    addPointOf: (name) => `Für „${name}“`,
    ofNobody: 'Für niemand Bestimmten',

    severity: 'Schwere',
    impact: 'Wirkung',
    effort: 'Aufwand',
    vote: 'Stimme geben',
    voteBack: 'Stimme zurücknehmen',
    evidence: 'Beleg',
    people: 'Wem es gehört',
    nobody: 'Niemand Bestimmtem',
    team: 'Zuständiges Team',
    noTeam: 'Keines',
    newTeam: 'Neues Team …',
    tags: 'Schlagwörter',
    newTag: 'Neues Schlagwort …',
    answers: 'Chance verknüpfen',

    causes: 'Ursache',
    status: 'Status',
    deleteGap: 'Lücke löschen',

    kind: 'Art',
    often: 'Wie oft',
    deletePath: 'Pfad löschen',

    label: 'Beschriftung bearbeiten',
    raise: 'Heben',
    sink: 'Senken',
    moment: 'Jetzt oder künftig',
    makePrimary: 'Zur Hauptperson machen',
    deletePoint: 'Punkt löschen',
  },

  ask: {
    job: { title: 'Kaufaufgabe', label: 'Was der Käufer hier tut' },
    act: { title: 'Akt', label: 'Der Akt, zu dem diese Phase gehört' },
    team: { title: 'Neues Team', label: 'Name' },
    tag: { title: 'Neues Schlagwort', label: 'Name' },
    path: { title: 'Pfad', label: 'Ein paar Worte an der Linie' },
    ok: 'OK',
    cancel: 'Abbrechen',
  },

  duration: {
    title: 'Dauer',
    of: (stage) => `Dauer von „${stage}“`,
    from: 'Von',
    to: 'Bis',
    unit: 'Einheit',
    units: {
      minute: 'Minuten',
      hour: 'Stunden',
      day: 'Tage',
      week: 'Wochen',
      month: 'Monate',
      year: 'Jahre',
    },
    ongoing: 'Fortlaufend',
    clear: 'Unbekannt',
    wrong: 'Eine Zahl eingeben, und danach keine kleinere.',
  },

  stages: {
    jobs: ['Problem erkennen', 'Lösungen erkunden', 'Anforderungen klären', 'Anbieter wählen'],
  },

  evidence: {
    hypothesis: 'Hypothese',
    observed: 'Beobachtet',
    measured: 'Gemessen',
  },

  moments: { now: 'Jetzt', future: 'Künftig' },

  gaps: {
    causes: {
      time: 'Zeit',
      channel: 'Kanal',
      device: 'Gerät',
      silo: 'Silo',
      person: 'Person',
    },
    new: {
      time: 'Wartezeit',
      channel: 'Kanalwechsel',
      device: 'Gerätewechsel',
      silo: 'Übergabe',
      person: 'Neuer Entscheider',
    },
    status: { open: 'Offen', nurtured: 'Begleitet', plugged: 'Geschlossen' },
    add: 'Lücke hinzufügen',
    addHere: (stage) => `Lücke nach „${stage}“ hinzufügen`,
  },

  paths: {
    kinds: {
      revisit: 'Rückkehr',
      skip: 'Sprung',
      detour: 'Umweg',
      entry: 'Einstieg',
      exit: 'Ausstieg',
      fallback: 'Ausweichweg',
      feedback: 'Rückmeldung',
      desire: 'Trampelpfad',
    },
    label: {
      revisit: 'Rückkehr',
      skip: 'Sprung',
      detour: 'Umweg',
      entry: 'Einstieg',
      exit: 'Ausstieg',
      fallback: 'Ausweichweg',
      feedback: 'Rückmeldung',
      desire: 'Trampelpfad',
    },
    outside: 'Von außen hierher',
    leave: 'Von hier nach außen',
    often: (count) => (count === 1 ? 'Einmal' : `${number(count)}-mal`),
    oftenUnknown: 'Unbekannt',
  },

  done: {
    changed: (count) => `${many(count, 'Karte', 'Karten')} geändert`,
    duplicated: (name) => `„${name}“ dupliziert`,
    duplicatedCards: (count) => `${many(count, 'Karte', 'Karten')} dupliziert`,
    moved: (name) => `„${name}“ verschoben`,
    movedFirst: (name) => `„${name}“ an den Anfang verschoben`,
    movedAfter: (name, before) => `„${name}“ hinter „${before}“ verschoben`,
    movedTo: (lane, stage) => `Nach ${lane}, ${stage} verschoben`,
    cardsMoved: (count, lane) => `${many(count, 'Karte', 'Karten')} nach „${lane}“ verschoben`,
    shorter: (sentence, count) => {
      if (count === 0) return sentence;
      const cards =
        count === 1 ? 'Eine Karte über mehrere Phasen ist' : `${count} Karten über mehrere Phasen sind`;
      return `${sentence.replace(/\.$/, '')}. ${cards} jetzt kürzer.`;
    },
    hidden: (name) => `„${name}“ ist ausgeblendet`,
    gapAdded: (stage) => `Lücke nach „${stage}“ hinzugefügt. Keine Ebene zeigt Lücken.`,
  },

  removed: {
    count: (table, count) => {
      const [article, one, more] = things[table] ?? anything;
      return count === 1 ? `${article} ${one}` : `${number(count)} ${more}`;
    },
    one: (table, count, name) => {
      const [, one, more] = things[table] ?? anything;
      return name ? `${one} „${name}“ gelöscht` : `${many(count, one, more)} gelöscht`;
    },
    several: (count) => `${many(count, 'Element', 'Elemente')} gelöscht`,
    with: (sentence, along) => (along.length > 0 ? `${sentence}, dazu ${list(along)}` : sentence),
  },
};
