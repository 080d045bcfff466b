//! What a document says of its scale of words for likelihood and consequence, such as "High = 5, Medium = 3, Low = 1". There are
//! many such scales, so that "High" counts only where the document says which of the five steps of a plan it is.

use crate::cells::{key_of, number_of};
use crate::sheet::{Cell, Sheet};
use one_plan_model::plan::{Risk, RowType, Table};
use std::collections::BTreeMap;

/// The steps of scales of words, each with how else it is written.
const STEPS_OF_WORDS: [(&str, &[&str]); 12] = [
    ("high", &["h", "hi"]),
    ("medium", &["m", "med"]),
    ("low", &["l", "lo"]),
    ("veryhigh", &["vh"]),
    ("verylow", &["vl"]),
    ("mediumhigh", &["mh"]),
    ("mediumlow", &["ml"]),
    ("severe", &[]),
    ("extreme", &[]),
    ("significant", &[]),
    ("minimal", &[]),
    ("critical", &[]),
];
/// Steps of a plan.
const STEPS: [&str; 5] = ["1", "2", "3", "4", "5"];
/// A scale that ends below that has fewer steps than that of a plan: its last is not the third of five.
const LOWEST_LAST_STEP: &str = "4";

/// Which of the five steps the words of a document are, by what it says above or below the table.
#[derive(Clone, Debug, Default)]
pub struct StatedScale {
    /// By what it is a scale of, and the word.
    steps: BTreeMap<(ScaleOf, &'static str), &'static str>,
    /// Where it stands.
    pub(super) at: Option<(u32, u32)>,
}

/// Of what a scale is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum ScaleOf {
    Likelihood,
    Consequence,
    Both,
}

/// The word of a scale, however it is written.
pub(super) fn step_of_words(words: &str) -> Option<&'static str> {
    let key = key_of(words);
    let is_it = |(name, others): &&(&'static str, &[&str])| *name == key || others.contains(&key.as_str());
    STEPS_OF_WORDS.iter().find(is_it).map(|(name, _)| *name)
}

pub(super) fn is_of_matrix(table: Table, column: usize) -> bool {
    own_scale(table, column).is_some()
}

impl StatedScale {
    /// What a sheet says of its scale: "High = 5, Medium = 3, Low = 1", or "5 - High" in cells of their own. Nothing where it
    /// says two things of one word, or its scale has fewer steps than that of a plan.
    pub fn of(sheet: &Sheet, table: Table, header_row: u32) -> Self {
        let mut found = Self::default();
        if table != Table::Risk {
            return found;
        }
        for (row, cells) in sheet.rows() {
            let filled: Vec<(u32, &Cell)> =
                (sheet.first_column()..).zip(cells).filter(|(_, cell)| !cell.is_empty()).collect();
            let is_note = filled.len() == 1;
            if row == header_row || (row > header_row && !is_note) {
                continue;
            }
            let mut stated: Vec<(u32, &str, &str)> = Vec::new();
            for (at, cell) in &filled {
                let Cell::Text(words) = cell else { continue };
                let parts = words.split(|letter: char| ",;|/\n".contains(letter)).filter_map(stated_in);
                stated.extend(parts.map(|(word, step)| (*at, word, step)));
            }
            for pair in filled.windows(2) {
                let [(at, one), (_, other)] = pair else { continue };
                stated.extend(step_in_cells(one, other).map(|(word, step)| (*at, word, step)));
            }
            for (at, word, step) in stated {
                let known = found.steps.insert((scale_of(&sheet.cell(row, at).shown()), word_of(word)), step_of(step));
                if known.is_some_and(|known| known != step) {
                    return Self::default();
                }
                found.at = found.at.or(Some((row, at)));
            }
        }
        found
    }

