//! The sheet: its measures, and what stands on it.

use crate::fonts::{Face, Length, Style};

/// Tenths of a millimetre in thousandths of a point.
pub(crate) const fn tenth_mm(tenths: Length) -> Length {
    tenths * 28_346 / 100
}

/// A4.
pub(crate) const WIDTH: Length = tenth_mm(2100);
pub(crate) const HEIGHT: Length = tenth_mm(2970);

/// Where text begins and ends across the page.
pub(crate) const LEFT: Length = tenth_mm(250);
pub(crate) const MEASURE: Length = tenth_mm(1600);

/// Where text begins and ends down the page.
pub(crate) const TOP: Length = tenth_mm(200);
pub(crate) const BOTTOM: Length = HEIGHT - tenth_mm(220);

/// What is as high as this may be split between two pages.
pub(crate) const HALF_PAGE: Length = (BOTTOM - TOP) / 2;

/// The right-hand column: recipient, date, signature. With the recipient's width it stays in the part of a DL window
/// that shows wherever the sheet slides in its envelope (100 to 190 mm across, 45 to 85 mm down).
pub(crate) const RIGHT_COLUMN: Length = tenth_mm(1050);
pub(crate) const RECIPIENT_WIDTH: Length = tenth_mm(850);
pub(crate) const WINDOW_TOP: Length = tenth_mm(450);
pub(crate) const WINDOW_BOTTOM: Length = tenth_mm(850);
/// The sender stays clear of the window.
pub(crate) const SENDER_WIDTH: Length = tenth_mm(720);
/// Below the window, so that nothing of the letter shows through it.
pub(crate) const BELOW_WINDOW: Length = tenth_mm(910);

/// Where the sheet folds in three.
pub(crate) const FOLDS: [Length; 2] = [tenth_mm(990), tenth_mm(1980)];
pub(crate) const FOLD_MARK: (Length, Length) = (tenth_mm(40), tenth_mm(50));

/// The baseline of the page number.
pub(crate) const FOOTER: Length = HEIGHT - tenth_mm(125);

/// Running text.
pub(crate) const BODY: Style = Style { face: Face::Regular, size: 10_500, leading: 14_500 };
pub(crate) const STRONG: Style = Style { face: Face::Semibold, ..BODY };
/// The sender's address and legal mentions, footers.
pub(crate) const SMALL: Style = Style { face: Face::Regular, size: 8_700, leading: 11_800 };
/// The sender's name.
pub(crate) const NAME: Style = Style { face: Face::Semibold, size: 12_000, leading: 16_000 };
pub(crate) const SUBJECT: Style = Style { face: Face::Semibold, size: 11_500, leading: 15_500 };
pub(crate) const HEADING_1: Style = Style { face: Face::Semibold, size: 13_500, leading: 18_000 };
pub(crate) const HEADING_2: Style = Style { face: Face::Semibold, size: 11_000, leading: 15_000 };
/// Table cells and their headers.
pub(crate) const CELL: Style = Style { face: Face::Regular, size: 9_500, leading: 12_500 };
pub(crate) const HEADER_CELL: Style = Style { face: Face::Semibold, size: 8_700, leading: 11_300 };
pub(crate) const TOTAL_CELL: Style = Style { face: Face::Semibold, ..CELL };

/// A text on a page, from its left end on its baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Text {
    pub(crate) x: Length,
    pub(crate) y: Length,
    pub(crate) style: Style,
    pub(crate) content: String,
    /// The part of the document it belongs to; none for what a screen reader skips: page numbers, repeated headers.
    pub(crate) part: Option<usize>,
}

/// How dark a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    Black,
    Grey,
}

/// A horizontal line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    pub(crate) x: Length,
    pub(crate) y: Length,
    pub(crate) width: Length,
    pub(crate) thickness: Length,
    pub(crate) ink: Ink,
}

/// A black rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Square {
    pub(crate) x: Length,
    pub(crate) y: Length,
    pub(crate) width: Length,
    pub(crate) height: Length,
}

/// What is drawn for a figure, filled as one shape, so that no hairline shows between its pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Drawing {
    pub(crate) squares: Vec<Square>,
    /// The figure it belongs to.
    pub(crate) part: usize,
}

impl Drawing {
    /// The same, so much further down.
    pub(crate) fn lowered(&self, y: Length) -> Self {
        let squares = self.squares.iter().map(|square| Square { y: y + square.y, ..*square }).collect();
        Self { squares, part: self.part }
    }
}

/// A page: drawings, texts in reading order, and rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) drawings: Vec<Drawing>,
    pub(crate) texts: Vec<Text>,
    pub(crate) rules: Vec<Rule>,
}
