//! Order as a fractional key: between any two keys there is another, so that moving one record touches one record.
//!
//! Keys are base-62 fractions compared byte by byte, as in D. Greenspan, "Implementing Fractional Indexing" (2020).
//! Two people who insert at one place may get equal keys; records are then ordered by id.

use serde::{Deserialize, Serialize};

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A place in an order. Never empty in a stored record, never ends in `0`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Order(String);

impl Order {
    /// A key from its text; `None` where it is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let fine =
            !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !text.ends_with('0');
        fine.then(|| Self(text.to_owned()))
    }

    /// The key's text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A key after `low` and before `high`; `None` stands for the very start and the very end.
    /// Where the two are equal or the wrong way round (which two computers can bring about), the key follows `low`.
    pub fn between(low: Option<&Self>, high: Option<&Self>) -> Self {
        let low = low.map_or("", |key| &key.0).as_bytes();
        let high = high.map(|key| key.0.as_bytes()).filter(|high| low < *high);
        let mut key = Vec::new();
        let mut high = high;
        for at in 0.. {
            let from = low.get(at).map_or(0, |byte| value(*byte));
            let to = high.map_or(62, |high| high.get(at).map_or(0, |byte| value(*byte)));
            if to > from + 1 {
                // At the end of a list, step by one digit: keys then grow by a digit every 60 records, not every 6.
                let step =
                    if high.is_none() && at < low.len() { from + 1 } else { usize::midpoint(from, to) };
                key.push(DIGITS[step]);
                break;
            }
            key.push(DIGITS[from]);
            if to > from {
                high = None;
            }
        }
        Self(String::from_utf8(key).unwrap_or_default())
    }

    /// `count` keys in rising order after `low` and before `high`.
    pub fn spread(low: Option<&Self>, high: Option<&Self>, count: usize) -> Vec<Self> {
        let mut keys: Vec<Self> = Vec::with_capacity(count);
        for _ in 0..count {
            let next = Self::between(keys.last().or(low), high);
            keys.push(next);
        }
        keys
    }
}

fn value(digit: u8) -> usize {
    match digit {
        b'0'..=b'9' => usize::from(digit - b'0'),
        b'A'..=b'Z' => usize::from(digit - b'A') + 10,
        b'a'..=b'z' => usize::from(digit - b'a') + 36,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::Order;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn there_is_always_a_key_between_two(places in prop::collection::vec(0_usize..200, 1..200)) {
            let mut keys: Vec<Order> = Vec::new();
            for place in places {
                let at = place % (keys.len() + 1);
                let low = at.checked_sub(1).map(|at| &keys[at]);
                let key = Order::between(low, keys.get(at));
                prop_assert!(Order::parse(key.as_str()).is_some(), "{:?}", key);
                keys.insert(at, key);
            }
            prop_assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", keys);
        }
    }

    #[test]
    fn a_thousand_at_the_end_stay_short() {
        let keys = Order::spread(None, None, 1000);
        assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(keys.iter().all(|key| key.as_str().len() <= 34), "{:?}", keys.last());
    }
}
