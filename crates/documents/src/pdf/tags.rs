//! The tag tree: the document's structure, each part with the content drawn for it.

use std::num::NonZeroU16;

use krilla::tagging::{BBox, Identifier, ListNumbering, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

use crate::layout::structure::{Role, Structure};
use crate::pdf::short;
use crate::words::Words;

/// What was drawn for each part of the structure.
pub(super) struct Contents {
    drawn: Vec<Vec<Identifier>>,
    /// Where the figures are.
    boxes: Vec<(usize, BBox)>,
}

impl Contents {
    pub(super) fn new(structure: &Structure) -> Self {
        Self { drawn: vec![Vec::new(); structure.parts.len()], boxes: Vec::new() }
    }

    /// Notes content drawn for a part.
    pub(super) fn add(&mut self, part: usize, identifier: Identifier) {
        self.drawn[part].push(identifier);
    }

    /// Notes where a figure is.
    pub(super) fn enclose(&mut self, figure: usize, place: BBox) {
        self.boxes.push((figure, place));
    }

    /// The whole tree.
    pub(super) fn tree(&self, structure: &Structure, words: Words) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(words.tag.to_owned()));
        for &root in &structure.roots {
            tree.push(self.group(structure, root));
        }
        tree
    }

    fn group(&self, structure: &Structure, part: usize) -> TagGroup {
        let place = self.boxes.iter().find(|(figure, _)| *figure == part).map(|(_, place)| *place);
        let mut group = TagGroup::new(tag(&structure.parts[part].role, place));
        for &identifier in &self.drawn[part] {
            group.push(identifier);
        }
        for &child in &structure.parts[part].children {
            group.push(self.group(structure, child));
        }
        group
    }
}

fn tag(role: &Role, place: Option<BBox>) -> TagKind {
    match role {
        Role::Paragraph => Tag::P.into(),
        Role::Heading(level, title) => Tag::Hn(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), Some(short(title))).into(),
        Role::List => Tag::L(ListNumbering::None).into(),
        Role::ListItem => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::ListBody => Tag::LBody.into(),
        Role::Table => Tag::Table.into(),
        Role::Caption => Tag::Caption.into(),
        Role::TableHead => Tag::THead.into(),
        Role::TableBody => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHeader => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHeader => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
        Role::Figure(alternative) => Tag::Figure(Some(short(alternative))).with_bbox(place).into(),
    }
}
