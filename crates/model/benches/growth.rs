//! How the times to load, compute and explain a plan grow with the rows of each table, from 1,000 to 16,000.
//! An exponent of 1 is in proportion to the rows, 2 is with their square. What a plan with a few rows of every
//! table takes is taken off first. Run with `cargo xtask bench`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::float_arithmetic)]

#[path = "support/timing.rs"]
mod timing;

use one_plan_model::example::{grown, most_rows};
use one_plan_model::exchange::read_json;
use one_plan_model::outcome::{Recording, compute};
use one_plan_model::plan::Table;
use timing::{measure, times_ms};

const SIZES: [usize; 3] = [1_000, 4_000, 16_000];
/// The rows of a table that is not grown.
const FEW: usize = 4;
/// What takes less than this with all rows has no exponent that means anything, in milliseconds.
const TOO_SHORT: f64 = 0.3;
/// Less than this is not told from nothing.
const LEAST: f64 = 0.1;
const STEPS: [&str; 3] = ["load", "compute", "explain"];

/// The times of one table: for each step, at each size.
struct Growth {
    table: Table,
    times: [[f64; SIZES.len()]; STEPS.len()],
}

/// The shortest of several times: what else the machine does meanwhile only adds, and would pass for growth.
fn least_ms<T>(work: impl FnMut() -> T) -> f64 {
    times_ms(work)[0]
}

/// How long each step takes for a plan with so many rows of a table.
fn times(table: Table, rows: usize) -> [f64; STEPS.len()] {
    let text = grown(table, rows);
    let plan = read_json(text.as_bytes()).unwrap().plan;
    [least_ms(|| read_json(text.as_bytes()).unwrap()), least_ms(|| compute(&plan)), least_ms(|| Recording::of(&plan))]
}

impl Growth {
    fn of(table: Table) -> Self {
        let at_sizes = SIZES.map(|rows| times(table, rows));
        Self { table, times: std::array::from_fn(|step| at_sizes.map(|times| times[step])) }
    }

    /// From the fewest rows to the most, above what a few rows take; nothing where the time is too short.
    fn exponent(&self, step: usize, few: &[f64]) -> Option<f64> {
        let [first, _, last] = self.times[step].map(|time| (time - few[step]).max(LEAST));
        let [fewest, _, most] = SIZES.map(|rows| rows as f64);
        (last >= TOO_SHORT).then(|| (last / first).ln() / (most / fewest).ln())
    }

    fn worst(&self, few: &[f64]) -> f64 {
        (1..STEPS.len()).filter_map(|step| self.exponent(step, few)).fold(0.0, f64::max)
    }
}

/// Whether memory stays with the program once it was taken, as it does with a page. Otherwise the time to get it
/// from the system anew is measured, from a size on that has nothing to do with the tables.
fn keeps_memory() -> bool {
    const SETTINGS: [(&str, &str); 2] =
        [("MALLOC_MMAP_THRESHOLD_", "4294967296"), ("MALLOC_TRIM_THRESHOLD_", "8589934592")];
    if SETTINGS.iter().all(|(name, _)| std::env::var_os(name).is_some()) {
        return true;
    }
    let this = std::env::current_exe().unwrap();
    let status = std::process::Command::new(this).args(std::env::args_os().skip(1)).envs(SETTINGS).status().unwrap();
    assert!(status.success());
    false
}

fn main() {
    if !keeps_memory() {
        return;
    }
    let (growing, limited): (Vec<Table>, Vec<Table>) =
        Table::ALL.iter().partition(|table| most_rows(**table).is_none_or(|most| most >= SIZES[2]));
    // One table may be asked for: `cargo bench --bench growth -- stated`.
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let wanted = |table: &Table| asked.is_empty() || asked.iter().any(|name| name == table.name());
    let before = times(Table::Statement, FEW);
    let mut all: Vec<Growth> = growing.into_iter().filter(wanted).map(Growth::of).collect();
    // At both ends, as a machine that is busy with something else at one of them would pass for growth.
    let after = times(Table::Statement, FEW);
    let few: [f64; STEPS.len()] = std::array::from_fn(|step| before[step].min(after[step]));
    all.sort_by(|left, right| right.worst(&few).total_cmp(&left.worst(&few)));

    println!("\nTimes in ms with 1,000, 4,000 and 16,000 rows, and the exponent by which they grow; the worst first.");
    println!("{:<26}{:^32} {:^32} {:^32}", "table", STEPS[0], STEPS[1], STEPS[2]);
    println!("{:<26}{:>8.2} {:>32.2} {:>32.2}", "a few rows of every table", few[0], few[1], few[2]);
    for growth in &all {
        print!("{:<26}", growth.table.name());
        for (step, [first, second, last]) in growth.times.iter().enumerate() {
            let exponent = growth.exponent(step, &few).map_or("–".to_owned(), |exponent| format!("{exponent:.2}"));
            print!("{first:>8.2}{second:>8.2}{last:>9.2}{exponent:>6}  ");
        }
        println!();
    }
    let limited: Vec<&str> = limited.into_iter().map(Table::name).collect();
    println!("Not grown, because a plan may have only a few rows of them: {}.", limited.join(", "));
    for (step, name) in STEPS.into_iter().enumerate() {
        let exponents = all.iter().filter_map(|growth| Some((growth.exponent(step, &few)?, growth.table)));
        if let Some((worst, table)) = exponents.max_by(|left, right| left.0.total_cmp(&right.0)) {
            println!("The table that grows worst in {name}: {}.", table.name());
            measure(&format!("worst-table-{name}-exponent"), worst, "-");
        }
    }
}
