//! Accents from any colour: of its hue, and always readable, by the contrast of WCAG 2.2.

use palette::Srgb;
use palette::color_difference::Wcag21RelativeContrast;

/// A colour of the screen: red, green, blue.
pub type Colour = Srgb<u8>;

/// The contrast that text must have with what it stands on.
pub const ENOUGH: f64 = 4.5;

/// The same, for a reader who asks for more.
pub const MORE: f64 = 7.0;

const WHITE: Colour = Colour::new(0xff, 0xff, 0xff);
const BLACK: Colour = Colour::new(0, 0, 0);

/// What accents stand on, as in `www/style/tokens.css`: paper, sheet and wash.
const DAY: [Colour; 3] = [Colour::new(0xfb, 0xf8, 0xf1), Colour::new(0xff, 0xfe, 0xfb), Colour::new(0xf3, 0xee, 0xe2)];
const NIGHT: [Colour; 3] = [Colour::new(0x0e, 0x14, 0x24), Colour::new(0x15, 0x1d, 0x31), Colour::new(0x18, 0x21, 0x3a)];

/// The ink of running text, which stands on tints too.
const DAY_INK: Colour = Colour::new(0x14, 0x20, 0x3a);
const NIGHT_INK: Colour = Colour::new(0xec, 0xe6, 0xd8);

/// A colour as people write it: `1d4ed8`, `#1D4ED8`, `#14d`.
#[must_use]
pub fn read(text: &str) -> Option<Colour> {
    let digits = text.trim().trim_start_matches('#');
    if digits.is_ascii() { digits.parse().ok() } else { None }
}

/// A colour as a style sheet writes it.
#[must_use]
pub fn written(colour: Colour) -> String {
    format!("#{colour:x}")
}

/// The contrast of two colours: from 1 to 21.
#[must_use]
pub fn contrast(one: Colour, other: Colour) -> f64 {
    one.into_format::<f64>().relative_contrast(other.into_format())
}

/// So many hundredths of the way from a colour to another.
fn between(from: Colour, to: Colour, hundredths: u8) -> Colour {
    let channel = |from: u8, to: u8| {
        let mixed = u32::from(from) * u32::from(100 - hundredths) + u32::from(to) * u32::from(hundredths);
        u8::try_from((mixed + 50) / 100).unwrap_or(u8::MAX)
    };
    Colour::new(channel(from.red, to.red), channel(from.green, to.green), channel(from.blue, to.blue))
}

/// The colour that a fragment asks for, if it is one.
#[must_use]
pub fn asked_in(fragment: &str) -> Option<Colour> {
    let parts = fragment.trim_start_matches('#').split('&');
    parts.filter_map(|part| part.strip_prefix("couleur=")).find_map(|value| read(value.trim_start_matches("%23")))
}

/// The accents of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Links, buttons, marks.
    pub accent: Colour,
    /// The same where one points at it.
    pub deep: Colour,
    /// What is written on it.
    pub ink: Colour,
    /// What stands behind what is chosen.
    pub tint: Colour,
}

/// The accents of both themes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accents {
    /// On paper.
    pub day: Theme,
    /// At night.
    pub night: Theme,
}

/// The style sheet's names of the accents.
const NAMES: [&str; 4] = ["--accent", "--accent-deep", "--accent-ink", "--tint"];

impl Accents {
    /// As near to a colour as that contrast allows.
    #[must_use]
    pub fn of(asked: Colour, enough: f64) -> Self {
        Self {
            day: theme(asked, enough, BLACK, &DAY, (WHITE, 12), DAY_INK, WHITE),
            night: theme(asked, enough, WHITE, &NIGHT, (NIGHT[0], 16), NIGHT_INK, NIGHT[0]),
        }
    }

