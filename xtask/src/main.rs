//! Build, serve, test and measure Dûment: `cargo xtask help`.
//!
//! One file per command ([`mod@build`], [`mod@serve`], [`mod@test`], [`mod@bench`], [`mod@law`], [`mod@pictures`],
//! [`mod@release`], [`mod@help`]); the rest serves them:
//!
//! - [`wasm`] compiles a crate to WebAssembly, whatever toolchain the machine has;
//! - [`site`] puts the site together in `dist/`, [`package`] the npm package in `pkg/`, [`mod@reference`] the
//!   figures that lie beside both;
//! - [`server`] serves `dist/` as a good static host would;
//! - [`full`] is what the tests do before a release alone;
//! - [`browsers`] sets up those that the tests drive beside Chromium, [`wordpress`] a WordPress and its rules;
//! - [`debian`], [`python`] and [`shell`] run other programs, and say so.

mod args;
mod bench;
mod browsers;
mod build;
mod debian;
mod digest;
mod full;
mod help;
mod law;
mod output;
mod package;
mod pictures;
mod python;
mod reference;
mod release;
mod samples;
mod serve;
mod server;
mod shell;
mod site;
mod test;
#[cfg(test)]
mod tidy;
mod wasm;
mod wordpress;
mod workspace;

use std::process::ExitCode;

use args::Task;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<()> {
    match args::parse(lexopt::Parser::from_env())? {
        Task::Help => {
            help::print();
            Ok(())
        }
        Task::Build(options) => build::run(&options),
        Task::Serve(options) => serve::run(&options),
        Task::Test(extent) => test::run(extent),
        Task::Release(options) => release::run(&options),
        Task::Bench => bench::run(),
        Task::Pictures => pictures::run(),
        Task::Law(options) => law::run(&options),
    }
}
