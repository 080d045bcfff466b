//! Staff by group, at the start and in the plan.
//!
//! * CR39: change = plan − baseline, by group, by organisation and in all; in all over the groups that give both.
//! * CR05: a group without an organisation beside groups of the same name with one is their total: it is held against
//!   them and never added to them.

use crate::calculation::{
    Dimension, FigureIndex, FigureKind, Finding, Ledger, Number, NumberTotal, ORGANISATION, figures, run_formulas,
};
use crate::plan::{Id, StaffGroup, Table};
use crate::rules::activity::counted::Counted;
use crate::rules::common_findings::NOT_IN_THE_TOTAL;

const GROUP: Dimension = Dimension::Row(Table::StaffGroup);
const STAFF: &str = "Arden Cluster System Plan, l. 409-416";
const TRIANGLE: &str = "Arden Cluster System Plan, l. 362, 937; NHS Surrey, One Plan, l. 504";

figures! {
    /// The change of a group of staff.
    STAFF_CHANGE: number("workforce.group.{}.change", "{}: change", [GROUP])
        by("CR39", "plan − baseline", STAFF)
        { StaffGroup [*] = plan - baseline }
    /// The change of all groups of an organisation.
    STAFF_OF: number("workforce.{}.change", "{}: change of its staff", [ORGANISATION])
        by("CR39", "the sum of its groups", TRIANGLE)
        { StaffGroup [organisation] = plan - baseline }
    /// The staff of an organisation at the start.
    BASELINE_OF: number("staff.{}.baseline", "{}: its staff at the start", [ORGANISATION])
        by("CR39", "the sum of its groups", TRIANGLE)
        { StaffGroup [organisation] = baseline }
    /// All staff at the start.
    STAFF_BASELINE: number("workforce.total.baseline", "All staff: baseline", [])
        by("CR39", "the sum of the groups", STAFF)
    /// All staff planned.
    STAFF_PLAN: number("workforce.total.plan", "All staff: plan", [])
        by("CR39", "the sum of the groups", STAFF)
    /// The change of all staff.
    STAFF_CHANGE_ALL: number("workforce.total.change", "All staff: change", [])
        by("CR39", "the sum of the groups that give both", STAFF)
    /// The change of all staff in per cent.
    STAFF_PERCENT: percent("workforce.total.change-percent", "All staff: change in per cent", [])
        by("CR39", "change ÷ baseline of the groups that give both", STAFF)
    /// How the baseline of a group in all organisations differs from that of each.
    STAFF_DIFFERENCE: number("workforce.group.{}.organisations-difference", "{}: baseline in all organisations less that in each", [GROUP])
        by("CR05", "the row for all organisations − the rows of single ones", STAFF)
    /// The same for the plan.
    STAFF_PLAN_DIFFERENCE: number("workforce.group.{}.organisations-difference-planned", "{}: plan in all organisations less that in each", [GROUP])
        by("CR05", "the row for all organisations − the rows of single ones", STAFF)
}

/// Computes the change of staff.
pub fn run(ledger: &mut Ledger<'_>) {
    run_formulas(ledger, FORMULAS);
    let plan = ledger.plan;
    let groups = &plan.staff_groups;
    if groups.is_empty() {
        return;
    }
    let group = |row: u32| groups.get(Id::at(row));
    let baseline = |row: u32| group(row)?.baseline().map(Number::cell);
    let planned = |row: u32| group(row)?.plan().map(Number::cell);
    let name = |row: u32| plan.title(Table::StaffGroup, row);
    // A group of one name without an organisation is all of those with one.
    let counted = |given: &dyn Fn(u32) -> bool| {
        Counted::of(groups.codes(StaffGroup::organisation), given, |left, right| name(left).cmp(&name(right)))
    };
    let (before, after) = (counted(&|row| baseline(row).is_some()), counted(&|row| planned(row).is_some()));
    let about = |row: u32| FigureIndex::new([row]);
    before.hold_totals(ledger, &STAFF_DIFFERENCE, (Table::StaffGroup, "baseline"), about, baseline);
    after.hold_totals(ledger, &STAFF_PLAN_DIFFERENCE, (Table::StaffGroup, "plan"), about, planned);
    let rows = || groups.iter().map(|(row, _)| row.index());
    let sum = |numbers: &mut dyn Iterator<Item = Number>| {
        let mut total: Option<NumberTotal> = None;
        numbers.for_each(|number| total.get_or_insert_default().add(&number));
        total.map(NumberTotal::finish)
    };
    let all_before = sum(&mut rows().filter(|row| before.has(*row)).filter_map(baseline));
    let all_after = sum(&mut rows().filter(|row| after.has(*row)).filter_map(planned));
    // The change is that of the groups of which both are given; what has only one of them is said.
    let both = |row: &u32| before.has(*row) && after.has(*row) && baseline(*row).is_some() && planned(*row).is_some();
    let compared = sum(&mut rows().filter(both).filter_map(baseline));
    let changes = sum(&mut rows().filter(both).filter_map(|row| ledger.figure(&STAFF_CHANGE, [row])));
    for (kind, number) in [(&STAFF_BASELINE, all_before), (&STAFF_PLAN, all_after)] {
        if let Some(number) = number {
            ledger.publish(kind, [], number);
        }
    }
    let Some((change, compared)) = changes.zip(compared) else { return };
    let change = ledger.publish(&STAFF_CHANGE_ALL, [], change);
    ledger.publish(&STAFF_PERCENT, [], change.over(&compared));
    for (row, group) in groups.iter().filter(|(_, group)| group.baseline().is_some() != group.plan().is_some()) {
        let counts = if group.plan().is_some() { &after } else { &before };
        if counts.has(row.index()) {
            let given = group.plan().is_some();
            report_half(ledger, &STAFF_CHANGE_ALL, (Table::StaffGroup, row.index()), given, ["baseline", "plan"]);
        }
    }
}

/// A row that gives only one of two numbers has no part in a change.
pub(super) fn report_half(
    ledger: &mut Ledger<'_>,
    total: &'static FigureKind,
    (table, row): (Table, u32),
    plan_is_given: bool,
    [before, after]: [&'static str; 2],
) {
    let plan = ledger.plan;
    let (given, missing) = if plan_is_given { (after, before) } else { (before, after) };
    let provider = || match plan.content(table, row, "provider") {
        Some(content) => content.subject().and_then(|row| plan.title(Table::Organisation, row)),
        None => None,
    };
    let name = plan.title(table, row).or_else(provider).unwrap_or_default();
    let message =
        format!("{name} gives \"{given}\" and not \"{missing}\": it is not part of \"{}\".", total.at([]).label(plan));
    ledger.report(|| Finding::of(&NOT_IN_THE_TOTAL, message).at(table, row, missing).figure(total.at([])));
}
