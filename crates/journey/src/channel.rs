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

    /// The built-in channel of a name in any language, large and small letters alike.
    pub fn find(name: &str) -> Option<&'static Self> {
        static NAMES: LazyLock<HashMap<String, &Channel>> = LazyLock::new(|| {
            let tongues = words::languages();
            let names =
                tongues.iter().flat_map(|tongue| Channel::ALL.iter().map(|own| (own.title(tongue), own)));
            // The first one of a name counts, and English comes first.
            let mut known = HashMap::new();
            names.for_each(|(name, own)| {
                known.entry(name.to_lowercase()).or_insert(own);
            });
            known
        });
        NAMES.get(&name.trim().to_lowercase()).copied()
    }

    /// What it is called in a language.
    pub fn title(&self, language: &str) -> String {
        words::word("channel", &self.name.to_lowercase().replace([' ', '-'], "_"), language)
    }
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
    /// How a touchpoint card looks: what its fields say goes before what its channel brings. The channel is the one
    /// in its field, or the one that it is called like.
    pub fn of(card: &Card) -> Self {
        let text = |field: &str| card.fields.get(field).and_then(|value| value.as_str());
        let channel = text("channel").and_then(Channel::find).or_else(|| Channel::find(&card.text));
        let icon = text("icon").filter(|icon| !icon.is_empty()).or(channel.map(|channel| channel.icon));
        Self {
            icon: icon.unwrap_or("map-pin").to_owned(),
            contact: text("contact")
                .and_then(Contact::from_name)
                .or(channel.map(|channel| channel.contact))
                .unwrap_or_default(),
        }
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
    fn there_are_twenty_four_of_them() {
        assert_eq!(Channel::ALL.len(), 24);
        assert!(Channel::ALL.iter().all(|channel| Channel::find(channel.name) == Some(channel)));
    }
}
