//! Keeps the pages of `conformance/` true: their form, their sources, and the tests that they name.

use std::fs;
use std::path::Path;

use dument_law::{Day, Reference};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/conformance");

const HEADER: [&str; 4] = ["Clause", "Mark", "How", "Test"];

/// What stands where there is no test to name.
const NO_TEST: &str = "–";

#[test]
fn every_page_is_true() {
    let mut faults = Vec::new();
    for entry in fs::read_dir(FOLDER).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name != "README.md" {
            assert!(path.extension().is_some_and(|extension| extension == "md"), "{name} is no page");
            let page = faults_of(&fs::read_to_string(&path).unwrap());
            faults.extend(page.into_iter().map(|fault| format!("{name}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// All that is wrong with a page.
fn faults_of(page: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if !page.lines().next().is_some_and(|title| title.starts_with("# ") && title.len() > 2) {
        faults.push("line 1: no title".to_owned());
    }
    match page.lines().find(|line| line.starts_with("Source")) {
        None => faults.push("no line of its sources".to_owned()),
        Some(line) => faults.extend(faults_of_sources(line)),
    }

    let mut clauses = 0;
    let mut above = Above::Text;
    for (number, line) in page.lines().enumerate().map(|(i, line)| (i + 1, line)) {
        if !line.trim_start().starts_with('|') {
            above = Above::Text;
            continue;
        }
        let found = match (cells(line), above) {
            (None, _) => Some(format!("a row has {} cells, between bars", HEADER.len())),
            (Some(cells), Above::Text) => {
                above = Above::Header;
                (cells.each_ref().map(String::as_str) != HEADER).then(|| format!("the table’s head is {}", HEADER.join(" | ")))
            }
            (Some(cells), Above::Header) => {
                above = Above::Rows;
                let is_rule = cells.iter().all(|cell| cell.len() >= 3 && cell.chars().all(|c| c == '-' || c == ':'));
                (!is_rule).then(|| "a rule of dashes stands under the head".to_owned())
            }
            (Some(cells), Above::Rows) => {
                clauses += 1;
                fault_of_clause(&cells)
            }
        };
        faults.extend(found.map(|fault| format!("line {number}: {fault}")));
    }
    if clauses == 0 {
        faults.push("no clause".to_owned());
    }
    faults
}

/// What stands above a line of a table.
#[derive(Clone, Copy)]
enum Above {
    Text,
    Header,
    Rows,
}

/// The cells of a row; nothing where their number is wrong.
fn cells(line: &str) -> Option<[String; 4]> {
    const BAR: &str = "\u{0}";
    let row = line.trim().replace("\\|", BAR);
    let inside = row.strip_prefix('|')?.strip_suffix('|')?;
    let cells: Vec<String> = inside.split('|').map(|cell| cell.trim().replace(BAR, "|")).collect();
    cells.try_into().ok()
}

fn faults_of_sources(line: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let ids: Vec<&str> = line.split('`').skip(1).step_by(2).collect();
    if ids.is_empty() {
        faults.push("the line of its sources names none between backquotes".to_owned());
    }
    let known = &Reference::published().sources;
    let unknown = ids.iter().filter(|id| known.iter().all(|source| source.id != **id));
    faults.extend(unknown.map(|id| format!("the source `{id}` is in no data file")));
    let is_day = |word: &str| word.trim_end_matches(['.', ',', ';', ')']).parse::<Day>().is_ok();
    if !line.split_whitespace().any(is_day) {
        faults.push("the line of its sources doesn’t say on which day they were read".to_owned());
    }
    faults
}

fn fault_of_clause([clause, mark, how, test]: &[String; 4]) -> Option<String> {
    if clause.is_empty() || how.is_empty() {
        return Some("an empty cell".to_owned());
    }
    match mark.as_str() {
        "enforced" => fault_of_links(test).map(|fault| format!("“{clause}”: {fault}")),
        "asked" | "not covered" if test == NO_TEST => None,
        "asked" | "not covered" => Some(format!("“{clause}”: a clause that is {mark} has {NO_TEST} for a test")),
        other => Some(format!("“{clause}”: the mark “{other}” is none of enforced, asked, not covered")),
    }
}

/// What is wrong with the tests an enforced clause names: `[function](file)`, once or more.
fn fault_of_links(cell: &str) -> Option<String> {
    let mut links = 0;
    let mut rest = cell;
    while let Some((_, after)) = rest.split_once('[') {
        let link = after.split_once("](").and_then(|(name, after)| Some((name, after.split_once(')')?)));
        let Some((name, (file, after))) = link else { return Some(format!("“{cell}” is no link to a test")) };
        let name = name.trim_matches('`');
        match fs::read_to_string(Path::new(FOLDER).join(file)) {
            Err(_) => return Some(format!("{file} doesn’t exist")),
            Ok(source) if !has_test(&source, name) => return Some(format!("{file} has no test called {name}")),
            Ok(_) => {}
        }
        links += 1;
        rest = after;
    }
    (links == 0).then(|| "an enforced clause names the test that shows it".to_owned())
}

/// Whether a source has a test function of that name: `#[test]` stands among the attributes above it.
fn has_test(source: &str, name: &str) -> bool {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let declares =
        |line: &str| line.strip_prefix("fn ").and_then(|line| line.strip_prefix(name)).is_some_and(|l| l.starts_with('('));
    lines.iter().enumerate().filter(|(_, line)| declares(line)).any(|(i, _)| {
        let above = lines[..i].iter().rev().take_while(|line| line.starts_with('#') || line.starts_with("//"));
        above.clone().any(|line| *line == "#[test]")
    })
}

#[track_caller]
fn check(table: &str, fault: &str) {
    let page = format!("# A text\n\nSource: `ccom-l441-10`, read on 2026-11-22.\n\n{table}");
    let faults = faults_of(&page).join("\n");
    assert!(if fault.is_empty() { faults.is_empty() } else { faults.contains(fault) }, "{faults}");
}

/// A table of one clause.
fn table(row: &str) -> String {
    format!("| Clause | Mark | How | Test |\n|---|---|---|---|\n{row}\n")
}

#[test]
fn a_true_page_passes() {
    check(&table("| I | enforced | so | [a_true_page_passes](../tests/conformance.rs) |"), "");
    check(&table("| I | asked | a \\| b | – |"), "");
    let two = format!("{}\n## Next\n\n{}", table("| I | asked | so | – |"), table("| II | not covered | so | – |"));
    check(&two, "");
}

#[test]
fn a_clause_is_enforced_only_by_a_test_that_exists() {
    check(&table("| I | enforced | so | – |"), "names the test");
    check(&table("| I | enforced | so | [a_test](../tests/none.rs) |"), "doesn’t exist");
    check(&table("| I | enforced | so | [gone](../tests/conformance.rs) |"), "no test called gone");
    check(&table("| I | enforced | so | [cells](../tests/conformance.rs) |"), "no test called cells");
    check(
        &table("| I | enforced | so | [a_true_page_passes](../tests/conformance.rs), [gone](../tests/conformance.rs) |"),
        "gone",
    );
}

#[test]
fn a_mark_is_one_of_three() {
    check(&table("| I | Enforced | so | – |"), "mark “Enforced”");
    check(&table("| I | asked | so | [a_true_page_passes](../tests/conformance.rs) |"), "has – for a test");
}

#[test]
fn a_malformed_page_is_refused() {
    check("", "no clause");
    check(&table("| I | asked | – |"), "a row has 4 cells");
    check(&table("| I | asked |  | – |"), "an empty cell");
    check("| Clause | Mark | Test | How |\n|---|---|---|---|\n", "head is");
    check("| Clause | Mark | How | Test |\n| I | asked | so | – |\n", "rule of dashes");
    assert!(faults_of("No title").iter().any(|fault| fault.contains("no title")));
    assert!(faults_of("# A text").iter().any(|fault| fault.contains("no line of its sources")));
}

#[test]
fn sources_are_known_and_dated() {
    assert_eq!(faults_of_sources("Sources: `ccom-l441-10`; read on 2026-11-22."), Vec::<String>::new());
    assert_eq!(faults_of_sources("Sources: `nowhere`, read on 2026-11-22.").len(), 1);
    assert_eq!(faults_of_sources("Sources: none, never read").len(), 2);
}
