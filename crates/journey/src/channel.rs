//! The channels that come with the program: how each one looks, and whether a person is there.

use crate::{Card, words};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Who the buyer meets at a touchpoint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Contact {
    /// A person.
    Human,
    /// A system.
    #[default]
    Digital,
    /// Both.
    Both,
}

impl Contact {
    /// The name in the file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Digital => "digital",
            Self::Both => "both",
        }
    }

    /// The contact of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Human, Self::Digital, Self::Both].into_iter().find(|contact| contact.name() == name)
    }
}

/// A built-in channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Channel {
    /// The name in English. A touchpoint's `channel` field holds it, or the name in another language of ours.
    pub name: &'static str,
    /// The name of its icon in `icons/`.
    pub icon: &'static str,
    /// Whether a person is there.
    pub contact: Contact,
}

const fn channel(name: &'static str, icon: &'static str, contact: Contact) -> Channel {
    Channel { name, icon, contact }
}

impl Channel {
    /// All 24, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        channel("Search", "search", Contact::Digital),
        channel("Website", "globe", Contact::Digital),
        channel("Online shop", "shopping-cart", Contact::Digital),
        channel("App", "smartphone", Contact::Digital),
        channel("Customer portal", "panels-top-left", Contact::Digital),
        channel("E-mail", "mail", Contact::Digital),
        channel("Newsletter", "mail", Contact::Digital),
        channel("Social media", "share-2", Contact::Digital),
        channel("Chat", "messages-square", Contact::Digital),
        channel("Online ad", "megaphone", Contact::Digital),
        channel("Reviews", "star", Contact::Digital),
        channel("Case study", "file-text", Contact::Digital),
        channel("White paper", "book-open", Contact::Digital),
        channel("Webinar", "presentation", Contact::Both),
        channel("Video call", "video", Contact::Both),
        channel("Demo", "monitor-play", Contact::Both),
        channel("Phone", "phone", Contact::Human),
        channel("Sales meeting", "handshake", Contact::Human),
        channel("Trade show", "store", Contact::Human),
        channel("Word of mouth", "message-circle", Contact::Human),
        channel("Service desk", "headphones", Contact::Both),
        channel("Contract", "pen-line", Contact::Both),
        channel("Invoice", "receipt", Contact::Digital),
        channel("Print", "printer", Contact::Digital),
    ];

    /// The built-in channel of a name in any language, large and small letters alike, with hyphens or without.
    pub fn find(name: &str) -> Option<&'static Self> {
        static NAMES: LazyLock<HashMap<String, &Channel>> = LazyLock::new(|| {
            let tongues = words::languages();
            let names =
                tongues.iter().flat_map(|tongue| Channel::ALL.iter().map(|own| (own.title(tongue), own)));
            // The first one of a name counts, and English comes first.
            let mut known = HashMap::new();
            names.for_each(|(name, own)| {
                known.entry(plain(&name)).or_insert(own);
            });
            known
        });
        NAMES.get(&plain(name)).copied()
    }

    /// The built-in channel whose name stands in a text as whole words: the phone in "Phone call", the longest name
    /// where there are several.
    pub fn named_in(text: &str) -> Option<&'static Self> {
        /// How many words the longest name has.
        const MOST: usize = 3;
        let words: Vec<&str> = text
            .split(|letter: char| !letter.is_alphanumeric() && letter != '-')
            .filter(|word| !word.is_empty())
            .collect();
        (1..=MOST).rev().flat_map(|count| words.windows(count)).find_map(|some| Self::find(&some.join(" ")))
    }

    /// What it is called in a language.
    pub fn title(&self, language: &str) -> String {
        words::word("channel", &self.name.to_lowercase().replace([' ', '-'], "_"), language)
    }
}

/// A name as it is compared.
fn plain(name: &str) -> String {
    name.trim().to_lowercase().replace('-', "")
}

/// How a touchpoint looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touchpoint {
    /// The name of its icon in `icons/`; an unknown channel without an icon of its own gets a pin.
    pub icon: String,
    /// Whether a person is there.
    pub contact: Contact,
}

impl Touchpoint {
    /// How a touchpoint card looks: what its fields say goes before what its channel brings.
    pub fn of(card: &Card) -> Self {
        let text = |field: &str| card.fields.get(field).and_then(|value| value.as_str());
        let channel = Self::channel(card);
        let icon = text("icon").filter(|icon| !icon.is_empty()).or(channel.map(|channel| channel.icon));
        Self {
            icon: icon.unwrap_or("map-pin").to_owned(),
            contact: text("contact")
                .and_then(Contact::from_name)
                .or(channel.map(|channel| channel.contact))
                .unwrap_or_default(),
        }
    }

    /// The built-in channel of a touchpoint card: the one in its field, else the one that it is called like, else one
    /// that its field or its text names among other words.
    pub fn channel(card: &Card) -> Option<&'static Channel> {
        let field = card.fields.get("channel").and_then(|value| value.as_str()).unwrap_or_default();
        let said = [field, &card.text];
        let exact = said.into_iter().find_map(Channel::find);
        exact.or_else(|| said.into_iter().find_map(Channel::named_in))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_touchpoint_looks_like_its_channel_unless_it_says_otherwise() {
        let card = |text: &str, fields: serde_json::Value| Card {
            text: text.into(),
            fields: fields.as_object().unwrap().clone(),
            ..Card::default()
        };
        let look = |text, fields| {
            let look = Touchpoint::of(&card(text, fields));
            (look.icon, look.contact)
        };
        assert_eq!(
            look("Case studies", json!({"channel": "Case study"})),
            ("file-text".into(), Contact::Digital)
        );
        assert_eq!(look("demo", json!({"contact": "human"})), ("monitor-play".into(), Contact::Human));
        assert_eq!(look("Referral", json!({"icon": "gift"})), ("gift".into(), Contact::Digital));
        assert_eq!(look("Carrier pigeon", json!({})), ("map-pin".into(), Contact::Digital));
    }

    #[test]
    fn a_channel_is_known_among_other_words() {
        let named = |text| Channel::named_in(text).map(|channel| channel.name);
        assert_eq!(named("Phone call"), Some("Phone"));
        assert_eq!(named("Erstes Verkaufsgespräch vor Ort"), Some("Sales meeting"));
        assert_eq!(named("A video call, then an e-mail"), Some("Video call"));
        assert_eq!(named("email from sales"), Some("E-mail"));
        assert_eq!(named("Praise by word of mouth"), Some("Word of mouth"));
        assert_eq!(named("Apples and democracy"), None);
        assert_eq!(named(""), None);
        let call = Card { text: "Phone call".into(), ..Card::default() };
        assert_eq!(Touchpoint::of(&call), Touchpoint { icon: "phone".into(), contact: Contact::Human });
    }

    #[test]
    fn there_are_twenty_four_of_them() {
        assert_eq!(Channel::ALL.len(), 24);
        assert!(Channel::ALL.iter().all(|channel| Channel::find(channel.name) == Some(channel)));
    }
}
