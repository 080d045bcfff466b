//! `one-plan`: the plan model on the command line, with the same engine as the page.
//!
//! ```text
//! one-plan check plans/surrey-one-plan.json
//! one-plan compute plans/surrey-one-plan.json --format csv
//! one-plan explain plans/surrey-one-plan.json savings.total.2011-12
//! one-plan convert plans/surrey-one-plan.json surrey.xlsx
//! one-plan scenario tornado plans/surrey-one-plan.json framework.planned-surplus.2011-12
//! ```

mod arguments;
mod check;
mod compute;
mod convert;
mod explain;
mod mapping;
mod not_used;
mod output;
mod places;
mod scenario;
mod seal;

use arguments::{Arguments, Command};
use check::Unread;
use one_plan_model::example;
use one_plan_model::exchange;
use one_plan_model::outcome;
use one_plan_model::plan::{Plan, Table};
use one_plan_workbook::answers::Answers;
use one_plan_workbook::issues::{Issue, Place, Severity};
use one_plan_workbook::load;
use one_plan_workbook::read::{is_json, limits};
use output::{complain, write_all};
use std::io::{Read, Write};
use std::ops::ControlFlow;
use std::process::ExitCode;

/// Everything went well.
const WELL: u8 = 0;
/// The plan or its file has errors, or it cannot be read as a plan.
const ERRORS: u8 = 1;
/// The command itself cannot be carried out.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut output = std::io::stdout().lock();
    let code = match Arguments::read(&arguments) {
        Ok(Arguments { command: Command::Help, .. }) => write_all(&mut output, &arguments::help()).map(|()| WELL),
        Ok(Arguments { command: Command::Schema, .. }) => {
            write_all(&mut output, &exchange::json_schema()).map(|()| WELL)
        }
        Ok(Arguments { command: Command::Sample(schemes), .. }) => {
            write_all(&mut output, &example::sized(schemes)).map(|()| WELL)
        }
        Ok(Arguments { command: Command::Template(out), .. }) => convert::write_template(&out).map(|()| WELL),
        Ok(arguments) => run(&arguments, &mut output),
        Err(message) => {
            complain(format_args!("one-plan: {message}"));
            eprintln!("\n{}", arguments::help());
            Ok(USAGE)
        }
    };
    ExitCode::from(code.unwrap_or_else(|message| {
        complain(format_args!("one-plan: {message}"));
        USAGE
    }))
}

fn run(arguments: &Arguments, output: &mut impl Write) -> Result<u8, String> {
    let file = &arguments.file;
    let answers = mapping::answers(arguments.mapping.as_deref())?;
    let bytes = read(file).map_err(|error| format!("the file {file} cannot be read: {error}"))?;
    if arguments.command == Command::Verify {
        let Some(verified) = problems_said(file, outcome::verify(&bytes)) else { return Ok(ERRORS) };
        let (text, code) = seal::verification(&verified);
        return write_all(output, &text).map(|()| code);
    }
    if let Command::Mapping(out) = &arguments.command {
        return mapping::write(file, &bytes, answers, out).map(|()| WELL);
    }
    let corrected = match &arguments.command {
        Command::Check(corrected) => corrected.as_deref(),
        _ => None,
    };
    let Some(Opened { plan, unread }) = open(file, &bytes, &answers, corrected)? else { return Ok(ERRORS) };
    let rows: Vec<(Table, usize)> =
        Table::ALL.iter().map(|table| (*table, plan.row_count(*table))).filter(|(_, rows)| *rows > 0).collect();
    // What a mapping says of a workbook is kept with the plan, and was read of no file.
    let is_read = |table: Table| table != Table::HeadingMeaning || is_json(&bytes);
    let rows: Vec<(Table, usize)> = rows.into_iter().filter(|(table, _)| is_read(*table)).collect();
    let (text, code) = match &arguments.command {
        Command::Check(_) => check::check(&plan, &rows, &unread),
        Command::Compute(format) => (compute::compute(&plan, *format), WELL),
        Command::Dictionary => (outcome::dictionary_as_csv(&outcome::compute(&plan)), WELL),
        Command::Report => (outcome::progress_report(&plan, &outcome::compute(&plan)), WELL),
        Command::Explain(figure) => explain::explain(&plan, figure),
        Command::Scenario(asked) => (scenario::scenario(&plan, asked)?, WELL),
        Command::Seal(out) => (seal::write_sealed(&plan, out)?, WELL),
        Command::Convert(out) => return convert::write_plan(&plan, out).map(|()| WELL),
        Command::Help
        | Command::Schema
        | Command::Sample(_)
        | Command::Template(_)
        | Command::Mapping(_)
        | Command::Verify => return Ok(WELL),
    };
    write_all(output, &text).map(|()| code)
}

/// A plan, and what of its file is not in it.
struct Opened {
    plan: Plan,
    unread: Unread,
}

/// The plan of a file, of whatever kind, after every problem of the file was said and, where it is wanted, a copy was written
/// in which they are marked.
fn open(file: &str, bytes: &[u8], answers: &Answers, corrected: Option<&str>) -> Result<Option<Opened>, String> {
    if is_json(bytes) {
        if corrected.is_some() {
            return Err(format!("{file} is a plan file: a corrected copy is made of workbooks and CSV files"));
        }
        if outcome::is_sealed(bytes) {
            return Ok(problems_said(file, outcome::verify(bytes)).map(|verified| {
                complain(format_args!("{file} is sealed. {}", verified.summary()));
                Opened { plan: verified.plan, unread: Unread::default() }
            }));
        }
        let read = problems_said(file, exchange::read_json(bytes));
        return Ok(read.map(|read| Opened { plan: read.plan, unread: Unread::default() }));
    }
    let opened = load::open(&[(file, bytes)], answers, &mut |_| ControlFlow::Continue(()));
    for line in opened.loaded.report.text().lines() {
        complain(format_args!("{line}"));
    }
    if let Some(out) = corrected {
        convert::write_corrected(file, bytes, &opened, out)?;
    }
    let report = &opened.loaded.report;
    let refused = report.refused.len();
    let questions = report.questions.iter().filter(|question| question.is_pressing()).count();
    // Of a place in the file: that no sheet says what the plan is can be said of every tracker.
    let is_warning = |issue: &&Issue| issue.severity == Severity::Warning && issue.place != Place::default();
    let warnings = report.issues.iter().filter(is_warning).count();
    let errors = report.count(Severity::Error);
    let unread = Unread { left_out: report.left_out(), questions, errors, warnings };
    if let Some(plan) = opened.loaded.plan {
        return Ok(Some(Opened { plan, unread }));
    }
    complain_of(refused);
    Ok(None)
}

/// What was read of a file, after every problem that it has was said.
fn problems_said<T>(file: &str, read: Result<T, Vec<exchange::Problem>>) -> Option<T> {
    let problems = match read {
        Ok(read) => return Some(read),
        Err(problems) => problems,
    };
    for problem in &problems {
        complain(format_args!("{file}: {problem}"));
    }
    complain_of(problems.len());
    None
}

/// Says that a file with so many problems is not used.
fn complain_of(count: usize) {
    eprintln!("{count} {}; nothing of the file is used.", if count == 1 { "problem" } else { "problems" });
}

/// The bytes of a file, but no more than it takes to see that it is too large.
fn read(file: &str) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = limits::LARGEST_FILE.saturating_add(1);
    if file == "-" {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        std::fs::File::open(file)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
