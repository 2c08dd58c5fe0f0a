//! The command line: which task, with which options.

use dument_law::Day;
use lexopt::prelude::*;

/// What `cargo xtask` is asked to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Help,
    Build(Mode),
    Serve(ServeOptions),
    Test { fast: bool },
    Bench,
    Law(LawOptions),
}

/// For people (small, compressed) or for the one who writes it (quick to build).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Release,
    Dev,
}

/// What `cargo xtask serve` can be told.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ServeOptions {
    /// The port to listen on; 0 lets the system choose one.
    pub(crate) port: u16,
    /// Open the page in the default browser.
    pub(crate) open: bool,
    /// Build before serving; the browser tests serve what is built already.
    pub(crate) build: bool,
    pub(crate) mode: Mode,
}

/// What `cargo xtask law` can be told.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct LawOptions {
    /// The day to look from; today where it isn't given.
    pub(crate) on: Option<Day>,
    /// Fail where something is missing: for the scheduled job.
    pub(crate) check: bool,
}

const DEFAULT_PORT: u16 = 8080;

/// Reads the command line; anything unknown is an error that names it.
pub(crate) fn parse(mut parser: lexopt::Parser) -> Result<Task, lexopt::Error> {
    let mut command = None;
    let mut port = None;
    let mut on = None;
    let (mut open, mut dev, mut fast, mut no_build, mut check) = (false, false, false, false, false);

    while let Some(argument) = parser.next()? {
        let serving = command.as_deref() == Some("serve");
        match argument {
            Short('h') | Long("help") => return Ok(Task::Help),
            Value(value) if command.is_none() => command = Some(value.string()?),
            Long("port") if serving => port = Some(parser.value()?.parse()?),
            Long("open") if serving => open = true,
            Long("no-build") if serving => no_build = true,
            Long("dev") if serving || command.as_deref() == Some("build") => dev = true,
            Long("fast") if command.as_deref() == Some("test") => fast = true,
            Long("on") if command.as_deref() == Some("law") => on = Some(parser.value()?.parse()?),
            Long("check") if command.as_deref() == Some("law") => check = true,
            other => return Err(other.unexpected()),
        }
    }

    let mode = if dev { Mode::Dev } else { Mode::Release };
    match command.as_deref() {
        None | Some("help") => Ok(Task::Help),
        Some("build") => Ok(Task::Build(mode)),
        Some("serve") => Ok(Task::Serve(ServeOptions { port: port.unwrap_or(DEFAULT_PORT), open, build: !no_build, mode })),
        Some("test") => Ok(Task::Test { fast }),
        Some("bench") => Ok(Task::Bench),
        Some("law") => Ok(Task::Law(LawOptions { on, check })),
        Some(other) => Err(format!("unknown command `{other}`; see `cargo xtask help`").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(line: &str) -> Result<Task, String> {
        parse(lexopt::Parser::from_args(line.split_whitespace())).map_err(|e| e.to_string())
    }

    fn serve(port: u16, open: bool, build: bool, mode: Mode) -> Task {
        Task::Serve(ServeOptions { port, open, build, mode })
    }

    #[test]
    fn every_command_is_understood() {
        assert_eq!(task(""), Ok(Task::Help));
        assert_eq!(task("help"), Ok(Task::Help));
        assert_eq!(task("serve --help"), Ok(Task::Help));
        assert_eq!(task("build"), Ok(Task::Build(Mode::Release)));
        assert_eq!(task("build --dev"), Ok(Task::Build(Mode::Dev)));
        assert_eq!(task("test --fast"), Ok(Task::Test { fast: true }));
        assert_eq!(task("bench"), Ok(Task::Bench));
        assert_eq!(task("law"), Ok(Task::Law(LawOptions { on: None, check: false })));
        let on = "2026-12-24".parse().ok();
        assert_eq!(task("law --on 2026-12-24 --check"), Ok(Task::Law(LawOptions { on, check: true })));
        assert_eq!(task("serve"), Ok(serve(8080, false, true, Mode::Release)));
        assert_eq!(task("serve --port=0 --no-build --open --dev"), Ok(serve(0, true, false, Mode::Dev)));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert!(task("biuld").unwrap_err().contains("`biuld`"));
        assert!(task("test --port 1").unwrap_err().contains("--port"));
        assert!(task("law --on 2026-02-30").unwrap_err().contains("2026-02-30"));
        assert!(task("serve --port many").unwrap_err().contains("many"));
    }
}
