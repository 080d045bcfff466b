//! Milestones and tasks of the transition.
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
    Dimension, FigureKind, Finding, Ledger, Number, ORGANISATION, PROGRAMME, Term, figures, findings, run_formulas,
};
use crate::plan::{Milestone, MilestoneStatus, Recurrence, Row, Table};
use crate::quantity::{Count, Date, InOrder, whole};

const MILESTONE: Dimension = Dimension::Row(Table::Milestone);
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
}

findings! {
    /// How many times a milestone comes back is not a whole number from 0 to 1,200.
    NOT_A_NUMBER_OF_TIMES: warning(
        "not-a-number-of-times",
        "Give a whole number, or leave it empty: it then comes back until the plan ends."
    )
    /// A milestone was due by the day of the plan and is not reached.
    MILESTONE_OVERDUE: information(
        "milestone-overdue",
        "Say when it was reached, or give it a new date and keep the original one."
    )
    /// A milestone was reached after the day of the plan.
    REACHED_AFTER_THE_DAY: warning(
        "reached-after-the-day",
        "What is reached is known once it is: correct when it was reached, or the day of the plan."
    )
    /// A milestone has a day on which it was reached, and its status says that it is not.
    REACHED_AND_STILL_TO_COME: warning(
        "reached-and-still-to-come",
        "Correct the status, or the day on which it was reached: until then it counts as reached."
    )
    /// A milestone is said to slip, and its date is earlier than the one it had at first.
    SLIPPING_TO_AN_EARLIER_DATE: warning(
        "slipping-to-an-earlier-date",
        "What slips is due later than at first: correct the two dates, which may stand in each other's column, or the status."
    )
    /// A milestone has a later date than at first, and what is done about it is not given.
    SLIPPED_WITHOUT_ACTION: information("slipped-without-action", "Agree what is done, and write it down.")
    /// In a series a later milestone is due before an earlier one.
    MILESTONES_OUT_OF_ORDER: information(
        "milestones-out-of-order",
        "Check the two dates, or number the milestones anew."
    )
    /// When a milestone is due is only given in words.
    MILESTONE_WITHOUT_A_DATE: information(
        "milestone-without-a-date",
        "Give a day, a month or a year, so that it can be followed."
    )
}

/// Computes milestones, and looks at those that slip, stand out of order or have no date.
pub fn run(ledger: &mut Ledger<'_>) {
    milestones(ledger);
    run_formulas(ledger, FORMULAS);
    if ledger.wants_findings() {
        report_not_reached_yet(ledger);
        report_still_to_come(ledger);
        report_slips(ledger);
        report_slipping_forward(ledger);
        report_order(ledger);
        report_dates(ledger);
    }
}

