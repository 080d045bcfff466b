//! The floors of a crate, and what breaks them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt;

use super::tree::{Edge, Tree};

/// A folder at the top of a crate, or a file beside them, and which of the others it may use.
#[derive(Clone, Debug)]
pub struct Floor {
    /// Its name.
    pub name: String,
    /// What lies below it.
    pub may_use: Vec<String>,
}

/// The floors of one crate.
#[derive(Clone, Debug)]
pub struct House {
    /// Where its sources are.
    pub folder: String,
    /// Its floors.
    pub floors: Vec<Floor>,
    /// The folder whose files are used in the order of a list, and the macro that holds the list.
    pub ordered: Option<(&'static str, &'static str)>,
}

/// What is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// A floor knows nothing of those that it may not use.
    Floor,
    /// A rule uses none that comes after it in the list.
    Order,
    /// No files use each other, directly or by way of others.
    Circle,
}

/// One rule broken by some files: two, or for a circle as many as it goes through.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    pub rule: Rule,
    pub files: Vec<String>,
    /// Where it is written, and what is expected instead.
    pub message: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl House {
    /// A house where each floor may use all that stand before it.
    pub fn in_order(folder: &str, names: &[String]) -> Self {
        let floor = |position: usize| Floor { name: names[position].clone(), may_use: names[..position].to_vec() };
        Self { folder: folder.to_owned(), floors: (0..names.len()).map(floor).collect(), ordered: None }
    }

    /// Everything that breaks the rules of this house.
    pub fn violations(&self, tree: &Tree) -> Vec<Violation> {
        let edges = tree.edges();
        let order = self.order(tree);
        if let Some((folder, list)) = self.ordered {
            assert!(!order.is_empty(), "{}/{folder}/mod.rs has no list `{list}!`", self.folder);
        }
        let mut violations = Vec::new();
        // A file may both name another and use what it defines; one message says it.
        let mut pairs: BTreeMap<(&str, &str), &Edge> = BTreeMap::new();
        for edge in &edges {
            pairs.entry((&edge.from, &edge.to)).or_insert(edge);
        }
        for edge in pairs.into_values() {
            violations.extend(self.against_floors(edge));
        }
        for edge in &edges {
            violations.extend(self.against_order(edge, &order));
        }
        violations.extend(self.circles(&edges));
        violations.sort();
        violations.dedup_by(|one, other| (&one.rule, &one.files) == (&other.rule, &other.files));
        violations
    }

    /// The folder at the top in which a file lies, or its own name; nothing for the root, and for what lies elsewhere.
    fn floor_of<'a>(&self, file: &'a str) -> Option<&'a str> {
        let inside = file.strip_prefix(self.folder.as_str())?.strip_prefix('/')?;
        let name = inside.split('/').next()?.trim_end_matches(".rs");
        (!["lib", "mod"].contains(&name)).then_some(name)
    }

    fn against_floors(&self, edge: &Edge) -> Option<Violation> {
        // The root of the crate puts everything together.
        let from = self.floor_of(&edge.from)?;
        let violation = |expected: String| {
            Some(Violation {
                rule: Rule::Floor,
                files: vec![edge.from.clone(), edge.to.clone()],
                message: format!("{}; {expected}", describe(edge)),
            })
        };
        let Some(to) = self.floor_of(&edge.to) else {
            // Of a folder that is a house within its crate, only what lies in it is looked at.
            edge.to.strip_prefix(self.folder.as_str())?.strip_prefix('/')?;
            return violation("nothing uses the root of the crate, which uses everything.".to_owned());
        };
        if from == to {
            return None;
        }
        let Some(floor) = self.floors.iter().find(|floor| floor.name == from) else {
            return violation(format!("\"{from}\" is on no floor yet: say what it may use."));
        };
        if floor.may_use.iter().any(|below| below == to) {
            return None;
        }
        violation(if floor.may_use.is_empty() {
            format!("\"{from}\" uses no other part of the crate.")
        } else {
            format!("\"{from}\" uses nothing but {}.", floor.may_use.join(", "))
        })
    }

    /// The position of each name in the list of the ordered folder.
    fn order(&self, tree: &Tree) -> BTreeMap<String, usize> {
        let words = self.ordered.and_then(|(folder, list)| {
            let module = tree.modules.get(&vec![folder.to_owned()])?;
            module.macro_words.get(list)
        });
        words.into_iter().flatten().enumerate().map(|(position, word)| (word.clone(), position)).collect()
    }

    fn against_order(&self, edge: &Edge, order: &BTreeMap<String, usize>) -> Option<Violation> {
        let (folder, list) = self.ordered?;
        let within = format!("{}/{folder}/", self.folder);
        let unit = |file: &str| {
            let inside = file.strip_prefix(&within)?;
            Some(inside.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned())
        };
        let (from, to) = (unit(&edge.from)?, unit(&edge.to)?);
        if from == "mod" || from == to {
            return None;
        }
        let expected = if to == "mod" {
            if !edge.defined_there {
                return None;
            }
            format!("no rule uses the list of them, `{list}!`.")
        } else {
            match (order.get(&from), order.get(&to)) {
                // What is no rule itself lies below all of them.
                (_, None) => return None,
                (None, Some(_)) => format!("\"{from}\" is not in `{list}!`, so it is for all rules and uses none."),
                (Some(at), Some(later)) if later > at => {
                    format!("no rule uses a later one, and \"{to}\" comes after \"{from}\" in `{list}!`.")
                }
                _ => return None,
            }
        };
        Some(Violation {
            rule: Rule::Order,
            files: vec![edge.from.clone(), edge.to.clone()],
            message: format!("{}; {expected}", describe(edge)),
        })
    }

    /// Files on one floor that use each other. Between floors a circle breaks the rule of one of them already.
    fn circles(&self, edges: &[Edge]) -> Vec<Violation> {
        let mut uses: BTreeMap<&str, BTreeMap<&str, &Edge>> = BTreeMap::new();
        for edge in edges.iter().filter(|edge| edge.defined_there) {
            let floor = self.floor_of(&edge.from);
            if floor.is_some() && floor == self.floor_of(&edge.to) {
                uses.entry(&edge.from).or_default().insert(&edge.to, edge);
            }
        }
        let mut violations = Vec::new();
        while let Some(circle) = shortest_circle(&uses) {
            let mut message = String::new();
            for (position, from) in circle.iter().enumerate() {
                let to = circle.get(position + 1).unwrap_or(&circle[0]);
                let Some(edge) = uses.get_mut(from).and_then(|used| used.remove(to)) else { continue };
                message.push_str(&describe(edge));
                message.push_str(if position + 2 == circle.len() { ", and " } else { ", " });
            }
            let message = format!("{}; no files use each other.", message.trim_end_matches(", "));
            let files = circle.iter().map(|file| (*file).to_owned()).collect();
            violations.push(Violation { rule: Rule::Circle, files, message });
        }
        violations
    }
}

