//! A cell of a table, whatever file it comes from.

/// What a cell is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text, as typed or as exported.
    #[default]
    Text,
    /// A number of a spreadsheet: digits and a point.
    Number,
    /// A day of a spreadsheet, as ISO writes it.
    Day,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) kind: Kind,
}

/// A row, of which the cells are used again and again.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    cells: Vec<Cell>,
    length: usize,
    /// Where it stands, counted from 1.
    pub(super) number: u32,
}

impl Row {
    /// Empties it for the row of that number.
    pub(super) fn clear(&mut self, number: u32) {
        self.length = 0;
        self.number = number;
    }

    /// The next cell, to be filled.
    pub(super) fn push(&mut self) -> &mut Cell {
        if self.length == self.cells.len() {
            self.cells.push(Cell::default());
        }
        self.length += 1;
        let cell = &mut self.cells[self.length - 1];
        cell.text.clear();
        cell.kind = Kind::Text;
        cell
    }

    pub(super) fn cells(&self) -> &[Cell] {
        &self.cells[..self.length]
    }

    /// Whether every cell is empty.
    pub(super) fn is_empty(&self) -> bool {
        self.cells().iter().all(|cell| cell.text.trim().is_empty())
    }
}
