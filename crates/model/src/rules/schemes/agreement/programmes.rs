//! What a programme saves by the table of programmes, and by its schemes.

use crate::calculation::{Finding, Ledger, Number, findings_of_part, format};
use crate::parameters::PROGRAMME_TOLERANCE;
use crate::plan::{FinancialYear, Id, Plan, Row, Scheme, SchemeList, Table};
use crate::quantity::{Decimal, InOrder, add, distance, subtract};
use crate::rules::savings::PROGRAMME_YEAR;
use crate::rules::schemes::LIST_PROGRAMME;
use crate::rules::schemes::nesting::counted_in;
use std::collections::BTreeMap;

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
}

/// From where to where the schemes of a programme in a list may come to: where they give a range, the programme may lie
/// anywhere in it.
fn within(ranges: &[Range], about: [u32; 2], schemes: Decimal) -> (Decimal, Decimal) {
    let (mut low, mut high) = (schemes, schemes);
    let first = ranges.partition_point(|(of, ..)| *of < about);
    for (_, below, above) in ranges.iter().skip(first).take_while(|(of, ..)| *of == about) {
        low = subtract(low, *below).unwrap_or(low);
        high = add(high, *above).unwrap_or(high);
    }
    (low, high)
}

/// What a programme saves in a year against the schemes that belong to it (S-15 to S-19).
pub(super) fn compare(ledger: &mut Ledger<'_>) {
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
    let lists: Vec<_> = lists.collect();
    let together = by_all_lists(ledger, &lists);
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
            let (low, high) = within(&ranges, [list_row.index(), programme_row.index()], schemes);
            // A difference below the tolerance is rounding.
            let is_within = low <= stated && stated <= high;
            if is_within || distance(low, stated) < tolerance || distance(high, stated) < tolerance {
                continue;
            }
            // Where several lists have schemes of it, such as one of the commissioner and one of a provider, it may be all.
            let of_all = together.get(&(list.year(), programme_row.index())).filter(|(lists, _)| *lists > 1);
            if of_all.is_some_and(|(_, sum)| distance(*sum, stated) < tolerance || *sum == stated) {
                continue;
            }
            ledger.report(|| {
                Finding::of(
                    &PROGRAMME_DIFFERS_FROM_ITS_SCHEMES,
                    format!(
                        "{} saves {} in {} by the table of programmes, and {} by the schemes of \"{}\".",
                        programme.name(),
                        format::money(Ok(stated)),
                        list.year(),
                        format::money(Ok(schemes)),
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

/// In how many lists of a year a programme has schemes, and what those save together; by year and programme.
fn by_all_lists(
    ledger: &Ledger<'_>,
    lists: &[(Id<SchemeList>, Row<'_, SchemeList>)],
) -> BTreeMap<(FinancialYear, u32), (usize, Decimal)> {
    let mut together: BTreeMap<_, (usize, Decimal)> = BTreeMap::new();
    for (row, list) in lists {
        for (programme, _) in ledger.plan.programmes.iter() {
            let saved = ledger.figure(&LIST_PROGRAMME, [row.index(), programme.index()]);
            let Some(saved) = saved.and_then(|saved| saved.shown().value().ok()) else { continue };
            let (lists, sum) = together.entry((list.year(), programme.index())).or_default();
            *lists += 1;
            *sum = add(*sum, saved).unwrap_or(*sum);
        }
    }
    together
}

/// A scheme with a range: its list and programme, and how far the range goes below and above its saving.
type Range = ([u32; 2], Decimal, Decimal);

/// The schemes with a range, sorted by list and programme. A range counts only in the list in which the scheme itself stands.
fn ranges(plan: &Plan) -> Vec<Range> {
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
