//! Savings by programme, year and part, and whether the two ways of stating the total agree.
//!
//! * CR06: the total of a programme is the sum of its years; the total of a year is the sum of
//!   its programmes.
//! * CR07: commissioner + provider = planned + found in the year.
//! * CR05: a row for all programmes beside rows for single ones is their total: it is held against them and not added.
//!
//! Source: Surrey l. 922-953. A saving is positive.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "programmes": [{"id": "acute", "name": "Acute Care"}, {"id": "children", "name": "Children"}],
//!     "programme_savings": [
//!         {"programme": "acute", "year": "2011/12", "part": "commissioner", "amount": "13.10", "unit": "£m"},
//!         {"programme": "children", "year": "2011/12", "part": "commissioner", "amount": "0.50", "unit": "£m"},
//!         {"year": "2011/12", "part": "provider", "amount": "27.00", "unit": "£m"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("savings.part.commissioner.2011-12"), "13600000");
//! assert_eq!(outcome.text("savings.total.2011-12"), "40600000");
//! ```

use crate::calculation::{
    CellAddress, Dimension, Finding, Ledger, Number, NumberTotal, ORGANISATION, Series, YEAR, figures, findings, format,
};
use crate::plan::{FinancialYear, Organisation, OrganisationKind, Plan, ProgrammeSaving, Row, SavingPart, Table};
use crate::quantity::absolute;
use crate::rules::common_findings::YEAR_OUTSIDE_THE_PLAN;
use crate::rules::signs::{all_negative, report_turned, report_unclear, turned};

const SOURCE: &str = "NHS Surrey, One Plan, l. 922-953";

figures! {
    /// What a programme saves in a year.
    PROGRAMME_YEAR: money("savings.programme.{}.{}", "{}: saving in {}", [Dimension::Row(Table::Programme), YEAR])
        by("CR06", "the sum of what commissioner and providers save in the programme in the year", SOURCE)
    /// What one part of it is: of commissioners, of providers, planned or found in the year.
    PROGRAMME_PART: money("savings.programme.{}.part.{}.{}", "{}: saving, {} part, {}", [Dimension::Row(Table::Programme), Dimension::Choice(SavingPart::CHOICES), YEAR])
        by("CR06", "the sum of its rows", SOURCE)
    /// What a programme saves over all years of the plan.
    PROGRAMME: money("savings.programme.{}", "{}: saving over all years", [Dimension::Row(Table::Programme)])
        by("CR06", "the sum of the years", SOURCE)
    /// One part of the total in a year.
    PART_YEAR: money("savings.part.{}.{}", "Savings, {} part, {}", [Dimension::Choice(SavingPart::CHOICES), YEAR])
        by("CR06", "what is printed for all programmes together, or else the sum of the programmes", SOURCE)
    /// By how much the row for all programmes differs from the programmes.
    PART_DIFFERENCE: money("savings.part.{}.{}.less-programmes", "Savings, {} part, {}: row for all programmes less the programmes", [Dimension::Choice(SavingPart::CHOICES), YEAR])
        by("CR05", "what is printed for all programmes together − the sum of the programmes; it must be nothing", SOURCE)
    /// What the commissioner part is of the only organisation of the plan that commissions.
    OF_COMMISSIONER: money("savings.of.{}.{}", "{}: commissioner part of the savings, {}", [ORGANISATION, YEAR])
        by("CR62", "the commissioner part of the year, where one organisation commissions", SOURCE)
    /// One part of the total over all years of the plan.
    PART: money("savings.part.{}", "Savings, {} part, all years", [Dimension::Choice(SavingPart::CHOICES)])
        by("CR06", "the sum of the years", SOURCE)
    /// The total programme of a year.
    TOTAL_YEAR: money("savings.total.{}", "Total savings in {}", [YEAR])
        by("CR07", "commissioner savings + provider savings", SOURCE)
    /// The total programme over all years.
    TOTAL: money("savings.total", "Total savings, all years", [])
        by("CR07", "the sum of the years", SOURCE)
    /// The total of a year as the reconciliation states it.
    RECONCILED_YEAR: money("savings.reconciled.{}", "Reconciled savings in {}", [YEAR])
        by("CR07", "planned savings + savings found in the year", SOURCE)
    /// The total over all years as the reconciliation states it.
    RECONCILED: money("savings.reconciled", "Reconciled savings, all years", [])
        by("CR07", "the sum of the years", SOURCE)
    /// By how much the two ways of stating the total of a year differ.
    DIFFERENCE_YEAR: money("savings.reconciliation-difference.{}", "Total savings less reconciled savings, {}", [YEAR])
        by("CR07", "total savings − reconciled savings; it must be nothing", SOURCE)
}

