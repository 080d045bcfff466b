//! Counts of several dates: one of them stands for an organisation, and what is of several dates is not added up.

use super::{POPULATION, SUM};
use crate::calculation::{FigureIndex, Finding, Ledger, Number, findings_of_part, format, summed, year_of};
use crate::plan::Table;
use crate::quantity::{Fixed, InOrder};
use crate::rules::common_findings::NUMBER_IN_DOUBT;
use crate::rules::roll_up::roll_up_of_dates;

findings_of_part! {
    /// A population is given for several dates: they are not added up, and one of them counts.
    POPULATION_OF_SEVERAL_DATES: information(
        "population-of-several-dates",
        "Nothing needs to be done where this is meant: each year has a figure of its own."
    )
    /// The populations of the parts of an organisation are of different dates, and so are not added up.
    POPULATION_DATES_DIFFER: warning("population-dates-differ", "Give all parts for one year.")
}

/// A count of an organisation: what it is about, its year, its row, how many.
type Count = (FigureIndex, Option<u32>, u32, Number);

/// Publishes what each organisation gives, and what its parts give together.
pub(super) fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let first_year = plan.details().map(|details| u32::from(details.first_year().start()));
    let mut counts: Vec<Count> = plan
        .populations
        .iter()
        .map(|(at, row)| {
            let about = FigureIndex::new([row.measure() as u32, row.organisation().index()]);
            let year = row.year().map(|year| u32::from(year.start()));
            (about, year, at.index(), Number::given(row.number()))
        })
        .collect();
    counts.order_by_key(|(about, year, at, _)| (*about, *year, *at));
    let mut chosen = Vec::new();
    let mut dates = Vec::new();
    for same in counts.chunk_by(|left, right| left.0 == right.0) {
        let Some((about, ..)) = same.first() else { continue };
        let date = date_of(same, first_year);
        dates.extend(date.map(|date| (*about, date)));
        let of_date = same.iter().filter(|(_, year, ..)| *year == date);
        chosen.extend(of_date.map(|(about, _, _, number)| (*about, *number)));
        report_dates(ledger, same, date);
        report_far_apart(ledger, same);
    }
    ledger.add(summed(&POPULATION, chosen));
    let date = |index: FigureIndex| {
        let at = dates.binary_search_by_key(&index, |(about, _)| *about).ok()?;
        dates.get(at).map(|(_, date)| *date)
    };
    let several = roll_up_of_dates(ledger, &POPULATION, &SUM, 1, date);
    report_several(ledger, &several);
}

/// The date that stands for an organisation: the latest that is not after the first year of the plan, or else the earliest;
/// a count without a date only where no other is given.
fn date_of(counts: &[Count], first_year: Option<u32>) -> Option<u32> {
    let years = counts.iter().filter_map(|(_, year, ..)| *year);
    let until = years.clone().filter(|year| first_year.is_none_or(|first| *year <= first));
    until.max().or_else(|| years.min())
}

fn words(year: Option<u32>) -> String {
    year.and_then(year_of).map_or_else(|| "no date".to_owned(), |year| year.to_string())
}

/// Counts of one organisation of several dates, and which of them stands for it.
fn report_dates(ledger: &mut Ledger<'_>, counts: &[Count], date: Option<u32>) {
    let mut years: Vec<Option<u32>> = counts.iter().map(|(_, year, ..)| *year).collect();
    years.dedup();
    let [(about, ..), ..] = counts else { return };
    if years.len() < 2 {
        return;
    }
    let key = POPULATION.at([about.get(0), about.get(1)]);
    let years: Vec<String> = years.into_iter().map(words).collect();
    let message = format!(
        "{} is given for {}: they are not added up, and that of {} counts.",
        key.label(ledger.plan),
        years.join(" and "),
        words(date)
    );
    let plan = ledger.plan;
    let rows = counts.iter().map(|(.., row, _)| *row);
    ledger.report(|| {
        Finding::of(&POPULATION_OF_SEVERAL_DATES, message)
            .at_rows(plan, Table::PopulationCount, rows, "year")
            .figure(key)
    });
}

/// Counts of two years of which one is five times the other: one of them is in thousands, or has a digit too many.
fn report_far_apart(ledger: &mut Ledger<'_>, counts: &[Count]) {
    /// Smaller counts, such as practices, may be so far apart.
    const FEW: i64 = 1_000;
    const TIMES: i64 = 5;
    for pair in counts.windows(2) {
        let [(about, year, at, number), (_, next_year, next_at, next)] = pair else { continue };
        let (one, other) = (number.shown(), next.shown());
        let (small, large) = if one.is_below(other) { (one, other) } else { (other, one) };
        let is_far = Fixed::ZERO.is_below(small) && !large.is_below(small.times(Fixed::whole(TIMES)));
        if year == next_year || !is_far || large.is_fault() || large.is_below(Fixed::whole(FEW)) {
            continue;
        }
        let key = POPULATION.at([about.get(0), about.get(1)]);
        let message = format!(
            "{} is {} for {}, and {} for {}: the one is five times the other or more.",
            key.label(ledger.plan),
            format::count(one.value()),
            words(*year),
            format::count(other.value()),
            words(*next_year)
        );
        ledger.report(|| {
            let finding = Finding::of(&NUMBER_IN_DOUBT, message).at(Table::PopulationCount, *next_at, "number");
            finding.at(Table::PopulationCount, *at, "number").figure(key)
        });
    }
}

/// Parts that are counted at different dates.
fn report_several(ledger: &mut Ledger<'_>, several: &[FigureIndex]) {
    if !ledger.wants_findings() || several.is_empty() {
        return;
    }
    let plan = ledger.plan;
    let dated = plan.populations.iter().filter(|(_, row)| row.year().is_some());
    let mut parts: Vec<([u32; 2], u32)> = dated
        .filter_map(|(at, row)| {
            let parent = plan.organisations.get(row.organisation())?.parent()?;
            Some(([row.measure() as u32, parent.index()], at.index()))
        })
        .collect();
    parts.order_by(Ord::cmp);
    for about in several {
        let about = [about.get(0), about.get(1)];
        let key = SUM.at(about);
        let from = parts.partition_point(|(of, _)| *of < about);
        let mut rows = parts.iter().skip(from).take_while(|(of, _)| *of == about).map(|(_, row)| *row).peekable();
        let message = format!("{}: its parts are counted at different dates, and are not added up.", key.label(plan));
        ledger.report(|| {
            let finding = Finding::of(&POPULATION_DATES_DIFFER, message);
            let finding = match rows.peek() {
                Some(_) => finding.at_rows(plan, Table::PopulationCount, rows, "year"),
                None => finding.at(Table::Organisation, about[1], "name"),
            };
            finding.figure(key)
        });
    }
}
