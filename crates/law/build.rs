//! Turns the figures of `data/` into tables of the program, and refuses data that no one could cite.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct File {
    /// The day on which the file's figures were last read in their sources.
    #[serde(rename = "readOn")]
    read_on: Option<String>,
    #[serde(default)]
    figure: Vec<Figure>,
    #[serde(default)]
    range: Vec<Range>,
    #[serde(default, rename = "economicCourt")]
    economic_court: Vec<EconomicCourt>,
    #[serde(default)]
    source: Vec<Source>,
    #[serde(default)]
    watched: Vec<Watched>,
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

/// Two figures that bound what is usual: `…Min` and `…Max`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Range {
    id: String,
    label: String,
    unit: String,
    from: String,
    min: String,
    max: String,
    reference: String,
    source: String,
    note: Option<String>,
}

impl Range {
    /// The two figures; what is usual is never certain.
    fn into_figures(self) -> [Figure; 2] {
        let figure = |end: &str, word: &str, value: &str| Figure {
            id: format!("{}{end}", self.id),
            label: format!("{}\u{a0}: {word}", self.label),
            unit: self.unit.clone(),
            known_until: None,
            row: vec![Row {
                from: self.from.clone(),
                until: None,
                value: value.to_owned(),
                reference: self.reference.clone(),
                source: self.source.clone(),
                uncertain: true,
                note: self.note.clone(),
            }],
        };
        [figure("Min", "au moins", &self.min), figure("Max", "au plus", &self.max)]
    }
}

/// A seat of a tribunal des activités économiques.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EconomicCourt {
    seat: String,
    /// Towns whose own court gave way to it.
    #[serde(default)]
    district: Vec<String>,
    from: String,
    until: String,
    reference: String,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    id: String,
    title: String,
    url: String,
}

/// A text that is announced, or about to end.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Watched {
    id: String,
    title: String,
    review_on: String,
    source: String,
}

fn main() {
    println!("cargo::rerun-if-changed=data");
    let mut figures = Vec::new();
    let mut sources = Vec::new();
    let mut watched = Vec::new();
    let mut read_on = Vec::new();
    let mut economic_courts = Vec::new();
    let mut paths: Vec<_> = fs::read_dir("data")
        .expect("crates/law/data is there")
        .map(|entry| entry.expect("crates/law/data can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    paths.sort();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut here = file.figure;
        here.extend(file.range.into_iter().flat_map(Range::into_figures));
        if !here.is_empty() {
            let day = file.read_on.unwrap_or_else(|| panic!("{}: `readOn` is missing at its head", path.display()));
            read_on.extend(here.iter().map(|figure| (figure.id.clone(), day.clone())));
        }
        figures.extend(here);
        economic_courts.extend(file.economic_court);
        sources.extend(file.source);
        watched.extend(file.watched);
    }
    check(&figures, &sources);
    for Watched { id, source, .. } in &watched {
        assert!(sources.iter().any(|known| known.id == *source), "what is watched, {id}, cites the unknown source {source}");
    }
    check_economic_courts(&economic_courts, &sources);

    let last_read_on = read_on.iter().map(|(_, day)| day).max().expect("some file has figures");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("reference.tsv"), table(&figures, &sources, last_read_on)).expect("OUT_DIR can be written");

    let mut by_id: Vec<usize> = (0..figures.len()).collect();
    by_id.sort_by_key(|at| &figures[*at].id);
    let mut code = format!("/// Where each figure stands, in the order of the ids.\nstatic BY_ID: &[u16] = &{by_id:?};");
    code.push_str("\npub(super) static WATCHED: &[WatchedData] = &[\n");
    for Watched { id, title, review_on, source } in &watched {
        writeln!(code, "WatchedData {{ id: {id:?}, title: {title:?}, review_on: {review_on:?}, source: {source:?} }},")
            .expect("a string grows");
    }
    writeln!(code, "];\npub(super) static READ_ON: &[(&str, &str)] = &{read_on:?};").expect("a string grows");
    fs::write(Path::new(&out).join("reference_data.rs"), code).expect("OUT_DIR can be written");

    let mut code = String::from("static ECONOMIC_COURTS: &[EconomicCourt] = &[\n");
    for EconomicCourt { seat, district, from, until, .. } in &economic_courts {
        writeln!(code, "EconomicCourt {{ seat: {seat:?}, district: &{district:?}, from: {from:?}, until: {until:?} }},")
            .expect("a string grows");
    }
    code.push_str("];\n");
    fs::write(Path::new(&out).join("economic_courts.rs"), code).expect("OUT_DIR can be written");
}

/// One line for each figure, row and source, its fields parted by tabs: as text the tables are compressed far better than
/// as tables of pointers, and they are read once.
fn table(figures: &[Figure], sources: &[Source], read_on: &str) -> String {
    let mut table = String::new();
    let mut line = |fields: &[&str]| {
        assert!(!fields.iter().any(|field| field.contains(['\t', '\n'])), "a tab or a line break in {fields:?}");
        table.push_str(&fields.join("\t"));
        table.push('\n');
    };
    line(&["readOn", read_on]);
    for Figure { id, label, unit, known_until, row } in figures {
        line(&["figure", id, label, unit, known_until.as_deref().unwrap_or_default()]);
        for Row { from, until, value, reference, source, uncertain, note } in row {
            let [until, note] = [until, note].map(|field| field.as_deref().unwrap_or_default());
            line(&["row", from, until, value, reference, source, if *uncertain { "uncertain" } else { "" }, note]);
        }
    }
    for Source { id, title, url } in sources {
        line(&["source", id, title, url]);
    }
    table
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

/// Every seat stands once, in order of its dates, and cites a known source.
fn check_economic_courts(courts: &[EconomicCourt], sources: &[Source]) {
    for (i, EconomicCourt { seat, from, until, reference, source, .. }) in courts.iter().enumerate() {
        assert!(courts[..i].iter().all(|other| other.seat != *seat), "the seat {seat} stands twice");
        assert!(sources.iter().any(|known| known.id == *source), "the seat {seat} cites the unknown source {source}");
        assert!(!reference.is_empty(), "the seat {seat} has no legal reference");
        assert!(from < until, "the seat {seat} ends before it starts");
    }
}
