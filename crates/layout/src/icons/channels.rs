//! The 24 built-in channels: name, symbol, and who is at the other end.

/// Who the buyer meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Contact {
    /// A person: a filled disc.
    Human,
    /// A machine: an outlined square.
    Digital,
    /// Both: a disc on a square.
    Both,
}

/// A built-in channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Channel {
    /// The English name.
    pub name: &'static str,
    /// The name of its symbol.
    pub icon: &'static str,
    /// Who is met there, where the card does not say.
    pub contact: Contact,
}

const fn channel_of(name: &'static str, icon: &'static str, contact: Contact) -> Channel {
    Channel { name, icon, contact }
}

/// All of them, in the order in which they are offered.
pub const CHANNELS: &[Channel] = &[
    channel_of("Search", "search", Contact::Digital),
    channel_of("Website", "globe", Contact::Digital),
    channel_of("Online shop", "shopping-cart", Contact::Digital),
    channel_of("App", "smartphone", Contact::Digital),
    channel_of("Customer portal", "panels-top-left", Contact::Digital),
    channel_of("E-mail", "mail", Contact::Digital),
    channel_of("Newsletter", "mail", Contact::Digital),
    channel_of("Social media", "share-2", Contact::Digital),
    channel_of("Chat", "messages-square", Contact::Digital),
    channel_of("Online ad", "megaphone", Contact::Digital),
    channel_of("Reviews", "star", Contact::Digital),
    channel_of("Case study", "file-text", Contact::Digital),
    channel_of("White paper", "book-open", Contact::Digital),
    channel_of("Webinar", "presentation", Contact::Both),
    channel_of("Video call", "video", Contact::Both),
    channel_of("Demo", "monitor-play", Contact::Both),
    channel_of("Phone", "phone", Contact::Human),
    channel_of("Sales meeting", "handshake", Contact::Human),
    channel_of("Trade show", "store", Contact::Human),
    channel_of("Word of mouth", "message-circle", Contact::Human),
    channel_of("Service desk", "headphones", Contact::Both),
    channel_of("Contract", "pen-line", Contact::Both),
    channel_of("Invoice", "receipt", Contact::Digital),
    channel_of("Print", "printer", Contact::Digital),
];

/// The built-in channel of this name, letter case aside.
pub fn channel(name: &str) -> Option<&'static Channel> {
    let name = name.trim();
    CHANNELS.iter().find(|channel| channel.name.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channels_are_found_by_name() {
        assert_eq!(CHANNELS.len(), 24);
        assert_eq!(channel("e-mail").unwrap().icon, "mail");
        assert_eq!(channel(" Word of mouth ").unwrap().contact, Contact::Human);
        assert_eq!(channel("Carrier pigeon"), None);
    }
}
