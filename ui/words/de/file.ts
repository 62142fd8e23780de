// Home, the file and how safe it is.

import type { SaveState } from '../../shell/shell';
import type { file as english } from '../en/file';
import { many, number } from '../locale.svelte';
import { clock } from './times';

/** Home, the file and how safe it is. */
export const file: typeof english = {
  home: {
    title: 'Wessen Weg soll auf die Map?',
    intro: 'Ein Ausgangspunkt genügt. Jede Phase, jede Ebene und jedes Wort lässt sich später ändern.',
    blank: 'Leere Map',
    paste: 'Liste einfügen',
    open: 'Datei öffnen',
    templates: 'Vorlagen',
    // What is a noun nobody knows here: each name stands for itself, with the capital that it begins with.
    stages: (names) => names.join('\u00a0· '),
    template: (name, stages, line) => `${name}. ${stages.join(', ')}. ${line}.`,
    recent: 'Zuletzt geändert',
    noRecent: 'Hier stehen Maps, die gespeichert oder geöffnet wurden.',
    missing: 'Nicht mehr am alten Ort',
    forget: (name) => `${name} von der Liste nehmen`,
    drafts: 'Noch in keiner Datei',
    setAside: (name: string) => `${name} von der Liste genommen`,
    draft: (when) => `Entwurf, ${when}`,
    recovered: (when) => `Wiederhergestellt, ${when}`,
    sample: 'Fertige Map ansehen',
    sampleLine:
      'Ein ausgearbeitetes Beispiel mit Lücken, Schmerzpunkten und Maßnahmenplan. Öffnet sich als Kopie.',
  },

  file: {
    menu: 'Datei',
    new: 'Neue Map',
    open: 'Öffnen …',
    save: 'Speichern',
    saveNow: 'Jetzt speichern',
    saveAs: 'Speichern unter …',
    saveCopy: 'Kopie speichern …',
    copied: (file) => `Kopie gespeichert als ${file}`,
    shareClean: 'Saubere Kopie weitergeben …',
    showInFolder: 'Im Ordner anzeigen',
    showFile: 'Datei anzeigen',
    home: 'Map schließen',
    quit: 'Beenden',
    readOnly: 'Schreibgeschützt',
    readOnlyNext: 'Ansehen und Exportieren ist möglich.',
    undo: (what) => (what ? `Rückgängig: ${what}` : 'Nichts rückgängig zu machen'),
    redo: (what) => (what ? `Wiederholen: ${what}` : 'Nichts zu wiederholen'),
    undone: (what) => `Rückgängig gemacht: ${what}`,
    redone: (what) => `Wiederholt: ${what}`,
    undoButton: 'Rückgängig',
  },

  share: {
    title: 'Saubere Kopie weitergeben',
    what: 'Die Kopie enthält die Map in ihrem jetzigen Stand.',
    out: 'Nicht dabei: was geändert oder entfernt wurde, wer es geändert hat, benannte Versionen, Kommentare, Workshop-Runden und was Fotos über Ort, Zeit und Kamera verraten.',
    stays: 'Was auf der Map steht, bleibt, samt Notizen, ausgeblendeten Ebenen und den Personen der Map.',
    nameless: 'Ohne Namen: Rollen anstelle der Personen',
    go: 'Ort wählen …',
    cancel: 'Abbrechen',
    done: (file) => `Weitergegeben als ${file}.`,
    doneNext: 'Die Kopie kann so verschickt werden.',
  },

  conflict: {
    one: (file) => `Im Ordner liegt eine weitere Kopie dieser Map: ${file}.`,
    many: (count, file) => `Im Ordner liegen ${number(count)} weitere Kopien dieser Map, darunter ${file}.`,
    next: 'Die Datei wurde an zwei Orten zugleich geändert; beide Fassungen bleiben erhalten.',
    open: 'Öffnen',
  },

  versions: {
    title: 'Versionen',
    open: 'Versionen …',
    name: 'Diese Version benennen',
    nameOpen: 'Diese Version benennen …',
    called: 'Name',
    close: 'Versionen schließen',
    named: (name) => `Diese Version heißt jetzt „${name}“.`,
    since: (count) => (count === 0 ? 'wie jetzt' : `${many(count, 'Änderung', 'Änderungen')} seitdem`),
    elsewhere: 'nicht in dieser Datei',
    back: 'Zurückkehren',
    backTo: (name) => `Zu „${name}“ zurückkehren`,
    copy: 'Kopie öffnen',
    copyOf: (name) => `Kopie von „${name}“ öffnen`,
    wentBack: (name) => `Die Map ist wieder wie bei „${name}“.`,
    opened: (name) => `„${name}“ ist als Kopie geöffnet.`,
    openedNext: 'Die bisherige Map liegt unverändert in ihrer Datei.',
    foot: 'Vor dem Zurückkehren wird der heutige Stand als Version bewahrt.',
    none: 'Wer den jetzigen Stand benennt, kann später zu ihm zurückkehren.',
  },

  save: {
    state: (save: SaveState, inFile: boolean): string => {
      const since = clock(save.since);
      switch (save.state) {
        case 'saved':
          return since ? `Gespeichert ${since}` : 'Gespeichert';
        case 'saving':
          return 'Wird gespeichert …';
        case 'kept':
          return inFile ? 'Hier bewahrt, nicht in der Datei' : 'Hier bewahrt, noch in keiner Datei';
        case 'two_copies':
          return 'Zwei Kopien';
      }
    },
    headline: (save: SaveState, file: string): string => {
      switch (save.state) {
        case 'saved':
          return `Gespeichert in ${file}`;
        case 'saving':
          return `${file} wird gespeichert`;
        case 'kept':
          return 'Hier bewahrt, noch nicht in der Datei';
        case 'two_copies':
          return 'Diese Datei wurde anderswo geändert';
      }
    },
    since: { saved: 'Gespeichert', saving: 'Seit', kept: 'Seit', two_copies: 'Seit' },
    waiting: 'Ausstehend',
    changes: (count) => many(count, 'Änderung', 'Änderungen'),
    why: 'Grund',
  },
};