findings! {
    /// The row for all programmes is not the sum of the rows of the programmes, and rounding does not explain it.
    TOTAL_DIFFERS_FROM_PROGRAMMES: warning(
        "total-differs-from-programmes",
        "Correct one of the rows, add the programme that is missing, or leave the row for all programmes out: it \
         counts."
    )
    /// The two ways in which the plan states the savings of a year do not agree, and rounding does not explain it.
    SAVINGS_DO_NOT_RECONCILE: warning(
        "savings-do-not-reconcile",
        "Find the part that is missing or counted twice: commissioner + provider must be planned + found in the year."
    )
}

/// Adds up the savings of a plan.
pub fn run(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let years = plan.years();
    let Some(first) = years.first().copied() else { return };
    if plan.programme_savings.is_empty() {
        return;
    }
    let mut totals = Totals::new(plan.programmes.len(), years.len());
    // A saving is positive: where all are negative they are read as it is meant.
    let amounts: Vec<Number> =
        plan.programme_savings.iter().map(|(_, saving)| Number::given(saving.amount())).collect();
    let turns = all_negative(&amounts);
    for (row, saving) in plan.programme_savings.iter() {
        let Some(column) = year_position(first, saving.year()).filter(|column| *column < years.len()) else {
            report_outside(ledger, row.index(), saving.year());
            continue;
        };
        let given = Number::given(saving.amount());
        let amount = if turns && given.is_negative() { turned(&given) } else { given };
        if given.is_negative() {
            report_sign(ledger, (row.index(), saving), &given, turns);
        }
        totals.add((row.index(), saving), column, &amount);
    }
    let Totals { programmes, parts_of_programmes, parts, seen, .. } = totals;
    publish_parts_of_programmes(ledger, parts_of_programmes, &years);
    publish_programmes(ledger, programmes, &years);
    publish_parts(ledger, parts, &years, seen);
    of_commissioner(ledger, &years);
    reconcile(ledger, &years, seen);
}

/// What the rows add up to: each list has the years of the plan side by side, those of one subject after those of another.
struct Totals {
    /// How many years there are.
    width: usize,
    programmes: Vec<NumberTotal>,
    /// By programme and part.
    parts_of_programmes: Vec<Option<NumberTotal>>,
    parts: Vec<Part>,
    /// Whether there is a row of each part.
    seen: [bool; SavingPart::ALL.len()],
}

impl Totals {
    fn new(programmes: usize, width: usize) -> Self {
        Self {
            width,
            programmes: vec![NumberTotal::default(); programmes * width],
            parts_of_programmes: vec![None; programmes * SavingPart::ALL.len() * width],
            parts: vec![Part::default(); SavingPart::ALL.len() * width],
            seen: [false; SavingPart::ALL.len()],
        }
    }

