//! Tables: columns as wide as they need, figures with their commas under each other, totals set apart.

use dument_letters::document::{Align, Column, TableRow};

use crate::fonts::{Fonts, Length, Style};
use crate::layout::blocks::Setter;
use crate::layout::flow::Strip;
use crate::layout::lines::{break_lines, widest_word};
use crate::layout::page::{CELL, HALF_PAGE, HEADER_CELL, Ink, LEFT, MEASURE, Rule, TOTAL_CELL, Text};
use crate::layout::structure::Role;

/// Between two columns.
const GAP: Length = 11_000;
/// Above and below the text of a row.
const PADDING: Length = 2_700;

/// A table laid out.
pub(crate) struct TableStrips {
    /// Its header; of one strip, it is repeated on every page.
    pub(crate) header: Vec<Strip>,
    pub(crate) rows: Vec<Strip>,
}

/// A column's place on the page.
struct Place {
    x: Length,
    width: Length,
    align: Align,
    /// How much of the widest cell stands right of the comma, comma included.
    decimals: Length,
}

/// The styles of the cells, at the size of the document.
struct Styles {
    header: Style,
    cell: Style,
    total: Style,
}

/// What a row says, and how it is set.
struct Line<'a> {
    cells: Vec<&'a str>,
    style: Style,
}

fn texts(cells: &[String]) -> Vec<&str> {
    cells.iter().map(String::as_str).collect()
}

/// The sums down to a row, with what they are where nothing is summed.
fn carried<'a>(row: &'a TableRow, label: &'a str) -> Vec<&'a str> {
    let mut cells = texts(&row.carried);
    if let Some(empty) = cells.iter_mut().find(|cell| cell.is_empty()) {
        *empty = label;
    }
    cells
}

impl Styles {
    fn of(&self, row: &TableRow) -> Style {
        if row.total { self.total } else { self.cell }
    }
}

/// Lays out a table whose part of the structure is `table`, its text so many percent of its full size.
pub(crate) fn lay_out(setter: &mut Setter<'_>, table: usize, columns: &[Column], rows: &[TableRow]) -> TableStrips {
    let (fonts, percent, words) = (setter.fonts, setter.percent, setter.words);
    let structure = &mut setter.structure;
    let styles = Styles { header: HEADER_CELL.at(percent), cell: CELL.at(percent), total: TOTAL_CELL.at(percent) };
    let mut lines: Vec<Line<'_>> = rows.iter().map(|row| Line { cells: texts(&row.cells), style: styles.of(row) }).collect();
    for row in rows.iter().filter(|row| !row.carried.is_empty()) {
        for label in [words.carried_forward, words.brought_forward] {
            lines.push(Line { cells: carried(row, label), style: styles.total });
        }
    }
    let places = places(fonts, &styles, columns, &lines);
    let head = structure.child(table, Role::TableHead);
    let head_row = structure.child(head, Role::Row);
    let parts: Vec<usize> = columns.iter().map(|_| structure.child(head_row, Role::ColumnHeader)).collect();
    let titles: Vec<&str> = columns.iter().map(|column| column.title.as_str()).collect();
    let mut header = row_strip(fonts, styles.header, &places, &titles, &parts, true);
    header.keep_with_next = true;
    header.rules.push(rule(header.height, 600, Ink::Black));
    let header = in_slices(header, styles.header);

    let body = structure.child(table, Role::TableBody);
    let mut strips = Vec::with_capacity(rows.len());
    for (i, (row, line)) in rows.iter().zip(&lines).enumerate() {
        let body_row = structure.child(body, Role::Row);
        let parts: Vec<usize> = (0..places.len())
            .map(|column| structure.child(body_row, if column == 0 { Role::RowHeader } else { Role::Cell }))
            .collect();
        let mut strip = row_strip(fonts, line.style, &places, &line.cells, &parts, false);
        let next = rows.get(i + 1);
        let strong = next.is_none_or(|next| next.total && !row.total);
        let (thickness, ink) = if strong { (600, Ink::Black) } else { (350, Ink::Grey) };
        strip.rules.push(rule(strip.height, thickness, ink));
        // No row alone under the header, no total parted from what it sums, no last row alone.
        strip.keep_with_next = next.is_some_and(|next| i == 0 || i + 2 == rows.len() || next.total);
        if !row.carried.is_empty() && next.is_some() {
            let carry = |label| row_strip(fonts, styles.total, &places, &carried(row, label), &parts, false);
            let (mut forward, mut brought) = (carry(words.carried_forward), carry(words.brought_forward));
            forward.rules.push(rule(forward.height, 600, Ink::Black));
            brought.rules.push(rule(brought.height, 350, Ink::Grey));
            strip.carried = Some(setter.repeated.carried(forward, brought));
        }
        strips.extend(in_slices(strip, line.style));
    }
    TableStrips { header, rows: strips }
}

/// A row of ordinary height as it is; one that would fill half a page line by line, so that it can go on overleaf.
fn in_slices(row: Strip, style: Style) -> Vec<Strip> {
    if row.height < HALF_PAGE {
        return vec![row];
    }
    let lines = usize::try_from((row.height - 2 * PADDING) / style.leading).unwrap_or(1);
    let mut slices = vec![Strip { height: style.leading, ..Strip::default() }; lines];
    slices[0].height += PADDING;
    for text in row.texts {
        let line = usize::try_from((text.y - PADDING) / style.leading).unwrap_or(0).min(lines - 1);
        let above = if line == 0 { 0 } else { PADDING + lines_height(style, line) };
        slices[line].texts.push(Text { y: text.y - above, ..text });
    }
    if let Some(last) = slices.last_mut() {
        last.height += PADDING;
        last.rules = row.rules.into_iter().map(|rule| Rule { y: last.height, ..rule }).collect();
        last.keep_with_next = row.keep_with_next;
        last.carried = row.carried;
    }
    slices
}

