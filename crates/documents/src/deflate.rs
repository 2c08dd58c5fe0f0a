//! DEFLATE (RFC 1951) with the codes that the standard fixes: a tenth larger than what makes its own, in a tenth of the code.

/// How far back a repetition may lie, how long it may be.
const WINDOW: usize = 32 * 1024;
const LONGEST: usize = 258;
/// Shorter ones save nothing.
const SHORTEST: usize = 3;
/// Earlier places that are tried for one repetition.
const TRIES: usize = 64;
/// Lists of places that begin alike: as many as [`list`] tells apart.
const LISTS: usize = 1 << 14;
const END: u32 = 256;

/// Some bytes, deflated.
pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut bits = Bits::default();
    // The only block, with fixed codes.
    bits.push(0b011, 3);
    let mut places = Places { last: vec![0; LISTS], before: vec![0; bytes.len()] };
    let mut at = 0;
    while at < bytes.len() {
        let (length, distance) = places.repetition(bytes, at);
        if length < SHORTEST {
            bits.symbol(bytes[at].into());
        } else {
            bits.length(length);
            bits.distance(distance);
        }
        for place in at..at + length.max(1) {
            places.add(bytes, place);
        }
        at += length.max(1);
    }
    bits.symbol(END);
    bits.finish()
}

/// Where three bytes were met: for each list the last place, for each place the one before it, counted from 1.
struct Places {
    last: Vec<usize>,
    before: Vec<usize>,
}

impl Places {
    fn add(&mut self, bytes: &[u8], place: usize) {
        if let Some(list) = list(bytes, place) {
            self.before[place] = std::mem::replace(&mut self.last[list], place + 1);
        }
    }

    /// The longest earlier text that comes again at a place, and how far back it lies; no length where there is none.
    fn repetition(&self, bytes: &[u8], at: usize) -> (usize, usize) {
        let mut best = (0, 0);
        let mut next = list(bytes, at).map_or(0, |list| self.last[list]);
        for _ in 0..TRIES {
            let Some(place) = next.checked_sub(1).filter(|place| at - place <= WINDOW) else { break };
            let length = bytes[place..].iter().zip(&bytes[at..]).take(LONGEST).take_while(|(one, other)| one == other).count();
            if length > best.0 {
                best = (length, at - place);
            }
            if length == LONGEST {
                break;
            }
            next = self.before[place];
        }
        best
    }
}

/// The list of the three bytes at a place.
fn list(bytes: &[u8], place: usize) -> Option<usize> {
    let [one, two, three] = *bytes.get(place..place + SHORTEST)? else { return None };
    Some(usize::from(one) << 6 ^ usize::from(two) << 3 ^ usize::from(three))
}

/// Bits being written, the lowest of each byte first.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    pending: u32,
    count: u32,
}

impl Bits {
    fn push(&mut self, value: u32, count: u32) {
        self.pending |= value << self.count;
        self.count += count;
        while self.count >= 8 {
            let [byte, ..] = self.pending.to_le_bytes();
            self.bytes.push(byte);
            self.pending >>= 8;
            self.count -= 8;
        }
    }

    /// A code, which alone of all numbers is written from its highest bit.
    fn code(&mut self, code: u32, count: u32) {
        self.push(code.reverse_bits() >> (32 - count), count);
    }

    /// A byte, the end, or a class of lengths.
    fn symbol(&mut self, symbol: u32) {
        match symbol {
            0..=143 => self.code(0x30 + symbol, 8),
            144..=255 => self.code(0x190 + symbol - 144, 9),
            256..=279 => self.code(symbol - 256, 7),
            _ => self.code(0xc0 + symbol - 280, 8),
        }
    }

    /// A length: its class, then its place in the class. Four classes each have as many places, twice those of the four before.
    fn length(&mut self, length: usize) {
        let number = low(length - SHORTEST);
        if length == LONGEST {
            self.symbol(285);
        } else {
            let extra = number.checked_ilog2().unwrap_or(0).saturating_sub(2);
            self.symbol(257 + (extra << 2) + (number >> extra));
            self.push(number & ((1 << extra) - 1), extra);
        }
    }

    /// The same for a distance, in classes two by two.
    fn distance(&mut self, distance: usize) {
        let number = low(distance - 1);
        let extra = number.checked_ilog2().unwrap_or(0).saturating_sub(1);
        self.code((extra << 1) + (number >> extra), 5);
        self.push(number & ((1 << extra) - 1), extra);
    }

    fn finish(mut self) -> Vec<u8> {
        self.push(0, 7);
        self.bytes
    }
}

/// A number far below the largest.
fn low(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use miniz_oxide::inflate::decompress_to_vec;
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(bytes: &[u8]) -> usize {
        let deflated = deflate(bytes);
        assert!(decompress_to_vec(&deflated).is_ok_and(|inflated| inflated == bytes), "{bytes:?}");
        deflated.len()
    }

    #[test]
    fn comes_back_whole() {
        check(b"");
        check(b"a");
        check("Un décompte, un autre décompte.".as_bytes());
        let every: Vec<u8> = (0..=255).cycle().take(100_000).collect();
        assert!(check(&every) < 2_000);
    }

    /// Every length and every distance that the format knows, one after the other.
    #[test]
    fn repeats_at_every_length_and_distance() {
        for length in 1..=300 {
            assert!(check(&vec![7; length]) < 20);
        }
        let mut far = b"abcdefgh".to_vec();
        for distance in [1_usize, 2, 3, 4, 5, 7, 9, 13, 1000, 16_383, 24_577, 32_760, 32_768, 40_000] {
            far.extend((0..distance).map(|i| u8::try_from(i * i % 251).unwrap()));
            far.extend(b"abcdefgh");
            check(&far);
        }
    }

    proptest! {
        #[test]
        fn anything_comes_back_whole(bytes in proptest::collection::vec(0..4_u8, 0..2000), noise: Vec<u8>) {
            check(&bytes);
            check(&noise);
        }
    }
}
