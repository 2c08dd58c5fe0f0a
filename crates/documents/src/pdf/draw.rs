//! What a page shows: glyphs where the layout put them, and rules.

use krilla::color::luma;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, BBox, ContentTag, SpanTag};
use krilla::text::{GlyphId, KrillaGlyph};

use crate::Error;
use crate::fonts::{Fonts, Length};
use crate::layout::page::{Drawing, HEIGHT, Ink, LEFT, MEASURE, Page, Rule, Square, Text, WIDTH};
use crate::pdf::faces::Faces;
use crate::pdf::tags::Contents;

/// Thousandths of a point as the PDF library wants them.
#[expect(clippy::cast_precision_loss, clippy::float_arithmetic, reason = "a page is far smaller than what f32 tells apart")]
fn points(length: Length) -> f32 {
    length as f32 / 1000.0
}

/// A place on the page.
pub(super) fn point(x: Length, y: Length) -> Point {
    Point::from_xy(points(x), points(y))
}

/// Draws a page, whose place among the pages is `index`, at the end of the document.
pub(super) fn page(
    pdf: &mut krilla::Document,
    fonts: &Fonts,
    faces: &Faces,
    index: usize,
    page: &Page,
    contents: &mut Contents,
) -> Result<(), Error> {
    let size = PageSettings::from_wh(points(WIDTH), points(HEIGHT)).ok_or(Error::Pdf)?;
    let mut sheet = pdf.start_page_with(size);
    let mut surface = sheet.surface();
    rules(&mut surface, &page.rules);
    fill(&mut surface, Ink::Black);
    for drawing in &page.drawings {
        let identifier = surface.start_tagged(ContentTag::Other);
        contents.add(drawing.part, identifier);
        if let Some(place) = place(drawing, page) {
            contents.enclose(drawing.part, BBox::new(index, place));
        }
        if let Some(shape) = shape(drawing.squares.iter().copied()) {
            surface.draw_path(&shape);
        }
        surface.end_tagged();
    }
    for text in &page.texts {
        match text.part {
            Some(part) => {
                let identifier = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                contents.add(part, identifier);
            }
            None => {
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)));
            }
        }
        glyphs(&mut surface, fonts, faces, text);
        surface.end_tagged();
    }
    surface.finish();
    sheet.finish();
    Ok(())
}

/// What encloses a figure: its drawing, and its text across the measure.
fn place(drawing: &Drawing, page: &Page) -> Option<Rect> {
    let squares = drawing.squares.iter().map(|square| (square.y, square.y + square.height));
    let texts = page.texts.iter().filter(|text| text.part == Some(drawing.part));
    let lines = texts.map(|text| (text.y - text.style.size, text.y + text.style.size / 4));
    let (top, bottom) = squares.chain(lines).reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))?;
    Rect::from_ltrb(points(LEFT), points(top), points(LEFT + MEASURE), points(bottom))
}

fn fill(surface: &mut Surface<'_>, ink: Ink) {
    let lightness = match ink {
        Ink::Black => 0,
        Ink::Grey => 160,
    };
    let paint = luma::Color::new(lightness).into();
    surface.set_fill(Some(Fill { paint, opacity: NormalizedF32::ONE, rule: FillRule::default() }));
}

fn rules(surface: &mut Surface<'_>, rules: &[Rule]) {
    if rules.is_empty() {
        return;
    }
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    for rule in rules {
        let Rule { x, y, width, thickness: height, ink } = *rule;
        if let Some(path) = shape([Square { x, y, width, height }]) {
            fill(surface, ink);
            surface.draw_path(&path);
        }
    }
    surface.end_tagged();
}

/// Rectangles as one shape.
fn shape(squares: impl IntoIterator<Item = Square>) -> Option<Path> {
    let mut path = PathBuilder::new();
    for square in squares {
        let (left, right) = (points(square.x), points(square.x + square.width));
        let (top, bottom) = (points(square.y), points(square.y + square.height));
        path.move_to(left, top);
        path.line_to(right, top);
        path.line_to(right, bottom);
        path.line_to(left, bottom);
        path.close();
    }
    path.finish()
}

fn glyphs(surface: &mut Surface<'_>, fonts: &Fonts, faces: &Faces, text: &Text) {
    let glyphs: Vec<KrillaGlyph> = fonts
        .glyphs(text.style.face, &text.content)
        .into_iter()
        .map(|glyph| KrillaGlyph {
            glyph_id: GlyphId::new(glyph.id.to_u32()),
            text_range: glyph.shows,
            x_advance: points(glyph.advance),
            x_offset: 0.0,
            y_offset: 0.0,
            y_advance: 0.0,
            location: None,
        })
        .collect();
    let start = point(text.x, text.y);
    surface.draw_glyphs(start, &glyphs, faces.of(text.style.face), &text.content, points(text.style.size), false);
}
