//! A payment code (EPC069-12): a QR code to read with the telephone, its caption beside it.

use qrcodegen::QrCode;

use crate::fonts::Length;
use crate::layout::blocks::{LABEL_GAP, PARAGRAPH_GAP, Setter};
use crate::layout::flow::{Strip, avoid_widows};
use crate::layout::page::{BODY, Drawing, HALF_PAGE, LEFT, MEASURE, Square, tenth_mm};
use crate::layout::structure::Role;
use crate::payment_code::{QUIET, code, module};

impl Setter<'_> {
    /// The code at the left margin, so that the margin is its quiet zone there, and the caption at its right.
    pub(super) fn payment_code(&mut self, payload: &str, caption: &str) {
        let Some(code) = code(payload) else { return };
        let module = tenth_mm(module(&code));
        let (side, quiet) = (code.size() * module, QUIET * module);
        let alternative = if caption.trim().is_empty() { self.words.payment_code } else { caption };
        let figure = self.structure.root(Role::Figure(alternative.to_owned()));
        let squares =
            dark(&code, |x, y, run| Square { x: LEFT + x * module, y: quiet + y * module, width: run * module, height: module });

        let mut strip = Strip { height: side + 2 * quiet, ..Strip::default() };
        strip.drawings.push(Drawing { squares, part: figure });
        let x = LEFT + side + quiet.max(LABEL_GAP);
        // Within the figure: what stands for the code is then heard once.
        let mut lines = self.lines(figure, BODY, caption, x, LEFT + MEASURE - x);
        let height: Length = lines.iter().map(|line| line.height).sum();
        if height < HALF_PAGE {
            let end = strip.stack(quiet + ((side - height) / 2).max(0), &lines);
            strip.height = strip.height.max(end);
            lines.clear();
        }
        // Its quiet zone is space already.
        self.push(vec![strip], PARAGRAPH_GAP / 3);
        avoid_widows(&mut lines);
        self.push(lines, PARAGRAPH_GAP);
    }
}

/// The dark modules, those side by side in one piece: their place and length are in modules.
fn dark(code: &QrCode, square: impl Fn(Length, Length, Length) -> Square) -> Vec<Square> {
    let mut squares = Vec::new();
    for y in 0..code.size() {
        let mut start = None;
        // One past the last is light.
        for x in 0..=code.size() {
            match (start, code.get_module(x, y)) {
                (None, true) => start = Some(x),
                (Some(from), false) => {
                    squares.push(square(from, y, x - from));
                    start = None;
                }
                _ => {}
            }
        }
    }
    squares
}
