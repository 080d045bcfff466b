//! Milestones, transition and reviews.
//!
//! * CR45: a milestone is overdue if its day has passed, seen from the date that the plan sets, and
//!   it is not reached; numbered milestones should come in the order of their dates; what comes back
//!   has so many occurrences; what was moved has slipped.
//!
//! The engine has no clock: "today" is the date `as_of` of the plan.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "milestones": [
//!         {"id": "review", "name": "Review", "due": "2011-06-27", "repeats": "quarterly", "times": "4"},
//!         {"id": "first", "name": "First", "series": "Dementia", "number": "1", "due": "2011-02-28"},
//!         {"id": "second", "name": "Second", "series": "Dementia", "number": "2", "due": "2011-01-24"},
//!         {"id": "moved", "name": "Moved", "original": "2012-04", "due": "2012-07"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("milestone.review.occurrences"), "4");
//! assert_eq!(outcome.text("milestone.moved.slipped"), "3");
//! assert!(outcome.findings.iter().any(|finding| finding.code == "milestones-out-of-order"));
//! ```

use crate::calculation::{
    CellAddress, Dimension, FigureKind, Finding, Ledger, Number, ORGANISATION, PROGRAMME, Severity, FigureIndex, Term,
    YEAR, figures, run_formulas, summed,
};
use crate::plan::{Row, Id, Milestone, MilestoneStatus, Recurrence, Table, WaitingPatients};
use crate::quantity::{Count, Date, Month, put_in_order, whole};

const MILESTONE: Dimension = Dimension::Row(Table::Milestone);
const POINT: Dimension = Dimension::Row(Table::PointOfDelivery);
const IN_TURN: &str = "NHS Surrey, One Plan, l. 651";
const SOURCE: &str = "NHS Surrey, One Plan, l. 1135-1175, 1576-1596; Arden Cluster System Plan, l. 782-828, 1097-1346";

figures! {
    /// How many milestones there are.
    COUNT: count("milestones.number", "Milestones", [])
        by("CR45", "how many there are", SOURCE)
        { Milestone [] = {Term::RowCount("one milestone")} }
    /// How many milestones are how far.
    STATUS: count("milestones.status.{}", "Milestones: {}", [Dimension::Choice(MilestoneStatus::CHOICES)])
        by("CR45", "how many there are", SOURCE)
        { Milestone [status] = {Term::RowCount("one milestone")} }
    /// How many milestones a programme has.
    OF_PROGRAMME: count("milestones.programme.{}", "{}: milestones", [PROGRAMME])
        by("CR45", "how many there are", SOURCE)
        { Milestone [programme] = {Term::RowCount("one milestone")} }
    /// How many milestones an organisation must reach.
    OF_ORGANISATION: count("milestones.organisation.{}", "{}: milestones", [ORGANISATION])
        by("CR45", "how many there are", "Arden Cluster System Plan, l. 862-876")
        { Milestone [organisation] = {Term::RowCount("one milestone")} }
    /// How many times a milestone comes.
    OCCURRENCES: count("milestone.{}.occurrences", "{}: occurrences", [MILESTONE])
        by("CR45", "as many as the plan gives, or until the plan ends", SOURCE)
    /// By how many months a milestone was moved.
    SLIPPED: count("milestone.{}.slipped", "{}: months later than first planned", [MILESTONE])
        by("CR45", "date now − original date", "Arden Cluster System Plan, l. 261, 804")
    /// By how many days a milestone is overdue.
    OVERDUE: count("milestone.{}.days-overdue", "{}: days overdue", [MILESTONE])
        by("CR45", "the date on which the plan is looked at − the day it was due, where it is not reached", SOURCE)
    /// How many milestones are overdue.
    OVERDUE_COUNT: count("milestones.overdue", "Milestones overdue", [])
        by("CR45", "how many there are", SOURCE)
        { from OVERDUE [] = {Term::RowCount("one milestone")} }
    /// How many tasks of the transition there are.
    TASKS: count("transition-tasks.number", "Tasks of the transition", [])
        by("CR45", "how many there are", "NHS Surrey, One Plan, l. 1608-1649")
        { TransitionTask [] = {Term::RowCount("one task")} }
    /// How many reviews fall into a year.
    REVIEWS: count("reviews.{}.{}", "{}: reviews in {}", [Dimension::Row(Table::ReviewSchedule), YEAR])
        by("CR45", "the months of the reviews that lie in the year", "Arden Cluster System Plan, l. 1541")
    /// How many cases are reviewed in a year.
    CASES: count("review-cases.{}.{}", "{}: cases reviewed in {}", [Dimension::Row(Table::ReviewSchedule), YEAR])
        by("CR45", "reviews × cases", "Arden Cluster System Plan, l. 1541")
    /// How many patients still wait.
    WAITING: count("waiting.{}.patients", "{}: patients who wait", [POINT])
        by("CR45", "the sum of those who are not treated", IN_TURN)
        { WaitingPatients [point_of_delivery] if (treated empty) = patients }
    /// How many patients were treated.
    TREATED: count("waiting.{}.treated", "{}: patients treated", [POINT])
        by("CR45", "the sum of those who are treated", IN_TURN)
        { WaitingPatients [point_of_delivery] if (treated given) = patients }
    /// How many months they waited, all together.
    MONTHS_WAITED: count("waiting.{}.months", "{}: months waited by all who were treated", [POINT])
        by("CR45", "patients × months from listing to treatment", IN_TURN)
    /// How long they waited on average.
    AVERAGE_WAIT: number("waiting.{}.average-months", "{}: months waited on average", [POINT])
        by("CR45", "months waited ÷ patients treated", IN_TURN)
        { from MONTHS_WAITED [0] = {Term::Each} / [TREATED] }
}

