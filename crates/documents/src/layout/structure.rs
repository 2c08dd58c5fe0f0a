//! The logical structure of a document, as a screen reader walks it.

/// What a part is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Paragraph,
    /// 1 for the subject, then 2 and 3.
    Heading(u16, String),
    List,
    ListItem,
    Label,
    ListBody,
    Table,
    Caption,
    TableHead,
    TableBody,
    Row,
    ColumnHeader,
    RowHeader,
    Cell,
    /// With what stands for it where it can't be seen.
    Figure(String),
}

/// A part and the parts within it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) role: Role,
    pub(crate) children: Vec<usize>,
}

/// All parts of a document; a part is named by its place in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Structure {
    pub(crate) parts: Vec<Part>,
    /// The outermost parts, in reading order.
    pub(crate) roots: Vec<usize>,
}

impl Structure {
    /// Adds an outermost part.
    pub(crate) fn root(&mut self, role: Role) -> usize {
        let part = self.push(role);
        self.roots.push(part);
        part
    }

    /// Adds a part at the end of another.
    pub(crate) fn child(&mut self, parent: usize, role: Role) -> usize {
        let part = self.push(role);
        self.parts[parent].children.push(part);
        part
    }

    fn push(&mut self, role: Role) -> usize {
        self.parts.push(Part { role, children: Vec::new() });
        self.parts.len() - 1
    }
}
