//! What the measurements are meant to reach, and whether they do.
//!
//! A program that measures prints one line for each result that counts, among whatever else it prints:
//!
//! ```text
//! measure NAME NUMBER UNIT
//! ```
//!
//! `NAME` is one of those below, `NUMBER` is written with a decimal point, and `UNIT` is `ms`, `s`, `MB`, `MB/s`,
//! `times` for how many times as long something takes, or `-` for an exponent. Where a name is printed more than once, the
//! last line counts.

use std::collections::BTreeMap;

/// On which side of its limit a measurement should lie.
#[derive(Clone, Copy, Debug)]
enum Limit {
    AtMost(f64),
    AtLeast(f64),
    /// Told beside the others, without an aim of its own.
    None,
}

/// One line of the table.
struct Aim {
    name: &'static str,
    what: &'static str,
    limit: Limit,
    unit: &'static str,
}

const fn aim(name: &'static str, what: &'static str, limit: Limit, unit: &'static str) -> Aim {
    Aim { name, what, limit, unit }
}

const AIMS: [Aim; 26] = [
    aim("recompute-surrey", "recompute Surrey, in Chromium", Limit::AtMost(1.0), "ms"),
    aim("recompute-10000", "recompute 10,000 schemes, in Chromium", Limit::AtMost(5.0), "ms"),
    aim("recompute-100000", "recompute 100,000 schemes, in Chromium", Limit::AtMost(60.0), "ms"),
    aim("ratio-ironcalc", "IronCalc against recomputing 10,000 schemes", Limit::AtLeast(150.0), "times"),
    aim("load-10000", "load 10,000 schemes, in Chromium", Limit::AtMost(120.0), "ms"),
    aim("native-load-mb-per-s", "load 10,000 schemes, natively", Limit::AtLeast(200.0), "MB/s"),
    aim("memory-100000", "memory of the module with 100,000 schemes", Limit::AtMost(250.0), "MB"),
    aim("worst-table-compute-exponent", "growth of computing, the worst table", Limit::AtMost(1.15), "-"),
    aim("worst-table-explain-exponent", "growth of explaining, the worst table", Limit::AtMost(1.15), "-"),
    aim("open-workbook-10000", "open a workbook of 10,000 schemes", Limit::AtMost(3000.0), "ms"),
    aim("export-10000", "write 10,000 schemes as a workbook", Limit::AtMost(5000.0), "ms"),
    aim("paste-40000", "paste 40,000 cells into a grid, in Chromium", Limit::AtMost(2000.0), "ms"),
    aim("first-paint", "first paint of the hosted page", Limit::AtMost(1000.0), "ms"),
    aim("change-of-page", "change of a page, the slowest of the three plans", Limit::AtMost(150.0), "ms"),
    aim("change-of-page-slower", "the same on a processor 4 times slower", Limit::AtMost(600.0), "ms"),
    aim("edit", "an edit shows its effect, the slowest of the three plans", Limit::AtMost(50.0), "ms"),
    aim("edit-slower", "the same on a processor 4 times slower", Limit::AtMost(200.0), "ms"),
    aim("edit-10000", "an edit shows its effect with 10,000 schemes", Limit::AtMost(100.0), "ms"),
    aim("longest-task", "longest task while the three plans are used", Limit::AtMost(50.0), "ms"),
    aim("standstill-100-mb", "longest standstill while a plan file of 100 MB is opened", Limit::AtMost(50.0), "ms"),
    aim("standstill-when-open-100-mb", "and when it is open, until it is drawn and kept", Limit::AtMost(50.0), "ms"),
    aim("open-100-mb", "open a plan file of 100 MB", Limit::None, "ms"),
    aim("replay-surrey", "replay 10,000 variations of Surrey", Limit::AtMost(500.0), "ms"),
    aim("ratio-replay-surrey", "whole runs against the replay of Surrey", Limit::None, "times"),
    aim("replay-10000", "replay 10,000 variations of 10,000 schemes", Limit::AtMost(5000.0), "ms"),
    aim("ratio-replay-10000", "whole runs against the replay of 10,000 schemes", Limit::None, "times"),
];

/// Whether a line that a program printed gives a measurement.
pub fn is_measurement(line: &str) -> bool {
    line.starts_with("measure ")
}

/// The aims as a table, each with what was measured and whether it is met. `lines` are those that give measurements.
pub fn table(lines: &[String]) -> String {
    let measured = read(lines);
    let mut rows = vec![["aim", "", "measured", ""].map(str::to_owned)];
    for aim in &AIMS {
        let (found, verdict) = match measured.get(aim.name).map(|(number, unit)| aim.number(number, unit)) {
            None => ("–".to_owned(), "not measured".to_owned()),
            Some(Err(why)) => ("–".to_owned(), format!("not measured: {why}")),
            Some(Ok(number)) => (written(number, aim.unit), aim.verdict(number).to_owned()),
        };
        let limit = match aim.limit {
            Limit::AtMost(limit) => format!("≤ {}", written(limit, aim.unit)),
            Limit::AtLeast(limit) => format!("≥ {}", written(limit, aim.unit)),
            Limit::None => String::new(),
        };
        rows.push([aim.what.to_owned(), limit, found, verdict]);
    }
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let [first, second, third] = [width(0), width(1), width(2)];
    let line = |[what, limit, found, verdict]: &[String; 4]| {
        format!("{what:<first$}  {limit:<second$}  {found:>third$}  {verdict}").trim_end().to_owned() + "\n"
    };
    let mut text: String = rows.iter().map(line).collect();
    let unknown: Vec<&str> =
        measured.keys().copied().filter(|name| !AIMS.iter().any(|aim| aim.name == *name)).collect();
    if !unknown.is_empty() {
        text.push_str(&format!("Measured without an aim: {}.\n", unknown.join(", ")));
    }
    text
}

