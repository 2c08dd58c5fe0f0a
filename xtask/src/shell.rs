//! Running other programs: each is shown before it starts.

use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Says what is being done, apart from what other programs print.
pub(crate) fn say(message: impl AsRef<str>) {
    eprintln!("▸ {}", message.as_ref());
}

/// Runs a program to its end, and fails if it does.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = show_and_spawn(command)?.wait()?;
    check(command, status)
}

/// The same, giving up after `limit`.
pub(crate) fn run_within(command: &mut Command, limit: Duration) -> Result<()> {
    let mut child = show_and_spawn(command)?;
    let end = Instant::now() + limit;
    loop {
        if let Some(status) = child.try_wait()? {
            return check(command, status);
        }
        if Instant::now() >= end {
            child.kill()?;
            child.wait()?;
            bail!("`{}` took more than {} s", describe(command), limit.as_secs());
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// What a program prints, without its last line end.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("`{}` could not be started", describe(command)))?;
    check(command, output.status)?;
    Ok(String::from_utf8(output.stdout)?.trim_end().to_owned())
}

/// Where a program is, if the shell would find it.
pub(crate) fn which(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(program)).find(|candidate| candidate.is_file())
}

fn show_and_spawn(command: &mut Command) -> Result<Child> {
    eprintln!("  $ {}", describe(command));
    command.spawn().with_context(|| format!("`{}` could not be started", describe(command)))
}

fn check(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{}` failed ({status})", describe(command));
    }
    Ok(())
}

fn describe(command: &Command) -> String {
    std::iter::once(command.get_program()).chain(command.get_args()).map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
