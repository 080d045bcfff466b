//! What schemes take out of the income of providers, year by year.

use super::on_contract::is_own_saving;
use super::{GROSS, Repeats};
use crate::calculation::{FigureIndex, Finding, Ledger, Number, findings_of_part};
use crate::plan::{CellAddress, FinancialYear, Id, Organisation, Plan, Row, Scheme, Table};
use crate::quantity::InOrder;
use crate::rules::delays::delays;
use crate::rules::part_year::{InForce, PART_YEAR};

findings_of_part! {
    /// A scheme does not say whether its saving comes back, and the plan gives later years of the provider that it is
    /// taken out of.
    RECURRENCE_NOT_SAID: information("recurrence-not-said", "Say whether it comes back every year.")
}

/// For each provider and year what each scheme takes out.
///
/// In the year of its list a scheme takes out its saving. One that comes back does so in every later year in which it
/// is in force too: what of its full-year effect falls into the year, or, where none is given, the saving in the
/// proportion of the months. The same scheme in several lists counts once: in a year for which it has a list with the
/// saving of that list, in later years with that of the last list before.
pub(in crate::rules) fn taken_out(ledger: &Ledger<'_>) -> Vec<(FigureIndex, Number)> {
    let plan = ledger.plan;
    if plan.schemes.iter().all(|(_, scheme)| scheme.provider().is_none()) {
        return Vec::new();
    }
    let repeats = Repeats::of(plan);
    let (delays, _) = delays(plan);
    let years = plan.years();
    let mut found: Vec<Taken<'_>> = Vec::new();
    for ((row, scheme), delay) in plan.schemes.iter().zip(delays) {
        let Some((provider, list_year)) = takes_out_of(plan, scheme) else { continue };
        let Some(saving) = ledger.figure(&GROSS, [row.index()]) else { continue };
        let mut add = |year: FinancialYear, number| {
            found.push(Taken {
                about: [u32::from(year.start()), repeats.first(row.index())],
                provider: provider.index(),
                last_list: std::cmp::Reverse(list_year),
                rank: (repeats.steps(row.index()), plan.identifier(Table::Scheme, row.index())),
                number,
            });
        };
        add(list_year, saving);
        if !may_go_on(scheme) {
            continue;
        }
        for year in years.iter().copied().filter(|year| list_year < *year) {
            if let Some(number) = later(ledger, (row, scheme), delay, (list_year, year), &saving) {
                add(year, number);
            }
        }
    }
    found.order_by(|left, right| {
        let by = |taken: &Taken<'_>| (taken.about, taken.last_list);
        by(left).cmp(&by(right)).then(left.rank.cmp(&right.rank))
    });
    found.dedup_by(|later, earlier| later.about == earlier.about);
    found.into_iter().map(|taken| (FigureIndex::new([taken.provider, taken.about[0]]), taken.number)).collect()
}

/// The provider out of whose income a scheme takes something, and the year from which on it does. What was taken out before
/// the plan is in the contracts of the plan no more, and what a provider saves of its own costs leaves its income as it is.
fn takes_out_of(plan: &Plan, scheme: Row<'_, Scheme>) -> Option<(Id<Organisation>, FinancialYear)> {
    let list_year = plan.scheme_lists.get(scheme.list())?.year();
    let provider = scheme.provider().filter(|provider| !is_own_saving(plan, scheme, *provider))?;
    (!plan.is_compared_with(list_year)).then_some((provider, list_year))
}

/// Whether a scheme may take something out after the year of its list. Where its end is given, that decides, and not whether it
/// is recurrent.
fn may_go_on(scheme: Row<'_, Scheme>) -> bool {
    scheme.recurrent() == Some(true) || scheme.end().is_some()
}

/// The cells of schemes at a provider that do not say what they save, each with the provider and a year in which it is not
/// known what they take out.
pub(in crate::rules) fn not_known(ledger: &Ledger<'_>) -> Vec<([u32; 2], CellAddress)> {
    let plan = ledger.plan;
    let years = plan.years();
    let mut found = Vec::new();
    if plan.schemes.is_unused(Scheme::provider) {
        return found;
    }
    for (row, scheme) in plan.schemes.iter().filter(|(row, _)| ledger.figure(&GROSS, [row.index()]).is_none()) {
        let Some((provider, list_year)) = takes_out_of(plan, scheme) else { continue };
        let cell = CellAddress { table: Table::Scheme, row: row.index(), column: "gross" };
        let goes_on = may_go_on(scheme);
        let later = years.iter().copied().filter(|year| goes_on && list_year < *year);
        let of_years = std::iter::once(list_year).chain(later);
        found.extend(of_years.map(|year| ([provider.index(), u32::from(year.start())], cell)));
    }
    found
}

/// What one scheme takes out of a provider in a year.
struct Taken<'a> {
    /// The year, and the scheme that stands for all that are the same.
    about: [u32; 2],
    provider: u32,
    last_list: std::cmp::Reverse<FinancialYear>,
    rank: (u32, Option<&'a str>),
    number: Number,
}

/// What a scheme that comes back takes out in a year after that of its list.
fn later(
    ledger: &Ledger<'_>,
    (row, scheme): (Id<Scheme>, Row<'_, Scheme>),
    delay: i32,
    (list_year, year): (FinancialYear, FinancialYear),
    saving: &Number,
) -> Option<Number> {
    let months =
        |delay: i32, year| InForce::of(scheme, delay, Some(list_year)).months(year).filter(|months| *months > 0);
    let in_year = months(delay, year)?;
    if scheme.full_year_effect().is_some() {
        return ledger.figure(&PART_YEAR, [row.index(), u32::from(year.start())]);
    }
    // The saving that is given was planned without the delay, which takes nothing off a year in which it is over.
    let saving = scheme.gross().map_or(*saving, Number::cell);
    let in_list_year = months(0, list_year)?;
    Some(if in_year == in_list_year {
        saving.because("it comes back every year", &[])
    } else {
        let in_year = Number::whole(in_year, "months in force in the year");
        saving.times(&in_year).over(&Number::whole(in_list_year, "months in force in the year of its list"))
    })
}

/// Schemes at a provider that do not say whether they come back, where the plan has a later year of that provider.
pub(in crate::rules) fn report_unsaid(ledger: &mut Ledger<'_>) {
    let plan = ledger.plan;
    let mut last: Vec<Option<FinancialYear>> = vec![None; plan.organisations.len()];
    for (_, finance) in plan.provider_finances.iter().filter(|(_, finance)| finance.contract().is_some()) {
        if let Some(last) = last.get_mut(finance.organisation().position()) {
            *last = (*last).max(Some(finance.year()));
        }
    }
    for (row, scheme) in plan.schemes.iter().filter(|(_, scheme)| scheme.recurrent().is_none() && !may_go_on(*scheme)) {
        let Some((provider, year)) = takes_out_of(plan, scheme) else { continue };
        let saves = ledger.figure(&GROSS, [row.index()]).is_some_and(|saving| !saving.shown().is_zero());
        let Some(last) = last.get(provider.position()).copied().flatten() else { continue };
        if !saves || last <= year {
            continue;
        }
        ledger.report(|| {
            Finding::of(
                &RECURRENCE_NOT_SAID,
                format!(
                    "\"{}\" does not say whether its saving comes back: it is taken out of {} in {year} only.",
                    scheme.name(),
                    plan.title(Table::Organisation, provider.index()).unwrap_or_default()
                ),
            )
            .at(Table::Scheme, row.index(), "recurrent")
            .figure(GROSS.at([row.index()]))
        });
    }
}
