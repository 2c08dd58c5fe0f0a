//! Packages of the distribution: installed when this runs as root, else asked for in a sentence.

use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::shell::{read, run, say, which};

/// Makes sure that `packages` are installed; `purpose` completes "needed for".
pub(crate) fn ensure(packages: &[&str], purpose: &str) -> Result<()> {
    if which("dpkg-query").is_none() || which("apt-get").is_none() {
        bail!("{purpose} needs what Debian calls {}: install it and run this again", packages.join(", "));
    }
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let missing = missing.join(" ");
    if read(Command::new("id").arg("-u"))? != "0" {
        bail!(
            "{purpose} needs packages that only root can install; run this, then start again:\n\
             sudo apt-get update && sudo apt-get install --yes --no-install-recommends {missing}"
        );
    }
    say(format!("Installing {missing} (for {purpose})"));
    run(apt_get().args(["update", "-qq"]))?;
    run(apt_get().args(["install", "-qq", "--yes", "--no-install-recommends"]).args(missing.split(' ')))
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    // Its faults still show; what it unpacks needs no line each.
    command.env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    command
}

fn is_installed(package: &str) -> bool {
    let status = read(Command::new("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", package]));
    status.is_ok_and(|status| status == "installed")
}
