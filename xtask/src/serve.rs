//! `cargo xtask serve`: the site, in a browser, with one command.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::{Result, ensure};

use crate::args::{Mode, ServeOptions};
use crate::server::{Live, Server};
use crate::shell::{say, which};
use crate::{build, site, workspace};

/// Builds (unless told not to), serves, and in development watches.
pub(crate) fn run(options: &ServeOptions) -> Result<()> {
    if options.build {
        build::site(&options.mode.into())?;
    }
    ensure!(
        workspace::path(site::FOLDER).join("index.html").is_file(),
        "there is nothing in {}/ yet: run `cargo xtask build` first",
        site::FOLDER
    );

    let live = (options.mode == Mode::Dev).then(|| Arc::new(Live::default()));
    let server = Server::listen(options.port, live.clone())?;
    let address = server.address()?;
    println!("Dûment: {address} (Ctrl+C stops it)");
    if options.open {
        open(&address);
    }
    if let Some(live) = live {
        thread::spawn(move || watch(&live));
    }
    server.run();
    Ok(())
}

fn open(address: &str) {
    let opener = ["xdg-open", "open"].into_iter().find(|name| which(name).is_some());
    let started = opener.is_some_and(|name| Command::new(name).arg(address).spawn().is_ok());
    if !started {
        say(format!("No browser could be opened: visit {address}"));
    }
}

/// Builds again whenever a source changes; a mistake in it is shown, and waited upon.
fn watch(live: &Live) {
    const PAUSE: Duration = Duration::from_millis(400);
    let mut known = last_change();
    loop {
        thread::sleep(PAUSE);
        let now = last_change();
        if now == known {
            continue;
        }
        known = now;
        match build::site(&Mode::Dev.into()) {
            Ok(()) => live.reload(),
            Err(error) => say(format!("{error:#}")),
        }
    }
}

/// How many sources there are, and when the last one was written: either moves with any change.
fn last_change() -> (usize, Option<SystemTime>) {
    let mut times = Vec::new();
    for folder in ["src", "crates", "www"] {
        let folder = workspace::path(folder);
        let files = workspace::files(&folder).unwrap_or_default();
        times.extend(files.iter().filter_map(|file| modified(&folder.join(file))));
    }
    (times.len(), times.into_iter().max())
}

fn modified(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|about| about.modified()).ok()
}
