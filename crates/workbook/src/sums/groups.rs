//! Rows that are called like any other and are the sums of others: "Acute" above or below the lines of acute care, "Workforce"
//! above or below the schemes of the workforce.
//!
//! Only amounts can say so, and only where a row needs no more than a name: there a sum says as much as a line. What the total
//! of the sheet counts is none, what it does not count is one, and so is what lacks what each of its parts has, such as a code.
//! Where nothing but the amounts says so it is a group if that is hardly chance. Where it may be one, the row is not counted and
//! a person has to say what it is: a saving that is not there yet is asked for, one that is there twice is believed.

use super::group::{Evidence, Group, Side};
use super::groups_with_near::with_near;
use super::layout::{Layout, rows_of_group};
use super::lines::{Line, Mark, OfOne, groups_among};
use super::totals_of_groups::{Totals, totals};
use std::collections::{BTreeMap, HashMap};

/// The rows that are the sums of others, by the row of the sheet. In one sheet all groups have their parts on one side: the
/// one for which the totals, or what the rows lack, or else more groups speak.
pub fn groups_of(lines: &[Line]) -> BTreeMap<u32, Group> {
    if !lines.iter().any(|line| line.can_be_sum && line.mark != Mark::Total) {
        return BTreeMap::new();
    }
    let sides = [Side::Above, Side::Below].map(|side| on_side(lines, side));
    let weight = |groups: &BTreeMap<u32, Group>| {
        // What is nearly a sum says little where others are.
        [true, false].map(|is_exact| {
            let all = || groups.values().filter(|group| group.misses.is_empty() == is_exact);
            let with = |evidence| all().filter(|group| group.evidence == evidence).count();
            let told = with(Evidence::Words) + with(Evidence::Cells);
            (with(Evidence::Total), told, with(Evidence::Amounts), all().count())
        })
    };
    let [above, below] = sides;
    if weight(&below) > weight(&above) { below } else { above }
}

fn on_side(lines: &[Line], side: Side) -> BTreeMap<u32, Group> {
    let found_of = |of_one| match side {
        Side::Above => groups_among(lines.iter(), of_one),
        Side::Below => groups_among(lines.iter().rev(), of_one),
    };
    let tried = [OfOne::None, OfOne::Lacking, OfOne::Any].map(|of_one| {
        let groups = found_of(of_one);
        (totals(lines, &groups), groups)
    });
    let (said, mut found) = best_of(tried);
    // A line that happens to be the sum of others.
    found.retain(|row, _| !said.counted.contains(row));
    let layout = Layout::of(lines, &found);
    // Where it is asked which rows are sums, it is asked of those of one row alone as well: to leave out some of them and to count
    // the others twice would be no answer.
    if layout == Layout::Mostly && said.counted.is_empty() && said.proven.is_empty() {
        let with_ones = found_of(OfOne::Any);
        if found.keys().all(|row| with_ones.contains_key(row)) {
            found = with_ones;
        }
    }
    let group = |row: &u32| {
        let parts = &rows_of_group(&found, *row);
        let line = lines.get(lines.binary_search_by_key(row, |line| line.row).ok()?)?;
        let first = parts.iter().map(|part| part.row).min()?;
        let last = parts.iter().map(|part| part.row).max()?;
        let evidence = match () {
            () if line.mark == Mark::Perhaps => Evidence::Words,
            () if said.proven.contains(row) => Evidence::Total,
            () if line.lacks_what_all_have(parts) => Evidence::Cells,
            () if line.is_no_chance(parts) || layout == Layout::Everywhere => Evidence::Amounts,
            () if layout == Layout::Mostly => Evidence::Undecided,
            () => Evidence::Chance,
        };
        Some((*row, Group { side, parts: (first, last), evidence, misses: Vec::new(), is_rounded: false }))
    };
    let groups = found.keys().filter_map(group).collect();
    with_near(lines, side, &found, groups)
}

/// Of groups with and without those of one row alone: the first that the totals speak for. Where they speak for none, those of
/// one row that lack what it has.
fn best_of<G>([plain, lacking, any]: [(Totals, HashMap<u32, G>); 3]) -> (Totals, HashMap<u32, G>) {
    let is_told = |tried: &(Totals, HashMap<u32, G>)| tried.0.count_only_parts();
    match () {
        () if is_told(&plain) || plain.0.count_all() => plain,
        () if is_told(&lacking) => lacking,
        () if is_told(&any) => any,
        () if lacking.1.is_empty() => plain,
        () => lacking,
    }
}