impl Aim {
    /// A measurement in the unit of the aim.
    fn number(&self, number: &str, unit: &str) -> Result<f64, String> {
        let read: f64 = number.parse().map_err(|_| format!("\"{number}\" is not a number"))?;
        if !read.is_finite() {
            return Err(format!("\"{number}\" is not a number"));
        }
        match (unit, self.unit) {
            (given, expected) if given == expected => Ok(read),
            ("s", "ms") => Ok(read * 1000.0),
            ("-", "times") => Ok(read),
            (given, expected) => Err(format!("it is in {given}, expected {expected}")),
        }
    }

    fn verdict(&self, number: f64) -> &'static str {
        match self.limit {
            Limit::AtMost(limit) if number > limit => "missed",
            Limit::AtLeast(limit) if number < limit => "missed",
            Limit::None => "",
            _ => "met",
        }
    }
}

/// The number and the unit of each name.
fn read(lines: &[String]) -> BTreeMap<&str, (&str, &str)> {
    let mut measured = BTreeMap::new();
    for line in lines {
        let mut words = line.split_whitespace().skip(1);
        if let Some(name) = words.next() {
            measured.insert(name, (words.next().unwrap_or_default(), words.next().unwrap_or_default()));
        }
    }
    measured
}

/// A number with as many places as its size needs, and its unit. Whether it lies within a limit is decided before it is
/// rounded for the eye.
fn written(number: f64, unit: &str) -> String {
    let places = match number.abs() {
        size if number.fract() == 0.0 || size >= 1000.0 => 0,
        size if size >= 100.0 => 1,
        _ => 2,
    };
    let unit = if unit == "-" { String::new() } else { format!(" {unit}") };
    format!("{number:.places$}{unit}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The row of the table that begins with `what`.
    fn row(lines: &[&str], what: &str) -> String {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        let text = table(&lines);
        let row = text.lines().find(|row| row.starts_with(what)).unwrap_or_default();
        row.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn an_aim_is_met_up_to_its_limit_and_missed_beyond() {
        let surrey = "recompute Surrey";
        assert_eq!(
            row(&["measure recompute-surrey 1.000 ms"], surrey),
            "recompute Surrey, in Chromium ≤ 1 ms 1 ms met"
        );
        assert!(row(&["measure recompute-surrey 1.02 ms"], surrey).ends_with("1.02 ms missed"));
        let load = "load 10,000 schemes, natively";
        assert!(row(&["measure native-load-mb-per-s 200 MB/s"], load).ends_with("≥ 200 MB/s 200 MB/s met"));
        assert!(row(&["measure native-load-mb-per-s 199.5 MB/s"], load).ends_with("199.5 MB/s missed"));
    }

    #[test]
    fn what_was_not_measured_says_so() {
        assert!(row(&[], "recompute Surrey").ends_with("≤ 1 ms – not measured"));
        let odd = ["measure recompute-surrey fast ms", "measure load-10000 1 MB", "measure memory-100000"];
        assert!(row(&odd, "recompute Surrey").ends_with("not measured: \"fast\" is not a number"));
        assert!(row(&odd, "load 10,000 schemes, in").ends_with("not measured: it is in MB, expected ms"));
        assert!(row(&odd, "memory").ends_with("not measured: \"\" is not a number"));
    }

    #[test]
    fn every_aim_is_in_the_table_and_nothing_measured_is_left_out() {
        let lines = ["measure replay-10000 4.5 s", "measure ratio-replay-10000 31.25 times", "measure later 1 ms"];
        assert!(row(&lines, "replay 10,000 variations of 10,000").ends_with("≤ 5000 ms 4500 ms met"));
        let text = table(&lines.map(str::to_owned));
        assert_eq!(text.lines().count(), AIMS.len() + 2);
        assert!(text.contains("  31.25 times\n") && text.ends_with("Measured without an aim: later.\n"), "{text}");
    }

    #[test]
    fn the_last_of_several_lines_counts_and_other_lines_do_not() {
        let lines = ["measure recompute-surrey 3 ms", "measure recompute-surrey 0.5 ms"];
        assert!(row(&lines, "recompute Surrey").ends_with("0.50 ms met"));
        assert!(is_measurement(lines[0]) && !is_measurement("measured: 3 ms") && !is_measurement(" measure a 1 ms"));
    }
}
