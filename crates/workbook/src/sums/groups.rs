//! Rows that are called like any other and are the sums of others: "Acute" above or below the lines of acute care, "Workforce"
//! above or below the schemes of the workforce.
//!
//! Only amounts can say so, and only where a row needs no more than a name: there a sum says as much as a line. What the total
//! of the sheet counts is none, what it does not count is one, and so is what lacks what each of its parts has, such as a code.
//! Where nothing but the amounts says so it is a group if that is hardly chance. Where it may be one, the row is not counted and
//! a person has to say what it is: a saving that is not there yet is asked for, one that is there twice is believed.

use super::column_sums::ColumnSums;
use super::lines::{Line, Mark, OfOne, groups_among};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// On which side of a group its parts stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Above it.
    Above,
    /// Below it.
    Below,
}

impl Side {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::Below => "below",
        }
    }
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
    /// Its reference is that of its parts without their last number: 1, with 1.1 and 1.2.
    Numbers,
    /// Its reference is that of its parts, and the total counts these without it, though its amounts are not theirs.
    TotalAlone,
    /// Several amounts that are not in one ratio, or all rows, which are such sums or parts of them: that is hardly chance.
    Amounts,
    /// Amounts that may be sums by chance, and most rows are such sums or parts of them.
    Undecided,
    /// Amounts that may be sums by chance, among more rows that are in no such group: it counts.
    Chance,
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

/// What total rows say of rows, by the row of the sheet.
#[derive(Debug, Default)]
struct Totals {
    /// Rows that a total counts, with all others above it.
    counted: BTreeSet<u32>,
    /// Rows above a total that counts only their parts.
    proven: BTreeSet<u32>,
}

impl Totals {
    fn count_only_parts(&self) -> bool {
        !self.proven.is_empty() && self.counted.is_empty()
    }

    fn count_all(&self) -> bool {
        self.proven.is_empty() && !self.counted.is_empty()
    }
}

/// The rows that are the sums of others, by the row of the sheet. In one sheet all groups have their parts on one side: the
/// one for which the totals, or what the rows lack, or else more groups speak.
pub fn groups_of(lines: &[Line]) -> BTreeMap<u32, Group> {
    if !lines.iter().any(|line| line.can_be_sum && line.mark != Mark::Total) {
        return BTreeMap::new();
    }
    let sides = [Side::Above, Side::Below].map(|side| on_side(lines, side));
    let weight = |groups: &BTreeMap<u32, Group>| {
        let with = |evidence| groups.values().filter(|group| group.evidence == evidence).count();
        let told = with(Evidence::Words) + with(Evidence::Cells);
        (with(Evidence::Total), told, with(Evidence::Amounts), groups.len())
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
        Some((*row, Group { side, parts: (first, last), evidence }))
    };
    found.keys().filter_map(group).collect()
}

/// The rows that a group adds up in the end: those of the groups among its parts, and the others.
fn rows_of_group<'l>(found: &HashMap<u32, Vec<&'l Line>>, group: u32) -> Vec<&'l Line> {
    let mut rows = Vec::new();
    let mut open: Vec<&Line> = found.get(&group).cloned().unwrap_or_default();
    while let Some(part) = open.pop() {
        match found.get(&part.row) {
            Some(parts) => open.extend(parts),
            None => rows.push(part),
        }
    }
    rows
}

/// How many of the rows are groups or parts of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// All of them, and there are several groups: by chance no sheet is so.
    Everywhere,
    /// At least half of them.
    Mostly,
    /// Fewer.
    Here,
}

impl Layout {
    fn of(lines: &[Line], groups: &HashMap<u32, Vec<&Line>>) -> Self {
        let heads = lines.iter().filter(|line| line.mark == Mark::None && groups.contains_key(&line.row)).count();
        let mut rows: BTreeSet<u32> = groups.values().flatten().map(|part| part.row).collect();
        rows.extend(groups.keys());
        let all = || lines.iter().filter(|line| line.mark == Mark::None && !line.is_nought());
        let within = all().filter(|line| rows.contains(&line.row)).count();
        match all().count() {
            all if all == within && heads > 1 => Self::Everywhere,
            all if within * 2 >= all => Self::Mostly,
            _ => Self::Here,
        }
    }
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

/// Holds the totals of a sheet against the sums with the groups and without them.
fn totals(lines: &[Line], groups: &HashMap<u32, Vec<&Line>>) -> Totals {
    let mut said = Totals::default();
    if groups.is_empty() {
        return said;
    }
    let (mut with, mut without) = (ColumnSums::default(), ColumnSums::default());
    let mut above_all: Vec<&Line> = Vec::new();
    // The rows since the last total, or all rows of which no total has said anything.
    let mut open: Vec<u32> = Vec::new();
    let mut is_first = true;
    for line in lines {
        if line.mark != Mark::None {
            let (is_with, is_without) = (line.is_total_of(&with), line.is_total_of(&without));
            said.note(is_with, is_without, &mut open);
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
        open.push(line.row);
        line.add_to(&mut with);
        if !groups.contains_key(&line.row) {
            line.add_to(&mut without);
        }
    }
    for line in above_all {
        said.note(line.is_total_of(&with), line.is_total_of(&without), &mut open);
    }
    said
}

impl Totals {
    /// Notes for some rows which sum a total is. Rows of which it is neither stay open: the next total may speak of them.
    fn note(&mut self, is_with: bool, is_without: bool, open: &mut Vec<u32>) {
        match (is_with, is_without) {
            (true, false) => self.counted.extend(open.drain(..)),
            (false, true) => self.proven.extend(open.drain(..)),
            // No group stands above it.
            (true, true) => open.clear(),
            (false, false) => {}
        }
    }
}
