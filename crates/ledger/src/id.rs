//! Names of what the ledger holds, made from its content: the same thing read twice has the same name.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Sixteen hexadecimal digits: what every name is written as.
const DIGITS: usize = 16;

/// A hash of some texts, each told from the next (FNV-1a, whose bits are mixed once more at the end).
fn hash(parts: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        // 0xff is in no UTF-8 text: « ab », « c » and « a », « bc » differ.
        for byte in part.bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93);
    hash ^ (hash >> 32)
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// The name of what these texts tell from all else. Where another thing has it already, the next one that is free.
            pub(crate) fn of(parts: &[&str], taken: impl Fn(Self) -> bool) -> Self {
                let mut id = Self(hash(parts));
                while taken(id) {
                    id = Self(id.0.wrapping_add(1));
                }
                id
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:016x}", self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                let plain = text.len() == DIGITS && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
                u64::from_str_radix(text, 16).ok().filter(|_| plain).map(Self).ok_or(IdError)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

id! {
    /// Names a debtor.
    DebtorId
}
id! {
    /// Names an invoice of a debtor.
    InvoiceId
}
id! {
    /// Names an event of a debtor.
    EventId
}
id! {
    /// Names a sum received or credited that no invoice has yet.
    DepositId
}

/// A text that is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdError;

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Un identifiant a seize chiffres hexadécimaux.")
    }
}

impl std::error::Error for IdError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_content_has_the_same_name_and_writes_as_it_reads() {
        let id = DebtorId::of(&["siren", "732829320"], |_| false);
        assert_eq!(id, DebtorId::of(&["siren", "732829320"], |_| false));
        assert_ne!(id, DebtorId::of(&["siren7", "32829320"], |_| false));
        assert_eq!(id.to_string().parse(), Ok(id));
        for wrong in ["", "+123456789abcdef", "0123456789ABCDEF", "0123456789abcde", "0123456789abcdef0"] {
            assert_eq!(wrong.parse::<DebtorId>(), Err(IdError), "{wrong}");
        }
    }

    #[test]
    fn a_name_that_is_taken_gives_the_next() {
        let first = EventId::of(&["x"], |_| false);
        let second = EventId::of(&["x"], |id| id == first);
        assert_ne!(first, second);
    }
}
