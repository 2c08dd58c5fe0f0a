//! Turns the figures of `data/` into tables of the program, and refuses data that no one could cite.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    figure: Vec<Figure>,
    #[serde(default)]
    source: Vec<Source>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Figure {
    id: String,
    label: String,
    unit: String,
    known_until: Option<String>,
    row: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Row {
    from: String,
    until: Option<String>,
    value: String,
    /// The text that sets the figure: an article, a decree, a decision.
    reference: String,
    /// Where the figure was read: the id of a `[[source]]`.
    source: String,
    #[serde(default)]
    uncertain: bool,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    id: String,
    title: String,
    url: String,
}

fn main() {
    println!("cargo::rerun-if-changed=data");
    let mut figures = Vec::new();
    let mut sources = Vec::new();
    let mut paths: Vec<_> = fs::read_dir("data")
        .expect("crates/law/data is there")
        .map(|entry| entry.expect("crates/law/data can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    paths.sort();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        figures.extend(file.figure);
        sources.extend(file.source);
    }
    check(&figures, &sources);

    let mut code = String::from("pub(crate) static FIGURES: &[FigureData] = &[\n");
    for figure in &figures {
        let Figure { id, label, unit, known_until, row } = figure;
        writeln!(code, "FigureData {{ id: {id:?}, label: {label:?}, unit: {unit:?}, known_until: {known_until:?}, rows: &[")
            .expect("a string grows");
        for Row { from, until, value, reference, source, uncertain, note } in row {
            writeln!(
                code,
                "RowData {{ from: {from:?}, until: {until:?}, value: {value:?}, reference: {reference:?}, source: {source:?}, uncertain: {uncertain}, note: {note:?} }},"
            )
            .expect("a string grows");
        }
        code.push_str("] },\n");
    }
    code.push_str("];\npub(crate) static SOURCES: &[SourceData] = &[\n");
    for Source { id, title, url } in &sources {
        writeln!(code, "SourceData {{ id: {id:?}, title: {title:?}, url: {url:?} }},").expect("a string grows");
    }
    code.push_str("];\n");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("reference_data.rs"), code).expect("OUT_DIR can be written");
}

/// Every row cites a known source, rows are in order and don't overlap, and no id stands twice.
fn check(figures: &[Figure], sources: &[Source]) {
    for (i, source) in sources.iter().enumerate() {
        assert!(!sources[..i].iter().any(|other| other.id == source.id), "source {} stands twice", source.id);
    }
    for (i, figure) in figures.iter().enumerate() {
        let id = &figure.id;
        assert!(!figures[..i].iter().any(|other| other.id == *id), "figure {id} stands twice");
        assert!(!figure.row.is_empty(), "figure {id} has no row");
        for row in &figure.row {
            assert!(sources.iter().any(|source| source.id == row.source), "figure {id} cites the unknown source {}", row.source);
            assert!(!row.reference.is_empty(), "figure {id}, row {}: no legal reference", row.from);
            assert!(
                row.until.as_ref().is_none_or(|until| *until >= row.from),
                "figure {id}, row {}: ends before it starts",
                row.from
            );
        }
        for pair in figure.row.windows(2) {
            assert!(
                pair[0].until.as_ref().map_or(pair[0].from < pair[1].from, |until| *until < pair[1].from),
                "figure {id}: rows {} and {} overlap or are out of order",
                pair[0].from,
                pair[1].from
            );
        }
    }
}
