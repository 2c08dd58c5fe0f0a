//! JSON (RFC 8259) as a plain value. The known library weighs six kilobytes more in each module, compressed, mostly to read
//! fractions, which no input may hold; serde reads the same value where it is there anyway.

use std::borrow::Cow;

use super::Given;

/// No input is nested deeper.
const DEEPEST: usize = 127;

impl<'a> Given<'a> {
    /// The value of a text; none where it is no JSON, or nested deeper than any input.
    #[must_use]
    pub fn of_json(text: &'a str) -> Option<Self> {
        let mut json = Json { text, at: 0, depth: 0 };
        let value = json.value()?;
        json.spaces();
        json.peek().is_none().then_some(value)
    }
}

/// A text being read.
struct Json<'a> {
    text: &'a str,
    /// The place of the next byte.
    at: usize,
    /// The lists and objects it stands in.
    depth: usize,
}

impl<'a> Json<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Steps over a byte, if it is this one.
    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn spaces(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn value(&mut self) -> Option<Given<'a>> {
        self.spaces();
        match self.peek()? {
            b'"' => self.string().map(Given::Text),
            b'[' => self.list(),
            b'{' => self.fields(),
            b't' => self.word("true", Given::Truth(true)),
            b'f' => self.word("false", Given::Truth(false)),
            b'n' => self.word("null", Given::Nothing),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Given<'a>) -> Option<Given<'a>> {
        word.bytes().all(|byte| self.take(byte)).then_some(value)
    }

    fn list(&mut self) -> Option<Given<'a>> {
        let mut items = Vec::new();
        let mut more = self.open(b']')?;
        while more {
            items.push(self.value()?);
            more = self.more(b']')?;
        }
        Some(Given::List(items))
    }

    fn fields(&mut self) -> Option<Given<'a>> {
        let mut fields = Vec::new();
        let mut more = self.open(b'}')?;
        while more {
            self.spaces();
            let name = self.string()?;
            self.spaces();
            if !self.take(b':') {
                return None;
            }
            fields.push((name, self.value()?));
            more = self.more(b'}')?;
        }
        Some(Given::Fields(fields))
    }

    /// Steps into a list or an object, and says whether there is something in it.
    fn open(&mut self, end: u8) -> Option<bool> {
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        self.spaces();
        let empty = self.take(end);
        self.depth -= usize::from(empty);
        Some(!empty)
    }

    /// Steps over a comma, or out of a list or an object; says whether more comes.
    fn more(&mut self, end: u8) -> Option<bool> {
        self.spaces();
        let more = self.take(b',');
        if !more {
            self.depth -= 1;
        }
        (more || self.take(end)).then_some(more)
    }

    /// A text, borrowed where it has no escapes.
    fn string(&mut self) -> Option<Cow<'a, str>> {
        if !self.take(b'"') {
            return None;
        }
        let mut read = Cow::Borrowed("");
        loop {
            let from = self.at;
            while !matches!(self.peek()?, b'"' | b'\\' | ..=0x1f) {
                self.at += 1;
            }
            let plain = self.text.get(from..self.at)?;
            if read.is_empty() {
                read = Cow::Borrowed(plain);
            } else {
                read.to_mut().push_str(plain);
            }
            if self.take(b'"') {
                return Some(read);
            }
            // Else what stands here is a control character, which must be escaped.
            if !self.take(b'\\') {
                return None;
            }
            let escaped = self.escaped()?;
            read.to_mut().push(escaped);
        }
    }

    /// What follows the sign of an escape.
    fn escaped(&mut self) -> Option<char> {
        let sign = self.peek()?;
        self.at += 1;
        Some(match sign {
            b'"' | b'\\' | b'/' => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                // A character beyond the first 65 536 is written in two halves.
                if unit & 0xfc00 == 0xd800 && self.take(b'\\') && self.take(b'u') {
                    let second = self.unit().filter(|second| second & 0xfc00 == 0xdc00)?;
                    return char::from_u32(0x1_0000 + ((unit & 0x3ff) << 10 | second & 0x3ff));
                }
                return char::from_u32(unit);
            }
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit << 4 | char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
        }
        Some(unit)
    }

    fn number(&mut self) -> Option<Given<'a>> {
        let negative = self.take(b'-');
        let from = self.at;
        // A number begins with a zero only where that is all there is before the point.
        if !self.take(b'0') {
            self.digits()?;
        }
        let digits = self.text.get(from..self.at)?;
        let mut fraction = false;
        if self.take(b'.') {
            fraction = true;
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            fraction = true;
            let _signed = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        if fraction {
            return Some(Given::Fraction);
        }
        let number = digits.parse().unwrap_or(i64::MAX);
        Some(Given::Whole(if negative { -number } else { number }))
    }

    /// At least one digit.
    fn digits(&mut self) -> Option<()> {
        let from = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        (self.at > from).then_some(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The same value as another reader finds, or none where it finds none.
    #[track_caller]
    fn check(text: &str) {
        assert_eq!(Given::of_json(text), serde_json::from_str(text).ok(), "{text}");
    }

    #[test]
    fn reads_every_form_of_value() {
        for text in [
            "null",
            "true",
            "false",
            " 0 ",
            "-1",
            "42",
            "1.5",
            "-0.0",
            "1e3",
            "1E+3",
            "2e-7",
            "9223372036854775807",
            "18446744073709551615",
            "\"\"",
            "\"été\"",
            r#""a\"b\\c\/d\b\f\n\r\t""#,
            r#""\u00e9\u202f\uD83D\uDE00""#,
            "[]",
            "[ ]",
            "[1, [2], {}]",
            "{}",
            "{ }",
            "\t{\"a\" : 1 , \"b\":[null],\"a\":\"c\"}\r\n",
            r#"{"\u0061":"\u0000"}"#,
            r#""\\\\""#,
            r#""a\u0062c""#,
        ] {
            check(text);
            assert!(Given::of_json(text).is_some(), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_json() {
        for text in [
            "",
            " ",
            "nul",
            "nulls",
            "True",
            "01",
            "-",
            "+1",
            ".5",
            "1.",
            "1e",
            "1e+",
            "0x1",
            "NaN",
            "'a'",
            "\"",
            "\"a",
            "\"\n\"",
            "\"\u{1}\"",
            r#""\a""#,
            r#""\u12""#,
            r#""\u12g4""#,
            r#""\uD800""#,
            r#""\uD800\u0041""#,
            r#""\uDC00""#,
            r#""\uD800\n""#,
            "[",
            "[1",
            "[1,",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":1",
            "{\"a\":1,}",
            "{a:1}",
            "{1:1}",
            "{\"a\" 1}",
            "1 1",
            "[] []",
            "\u{feff}1",
            "]",
            "}",
        ] {
            check(text);
            assert_eq!(Given::of_json(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_too_large_to_be_meant_is_the_largest() {
        assert_eq!(Given::of_json("99999999999999999999999"), Some(Given::Whole(i64::MAX)));
        assert_eq!(Given::of_json("-99999999999999999999999"), Some(Given::Whole(-i64::MAX)));
    }

    #[test]
    fn what_is_nested_too_deep_is_refused() {
        for depth in [1, 100, 126, 127, 128, 129, 100_000] {
            check(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
            check(&format!("{}1{}", "{\"a\":[".repeat(depth), "]}".repeat(depth)));
        }
    }

    proptest! {
        /// Texts of the signs that JSON is made of: mostly none of it.
        #[test]
        fn agrees_with_another_reader(text in r#"[\[\]{}:,"\\ueabtrnfls01.\-+ \n]{0,12}"#) {
            prop_assume!(!text.contains("-0"));
            check(&text);
        }

        #[test]
        fn reads_back_any_text(text: String) {
            let written = serde_json::to_string(&text).unwrap();
            prop_assert_eq!(Given::of_json(&written), Some(Given::Text(Cow::Owned(text))));
        }
    }
}