/// Computes milestones, reviews and waiting.
pub fn run(ledger: &mut Ledger<'_>) {
    milestones(ledger);
    reviews(ledger);
    months_waited(ledger);
    run_formulas(ledger, FORMULAS);
    if ledger.wants_findings() {
        report_slips(ledger);
        report_out_of_turn(ledger);
        report_order(ledger);
        report_dates(ledger);
    }
}

/// A number of times or months, as far as anything is counted.
fn number(count: Count) -> Option<i32> {
    const MOST: i32 = 1_200;
    i32::try_from(count.whole_number()?).ok().filter(|number| (0..=MOST).contains(number))
}

fn months_between(repeats: Recurrence) -> i32 {
    match repeats {
        Recurrence::Monthly => 1,
        Recurrence::Quarterly => 3,
        Recurrence::Yearly => 12,
    }
}

/// Every date on which a milestone falls, in order: one, or as often as it comes back.
pub fn occurrences(milestone: Row<'_, Milestone>, last_day: Date) -> Vec<Date> {
    let Some(first) = milestone.due().map(crate::quantity::DueDate::last_day) else { return Vec::new() };
    let Some(repeats) = milestone.repeats() else { return vec![first] };
    // What is no number of times is reported, and counts as once.
    let most = milestone.times().map_or(1_200, |times| number(times.get()).unwrap_or(1));
    let mut dates = Vec::new();
    for time in 0..most {
        let date = first.months_later(time * months_between(repeats));
        if milestone.times().is_none() && date > last_day {
            break;
        }
        dates.push(date);
    }
    dates
}

