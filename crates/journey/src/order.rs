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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
        let Some(mut high) = high.map(|key| key.0.as_bytes()).filter(|high| low < *high) else {
            return Self(if low.is_empty() { "V".into() } else { after(low) });
        };
        let mut key = Vec::new();
        let mut open = false;
        for at in 0.. {
            let from = low.get(at).map_or(0, |byte| value(*byte));
            let to = if open { 62 } else { high.get(at).map_or(0, |byte| value(*byte)) };
            if to > from + 1 {
                key.push(DIGITS[usize::midpoint(from, to)]);
                break;
            }
            key.push(DIGITS[from]);
            if to > from {
                open = true;
                high = &[];
            }
        }
        Self(String::from_utf8(key).unwrap_or_default())
    }

    /// `count` keys in rising order after `low` and before `high`, as short as can be.
    pub fn spread(low: Option<&Self>, high: Option<&Self>, count: usize) -> Vec<Self> {
        let mut keys = Vec::with_capacity(count);
        match high.filter(|high| low.is_none_or(|low| low < *high)) {
            Some(high) => halve(low, high, count, &mut keys),
            None => {
                for _ in 0..count {
                    keys.push(Self::between(keys.last().or(low), None));
                }
            }
        }
        keys
    }
}

/// The key in the middle first, then both halves: ten thousand keys have four digits, where one after the other would
/// grow to a thousand and more.
fn halve(low: Option<&Order>, high: &Order, count: usize, keys: &mut Vec<Order>) {
    if count == 0 {
        return;
    }
    let middle = Order::between(low, Some(high));
    halve(low, &middle, count / 2, keys);
    keys.push(middle.clone());
    halve(Some(&middle), high, count - 1 - count / 2, keys);
}

/// A key after `low` and after all that begins like it. As many digits are counted up as there are leading `z`, and one
/// more: ten thousand records one after the other need five digits.
fn after(low: &[u8]) -> String {
    let full = low.iter().take_while(|byte| **byte == b'z').count();
    let mut digits: Vec<usize> =
        (full..=2 * full).map(|at| low.get(at).map_or(0, |byte| value(*byte))).collect();
    for digit in digits.iter_mut().rev() {
        *digit += 1;
        if *digit < 62 {
            break;
        }
        *digit = 0;
    }
    while digits.last() == Some(&0) {
        digits.pop();
    }
    let mut key = "z".repeat(full);
    key.extend(digits.into_iter().map(|digit| char::from(DIGITS[digit])));
    key
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
        assert!(keys.iter().all(|key| key.as_str().len() <= 4), "{:?}", keys.last());
    }

    #[test]
    fn ten_thousand_between_two_neighbours_stay_short() {
        let (low, high) = (Order::parse("V").unwrap(), Order::parse("W").unwrap());
        let keys = Order::spread(Some(&low), Some(&high), 10_000);
        assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(low < keys[0] && keys[9_999] < high);
        assert!(
            keys.iter().all(|key| key.as_str().len() <= 5),
            "{:?}",
            keys.iter().map(|key| key.as_str().len()).max()
        );
    }
}