/// `a.rs:3 uses b.rs (super::b::thing)`.
fn describe(edge: &Edge) -> String {
    format!("{}:{} uses {} ({})", edge.from, edge.line, edge.to, edge.written)
}

/// The shortest way from a file back to itself; of several, the one whose first file comes first by name.
fn shortest_circle<'a>(uses: &BTreeMap<&'a str, BTreeMap<&'a str, &Edge>>) -> Option<Vec<&'a str>> {
    let mut shortest: Option<Vec<&str>> = None;
    for start in uses.keys() {
        let way = way_back(uses, start);
        if let Some(way) = way
            && shortest.as_ref().is_none_or(|other| way.len() < other.len())
        {
            shortest = Some(way);
        }
    }
    shortest
}

fn way_back<'a>(uses: &BTreeMap<&'a str, BTreeMap<&'a str, &Edge>>, start: &'a str) -> Option<Vec<&'a str>> {
    let mut reached = BTreeSet::from([start]);
    let mut open = VecDeque::from([vec![start]]);
    while let Some(way) = open.pop_front() {
        for next in uses.get(way.last()?).into_iter().flat_map(BTreeMap::keys) {
            if *next == start {
                return Some(way);
            }
            if reached.insert(next) {
                open.push_back([way.as_slice(), &[*next]].concat());
            }
        }
    }
    None
}
