//! German: pain points that many maps have, from the sources that the vocabulary names.

pub(super) static SENTENCES: &[(&str, &str)] = &[
    ("common_pain.1", "Wartet zu lange auf Rückmeldung zur Demo-Anfrage"),
    ("common_pain.2", "Verliert auf der Website das Interesse"),
    ("common_pain.3", "Braucht mehr Zuspruch vom Vertrieb"),
    ("common_pain.4", "Findet Informationen nicht"),
    ("common_pain.5", "Verwirrende Preise"),
    ("common_pain.6", "Lange Antwortzeiten"),
    ("common_pain.7", "Umständlicher Bestellvorgang"),
    ("common_pain.8", "Schwache Betreuung nach dem Kauf"),
    ("common_pain.9", "Unklare Preisgestaltung"),
    ("common_pain.10", "Widersprüchliche Auskünfte"),
    ("common_pain.11", "Stau bei der Genehmigung"),
    ("common_pain.12", "Bruch zwischen digital und persönlich"),
    ("common_pain.13", "Zu früh zum Kauf gedrängt"),
    ("common_pain.14", "Standardantwort vom Support"),
    ("common_pain.15", "Anruf ohne Ankündigung"),
    ("common_pain.16", "Formulardaten beim Gerätewechsel verloren"),
    ("common_pain.17", "In der Warteschleife zwischen Abteilungen"),
];
