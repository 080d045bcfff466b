//! Where the findings are that a row may recognise.

use super::by::By;
use crate::calculation::{FigureIndex, Finding};
use crate::plan::Table;
use crate::quantity::InOrder;
use std::collections::BTreeMap;

/// The positions of the findings, sorted by the figures and by the rows that they concern.
pub(super) struct Index<'a> {
    figures: Vec<((usize, FigureIndex), usize)>,
    rows: Vec<((Table, u32), usize)>,
    /// For each table and code the findings that have them.
    pub(super) groups: BTreeMap<(Table, &'a str), Vec<usize>>,
}

impl<'a> Index<'a> {
    pub(super) fn of(findings: &'a [Finding]) -> Self {
        let mut index = Self { figures: Vec::new(), rows: Vec::new(), groups: BTreeMap::new() };
        for (at, finding) in findings.iter().enumerate() {
            index.figures.extend(finding.figures.iter().map(|key| ((key.kind.ordinal(), key.index), at)));
            index.rows.extend(finding.places.iter().map(|place| ((place.table, place.row), at)));
            for place in &finding.places {
                let group: &mut Vec<usize> = index.groups.entry((place.table, finding.code)).or_default();
                // A finding with several places in a table is one of the group all the same.
                if group.last() != Some(&at) {
                    group.push(at);
                }
            }
        }
        index.figures.order_by(Ord::cmp);
        index.rows.order_by(Ord::cmp);
        index
    }

    /// The group of a table and a code, by its position.
    pub(super) fn group(&self, table: Table, code: &str) -> Option<usize> {
        self.groups.keys().position(|(of, other)| *of == table && *other == code)
    }

    /// For each of so many findings the groups to which it belongs.
    pub(super) fn groups_of_findings(&self, findings: usize) -> Vec<Vec<u32>> {
        let mut groups = vec![Vec::new(); findings];
        for (group, members) in (0..).zip(self.groups.values()) {
            for at in members {
                if let Some(groups) = groups.get_mut(*at) {
                    groups.push(group);
                }
            }
        }
        groups
    }

    /// The positions of the findings that may match.
    pub(super) fn candidates(&self, by: &By<'_>) -> Vec<usize> {
        if let Some(key) = by.figure {
            let about = (key.kind.ordinal(), key.index);
            let first = self.figures.partition_point(|(of, _)| *of < about);
            return self.figures.iter().skip(first).take_while(|(of, _)| *of == about).map(|(_, at)| *at).collect();
        }
        let Some(about) = by.row else { return Vec::new() };
        let first = self.rows.partition_point(|(of, _)| *of < about);
        self.rows.iter().skip(first).take_while(|(of, _)| *of == about).map(|(_, at)| *at).collect()
    }
}
