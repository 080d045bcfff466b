//! Do the places in which a plan states the same saving agree? They may mean different things
//! (gross or net, required or in the contract), so a difference is reported, never corrected.

mod programmes;

use super::left_out::{NotInSum, not_in_sum};
use super::nesting::counted_in;
use super::saved::development;
use super::{LIST_GROSS, LIST_RISK_ADJUSTED, UNIDENTIFIED, UNIDENTIFIED_SHARE, same};
use crate::calculation::{Finding, Ledger, findings_of_part, format};
use crate::plan::{Id, Plan, Scheme, SchemeDevelopment, SchemeStatus, Table};
use crate::quantity::InOrder;

findings_of_part! {
    /// Part of the savings of a list of schemes has no scheme yet.
    UNIDENTIFIED_SAVINGS: warning("unidentified-savings", "Find schemes for them, or plan without them.")
    /// A list of schemes is said to be part of a list of another year.
    PART_OF_A_LIST_OF_ANOTHER_YEAR: warning(
        "part-of-a-list-of-another-year",
        "Correct the year, or take the list out of the other."
    )
    /// A scheme gives no saving at all, and so is not in the sum of its list.
    SCHEMES_WITHOUT_A_SAVING: information(
        "schemes-without-a-saving",
        "Give what each saves, 0 where it saves nothing; what is not found yet is a scheme that is unidentified."
    )
    /// A scheme gives only a range, and so is not in the sum of its list.
    RANGE_IS_NOT_IN_THE_SUM: information("range-is-not-in-the-sum", "Give the saving that is planned within the range.")
    /// A scheme has no risk, although others of its list have, and so is not in what is expected in view of the risks.
    SAVING_WITHOUT_A_RISK: information("saving-without-a-risk", "Give the risk of each scheme of the list.")
    /// The status of a scheme and how far its plan is developed contradict each other.
    STATUS_AND_DEVELOPMENT_DIFFER: warning("status-and-development-differ", "Correct one of the two.")
    ..programmes
}

pub(super) fn compare(ledger: &mut Ledger<'_>) {
    same::compare(ledger);
    programmes::compare(ledger);
    report_unidentified(ledger);
    report_other_years(ledger);
    report_left_out(ledger);
    report_words(ledger);
}

/// A list in which savings have no scheme yet (S-17). What its parts report is not reported again of the whole.
fn report_unidentified(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut holds_some = vec![false; plan.scheme_lists.len()];
    for (_, scheme) in plan.schemes.iter() {
        if development(scheme) == Some(SchemeDevelopment::Unidentified)
            && let Some(holds) = holds_some.get_mut(scheme.list().position())
        {
            *holds = true;
        }
    }
    for ((row, list), _) in plan.scheme_lists.iter().zip(holds_some).filter(|(_, holds)| *holds) {
        let share = ledger.figure(&UNIDENTIFIED_SHARE, [row.index()]);
        let Some(share) = share.filter(|share| !share.shown().is_fault() && !share.shown().is_zero()) else { continue };
        let savings = ledger.figure(&UNIDENTIFIED, [row.index()]).and_then(|savings| savings.shown().value().ok());
        ledger.report(|| {
            let finding = Finding::of(
                &UNIDENTIFIED_SAVINGS,
                format!(
                    "{} of the savings of \"{}\" have no scheme yet.",
                    format::percent(share.shown().value(), 1),
                    list.name()
                ),
            )
            .figure(UNIDENTIFIED_SHARE.at([row.index()]));
            match savings {
                Some(savings) => finding.apart(savings, UNIDENTIFIED.unit).both_right(),
                None => finding,
            }
        });
    }
}

/// A list that is said to be part of a list of another year.
fn report_other_years(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    for (row, list) in plan.scheme_lists.iter() {
        let Some(whole) = list.parent().and_then(|parent| plan.scheme_lists.get(parent)) else { continue };
        if counted_in(plan, row).is_some() {
            continue;
        }
        ledger.report(|| {
            Finding::of(
                &PART_OF_A_LIST_OF_ANOTHER_YEAR,
                format!(
                    "\"{}\" is for {} and is said to be part of \"{}\", which is for {}: it is not added to it.",
                    list.name(),
                    list.year(),
                    whole.name(),
                    whole.year()
                ),
            )
            .at(Table::SchemeList, row.index(), "parent")
            .at(Table::SchemeList, row.index(), "year")
        });
    }
}

/// The schemes of a list that are not in one of its sums.
#[derive(Clone, Default)]
struct LeftOut {
    without_saving: Vec<Id<Scheme>>,
    ranges: Vec<Id<Scheme>>,
    without_risk: Vec<Id<Scheme>>,
    /// Whether any scheme of the list has a risk.
    rated: bool,
}

