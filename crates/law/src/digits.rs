//! Numbers as digits, without the cost of a general formatter: a statement of thousands of lines prints many.

/// A short text written from its end.
pub(crate) struct Digits {
    bytes: [u8; Self::ROOM],
    start: usize,
}

impl Digits {
    /// Enough for two numbers of 64 bits and a mark between.
    const ROOM: usize = 41;

    /// Puts a number before what is written, with zeros up to `width` digits.
    pub(crate) fn number(&mut self, mut number: u64, width: usize) {
        let mut written = 0;
        while number > 0 || written < width {
            // A digit fits a byte.
            self.mark(b'0' + (number % 10) as u8);
            number /= 10;
            written += 1;
        }
    }

    /// Puts one character of ASCII before what is written.
    pub(crate) fn mark(&mut self, mark: u8) {
        self.start = self.start.saturating_sub(1);
        self.bytes[self.start] = mark;
    }

    pub(crate) fn as_str(&self) -> &str {
        str::from_utf8(&self.bytes[self.start..]).unwrap_or_default()
    }
}

impl Default for Digits {
    fn default() -> Self {
        Self { bytes: [b'0'; Self::ROOM], start: Self::ROOM }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_from_the_end() {
        let mut text = Digits::default();
        text.number(5, 2);
        text.mark(b'.');
        text.number(u64::MAX, 1);
        assert_eq!(text.as_str(), "18446744073709551615.05");
        assert_eq!(Digits::default().as_str(), "");
    }
}
