//! The commands of the project: `cargo xtask serve`, `test`, `dist` and the others that `cargo xtask help` lists.

mod arguments;
mod check;
mod dist;
mod docs;
mod failure;
mod page;
mod process;
mod report;
mod serve;
mod setup;
mod toolchain;
mod workspace;

use std::env;
use std::process::ExitCode;

use crate::arguments::Command;
use crate::failure::Outcome;
use crate::workspace::Workspace;

fn main() -> ExitCode {
    match work() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn work() -> Outcome<()> {
    let command = arguments::parse(env::args_os().skip(1))?;
    if command == Command::Help {
        print!("{}", arguments::help());
        return Ok(());
    }
    let workspace = Workspace::find()?;
    match command {
        Command::Help => Ok(()),
        Command::Setup { browsers } => setup::everything(&workspace, browsers),
        Command::Build => serve::build(&workspace),
        Command::Serve { port } => serve::serve(&workspace, port),
        Command::Dist => dist::dist(&workspace),
        Command::Docs => docs::docs(&workspace),
        Command::Lint => check::lint::lint(&workspace),
        Command::Test { browsers } => check::tests::test(&workspace, browsers),
        Command::Bench { browsers } => check::bench::bench(&workspace, browsers),
        Command::Fuzz { minutes } => check::fuzz::fuzz(&workspace, minutes),
        Command::Mutants { file, alone } => check::mutants::mutants(&workspace, file.as_deref(), alone),
    }
}
