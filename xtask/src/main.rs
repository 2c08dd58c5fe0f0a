//! Build, serve, test and measure Dûment: `cargo xtask help`.
//!
//! One file per command ([`mod@build`], [`mod@serve`], [`mod@test`], [`mod@bench`], [`mod@law`], [`mod@help`]); the rest serves them:
//!
//! - [`wasm`] compiles a crate to WebAssembly, whatever toolchain the machine has;
//! - [`site`] puts the site together in `dist/`, [`package`] the npm package in `pkg/`, [`mod@reference`] the
//!   figures that lie beside both;
//! - [`server`] serves `dist/` as a good static host would;
//! - [`debian`], [`python`] and [`shell`] run other programs, and say so.

mod args;
mod bench;
mod build;
mod debian;
mod digest;
mod help;
mod law;
mod output;
mod package;
mod python;
mod reference;
mod serve;
mod server;
mod shell;
mod site;
mod test;
#[cfg(test)]
mod tidy;
mod wasm;
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
        Task::Build(mode) => build::run(mode),
        Task::Serve(options) => serve::run(&options),
        Task::Test { fast } => test::run(fast),
        Task::Bench => bench::run(),
        Task::Law(options) => law::run(&options),
    }
}
