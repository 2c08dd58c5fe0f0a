//! The command line: which task, with which options.

use dument_law::Day;
use lexopt::prelude::*;

/// What `cargo xtask` is asked to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Help,
    Build(BuildOptions),
    Serve(ServeOptions),
    Test(Extent),
    Release(BuildOptions),
    Bench,
    Law(LawOptions),
    Pictures,
}

/// For people (small, compressed) or for the one who writes it (quick to build).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Release,
    Dev,
}

/// How much is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// What needs no build.
    Fast,
    Plain,
    /// With what is too slow for every day: before each release.
    Full,
}

/// What `cargo xtask build` can be told.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct BuildOptions {
    pub(crate) mode: Mode,
    /// Where the site will be, for what needs a whole address: the picture that goes with a shared link.
    pub(crate) site_url: Option<String>,
}

impl From<Mode> for BuildOptions {
    fn from(mode: Mode) -> Self {
        Self { mode, site_url: None }
    }
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
    let mut site_url = None;
    let (mut open, mut dev, mut no_build, mut check) = (false, false, false, false);
    let mut extent = Extent::Plain;

    while let Some(argument) = parser.next()? {
        let serving = command.as_deref() == Some("serve");
        match argument {
            Short('h') | Long("help") => return Ok(Task::Help),
            Value(value) if command.is_none() => command = Some(value.string()?),
            Long("port") if serving => port = Some(parser.value()?.parse()?),
            Long("open") if serving => open = true,
            Long("no-build") if serving => no_build = true,
            Long("dev") if serving || command.as_deref() == Some("build") => dev = true,
            Long("site-url") if matches!(command.as_deref(), Some("build" | "release")) => {
                site_url = Some(address(&parser.value()?.string()?)?);
            }
            Long("fast") if command.as_deref() == Some("test") => extent = Extent::Fast,
            Long("full") if command.as_deref() == Some("test") => extent = Extent::Full,
            Long("on") if command.as_deref() == Some("law") => on = Some(parser.value()?.parse()?),
            Long("check") if command.as_deref() == Some("law") => check = true,
            other => return Err(other.unexpected()),
        }
    }

    let mode = if dev { Mode::Dev } else { Mode::Release };
    match command.as_deref() {
        None | Some("help") => Ok(Task::Help),
        Some("build") => Ok(Task::Build(BuildOptions { mode, site_url })),
        Some("serve") => Ok(Task::Serve(ServeOptions { port: port.unwrap_or(DEFAULT_PORT), open, build: !no_build, mode })),
        Some("test") => Ok(Task::Test(extent)),
        Some("release") => Ok(Task::Release(BuildOptions { mode, site_url })),
        Some("bench") => Ok(Task::Bench),
        Some("pictures") => Ok(Task::Pictures),
        Some("law") => Ok(Task::Law(LawOptions { on, check })),
        Some(other) => Err(format!("unknown command `{other}`; see `cargo xtask help`").into()),
    }
}

/// The address of a site, with the slash that its pages are named after.
fn address(typed: &str) -> Result<String, lexopt::Error> {
    let host = typed.strip_prefix("https://").or_else(|| typed.strip_prefix("http://"));
    let is_address = host.is_some_and(|host| !host.is_empty()) && !typed.contains([' ', '"', '<', '?', '#']);
    if !is_address {
        return Err(format!("`{typed}` is no address of a site, such as https://example.org/dument/").into());
    }
    Ok(if typed.ends_with('/') { typed.to_owned() } else { format!("{typed}/") })
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
        let build = |mode, site_url: Option<&str>| Ok(Task::Build(BuildOptions { mode, site_url: site_url.map(str::to_owned) }));
        assert_eq!(task("build"), build(Mode::Release, None));
        assert_eq!(task("build --dev"), build(Mode::Dev, None));
        assert_eq!(task("build --site-url https://a.fr/b"), build(Mode::Release, Some("https://a.fr/b/")));
        assert_eq!(task("test"), Ok(Task::Test(Extent::Plain)));
        assert_eq!(task("test --fast"), Ok(Task::Test(Extent::Fast)));
        assert_eq!(task("test --full"), Ok(Task::Test(Extent::Full)));
        let released = BuildOptions { mode: Mode::Release, site_url: Some("https://a.fr/".to_owned()) };
        assert_eq!(task("release --site-url https://a.fr"), Ok(Task::Release(released)));
        assert_eq!(task("bench"), Ok(Task::Bench));
        assert_eq!(task("pictures"), Ok(Task::Pictures));
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
        assert!(task("build --site-url a.fr").unwrap_err().contains("a.fr"));
        assert!(task("serve --port many").unwrap_err().contains("many"));
    }
}
