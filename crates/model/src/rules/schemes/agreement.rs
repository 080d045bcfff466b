//! Do the places in which a plan states the same saving agree? They may mean different things
//! (gross or net, required or in the contract), so a difference is reported, never corrected.

use super::nesting::counted_in;
use super::saved::development;
use super::{LIST_GROSS, LIST_PROGRAMME, LIST_RISK_ADJUSTED, UNIDENTIFIED, UNIDENTIFIED_SHARE, same};
use crate::calculation::{Finding, Ledger, Number, findings_of_part, format};
use crate::parameters::PROGRAMME_TOLERANCE;
use crate::plan::{Id, Plan, Scheme, SchemeDevelopment, SchemeStatus, Table};
use crate::quantity::{Decimal, Fault, InOrder, add, distance, subtract};
use crate::rules::savings::PROGRAMME_YEAR;

findings_of_part! {
    /// A programme saves another amount in a year by the table of programmes than by a list of schemes.
    PROGRAMME_DIFFERS_FROM_ITS_SCHEMES: warning(
        "programme-differs-from-its-schemes",
        "Say what each of the two measures, or find the schemes that are missing."
    )
    /// A programme saves nothing in any year of the plan.
    PROGRAMME_SAVES_NOTHING: information(
        "programme-saves-nothing",
        "Give its savings, or say that it is an enabler of others."
    )
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
}

pub(super) fn compare(ledger: &mut Ledger<'_>) {
    same::compare(ledger);
    compare_programmes(ledger);
    report_unidentified(ledger);
    report_other_years(ledger);
    report_left_out(ledger);
    report_words(ledger);
}

fn pounds(amount: Result<Decimal, Fault>) -> String {
    format::money(amount)
}

/// What a programme saves in a year against the schemes that belong to it (S-15 to S-19).
fn compare_programmes(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let tolerance =
        plan.details().and_then(|details| ledger.parameters.value(&PROGRAMME_TOLERANCE, details.first_year()));
    let tolerance = tolerance.map(|tolerance| tolerance.number).unwrap_or_default();
    let ranges = ranges(plan);
    // In a year for which no programme says what it saves there is nothing to compare with.
    let mut given: Vec<_> = plan.programme_savings.iter().filter(|(_, saving)| saving.programme().is_some()).collect();
    given.order_by_key(|(_, saving)| saving.year());
    let has = |year| given.binary_search_by(|(_, saving)| saving.year().cmp(&year)).is_ok();
    // A list that is part of another is compared as part of that one.
    let lists = plan.scheme_lists.iter().filter(|(row, list)| counted_in(plan, *row).is_none() && has(list.year()));
    for (list_row, list) in lists {
        for (programme_row, programme) in plan.programmes.iter() {
            let by_schemes = LIST_PROGRAMME.at([list_row.index(), programme_row.index()]);
            let by_programme = PROGRAMME_YEAR.at([programme_row.index(), u32::from(list.year().start())]);
            let schemes = ledger.figure(&LIST_PROGRAMME, [list_row.index(), programme_row.index()]);
            let stated = ledger.figure(&PROGRAMME_YEAR, [programme_row.index(), u32::from(list.year().start())]);
            let (Some(Ok(schemes)), Some(Ok(stated))) =
                (schemes.map(|n| n.shown().value()), stated.map(|n| n.shown().value()))
            else {
                continue;
            };
            // A difference below the tolerance is rounding; and where schemes give a range, the programme may lie
            // anywhere in it.
            let (mut low, mut high) = (schemes, schemes);
            let about = [list_row.index(), programme_row.index()];
            let first = ranges.partition_point(|(of, ..)| *of < about);
            for (_, below, above) in ranges.iter().skip(first).take_while(|(of, ..)| *of == about) {
                low = subtract(low, *below).unwrap_or(low);
                high = add(high, *above).unwrap_or(high);
            }
            let within = low <= stated && stated <= high;
            if within || distance(low, stated) < tolerance || distance(high, stated) < tolerance {
                continue;
            }
            ledger.report(|| {
                Finding::of(
                    &PROGRAMME_DIFFERS_FROM_ITS_SCHEMES,
                    format!(
                        "{} saves {} in {} by the table of programmes, and {} by the schemes of \"{}\".",
                        programme.name(),
                        pounds(Ok(stated)),
                        list.year(),
                        pounds(Ok(schemes)),
                        list.name()
                    ),
                )
                .figures([by_programme, by_schemes])
                .apart(distance(low, stated).min(distance(high, stated)), by_programme.kind.unit)
            });
        }
    }
    report_idle_programmes(ledger);
}

/// For each scheme with a range: its list and programme, and how far the range goes below and above its saving;
/// sorted by list and programme. A range counts only in the list in which the scheme itself stands.
fn ranges(plan: &Plan) -> Vec<([u32; 2], Decimal, Decimal)> {
    let mut ranges = Vec::new();
    if plan.schemes.is_unused(Scheme::low) || plan.schemes.is_unused(Scheme::high) {
        return ranges;
    }
    for (_, scheme) in plan.schemes.iter() {
        let (Some(programme), Some(low), Some(high)) = (scheme.programme(), scheme.low(), scheme.high()) else {
            continue;
        };
        let saving = scheme.gross().map_or(Decimal::ZERO, |gross| gross.get().pounds());
        let (below, above) = (subtract(saving, low.get().pounds()), subtract(high.get().pounds(), saving));
        if let (Ok(below), Ok(above)) = (below, above) {
            ranges.push(([scheme.list().index(), programme.index()], below, above));
        }
    }
    ranges.order_by_key(|(about, ..)| *about);
    ranges
}

/// A programme that saves nothing in any year (S-30).
fn report_idle_programmes(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    // Of a programme of which no saving is printed nobody knows what it saves.
    let mut saves = vec![None; plan.programmes.len()];
    for (_, saving) in plan.programme_savings.iter() {
        let programme = saving.programme().and_then(|programme| saves.get_mut(programme.position()));
        if let (Some(saves), Some(amount)) = (programme, saving.amount()) {
            // What is saved in one year and lost in another is not nothing.
            *saves = Some(*saves == Some(true) || !Number::cell(amount).is_zero());
        }
    }
    let programmes = plan.programmes.iter().zip(saves).filter(|(_, saves)| *saves == Some(false));
    for ((row, programme), _) in programmes {
        let figure = ledger.figure(&crate::rules::savings::PROGRAMME, [row.index()]);
        if figure.is_some_and(|figure| figure.shown().is_zero()) {
            ledger.report(|| {
                Finding::of(
                    &PROGRAMME_SAVES_NOTHING,
                    format!("{} saves nothing in any year of the plan.", programme.name()),
                )
                .at(Table::Programme, row.index(), "name")
                .figure(crate::rules::savings::PROGRAMME.at([row.index()]))
            });
        }
    }
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
                Some(savings) => finding.apart(savings, UNIDENTIFIED.unit),
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
    for (row, scheme) in plan.schemes.iter() {
        let Some(of_list) = lists.get_mut(scheme.list().position()) else { continue };
        of_list.rated |= scheme.risk().is_some();
        match ledger.figure(&super::GROSS, [row.index()]) {
            None if scheme.low().is_some() || scheme.high().is_some() => of_list.ranges.push(row),
            None => of_list.without_saving.push(row),
            Some(saving) if !saving.shown().is_zero() && super::saved::expected_part(scheme).is_none() => {
                of_list.without_risk.push(row);
            }
            Some(_) => {}
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
