//! Staff that grow over the years: who is in post, who joins, and what is short of the target.
//!
//! * CR38: position of the next year = position + increase; where the plan gives no increase, it is
//!   students × (1 − attrition) × uptake − leavers.
//!
//! ```
//! use one_plan_model::example;
//! let outcome = example::outcome(r#"
//!     "workforce_trajectories": [{"id": "visitors", "name": "Health visitors"}],
//!     "workforce_years": [
//!         {"trajectory": "visitors", "year": "2011/12", "position": "113.3", "increase": "26"},
//!         {"trajectory": "visitors", "year": "2012/13", "increase": "28"},
//!         {"trajectory": "visitors", "year": "2013/14"}
//!     ]
//! "#);
//! assert_eq!(outcome.text("workforce.visitors.position.2013-14"), "167.3");
//! assert_eq!(outcome.text("workforce.visitors.increase"), "54");
//! ```

use crate::calculation::{
    Dimension, FigureKey, Finding, Ledger, Number, NumberTotal, Term, YEAR, figures, format, run_formulas, year_of,
};
use crate::parameters::JOB_UPTAKE;
use crate::plan::{Id, Table, WorkforceYear};
use crate::quantity::InOrder;
use crate::rules::common_findings::{BELOW_NOTHING, YEAR_MISSING};

const TRAJECTORY: Dimension = Dimension::Row(Table::WorkforceTrajectory);
const VISITORS: &str = "Arden Cluster System Plan, l. 386-395";

figures! {
    /// The increase that a year brings, as the plan gives it.
    INCREASE: number("workforce.{}.increase.{}", "{}: increase, {}", [TRAJECTORY, YEAR])
        by("CR38", "the increase that the plan gives", VISITORS)
        { WorkforceYear [trajectory, year] = increase }
    /// The increase that students, uptake and leavers make.
    SUPPLY: number("workforce.{}.supply.{}", "{}: supply, {}", [TRAJECTORY, YEAR])
        by("CR38", "students × (1 − attrition) × uptake − leavers (form implied)", VISITORS)
        { WorkforceYear [trajectory, year] = ((students * ({Term::ONE} - (attrition or {Term::NOTHING}))) *
            (uptake or {Term::Parameter(&JOB_UPTAKE)})) - (leavers or {Term::NOTHING}) }
    /// The position of a year.
    POSITION: number("workforce.{}.position.{}", "{}: in post, {}", [TRAJECTORY, YEAR])
        by("CR38", "position of the year before + increase of the year before", VISITORS)
    /// The position of a year as it is given.
    POSITION_GIVEN: number("workforce.{}.position-given.{}", "{}: in post as given, {}", [TRAJECTORY, YEAR])
        by("CR38", "the number that the plan gives", VISITORS)
        { WorkforceYear [trajectory, year] = position }
    /// The position of a year as it follows from the year before.
    POSITION_FOLLOWS: number("workforce.{}.position-that-follows.{}", "{}: in post as it follows from the year before, {}", [TRAJECTORY, YEAR])
        by("CR38", "position of the year before + increase of the year before", VISITORS)
    /// The increase over all years.
    INCREASE_ALL: number("workforce.{}.increase", "{}: increase over all years", [TRAJECTORY])
        by("CR38", "the sum of the years", VISITORS)
        { sum of INCREASE [0] }
    /// The supply over all years.
    SUPPLY_ALL: number("workforce.{}.supply", "{}: supply over all years", [TRAJECTORY])
        by("CR38", "the sum of the years", VISITORS)
        { sum of SUPPLY [0] }
    /// What the increase, or else the supply, lacks of its target.
    TARGET_GAP: number("workforce.{}.against-target", "{}: increase less target", [TRAJECTORY])
        by("CR38", "increase over all years − target", "Arden Cluster System Plan, l. 520; NHS Surrey, One Plan, l. 395")
}

/// Computes the years of each trajectory.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    positions(ledger);
}

/// The position of a year is that of the year before and its increase; the sum of the increases is held against the
/// target.
fn positions(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut rows: Vec<_> = plan.workforce_years.iter().collect();
    rows.order_by_key(|(_, row)| (row.trajectory().index(), row.year()));
    let mut last: Option<(u32, u32, Number)> = None;
    let mut grown: Vec<(u32, NumberTotal)> = Vec::new();
    for (at, of_year) in rows {
        let (trajectory, year) = (of_year.trajectory().index(), u32::from(of_year.year().start()));
        // The position of a year follows from that of the year before only.
        if let Some((_, before, _)) =
            last.filter(|(of, before, _)| *of == trajectory && *before + 1 < year && of_year.position().is_none())
        {
            ledger.report(|| {
                let words = |year| year_of(year).map(|year| year.to_string()).unwrap_or_default();
                let name = plan.workforce_trajectories.get(Id::at(trajectory)).map_or("", |of| of.name());
                let message = format!(
                    "\"{name}\" is given for {} and {}, and for no year between: how many are in post in {} is not computed.",
                    words(before),
                    words(year),
                    words(year)
                );
                Finding::of(&YEAR_MISSING, message).at(Table::WorkforceYear, at.index(), "year")
            });
        }
        let increase_in = |year: u32| {
            let about = [trajectory, year];
            ledger.figure(&INCREASE, about).or_else(|| ledger.figure(&SUPPLY, about))
        };
        if let Some(increase) = increase_in(year) {
            if grown.last().is_none_or(|(of, _)| *of != trajectory) {
                grown.push((trajectory, NumberTotal::default()));
            }
            grown.iter_mut().last().into_iter().for_each(|(_, total)| total.add(&increase));
        }
        let follows = last.filter(|(of, before, _)| *of == trajectory && *before + 1 == year);
        let follows = follows.and_then(|(_, before, position)| Some(position.plus(&increase_in(before)?)));
        let position = match of_year.position() {
            Some(position) => {
                if let Some(follows) = follows {
                    ledger.publish(&POSITION_FOLLOWS, [trajectory, year], follows);
                }
                Some(Number::cell(position))
            }
            None => follows,
        };
        let was_below = last.is_some_and(|(of, _, before)| of == trajectory && before.shown().is_negative());
        last = position.map(|position| (trajectory, year, ledger.publish(&POSITION, [trajectory, year], position)));
        // The years after stand on the first that is below nothing.
        if let Some((.., position)) = last.filter(|(.., position)| position.shown().is_negative() && !was_below) {
            report_below_nothing(ledger, at, POSITION.at([trajectory, year]), &position);
        }
    }
    for (trajectory, total) in grown {
        let row = Id::at(trajectory);
        let Some(target) = plan.workforce_trajectories.get(row).and_then(|row| row.target()) else { continue };
        let target = Number::cell(target);
        ledger.publish(&TARGET_GAP, [trajectory], total.finish().minus(&target));
    }
}

/// More staff go in the year before than are in post.
fn report_below_nothing(ledger: &mut Ledger<'_>, row: Id<WorkforceYear>, figure: FigureKey, position: &Number) {
    let shown = format::number(position.shown().value());
    let message = format!("{} is {shown}: more go in the year before than are in post.", figure.label(ledger.plan));
    ledger.report(|| Finding::of(&BELOW_NOTHING, message).at(Table::WorkforceYear, row.index(), "year").figure(figure));
}
