//! Groups with those rows that are nearly such, and what says of each that it is one.

use super::column_sums::ColumnSums;
use super::group::{Evidence, Group, Side};
use super::layout::{Layout, rows_of_group};
use super::lines::{Line, Mark};
use super::near_groups::{NearGroup, Nearness, lacks_all_but_a_name, near_groups_among};
use super::totals_of_groups::Totals;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The groups with those that are nearly such. A total that counts these in the place of their parts proves the others as well.
pub fn with_near(
    lines: &[Line],
    side: Side,
    exact: &HashMap<u32, Vec<&Line>>,
    mut groups: BTreeMap<u32, Group>,
) -> BTreeMap<u32, Group> {
    let mut near = match side {
        Side::Above => near_groups_among(lines.iter(), exact),
        Side::Below => near_groups_among(lines.iter().rev(), exact),
    };
    if near.is_empty() {
        return groups;
    }
    let said = totals_of_near(lines, exact, &near);
    near.retain(|row, _| !said.counted.contains(row));
    let parts = near.iter().map(|(row, near)| (*row, near.parts.clone()));
    let all: HashMap<u32, Vec<&Line>> = exact.iter().map(|(row, parts)| (*row, parts.clone())).chain(parts).collect();
    let layout = Layout::of(lines, &all);
    for (row, group) in &mut groups {
        let is_told = matches!(group.evidence, Evidence::Amounts | Evidence::Undecided | Evidence::Chance);
        if is_told && said.proven.contains(row) {
            group.evidence = Evidence::Total;
        }
    }
    for (row, of) in near {
        let parts = rows_of_group(&all, row);
        let line = lines.binary_search_by_key(&row, |line| line.row).ok().and_then(|at| lines.get(at));
        let rows = parts.iter().map(|part| part.row);
        let Some((line, (first, last))) = line.zip(rows.clone().min().zip(rows.max())) else { continue };
        let evidence = evidence_of_near(line, &of, layout, said.proven.contains(&row));
        let is_rounded = of.nearness == Nearness::Rounded;
        groups.insert(row, Group { side, parts: (first, last), evidence, misses: of.misses, is_rounded });
    }
    groups
}

fn evidence_of_near(line: &Line, of: &NearGroup<'_>, layout: Layout, is_proven: bool) -> Evidence {
    match (of.nearness, layout) {
        (Nearness::OneExact, _) => Evidence::Chance,
        _ if line.mark == Mark::Perhaps => Evidence::Words,
        _ if is_proven => Evidence::Total,
        _ if lacks_all_but_a_name(line, &of.parts) => Evidence::Cells,
        // It says as much as a row of its own does.
        _ if line.telling > 1 => Evidence::Chance,
        (Nearness::Rounded, Layout::Everywhere) => Evidence::Amounts,
        (Nearness::Rounded, Layout::Mostly) | (Nearness::PartlyExact, Layout::Everywhere | Layout::Mostly) => {
            Evidence::Undecided
        }
        _ => Evidence::Chance,
    }
}

/// What the totals say where some rows are nearly sums: whether they count such a row beside its parts, or in their place.
fn totals_of_near(lines: &[Line], exact: &HashMap<u32, Vec<&Line>>, near: &HashMap<u32, NearGroup<'_>>) -> Totals {
    let mut said = Totals::default();
    let is_near = |row: u32| near.get(&row).is_some_and(|near| near.nearness != Nearness::OneExact);
    let parts = exact.values().flatten().map(|part| part.row);
    let of_near = near.values().filter(|near| near.nearness != Nearness::OneExact).flat_map(|near| &near.parts);
    let parts: BTreeSet<u32> = parts.chain(of_near.map(|part| part.row)).collect();
    // Beside their parts, without them, and in their place.
    let mut sums = [ColumnSums::default(), ColumnSums::default(), ColumnSums::default()];
    let mut open: Vec<u32> = Vec::new();
    let mut on_top: Vec<&Line> = Vec::new();
    let mut is_first = true;
    let says = |line: &Line, [beside, without, in_place]: &[ColumnSums; 3]| {
        (line.is_total_of(beside), line.is_total_of(without) || line.is_total_of(in_place))
    };
    for line in lines {
        let is_exact = exact.contains_key(&line.row);
        if line.mark != Mark::None && !is_exact && !is_near(line.row) {
            let (counts, leaves) = says(line, &sums);
            if line.mark == Mark::Total && is_first {
                on_top.push(line);
            }
            said.note(counts, leaves, &mut open);
            if line.mark == Mark::Total || counts || leaves {
                sums.iter_mut().for_each(ColumnSums::start_anew);
            }
            continue;
        }
        is_first = false;
        open.push(line.row);
        let is_added = [!is_exact, !is_exact && !is_near(line.row), !parts.contains(&line.row)];
        for (sums, _) in sums.iter_mut().zip(is_added).filter(|(_, is_added)| *is_added) {
            line.add_to(sums);
        }
    }
    for line in on_top {
        let (counts, leaves) = says(line, &sums);
        said.note(counts, leaves, &mut open);
    }
    said
}