fn milestones(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let Some(details) = plan.details() else { return };
    let last_day = details.last_year().first_month().later(11).last_day();
    let publish = |ledger: &mut Ledger<'_>, kind: &'static FigureKind, row: u32, number: i64, words| {
        ledger.publish(kind, [row], Number::constant(whole(number), words));
    };
    for (row, milestone) in plan.milestones.iter() {
        if milestone.times().is_some_and(|times| number(times.get()).is_none()) {
            ledger.report(|| Finding {
                severity: Severity::Warning,
                code: "not-a-number-of-times",
                places: vec![place(row.index(), "times")],
                figures: Vec::new(),
                message: format!(
                    "\"{}\": how many times it comes is not a whole number from 0 to 1,200.",
                    milestone.name()
                ),
                advice: "Give a whole number, or leave it empty: it then comes back until the plan ends.",
            });
        }
        if milestone.repeats().is_some() {
            let dates = occurrences(milestone, last_day);
            publish(ledger, &OCCURRENCES, row.index(), i64::try_from(dates.len()).unwrap_or(i64::MAX), "dates");
        }
        if let (Some(due), Some(original)) = (milestone.due(), milestone.original()) {
            let months = due.last_day().month().months_after(original.last_day().month());
            publish(ledger, &SLIPPED, row.index(), i64::from(months), "months between the two dates");
        }
        let (Some(today), Some(due)) = (details.as_of(), milestone.due()) else { continue };
        let done = milestone.reached().is_some() || milestone.status() == Some(MilestoneStatus::Achieved);
        let days = today.days_after(due.last_day());
        if done || days <= 0 {
            continue;
        }
        publish(ledger, &OVERDUE, row.index(), days, "days since it was due");
        ledger.report(|| Finding {
            severity: Severity::Information,
            code: "milestone-overdue",
            places: vec![CellAddress { table: Table::Milestone, row: row.index(), column: "due" }],
            figures: vec![OVERDUE.at([row.index()])],
            message: format!("\"{}\" was due by {} and is not reached.", milestone.name(), due.last_day()),
            advice: "Say when it was reached, or give it a new date and keep the original one.",
        });
    }
}

fn reviews(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    for (row, schedule) in plan.review_schedules.iter() {
        let (Some(first), Some(every), Some(times)) = (schedule.first(), number(schedule.every().get()), number(schedule.times().get()))
        else {
            continue;
        };
        for year in plan.years() {
            let start = year.first_month();
            let in_year = (0..times)
                .filter(|time| (0..12).contains(&first.later(time.saturating_mul(every)).months_after(start)))
                .count();
            if in_year == 0 {
                continue;
            }
            let subjects = [row.index(), u32::from(year.start())];
            let reviews = Number::counted(in_year, "reviews in the year");
            let reviews = ledger.publish(&REVIEWS, subjects, reviews);
            if let Some(cases) = schedule.cases() {
                let cases = Number::cell(cases);
                ledger.publish(&CASES, subjects, reviews.times(&cases));
            }
        }
    }
}

fn months_waited(ledger: &mut Ledger<'_>) {
    let mut found = Vec::new();
    for (_row, group) in ledger.plan.waiting_patients.iter() {
        let Some(treated) = group.treated() else { continue };
        let patients = Number::cell(group.patients());
        let months = Number::constant(whole(i64::from(treated.months_after(group.listed()))), "months waited");
        found.push((FigureIndex::new([group.point_of_delivery().index()]), patients.times(&months)));
    }
    ledger.add(summed(&MONTHS_WAITED, found));
}

/// Patients are treated in turn: in each queue nobody before those who were listed in an earlier
/// month, but for special circumstances. Linear once the rows are in order.
fn report_out_of_turn(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    for (row, group) in
        plan.waiting_patients.iter().filter(|(_, group)| group.treated().is_some_and(|treated| treated < group.listed()))
    {
        ledger.report(|| Finding {
            severity: Severity::Warning,
            code: "treated-before-listed",
            places: vec![CellAddress { table: Table::WaitingPatients, row: row.index(), column: "treated" }],
            figures: Vec::new(),
            message: format!("Patients listed in {} are said to be treated before.", group.listed()),
            advice: "Correct one of the two months.",
        });
    }
    let routine = |(_, group): &(_, Row<'_, WaitingPatients>)| {
        group.special_circumstances() != Some(true) && !group.patients().fixed().is_zero()
    };
    let mut rows: Vec<_> = plan.waiting_patients.iter().filter(routine).collect();
    let queue = |group: Row<'_, WaitingPatients>| (group.point_of_delivery().index(), group.provider().map(Id::index));
    put_in_order(&mut rows, &|(_, left), (_, right)| {
        queue(*left).cmp(&queue(*right)).then(right.listed().cmp(&left.listed()))
    });
    for rows in rows.chunk_by(|(_, left), (_, right)| queue(*left) == queue(*right)) {
        // From the last that was listed backwards: who of those was treated first.
        let mut first: Option<(Month, Id<WaitingPatients>, Month)> = None;
        for of_month in rows.chunk_by(|(_, left), (_, right)| left.listed() == right.listed()) {
            for (row, group) in of_month {
                let overtaken = first.filter(|(other, ..)| group.treated().is_none_or(|treated| *other < treated));
                if let Some((other, by, listed)) = overtaken {
                    let place = |row: Id<WaitingPatients>, column| CellAddress {
                        table: Table::WaitingPatients,
                        row: row.index(),
                        column,
                    };
                    let point = plan.title(Table::PointOfDelivery, group.point_of_delivery().index()).unwrap_or_default();
                    let still = match group.treated() {
                        Some(treated) => format!("were treated in {treated}"),
                        None => "still wait".to_owned(),
                    };
                    ledger.report(|| Finding {
                        severity: Severity::Warning,
                        code: "treated-out-of-turn",
                        places: vec![place(*row, "treated"), place(by, "treated")],
                        figures: Vec::new(),
                        message: format!(
                            "{point}: patients listed in {} {still}, but others listed in {listed} were treated in {other}.",
                            group.listed()
                        ),
                        advice: "Treat routine patients in turn, or say that the circumstances are special.",
                    });
                }
            }
            for (row, group) in of_month {
                if let Some(treated) = group.treated().filter(|treated| first.is_none_or(|(other, ..)| *treated < other))
                {
                    first = Some((treated, *row, group.listed()));
                }
            }
        }
    }
}