/// Schemes that are in a list and not in its sums, because what the sum needs is not given for them.
fn report_left_out(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut lists = vec![LeftOut::default(); plan.scheme_lists.len()];
    for (row, why) in not_in_sum(plan, |scheme| ledger.figure(&super::GROSS, [scheme.index()]).is_some()) {
        let list = plan.schemes.get(row).map(|scheme| scheme.list().position());
        let Some(of_list) = list.and_then(|list| lists.get_mut(list)) else { continue };
        match why {
            NotInSum::NoSaving => of_list.without_saving.push(row),
            NotInSum::OnlyARange => of_list.ranges.push(row),
        }
    }
    for (row, scheme) in plan.schemes.iter() {
        let Some(of_list) = lists.get_mut(scheme.list().position()) else { continue };
        of_list.rated |= scheme.risk().is_some();
        let saving = ledger.figure(&super::GROSS, [row.index()]);
        if saving.is_some_and(|saving| !saving.shown().is_zero() && super::saved::expected_part(scheme).is_none()) {
            of_list.without_risk.push(row);
        }
    }
    for ((row, list), left_out) in plan.scheme_lists.iter().zip(lists) {
        // A list whose schemes all say nothing has no sum that could lack them.
        let has_sum = ledger.figure(&LIST_GROSS, [row.index()]).is_some();
        let of_sum = [
            (&SCHEMES_WITHOUT_A_SAVING, &left_out.without_saving, "no saving", "gross"),
            (&RANGE_IS_NOT_IN_THE_SUM, &left_out.ranges, "only a range", "low"),
        ];
        for (finding, schemes, says, column) in
            of_sum.into_iter().filter(|(_, schemes, ..)| has_sum && !schemes.is_empty())
        {
            let (give, them) = if schemes.len() == 1 { ("gives", "it") } else { ("give", "them") };
            let message =
                format!("\"{}\": {} {give} {says}; its gross saving leaves {them} out.", list.name(), counted(schemes));
            ledger.report(|| {
                places(Finding::of(finding, message), plan, schemes, column).figure(LIST_GROSS.at([row.index()]))
            });
        }
        if left_out.rated && !left_out.without_risk.is_empty() {
            let schemes = &left_out.without_risk;
            let (have, them) = if schemes.len() == 1 { ("has", "it") } else { ("have", "them") };
            let message = format!(
                "\"{}\": {} {have} no risk; what is expected in view of the risks leaves {them} out.",
                list.name(),
                counted(schemes)
            );
            ledger.report(|| {
                places(Finding::of(&SAVING_WITHOUT_A_RISK, message), plan, schemes, "risk")
                    .figure(LIST_RISK_ADJUSTED.at([row.index()]))
            });
        }
    }
}

fn counted(schemes: &[Id<Scheme>]) -> String {
    format::count_of(schemes.len(), "scheme", "schemes")
}

/// Schemes as the places of a finding, in the order of their identifiers.
fn places(finding: Finding, plan: &Plan, schemes: &[Id<Scheme>], column: &'static str) -> Finding {
    let mut schemes = schemes.to_vec();
    schemes.order_by(|left, right| {
        let identifier = |scheme: &Id<Scheme>| plan.identifier(Table::Scheme, scheme.index());
        identifier(left).cmp(&identifier(right))
    });
    schemes.iter().fold(finding, |finding, scheme| finding.at(Table::Scheme, scheme.index(), column))
}

/// A scheme whose status and whose development say different things.
fn report_words(ledger: &mut Ledger<'_>) {
    if ledger.plan.schemes.is_unused(Scheme::status) || ledger.plan.schemes.is_unused(Scheme::development) {
        return;
    }
    for (row, scheme) in ledger.plan.schemes.iter() {
        let (Some(status), Some(development)) = (scheme.status(), scheme.development()) else { continue };
        let unidentified = development == SchemeDevelopment::Unidentified;
        let disagree = match status {
            SchemeStatus::Unidentified => !unidentified,
            SchemeStatus::Made | SchemeStatus::InProgress => {
                unidentified || development == SchemeDevelopment::Opportunity
            }
            SchemeStatus::Identified | SchemeStatus::NoProgress => unidentified,
        };
        if !disagree {
            continue;
        }
        ledger.report(|| {
            Finding::of(
                &STATUS_AND_DEVELOPMENT_DIFFER,
                format!(
                    "\"{}\" has the status {}, and its plan is {}.",
                    scheme.name(),
                    status.word().replace('-', " "),
                    development.word().replace('-', " ")
                ),
            )
            .at(Table::Scheme, row.index(), "status")
            .at(Table::Scheme, row.index(), "development")
        });
    }
}