    /// The step of a plan that words are, in a column of likelihoods or consequences: by the scale of that column, or of both.
    pub fn step(&self, table: Table, column: usize, words: &str) -> Option<&'static str> {
        let word = step_of_words(words)?;
        let own = own_scale(table, column)?;
        [own, ScaleOf::Both]
            .into_iter()
            .filter(|of| self.is_whole(*of))
            .find_map(|of| self.steps.get(&(of, word)).copied())
    }

    fn steps_of(&self, of: ScaleOf) -> impl Iterator<Item = &'static str> {
        self.steps.iter().filter(move |((is, _), _)| *is == of).map(|(_, step)| *step)
    }

    /// Whether a scale has as many steps as that of a plan. One word alone is no scale.
    fn is_whole(&self, of: ScaleOf) -> bool {
        self.steps_of(of).count() > 1 && self.steps_of(of).any(|step| step >= LOWEST_LAST_STEP)
    }

    /// All steps in words.
    pub(super) fn in_words(&self) -> String {
        let steps: Vec<String> = self.steps.iter().map(|((_, word), step)| format!("{word} is {step}")).collect();
        steps.join(", ")
    }

    /// Whether all that is stated has fewer steps.
    pub(super) fn is_shorter(&self) -> bool {
        !self.steps.is_empty() && self.steps.values().all(|step| *step < LOWEST_LAST_STEP)
    }
}

/// Of what the words say that they are a scale.
fn scale_of(words: &str) -> ScaleOf {
    let key = key_of(words);
    let says = |of: &[&str]| of.iter().any(|word| key.contains(word));
    match (says(&["likelihood", "probability"]), says(&["consequence", "impact", "severity"])) {
        (true, false) => ScaleOf::Likelihood,
        (false, true) => ScaleOf::Consequence,
        _ => ScaleOf::Both,
    }
}

fn own_scale(table: Table, column: usize) -> Option<ScaleOf> {
    let is = |of: &[usize]| table == Table::Risk && of.contains(&column);
    if is(&[Risk::likelihood, Risk::residual_likelihood].map(|of| usize::from(of.position()))) {
        Some(ScaleOf::Likelihood)
    } else if is(&[Risk::consequence, Risk::residual_consequence].map(|of| usize::from(of.position()))) {
        Some(ScaleOf::Consequence)
    } else {
        None
    }
}

fn word_of(word: &str) -> &'static str {
    step_of_words(word).unwrap_or_default()
}

fn step_of(step: &str) -> &'static str {
    STEPS.into_iter().find(|known| *known == step).unwrap_or_default()
}

/// The word and the step that a part of a text says: "High = 5", "5 - High", "High (5)".
fn stated_in(part: &str) -> Option<(&str, &str)> {
    let apart = |letter: char| "=:()-\u{2013}".contains(letter);
    let halves: Vec<&str> = part.split(apart).map(str::trim).filter(|half| !half.is_empty()).collect();
    let [.., one, other] = halves.as_slice() else { return None };
    let is_step = |words: &str| STEPS.contains(&words);
    // "Scale: High = 5" has a word more in front.
    match (step_of_words(one), step_of_words(other)) {
        (Some(_), _) if is_step(other) => Some((one, other)),
        (_, Some(_)) if is_step(one) => Some((other, one)),
        _ => None,
    }
}

/// The word and the step of two cells beside one another.
fn step_in_cells<'s>(one: &'s Cell, other: &'s Cell) -> Option<(&'s str, &'static str)> {
    let step = |cell: &Cell| {
        let number = number_of(cell)?.normalize().to_string();
        STEPS.into_iter().find(|step| *step == number)
    };
    match (one, other) {
        (Cell::Text(word), number) if step_of_words(word).is_some() => Some((&**word, step(number)?)),
        (number, Cell::Text(word)) if step_of_words(word).is_some() => Some((&**word, step(number)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_stated_in_several_ways() {
        for words in ["High = 5", "5 - High", "H (5)", "Scale: High = 5", "5: High", "High \u{2013} 5"] {
            assert_eq!(stated_in(words).map(|(word, step)| (word_of(word), step)), Some(("high", "5")), "{words}");
        }
        for words in ["High", "High 5", "High = 9", "Winter = 5", "High = Medium"] {
            assert_eq!(stated_in(words), None, "{words}");
        }
    }
}