fn rule(y: Length, thickness: Length, ink: Ink) -> Rule {
    Rule { x: LEFT, y, width: MEASURE, thickness, ink }
}

/// One row: every cell broken into the lines its column has room for. Headers stand on their last line.
fn row_strip(fonts: &Fonts, style: Style, places: &[Place], cells: &[&str], parts: &[usize], header: bool) -> Strip {
    let broken: Vec<_> = places.iter().zip(cells).map(|(place, cell)| break_lines(fonts, style, cell, place.width)).collect();
    let tallest = broken.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let mut strip = Strip::default();
    for (((place, lines), cell), part) in places.iter().zip(&broken).zip(cells).zip(parts) {
        let skipped = if header { tallest - lines.len() } else { 0 };
        for (i, line) in lines.iter().enumerate() {
            let room = place.width - line.width;
            let x = match place.align {
                Align::Start => 0,
                Align::End if header || lines.len() > 1 => room,
                Align::End => decimals(fonts, style, cell).map_or(room, |own| (room - place.decimals + own).clamp(0, room)),
            };
            strip.texts.push(Text {
                x: place.x + x,
                y: PADDING + baseline(style) + lines_height(style, skipped + i),
                style,
                content: line.text.clone(),
                part: Some(*part),
            });
        }
    }
    strip.height = lines_height(style, tallest) + 2 * PADDING;
    strip
}

/// From the top of a line to its baseline.
pub(crate) fn baseline(style: Style) -> Length {
    style.leading - (style.leading - style.size) / 2 - style.size / 5
}

/// The height of so many lines.
pub(crate) fn lines_height(style: Style, lines: usize) -> Length {
    Length::try_from(lines).unwrap_or(Length::MAX).saturating_mul(style.leading)
}

/// How much of a figure stands right of its comma, comma included; none where it has no decimals.
fn decimals(fonts: &Fonts, style: Style, cell: &str) -> Option<Length> {
    let comma = cell.rfind(',')?;
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let between = digit(cell[..comma].chars().next_back()) && digit(cell[comma + 1..].chars().next());
    between.then(|| fonts.width(style, &cell[comma..]))
}

fn places(fonts: &Fonts, styles: &Styles, columns: &[Column], lines: &[Line<'_>]) -> Vec<Place> {
    let needs: Vec<Need> = columns.iter().enumerate().map(|(i, column)| need(fonts, styles, i, column, lines)).collect();
    let gaps = GAP * Length::try_from(columns.len().saturating_sub(1)).unwrap_or(0);
    let words = columns.iter().position(|column| column.align == Align::Start).unwrap_or(0);
    let widths = share(&needs, MEASURE - gaps, words);
    let mut x = LEFT;
    let mut places = Vec::with_capacity(columns.len());
    for ((column, need), width) in columns.iter().zip(needs).zip(widths) {
        places.push(Place { x, width, align: column.align, decimals: need.decimals });
        x += width + GAP;
    }
    places
}

/// How wide a column wants to be.
struct Need {
    least: Length,
    natural: Length,
    /// Right of the comma, comma included.
    decimals: Length,
}

/// Words may break between lines, figures may not.
fn need(fonts: &Fonts, styles: &Styles, i: usize, column: &Column, lines: &[Line<'_>]) -> Need {
    let (mut words, mut widest, mut whole, mut fraction) = (0, 0, 0, 0);
    for (cell, style) in lines.iter().filter_map(|line| Some((line.cells.get(i)?, line.style))) {
        let width = cell.split('\n').map(|line| fonts.width(style, line)).max().unwrap_or_default();
        widest = widest.max(width);
        if column.align == Align::Start {
            words = words.max(widest_word(fonts, style, cell));
        }
        if let Some(own) = decimals(fonts, style, cell) {
            whole = whole.max(width - own);
            fraction = fraction.max(own);
        }
    }
    let figures = widest.max(whole + fraction);
    let least = if column.align == Align::Start { words } else { figures };
    let least = least.max(widest_word(fonts, styles.header, &column.title));
    Need { least, natural: figures.max(fonts.width(styles.header, &column.title)).max(least), decimals: fraction }
}

/// Shares a width among columns: what they need where there is room (the rest goes to the first column of words),
/// else between least and natural in proportion, else less than the least.
fn share(needs: &[Need], width: Length, words: usize) -> Vec<Length> {
    let sum = |pick: fn(&Need) -> Length| needs.iter().map(pick).map(i64::from).sum::<i64>();
    let (least, natural, width) = (sum(|need| need.least), sum(|need| need.natural), i64::from(width));
    let scaled = |part: Length, of: i64, whole: i64| Length::try_from(i64::from(part) * of / whole.max(1)).unwrap_or_default();
    needs
        .iter()
        .enumerate()
        .map(|(i, &Need { least: min, natural: max, .. })| {
            if natural <= width {
                let rest = if i == words { width - natural } else { 0 };
                max + Length::try_from(rest).unwrap_or_default()
            } else if least <= width {
                min + scaled(max - min, width - least, natural - least)
            } else {
                scaled(min, width, least)
            }
        })
        .collect()
}
