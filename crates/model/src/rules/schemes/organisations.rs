//! What the lists of an organisation save in a year, for what else the plan says of the same.

use super::nesting::{counted_in, parts_first};
use super::unsaid::Unsaid;
use super::{LIST_GROSS, LIST_NET, LIST_PROGRAMME, UNIDENTIFIED};
use crate::calculation::{FigureIndex, Ledger, ORGANISATION, PROGRAMME, YEAR, figures, summed};
use crate::plan::{CellAddress, Id, Organisation, OrganisationKind, Scheme, SchemeList, Table};
use crate::quantity::InOrder;

const RETURNS: &str = "the efficiency plan of each organisation in today's planning returns";

figures! {
    /// The gross saving of the lists of an organisation.
    OF_GROSS: money("schemes.of.{}.{}.gross", "{}, {}: gross saving of its lists", [ORGANISATION, YEAR])
        by("CR08", "the sum of the lists of the organisation; a list that is part of another of them counts in that one", RETURNS)
    /// The net saving of the lists of an organisation.
    OF_NET: money("schemes.of.{}.{}.net", "{}, {}: net saving of its lists", [ORGANISATION, YEAR])
        by("CR08", "the sum of the lists of the organisation; a list that is part of another of them counts in that one", RETURNS)
    /// What of the gross saving of the lists of an organisation has schemes.
    OF_IDENTIFIED: money("schemes.of.{}.{}.identified", "{}, {}: gross saving of its lists that is identified", [ORGANISATION, YEAR])
        by("CR08", "the gross saving − what is unidentified of it", RETURNS)
    /// The gross saving of a programme in the lists of an organisation.
    OF_PROGRAMME: money("schemes.of.{}.{}.programme.{}", "{}, {}: gross saving of its lists, {}", [ORGANISATION, YEAR, PROGRAMME])
        by("CR08", "the sum of the lists of the organisation; a list that is part of another of them counts in that one", RETURNS)
}

/// An organisation and year, and one of its lists that is part of no other of them.
type Top = ([u32; 2], u32);

/// Publishes what the lists of each organisation save.
pub(super) fn run(ledger: &mut Ledger<'_>) {
    if ledger.plan.scheme_lists.is_unused(SchemeList::organisation) {
        return;
    }
    let tops = tops(ledger);
    let unsaid = Unsaid::of(ledger);
    let lacks = |list: &u32| unsaid.cell(Id::at(*list));
    for (about, list) in &tops {
        if let Some(cell) = lacks(list) {
            for kind in [&OF_GROSS, &OF_NET, &OF_IDENTIFIED] {
                ledger.lacks(kind.at(*about), cell);
            }
        }
    }
    lack_of_what_belongs(ledger, &tops);
    for (kind, of_list) in [(&OF_GROSS, &LIST_GROSS), (&OF_NET, &LIST_NET)] {
        let of = |(about, list): &Top| Some((FigureIndex::new(*about), ledger.figure(of_list, [*list])?));
        let found = tops.iter().filter_map(of).collect();
        ledger.add(summed(kind, found));
    }
    let mut identified = Vec::with_capacity(tops.len());
    for (about, list) in &tops {
        let Some(gross) = ledger.figure(&LIST_GROSS, [*list]) else { continue };
        let unidentified = ledger.figure(&UNIDENTIFIED, [*list]);
        let rest = unidentified.map_or(gross, |unidentified| gross.minus(&unidentified));
        identified.push((FigureIndex::new(*about), rest));
    }
    ledger.add(summed(&OF_IDENTIFIED, identified));
    let mut of_lists: Vec<(u32, [u32; 2])> = tops.into_iter().map(|(about, list)| (list, about)).collect();
    of_lists.order_by(Ord::cmp);
    let mut found = Vec::new();
    for (key, number) in ledger.all(&LIST_PROGRAMME) {
        let [list, programme] = [key.index.get(0), key.index.get(1)];
        let at = of_lists.binary_search_by(|(of, _)| of.cmp(&list)).ok().and_then(|at| of_lists.get(at));
        if let Some((_, [organisation, year])) = at {
            if let Some(cell) = lacks(&list) {
                ledger.lacks(OF_PROGRAMME.at([*organisation, *year, programme]), cell);
            }
            found.push((FigureIndex::new([*organisation, *year, programme]), number));
        }
    }
    ledger.add(summed(&OF_PROGRAMME, found));
}

/// Where what belongs to an organisation, such as its sites, has lists of its own in the year, those of the organisation
/// alone are not all that it saves.
fn lack_of_what_belongs(ledger: &mut Ledger<'_>, tops: &[Top]) {
    let plan = ledger.plan;
    if plan.organisations.is_unused(Organisation::parent) {
        return;
    }
    let organisation = |at: u32| plan.organisations.get(Id::at(at));
    let commissions = |at: u32| organisation(at).and_then(|row| row.kind()).is_some_and(OrganisationKind::commissions);
    let has_lists = |about: [u32; 2]| tops.binary_search_by(|(of, _)| of.cmp(&about)).is_ok();
    let above = |at: &u32| Some(organisation(*at)?.parent()?.index());
    for ([own, year], list) in tops {
        // A list that is part of a list of the organisation above counts in that one.
        let wholes = std::iter::successors(counted_in(plan, Id::at(*list)), |list| counted_in(plan, *list));
        let of_wholes = wholes.filter_map(|list| Some(plan.scheme_lists.get(list)?.organisation()?.index()));
        let of_wholes: Vec<u32> = of_wholes.collect();
        // What trusts save of their own costs is none of what a commissioner to which they belong saves.
        let owners = std::iter::successors(above(own), above).take(plan.organisations.len());
        let owners = owners.filter(|owner| commissions(*owner) == commissions(*own) && !of_wholes.contains(owner));
        for owner in owners.filter(|owner| has_lists([*owner, *year])) {
            let cell = CellAddress { table: Table::SchemeList, row: *list, column: "organisation" };
            for kind in [&OF_GROSS, &OF_NET, &OF_IDENTIFIED] {
                ledger.lacks(kind.at([owner, *year]), cell);
            }
        }
    }
}

/// The lists of organisations that are part of no other list of the same. Where an organisation has several and schemes
/// may stand in more than one of them, their sum is not known.
fn tops(ledger: &Ledger<'_>) -> Vec<Top> {
    let plan = ledger.plan;
    // The organisation of each list, or else of the nearest above it that has one.
    let mut of_lists: Vec<Option<u32>> = vec![None; plan.scheme_lists.len()];
    let mut tops: Vec<Top> = Vec::new();
    for (list, parent) in parts_first(plan).into_iter().rev() {
        let above = parent.and_then(|parent| of_lists.get(parent.position()).copied().flatten());
        let Some(row) = plan.scheme_lists.get(list) else { continue };
        let own = row.organisation().map(Id::index);
        if let Some(own) = own.filter(|own| Some(*own) != above) {
            tops.push(([own, u32::from(row.year().start())], list.index()));
        }
        if let Some(of) = of_lists.get_mut(list.position()) {
            *of = own.or(above);
        }
    }
    tops.order_by(Ord::cmp);
    if !plan.schemes.is_unused(Scheme::same_as) {
        tops = tops
            .chunk_by(|left, right| left.0 == right.0)
            .filter(|of_one| of_one.len() == 1)
            .flatten()
            .copied()
            .collect();
    }
    tops
}