    /// Adds what a row saves, in the year at a position.
    fn add(&mut self, (row, saving): (u32, Row<'_, ProgrammeSaving>), column: usize, amount: &Number) {
        let (width, part) = (self.width, saving.part() as usize);
        if let Some(part) = self.parts.get_mut(part * width + column) {
            let side = if saving.programme().is_some() { &mut part.programmes } else { &mut part.all };
            side.get_or_insert_default().add(amount);
            if saving.programme().is_none() {
                part.row = part.row.or(Some(row));
            }
        }
        if let Some(seen) = self.seen.get_mut(part) {
            *seen = true;
        }
        let Some(programme) = saving.programme() else { return };
        let of_part = (programme.position() * SavingPart::ALL.len() + part) * width + column;
        if let Some(of_part) = self.parts_of_programmes.get_mut(of_part) {
            of_part.get_or_insert_default().add(amount);
        }
        let counted = matches!(saving.part(), SavingPart::Commissioner | SavingPart::Provider);
        if counted && let Some(total) = self.programmes.get_mut(programme.position() * width + column) {
            total.add(amount);
        }
    }
}

/// A saving of a year that is none of the plan, and none with which it is compared.
fn report_outside(ledger: &mut Ledger<'_>, row: u32, year: FinancialYear) {
    if ledger.plan.is_compared_with(year) {
        return;
    }
    ledger.report(|| {
        Finding::otherwise(
            &YEAR_OUTSIDE_THE_PLAN,
            format!("A saving is given for {year}, which is not a year of the plan; it is not counted."),
        )
        .at(Table::ProgrammeSaving, row, "year")
    });
}

/// The commissioner part is that of the only organisation that commissions; of several nobody knows whose it is.
fn of_commissioner(ledger: &mut Ledger<'_>, years: &[FinancialYear]) {
    let Some(only) = only_commissioner(ledger.plan) else { return };
    for year in years.iter().map(|year| u32::from(year.start())) {
        if let Some(part) = ledger.figure(&PART_YEAR, [SavingPart::Commissioner as u32, year]) {
            ledger.publish(&OF_COMMISSIONER, [only, year], part);
        }
    }
}

/// The only organisation of a plan that commissions.
fn only_commissioner(plan: &Plan) -> Option<u32> {
    let commissions = |(_, row): &(_, Row<'_, Organisation>)| row.kind().is_some_and(OrganisationKind::commissions);
    let mut found = plan.organisations.iter().filter(commissions).map(|(at, _)| at.index());
    found.next().filter(|_| found.next().is_none())
}

/// A saving with a minus: turned where all have one, or else in doubt.
fn report_sign(ledger: &mut Ledger<'_>, (row, saving): (u32, Row<'_, ProgrammeSaving>), given: &Number, turns: bool) {
    if !ledger.wants_findings() {
        return;
    }
    let who = saving.programme().and_then(|programme| ledger.plan.programmes.get(programme));
    let what =
        format!("{}: the saving of {}", who.map_or("All programmes", |programme| programme.name()), saving.year());
    let place = CellAddress { table: Table::ProgrammeSaving, row, column: "amount" };
    if turns {
        report_turned(ledger, &what, given, "a saving is positive", place);
        return;
    }
    let amount = format::money(given.shown().value());
    let says = || format!("{what} is {amount}, and other savings are positive: it says that more is spent.");
    report_unclear(ledger, says, place);
}

fn year_position(first: FinancialYear, year: FinancialYear) -> Option<usize> {
    year.start().checked_sub(first.start()).map(usize::from)
}

fn publish_parts_of_programmes(ledger: &mut Ledger<'_>, totals: Vec<Option<NumberTotal>>, years: &[FinancialYear]) {
    let mut series = Series::with_capacity(&PROGRAMME_PART, totals.iter().flatten().count());
    let mut totals = totals.into_iter();
    for (programme, _) in ledger.plan.programmes.iter() {
        for part in SavingPart::ALL {
            for (year, total) in years.iter().zip(totals.by_ref()) {
                if let Some(total) = total {
                    series.push([programme.index(), *part as u32, u32::from(year.start())], total.finish());
                }
            }
        }
    }
    ledger.add(series);
}

fn publish_programmes(ledger: &mut Ledger<'_>, totals: Vec<NumberTotal>, years: &[FinancialYear]) {
    let count = ledger.plan.programmes.len();
    let mut by_year = Series::with_capacity(&PROGRAMME_YEAR, totals.len());
    let mut in_all = Series::with_capacity(&PROGRAMME, count);
    let mut totals = totals.into_iter();
    for (programme, _) in ledger.plan.programmes.iter() {
        let mut all = NumberTotal::default();
        for (year, total) in years.iter().zip(totals.by_ref()) {
            all.add(&by_year.push([programme.index(), u32::from(year.start())], total.finish()));
        }
        in_all.push([programme.index()], all.finish());
    }
    ledger.add(by_year);
    ledger.add(in_all);
}

/// One part of a year: what the programmes save, and what a row for all programmes says.
#[derive(Clone, Default)]
struct Part {
    programmes: Option<NumberTotal>,
    all: Option<NumberTotal>,
    /// The row for all programmes.
    row: Option<u32>,
}

impl Part {
    /// The row for all programmes counts, held against the programmes; or else their sum.
    fn finish(self, ledger: &mut Ledger<'_>, subjects: [u32; 2]) -> Number {
        match (self.all, self.programmes) {
            (Some(all), Some(programmes)) => {
                let (all, programmes) = (all.finish(), programmes.finish());
                let difference = ledger.publish(&PART_DIFFERENCE, subjects, all.minus(&programmes));
                report_total(ledger, subjects, self.row, [&difference, &all, &programmes]);
                all
            }
            (Some(only), None) | (None, Some(only)) => only.finish(),
            (None, None) => NumberTotal::default().finish(),
        }
    }
}

/// A row for all programmes that is not what the programmes make.
fn report_total(
    ledger: &mut Ledger<'_>,
    subjects: [u32; 2],
    row: Option<u32>,
    [difference, all, programmes]: [&Number; 3],
) {
    let key = PART_DIFFERENCE.at(subjects);
    let Ok(apart) = difference.shown().value() else { return };
    if apart.is_zero() {
        return;
    }
    let message = format!(
        "{}: the row for all programmes says {}, and the programmes make {}.",
        PART_YEAR.at(subjects).label(ledger.plan),
        format::money(all.shown().value()),
        format::money(programmes.shown().value())
    );
    ledger.report_beyond_rounding(key, absolute(apart), || {
        let finding = Finding::of(&TOTAL_DIFFERS_FROM_PROGRAMMES, message);
        let places = row.map(|row| CellAddress { table: Table::ProgrammeSaving, row, column: "amount" });
        finding.at_cells(places).figures([key, PART_YEAR.at(subjects)])
    });
}

fn publish_parts(
    ledger: &mut Ledger<'_>,
    totals: Vec<Part>,
    years: &[FinancialYear],
    seen: [bool; SavingPart::ALL.len()],
) {
    let mut totals = totals.into_iter();
    for (part, seen) in SavingPart::ALL.iter().zip(seen) {
        let mut all = NumberTotal::default();
        for (year, total) in years.iter().zip(totals.by_ref()) {
            if seen {
                let subjects = [*part as u32, u32::from(year.start())];
                let total = total.finish(ledger, subjects);
                all.add(&ledger.publish(&PART_YEAR, subjects, total));
            }
        }
        if seen {
            ledger.publish(&PART, [*part as u32], all.finish());
        }
    }
}

fn reconcile(ledger: &mut Ledger<'_>, years: &[FinancialYear], seen: [bool; SavingPart::ALL.len()]) {
    let [commissioner, provider, planned, in_year] = seen;
    let sides = [
        (commissioner || provider, [SavingPart::Commissioner, SavingPart::Provider], &TOTAL_YEAR, &TOTAL),
        (planned || in_year, [SavingPart::Planned, SavingPart::InYearAdditional], &RECONCILED_YEAR, &RECONCILED),
    ];
    for (_, parts, year_kind, all_kind) in sides.iter().filter(|side| side.0) {
        let mut all = NumberTotal::default();
        for year in years {
            let mut total = NumberTotal::default();
            for part in parts {
                if let Some(figure) = ledger.figure(&PART_YEAR, [*part as u32, u32::from(year.start())]) {
                    total.add(&figure);
                }
            }
            all.add(&ledger.publish(year_kind, [u32::from(year.start())], total.finish()));
        }
        ledger.publish(all_kind, [], all.finish());
    }
    for year in years {
        let subjects = [u32::from(year.start())];
        let (Some(total), Some(reconciled)) =
            (ledger.figure(&TOTAL_YEAR, subjects), ledger.figure(&RECONCILED_YEAR, subjects))
        else {
            continue;
        };
        let difference = ledger.publish(&DIFFERENCE_YEAR, subjects, total.minus(&reconciled));
        let Some(apart) = difference.shown().value().ok().filter(|apart| !apart.is_zero()) else { continue };
        ledger.report_beyond_rounding(DIFFERENCE_YEAR.at(subjects), absolute(apart), || {
            Finding::of(
                &SAVINGS_DO_NOT_RECONCILE,
                format!(
                    "The two ways in which the plan states the total savings of {year} do not agree: {} and {}.",
                    format::money(total.shown().value()),
                    format::money(reconciled.shown().value())
                ),
            )
            .figures([DIFFERENCE_YEAR.at(subjects), TOTAL_YEAR.at(subjects), RECONCILED_YEAR.at(subjects)])
        });
    }
}
