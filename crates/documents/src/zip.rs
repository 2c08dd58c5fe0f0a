//! A ZIP archive, deflated, dated by a day that is given: equal contents give equal bytes.

use dument_law::Day;

use crate::checksum::crc32;
use crate::deflate::deflate;

/// Version 2.0 of the format: deflate and folders.
const VERSION: u16 = 20;
/// File names are UTF-8.
const UTF_8: u16 = 1 << 11;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// The years that the format knows.
const FIRST_YEAR: i32 = 1980;
const LAST_YEAR: i32 = 2107;

/// An archive being written: at most 65 535 files, and 4 GiB in all.
pub struct Zip {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
    date: u16,
}

impl Zip {
    /// An archive whose files are all of that day.
    #[must_use]
    pub fn of_day(day: Day) -> Self {
        Self { bytes: Vec::new(), directory: Vec::new(), count: 0, date: date(day) }
    }

    /// Adds a file, compressed where that makes it smaller.
    pub fn add(&mut self, name: &str, content: &[u8]) {
        let deflated = deflate(content);
        let (method, packed) = if deflated.len() < content.len() { (DEFLATED, deflated.as_slice()) } else { (STORED, content) };
        let mut entry = Vec::new();
        for number in [VERSION, UTF_8, method, 0, self.date] {
            entry.extend(number.to_le_bytes());
        }
        for number in [crc32(content), size(packed), size(content)] {
            entry.extend(number.to_le_bytes());
        }
        entry.extend(u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes());
        entry.extend(0_u16.to_le_bytes());

        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&entry);
        // No comment, first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(size(&self.bytes).to_le_bytes());
        self.directory.extend(name.as_bytes());

        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(entry);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(packed);
        self.count += 1;
    }

    /// The whole archive.
    #[must_use]
    pub fn finish(mut self) -> Vec<u8> {
        let start = size(&self.bytes);
        self.bytes.extend(&self.directory);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend(self.count.to_le_bytes());
        self.bytes.extend(self.count.to_le_bytes());
        self.bytes.extend(size(&self.directory).to_le_bytes());
        self.bytes.extend(start.to_le_bytes());
        self.bytes.extend([0; 2]);
        self.bytes
    }
}

fn size(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

/// A day as the format packs it: seven bits of year, four of month, five of day.
fn date(day: Day) -> u16 {
    let packed =
        (day.year().clamp(FIRST_YEAR, LAST_YEAR) - FIRST_YEAR).unsigned_abs() << 9 | day.month() << 5 | day.day_of_month();
    u16::try_from(packed).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_days_as_the_format_does() {
        let packed = |year, month, day| date(Day::new(year, month, day).unwrap());
        assert_eq!(packed(1980, 1, 1), 0x0021);
        // 46 years after 1980, July, the 10th.
        assert_eq!(packed(2026, 7, 10), (46 << 9) + (7 << 5) + 10);
        assert_eq!(packed(2107, 12, 31), 0xff9f);
        assert_eq!(packed(1900, 7, 10), (7 << 5) + 10);
        assert_eq!(packed(2200, 1, 1), (127 << 9) + (1 << 5) + 1);
    }
}