/// A count as a whole number of times or months; `None` where it is none, or larger than anything that is counted.
pub(super) fn times_or_months(count: Count) -> Option<i32> {
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
    // What is not a number of times is reported elsewhere; here it counts as once.
    let most = milestone.times().map_or(1_200, |times| times_or_months(times.get()).unwrap_or(1));
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
    let publish = |ledger: &mut Ledger<'_>, kind: &'static FigureKind, row: u32, number: i64, what| {
        ledger.publish(kind, [row], Number::constant(whole(number), what));
    };
    for (row, milestone) in plan.milestones.iter() {
        if ledger.wants_findings() && milestone.times().is_some_and(|times| times_or_months(times.get()).is_none()) {
            ledger.report(|| {
                Finding::of(
                    &NOT_A_NUMBER_OF_TIMES,
                    format!("\"{}\": how many times it comes is not a whole number from 0 to 1,200.", milestone.name()),
                )
                .at(Table::Milestone, row.index(), "times")
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
        ledger.report(|| {
            Finding::of(
                &MILESTONE_OVERDUE,
                format!("\"{}\" was due by {} and is not reached.", milestone.name(), due.last_day().words()),
            )
            .at(Table::Milestone, row.index(), "due")
            .figure(OVERDUE.at([row.index()]))
        });
    }
}

/// A milestone that is said to be reached on a day that has not come yet.
fn report_not_reached_yet(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let Some(today) = plan.details().and_then(|details| details.as_of()) else { return };
    for (row, milestone) in plan.milestones.iter() {
        let Some(reached) = milestone.reached().filter(|reached| *reached > today) else { continue };
        ledger.report(|| {
            let message = format!(
                "\"{}\" is said to be reached on {}, and the plan is looked at on {}.",
                milestone.name(),
                reached.words(),
                today.words()
            );
            Finding::of(&REACHED_AFTER_THE_DAY, message).at(Table::Milestone, row.index(), "reached")
        });
    }
}

/// A milestone that was reached and is planned, or slips, all the same.
fn report_still_to_come(ledger: &mut Ledger<'_>) {
    for (row, milestone) in ledger.plan.milestones.iter() {
        let to_come = matches!(milestone.status(), Some(MilestoneStatus::Planned | MilestoneStatus::Slipping));
        let Some((reached, status)) = milestone.reached().zip(milestone.status()).filter(|_| to_come) else { continue };
        ledger.report(|| {
            let message = format!(
                "\"{}\" was reached on {}, and its status is \"{}\".",
                milestone.name(),
                reached.words(),
                status.word()
            );
            Finding::of(&REACHED_AND_STILL_TO_COME, message).at(Table::Milestone, row.index(), "status").at(
                Table::Milestone,
                row.index(),
                "reached",
            )
        });
    }
}

/// A milestone that slipped, and nothing was agreed about it.
fn report_slips(ledger: &mut Ledger<'_>) {
    for (row, milestone) in ledger.plan.milestones.iter() {
        let slipped = ledger.figure(&SLIPPED, [row.index()]).map(|months| months.shown());
        let slipped = slipped.is_some_and(|months| !months.is_negative() && !months.is_zero());
        if !slipped || milestone.action().is_some() {
            continue;
        }
        ledger.report(|| {
            Finding::of(
                &SLIPPED_WITHOUT_ACTION,
                format!("\"{}\" has slipped, and what is done about it is not given.", milestone.name()),
            )
            .at(Table::Milestone, row.index(), "action")
            .figure(SLIPPED.at([row.index()]))
        });
    }
}

/// A milestone that is said to slip, and was surely due later at first: a month may mean any of its days.
fn report_slipping_forward(ledger: &mut Ledger<'_>) {
    for (row, milestone) in ledger.plan.milestones.iter() {
        let slips = milestone.status() == Some(MilestoneStatus::Slipping);
        let Some((due, original)) = milestone.due().zip(milestone.original()).filter(|_| slips) else { continue };
        if due.last_day() >= original.first_day() {
            continue;
        }
        ledger.report(|| {
            let message = format!(
                "\"{}\" is said to slip, and is due by {}, before the {} that was planned at first.",
                milestone.name(),
                due.last_day().words(),
                original.first_day().words()
            );
            Finding::of(&SLIPPING_TO_AN_EARLIER_DATE, message).at(Table::Milestone, row.index(), "due").at(
                Table::Milestone,
                row.index(),
                "original",
            )
        });
    }
}

/// Milestones of a series whose numbers are not in the order of their dates.
fn report_order(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut rows: Vec<_> = plan
        .milestones
        .iter()
        .filter_map(|(row, milestone)| {
            let number = milestone.number().and_then(|of_series| times_or_months(of_series.get()))?;
            Some((milestone.series()?, number, milestone.due()?, row, milestone))
        })
        .collect();
    // What has one number stands in the order of its dates, whatever the order of the rows.
    rows.order_by_key(|(series, number, due, row, _)| {
        (*series, *number, due.last_day(), plan.identifier(Table::Milestone, row.index()))
    });
    for (earlier, later) in rows.iter().zip(rows.iter().skip(1)) {
        // Only where the one surely lies before the other: a month may mean any of its days.
        if earlier.0 != later.0 || earlier.1 == later.1 || later.2.last_day() >= earlier.2.first_day() {
            continue;
        }
        ledger.report(|| {
            Finding::of(
                &MILESTONES_OUT_OF_ORDER,
                format!(
                    "{}: number {} is due by {}, before number {} by {}.",
                    later.0,
                    later.1,
                    later.2.last_day().words(),
                    earlier.1,
                    earlier.2.last_day().words()
                ),
            )
            .at(Table::Milestone, later.3.index(), "due")
            .at(Table::Milestone, earlier.3.index(), "due")
        });
    }
}

/// Milestones whose time is given in words only.
fn report_dates(ledger: &mut Ledger<'_>) {
    for (row, milestone) in ledger.plan.milestones.iter() {
        if milestone.due().is_some() {
            continue;
        }
        let Some(words) = milestone.due_in_words() else { continue };
        ledger.report(|| {
            Finding::of(
                &MILESTONE_WITHOUT_A_DATE,
                format!("\"{}\" is due \"{words}\", which is not a date.", milestone.name()),
            )
            .at(Table::Milestone, row.index(), "due_in_words")
        });
    }
}
