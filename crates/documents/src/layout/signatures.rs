//! Who signs, under the room for a signature by hand.

use dument_letters::document::SigningParty;

use crate::fonts::Length;
use crate::layout::blocks::{PARAGRAPH_GAP, PART_GAP, Setter};
use crate::layout::flow::{Strip, keep_together};
use crate::layout::page::{BODY, HALF_PAGE, Ink, LEFT, MEASURE, RIGHT_COLUMN, Rule, STRONG, tenth_mm};
use crate::layout::structure::Role;
use crate::layout::table::lines_height;

/// Room for a signature by hand.
const SIGNATURE_ROOM: Length = tenth_mm(180);
/// Between two who sign side by side.
const PARTY_GAP: Length = tenth_mm(100);

impl Setter<'_> {
    /// Name and capacity under the room for a signature, never alone on a page.
    pub(super) fn signature(&mut self, lines: &[String]) {
        let part = self.structure.root(Role::Paragraph);
        let mut strips = vec![Strip { height: self.gap(SIGNATURE_ROOM), ..Strip::default() }];
        strips.append(&mut self.lines(part, BODY, &lines.join("\n"), RIGHT_COLUMN, LEFT + MEASURE - RIGHT_COLUMN));
        keep_together(&mut strips);
        self.keep_last();
        self.signature = Some(self.strips.len());
        self.push(strips, 0);
    }

    /// Side by side, two or three in a row, never alone on a page.
    pub(super) fn signatures(&mut self, parties: &[SigningParty]) {
        let across = if parties.len() == 3 { 3 } else { 2 };
        for row in parties.chunks(across) {
            let strips = self.signing_row(row, Length::try_from(across).unwrap_or(1));
            self.keep_last();
            self.push(strips, PART_GAP);
        }
    }

    /// For each: as whom, room for the signature, a line to sign on, name and capacity.
    fn signing_row(&mut self, row: &[SigningParty], across: Length) -> Vec<Strip> {
        let width = (MEASURE - PARTY_GAP * (across - 1)) / across;
        let columns: Vec<Column> =
            (0..).zip(row).map(|(i, party)| self.column(party, LEFT + (width + PARTY_GAP) * i, width)).collect();
        let line = columns.iter().map(|column| lines_height(BODY.at(self.percent), column.title.len())).max().unwrap_or_default()
            + self.gap(SIGNATURE_ROOM);
        let mut strip = Strip::default();
        for column in &columns {
            strip.stack(0, &column.title);
            strip.rules.push(Rule { x: column.x, y: line, width, thickness: 350, ink: Ink::Grey });
            let end = strip.stack(line + PARAGRAPH_GAP / 3, &column.name);
            strip.height = strip.height.max(end);
        }
        if strip.height < HALF_PAGE {
            return vec![strip];
        }
        // Nobody's name is so long: one below the other, over as many pages as it takes.
        columns.into_iter().flat_map(|column| [column.title, column.name].concat()).collect()
    }

    fn column(&mut self, party: &SigningParty, x: Length, width: Length) -> Column {
        let (title, name) = (self.structure.root(Role::Paragraph), self.structure.root(Role::Paragraph));
        let title = self.lines(title, STRONG, &party.title, x, width);
        Column { x, title, name: self.lines(name, BODY, &party.lines.join("\n"), x, width) }
    }
}

/// What stands above and below the room for one signature.
struct Column {
    x: Length,
    title: Vec<Strip>,
    name: Vec<Strip>,
}