    /// What the style sheet calls them, and what they are in either theme.
    #[must_use]
    pub fn properties(self) -> [(&'static str, String); 4] {
        let each: [fn(Theme) -> Colour; 4] = [|theme| theme.accent, |theme| theme.deep, |theme| theme.ink, |theme| theme.tint];
        let mut i = 0;
        each.map(|part| {
            i += 1;
            (NAMES[i - 1], format!("light-dark({}, {})", written(part(self.day)), written(part(self.night))))
        })
    }

    /// The same names, for nothing: the style sheet's own colours.
    #[must_use]
    pub fn none() -> [(&'static str, String); 4] {
        NAMES.map(|name| (name, String::new()))
    }
}

/// The first colour on the way to `end` that can be read on everything it stands on, its own tint included.
fn theme(
    asked: Colour,
    enough: f64,
    end: Colour,
    grounds: &[Colour],
    (under, share): (Colour, u8),
    text: Colour,
    ink: Colour,
) -> Theme {
    let at = |hundredths| {
        let accent = between(asked, end, hundredths);
        Theme { accent, deep: between(accent, end, 25), ink, tint: between(under, accent, share) }
    };
    let readable = |theme: &Theme| {
        grounds.iter().chain([&theme.tint, &theme.ink]).all(|ground| contrast(theme.accent, *ground) >= enough)
            && contrast(text, theme.tint) >= enough
    };
    // Black on paper and white at night always can, tints and all: the tests say so.
    (0..100).map(at).find(readable).unwrap_or_else(|| at(100))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BLUE: Colour = Colour::new(0x1d, 0x4e, 0xd8);

    #[test]
    fn colours_are_read_as_people_write_them() {
        for text in ["1d4ed8", "#1D4ED8", " #1d4ed8 "] {
            assert_eq!(read(text), Some(BLUE), "{text}");
        }
        assert_eq!(read("#1af").map(written).as_deref(), Some("#11aaff"));
        for text in ["", "#", "bleu", "1d4ed", "1d4ed8ff", "rgb(1,2,3)", "ééé"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_fragment_asks_for_one() {
        for fragment in ["#couleur=1d4ed8", "#montant=1&couleur=%231D4ED8&theme=clair", "#couleur=rien&couleur=1d4ed8"] {
            assert_eq!(asked_in(fragment), Some(BLUE), "{fragment}");
        }
        for fragment in ["", "#couleur=", "#couleur=url(x)", "#couleurs=1d4ed8"] {
            assert_eq!(asked_in(fragment), None, "{fragment}");
        }
    }

    /// The examples of WCAG and of its checkers.
    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((20.999..=21.001).contains(&contrast(WHITE, BLACK)));
        assert!((4.535..4.545).contains(&contrast(WHITE, Colour::new(0x76, 0x76, 0x76))));
        assert!((4.475..4.485).contains(&contrast(Colour::new(0x77, 0x77, 0x77), WHITE)));
    }

    #[test]
    fn a_colour_that_can_be_read_is_taken_as_it_is() {
        assert_eq!(Accents::of(BLUE, ENOUGH).day.accent, BLUE);
        let pale = Colour::new(0xb9, 0xc8, 0xff);
        assert_eq!(Accents::of(pale, ENOUGH).night.accent, pale);
        assert_ne!(Accents::of(pale, ENOUGH).day.accent, pale);
    }

    fn assert_readable(asked: Colour, enough: f64) {
        let accents = Accents::of(asked, enough);
        let holds = |text: Colour, ground: Colour| {
            assert!(contrast(text, ground) >= enough, "{asked:x}: {text:x} on {ground:x}");
        };
        for (theme, grounds, text) in [(accents.day, DAY, DAY_INK), (accents.night, NIGHT, NIGHT_INK)] {
            for ground in grounds.into_iter().chain([theme.tint]) {
                holds(theme.accent, ground);
                holds(theme.deep, ground);
            }
            for ground in [theme.accent, theme.deep] {
                holds(theme.ink, ground);
            }
            holds(text, theme.tint);
        }
    }

    #[test]
    fn the_ends_can_be_read() {
        for asked in
            [WHITE, BLACK, Colour::new(0xff, 0xff, 0), Colour::new(0, 0, 0xff), Colour::new(0xff, 0, 0), Colour::new(0, 0xff, 0)]
        {
            assert_readable(asked, ENOUGH);
            assert_readable(asked, MORE);
        }
    }

    proptest! {
        #[test]
        fn whatever_colour_is_asked_can_be_read(r: u8, g: u8, b: u8) {
            assert_readable(Colour::new(r, g, b), ENOUGH);
            assert_readable(Colour::new(r, g, b), MORE);
        }
    }

    /// The grounds are written twice: a change of one is seen here.
    #[test]
    fn the_grounds_are_those_of_the_style_sheet() {
        let sheet = include_str!("../../www/style/tokens.css");
        for (name, i) in [("paper", 0), ("sheet", 1), ("wash", 2)] {
            assert!(sheet.contains(&format!("--{name}: light-dark({}, {});", written(DAY[i]), written(NIGHT[i]))), "{name}");
        }
        assert!(sheet.contains(&format!("--ink: light-dark({}, {});", written(DAY_INK), written(NIGHT_INK))));
    }
}