/// A milestone that slipped, and nothing was agreed about it.
fn report_slips(ledger: &mut Ledger<'_>) {
    for (row, milestone) in ledger.plan.milestones.iter() {
        let slipped = ledger.figure(&SLIPPED, [row.index()]).map(|months| months.fixed());
        let slipped = slipped.is_some_and(|months| !months.is_negative() && !months.is_zero());
        if !slipped || milestone.action().is_some() {
            continue;
        }
        ledger.report(|| Finding {
            severity: Severity::Information,
            code: "slipped-without-action",
            places: vec![place(row.index(), "action")],
            figures: vec![SLIPPED.at([row.index()])],
            message: format!("\"{}\" has slipped, and what is done about it is not given.", milestone.name()),
            advice: "Agree what is done, and write it down.",
        });
    }
}

fn place(row: u32, column: &'static str) -> CellAddress {
    CellAddress { table: Table::Milestone, row, column }
}

/// Milestones of a series whose numbers are not in the order of their dates.
fn report_order(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut rows: Vec<_> = plan
        .milestones
        .iter()
        .filter_map(|(row, milestone)| {
            let number = milestone.number().and_then(|of_series| number(of_series.get()))?;
            Some((milestone.series()?, number, milestone.due()?, row, milestone))
        })
        .collect();
    put_in_order(&mut rows, &|left, right| left.0.cmp(right.0).then(left.1.cmp(&right.1)));
    for (earlier, later) in rows.iter().zip(rows.iter().skip(1)) {
        // Only what surely lies before: a month may mean any of its days.
        if earlier.0 != later.0 || earlier.1 == later.1 || later.2.last_day() >= earlier.2.first_day() {
            continue;
        }
        ledger.report(|| Finding {
            severity: Severity::Information,
            code: "milestones-out-of-order",
            places: vec![place(later.3.index(), "due"), place(earlier.3.index(), "due")],
            figures: Vec::new(),
            message: format!(
                "{}: number {} is due by {}, before number {} by {}.",
                later.0,
                later.1,
                later.2.last_day(),
                earlier.1,
                earlier.2.last_day()
            ),
            advice: "Check the two dates, or number the milestones anew.",
        });
    }
}

/// Milestones that have a time in words only, and those reached before the plan was written or after it is looked at.
fn report_dates(ledger: &mut Ledger<'_>) {
    for (row, milestone) in ledger.plan.milestones.iter() {
        if milestone.due().is_some() {
            continue;
        }
        let Some(words) = &milestone.due_in_words() else { continue };
        ledger.report(|| Finding {
            severity: Severity::Information,
            code: "milestone-without-a-date",
            places: vec![place(row.index(), "due_in_words")],
            figures: Vec::new(),
            message: format!("\"{}\" is due \"{words}\", which is not a date.", milestone.name()),
            advice: "Give a day, a month or a year, so that it can be followed.",
        });
    }
}
