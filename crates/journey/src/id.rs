//! The name of a record: a UUIDv7, written in the usual hyphenated form.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The name of a record. Ids come from the caller: this crate has no clock and no chance.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
pub struct Id(u128);

impl Id {
    /// From the 128 bits of a UUID. Tests count up from 1.
    pub const fn from_u128(bits: u128) -> Self {
        Self(bits)
    }

    /// When it was made, in milliseconds since 1970 UTC: the first 48 bits of a UUIDv7 (RFC 9562, 5.7).
    pub const fn made_at(self) -> i64 {
        (self.0 >> 80) as i64
    }

    /// The id of a copy of `original` where this is the id of what it was copied with. The same two always give the
    /// same one, so that an edit that copies much need not carry an id for each part; it is as old as this one.
    pub const fn of_copy(self, original: Self) -> Self {
        const fn mix(bits: u64) -> u64 {
            // The finaliser of MurmurHash3: every bit of the input changes half of the output.
            let bits = (bits ^ bits >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
            let bits = (bits ^ bits >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
            bits ^ bits >> 33
        }
        let own = mix(mix((self.0 >> 64) as u64) ^ self.0 as u64);
        let both = mix(mix(own ^ (original.0 >> 64) as u64) ^ original.0 as u64);
        let chance = (mix(both ^ own) as u128) << 64 | both as u128;
        // Version 7 and the variant stand at fixed bits.
        const FIXED: u128 = 0xf000_c000_0000_0000_0000;
        let low = chance & ((1 << 80) - 1) & !FIXED | 0x7000_8000_0000_0000_0000;
        Self(self.0 >> 80 << 80 | low)
    }

    /// The 128 bits.
    pub const fn as_u128(self) -> u128 {
        self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hex = format!("{:032x}", self.0);
        write!(to, "{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, to)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Id {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "uuid" })
    }
}

/// The text is not a hyphenated UUID in lower case.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected an id like 01890a5d-ac96-774b-bcce-b302099a8057, found {0:?}")]
pub struct NotAnId(pub String);

impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let wrong = || NotAnId(text.chars().take(60).collect());
        let shape = text.len() == 36
            && text.bytes().enumerate().all(|(at, byte)| match at {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte),
            });
        if !shape {
            return Err(wrong());
        }
        u128::from_str_radix(&text.replace('-', ""), 16).map(Self).map_err(|_| wrong())
    }
}

impl Serialize for Id {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Where new ids come from: the caller's clock and chance, or a test's counter.
pub trait NewIds {
    /// An id that was not given out before.
    fn next_id(&mut self) -> Id;
}

impl<F: FnMut() -> Id> NewIds for F {
    fn next_id(&mut self) -> Id {
        self()
    }
}
