//! Rows of a table that are called like any other and are the sums of others: "Acute" above or below the lines of acute care.
//!
//! Only amounts can say so, and only of a table of whose rows each needs no more than a name: there a sum says as much as a
//! line. What the total of the sheet does not count is a group, and so is what lacks what each of its parts has, such as a
//! code. Where nothing but the amounts says so, the row counts, and is named.

use super::column_sums::ColumnSums;
use super::group_rows::{Line, Mark, OfOne, groups_among};
use std::collections::{BTreeMap, HashMap};

/// On which side of a group its parts stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Above it.
    Above,
    /// Below it.
    Below,
}

/// What says that a row is the sum of others and no row of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A total row, which counts its parts and not the row.
    Total,
    /// It is called like a total.
    Words,
    /// It lacks what each of its parts has.
    Cells,
    /// Nothing but its amounts.
    Amounts,
}

/// A row that is the sum of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Where its parts stand.
    pub side: Side,
    /// The first and the last row of the sheet among its parts.
    pub parts: (u32, u32),
    /// What says that it is one.
    pub evidence: Evidence,
}

/// What total rows say of rows that are the sums of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Totals {
    CountOnlyParts,
    CountAll,
    SayNothing,
}

/// The rows that are the sums of others, by the row of the sheet. In one sheet all groups have their parts on one side: the
/// one for which the totals, or what the rows lack, or else more groups speak.
pub fn groups_of(lines: &[Line]) -> BTreeMap<u32, Group> {
    let sides = [Side::Above, Side::Below].map(|side| on_side(lines, side));
    let weight = |groups: &BTreeMap<u32, Group>| {
        let with = |evidence| groups.values().filter(|group| group.evidence == evidence).count();
        (with(Evidence::Total), with(Evidence::Words) + with(Evidence::Cells), groups.len())
    };
    let [above, below] = sides;
    if weight(&below) > weight(&above) { below } else { above }
}

fn on_side(lines: &[Line], side: Side) -> BTreeMap<u32, Group> {
    let found = |of_one| match side {
        Side::Above => groups_among(lines.iter(), of_one),
        Side::Below => groups_among(lines.iter().rev(), of_one),
    };
    let tried = [OfOne::None, OfOne::Lacking, OfOne::Any].map(|of_one| {
        let groups = found(of_one);
        (totals(lines, &groups), groups)
    });
    let (said, found) = best_of(tried);
    let group = |(row, parts): (u32, Vec<&Line>)| {
        let line = lines.get(lines.binary_search_by_key(&row, |line| line.row).ok()?)?;
        let first = parts.iter().map(|part| part.row).min()?;
        let last = parts.iter().map(|part| part.row).max()?;
        let evidence = match said {
            _ if line.mark == Mark::Perhaps => Evidence::Words,
            // A line that happens to be the sum of others.
            Totals::CountAll => return None,
            Totals::CountOnlyParts => Evidence::Total,
            Totals::SayNothing if line.lacks_what_all_have(&parts) => Evidence::Cells,
            Totals::SayNothing => Evidence::Amounts,
        };
        Some((row, Group { side, parts: (first, last), evidence }))
    };
    found.into_iter().filter_map(group).collect()
}

/// Of groups with and without those of one row alone: the first that the totals speak for. Where they speak for none, those of
/// one row that lack what it has.
fn best_of<G>([plain, lacking, any]: [(Totals, HashMap<u32, G>); 3]) -> (Totals, HashMap<u32, G>) {
    let is_told = |tried: &(Totals, HashMap<u32, G>)| tried.0 == Totals::CountOnlyParts;
    match () {
        () if is_told(&plain) || plain.0 == Totals::CountAll => plain,
        () if is_told(&lacking) => lacking,
        () if is_told(&any) => any,
        () if lacking.1.is_empty() => plain,
        () => lacking,
    }
}

/// Holds the totals of a sheet against the sums with the groups and without them.
fn totals(lines: &[Line], groups: &HashMap<u32, Vec<&Line>>) -> Totals {
    let (mut with, mut without) = (ColumnSums::default(), ColumnSums::default());
    let mut above_all: Vec<&Line> = Vec::new();
    let (mut for_parts, mut for_all) = (false, false);
    let mut note = |is_with: bool, is_without: bool| {
        for_parts |= is_without && !is_with;
        for_all |= is_with && !is_without;
    };
    let mut is_first = true;
    for line in lines {
        if line.mark != Mark::None {
            let (is_with, is_without) = (line.is_total_of(&with), line.is_total_of(&without));
            note(is_with, is_without);
            let is_total_above = groups.contains_key(&line.row) && !is_with && !is_without;
            if is_first && (line.mark == Mark::Total || is_total_above) {
                above_all.push(line);
            }
            if is_total_above {
                continue;
            }
            if line.mark == Mark::Total || is_with || is_without {
                with.start_anew();
                without.start_anew();
                continue;
            }
        }
        is_first = false;
        line.add_to(&mut with);
        if !groups.contains_key(&line.row) {
            line.add_to(&mut without);
        }
    }
    for line in above_all {
        note(line.is_total_of(&with), line.is_total_of(&without));
    }
    match (for_parts, for_all) {
        (true, false) => Totals::CountOnlyParts,
        (false, true) => Totals::CountAll,
        _ => Totals::SayNothing,
    }
}
