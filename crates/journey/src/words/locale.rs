//! The language of a computer, and the order of names in a language.

/// The language that a computer is set to, with its region (BCP 47), from its variables: `de_CH.UTF-8` is `de-CH`.
/// Empty where it says none.
pub fn of_environment(variable: impl Fn(&str) -> Option<String>) -> String {
    let set = |name: &&str| variable(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set).unwrap_or_default();
    let plain = |locale: &str| locale.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    let own = plain(&locale);
    if matches!(own.as_str(), "" | "C" | "POSIX") {
        return String::new();
    }
    // Where several are named in the order of preference, the first one that we speak.
    let wished = set(&"LANGUAGE").unwrap_or_default();
    let spoken = wished.split(':').map(plain).find(|wish| super::spoken(wish).is_some());
    spoken.unwrap_or(own)
}

/// What names are ordered by: small letters without their marks, so that Ä stands with A; then the name itself.
pub fn sort_key(name: &str) -> (String, String) {
    let mut key = String::with_capacity(name.len());
    for letter in name.to_lowercase().chars() {
        match letter {
            'à'..='å' | 'ā' | 'ă' | 'ą' => key.push('a'),
            'æ' => key.push_str("ae"),
            'ç' | 'ć' | 'č' => key.push('c'),
            'ď' | 'đ' => key.push('d'),
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => key.push('e'),
            'ğ' => key.push('g'),
            'ì'..='ï' | 'ī' | 'į' | 'ı' => key.push('i'),
            'ł' => key.push('l'),
            'ñ' | 'ń' | 'ň' => key.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => key.push('o'),
            'œ' => key.push_str("oe"),
            'ř' => key.push('r'),
            'ś' | 'š' | 'ş' | 'ș' => key.push('s'),
            'ß' => key.push_str("ss"),
            'ť' | 'ț' => key.push('t'),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => key.push('u'),
            'ý' | 'ÿ' => key.push('y'),
            'ź' | 'ż' | 'ž' => key.push('z'),
            other => key.push(other),
        }
    }
    (key, name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{of_environment, sort_key};

    #[test]
    fn the_computer_says_its_language_by_its_variables() {
        let of = |set: &[(&str, &str)]| {
            of_environment(|name| {
                set.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(of(&[("LANG", "de_CH.UTF-8")]), "de-CH");
        assert_eq!(of(&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "C")]), "");
        assert_eq!(of(&[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "de_AT@euro")]), "de-AT");
        assert_eq!(of(&[("LANG", "fr_FR.UTF-8"), ("LANGUAGE", "nl:de:en")]), "de");
        assert_eq!(of(&[("LANG", ""), ("LANGUAGE", "de")]), "");
        assert_eq!(of(&[]), "");
    }

    #[test]
    fn marked_letters_stand_with_the_bare_ones() {
        let mut names =
            ["Zoll", "Übergabe", "apfel", "Ärger", "Straße", "Strasse", "Umweg", "Österreich", "Ort"];
        names.sort_by_cached_key(|name| sort_key(name));
        assert_eq!(
            names,
            ["apfel", "Ärger", "Ort", "Österreich", "Strasse", "Straße", "Übergabe", "Umweg", "Zoll"]
        );
    }
}
