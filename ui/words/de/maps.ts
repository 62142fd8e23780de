// Die Maps einer Datei nebeneinander: Reiter, was mit ihnen geschieht, Verweise zwischen ihnen.

import type { maps as english } from '../en/maps';

/** The maps of a file beside one another: tabs, what is done with them, links between them. */
export const maps: typeof english = {
  maps: {
    tabs: 'Maps dieser Datei',
    add: 'Map zu dieser Datei hinzufügen',
    blank: 'Leere Map',
    next: 'Nächste Map',
    previous: 'Vorige Map',
    title: 'Titel der Map',
    rename: 'Umbenennen',
    left: 'Nach links',
    right: 'Nach rechts',
    future: 'Als Soll-Zustand duplizieren',
    duplicate: 'Duplizieren',
    remove: 'Map entfernen',
    copied: (name) => `„${name}“ dupliziert`,
    copiedFuture: 'Diese Kopie ist der Soll-Zustand',
    added: (name) => `„${name}“ hinzugefügt`,
    addedFor: (stage) => `Map zu „${stage}“ hinzugefügt`,
    moved: (name, at, of) => `„${name}“ verschoben, ${at} von ${of}`,
    removed: (name) => `Map „${name}“ entfernt`,
    shown: (name, at, of) => `${name}, Map ${at} von ${of}`,
    link: 'Map dieser Phase',
    noLink: 'Keine',
    newMap: 'Neue Map zu dieser Phase',
    follow: (name) => `Zu „${name}“`,
    linked: (stage, name) => `„${stage}“ führt zu „${name}“`,
    unlinked: (stage) => `„${stage}“ führt zu keiner Map`,
  },
};
