//! Levers, figures and numbers as they are named on the command line.

use one_plan_model::calculation::{FigureKey, Unit};
use one_plan_model::outcome::{compute, near_ids, resolve};
use one_plan_model::plan::{LeverKind, Plan};
use one_plan_model::quantity::{Digits, Fixed};
use one_plan_model::scenario::SetLever;
use one_plan_model::scenario::lever::{By, Lever, NARROWED_BY};

/// How many figures with a name like a wrong one are named.
const MOST_NEAR: usize = 3;

/// The lever of words such as `delivery` or `delivery:programme=acute-care,risk=high`.
pub fn lever(plan: &Plan, words: &str) -> Result<SetLever, String> {
    let (kind, narrowed) = words.split_once(':').map_or((words, None), |(kind, rest)| (kind, Some(rest)));
    let found = LeverKind::ALL.iter().find(|of| of.word() == kind && Lever::of(**of).is_number());
    let Some(found) = found else {
        let there = LeverKind::ALL.iter().filter(|of| Lever::of(**of).is_number()).map(|of| of.word());
        return Err(format!("there is no lever \"{kind}\"; there are {}", there.collect::<Vec<_>>().join(", ")));
    };
    let mut lever = SetLever::to(*found, Lever::of(*found).neutral());
    for part in narrowed.into_iter().flat_map(|narrowed| narrowed.split(',')) {
        let by = part.split_once('=').and_then(|(name, of)| {
            let at = NARROWED_BY.iter().position(|(by, _)| *by == name)?;
            Some((at, NARROWED_BY.get(at)?.1, of))
        });
        let Some((at, by, of)) = by else {
            let names: Vec<&str> = NARROWED_BY.iter().map(|(name, _)| *name).collect();
            return Err(format!("\"{part}\" narrows no lever; what does is {}=…", names.join("=…, ")));
        };
        let position = match by {
            By::Row(table) => plan.find(table, of),
            By::Word(choices) => {
                choices.iter().position(|choice| choice.word == of).and_then(|at| u32::try_from(at).ok())
            }
        };
        let Some(position) = position else { return Err(format!("there is no {} \"{of}\"", NARROWED_BY[at].0)) };
        lever.narrowing[at] = Some(position);
    }
    Ok(lever)
}

/// A figure by its identifier.
pub fn figure(plan: &Plan, id: &str) -> Result<FigureKey, String> {
    resolve(plan, id).ok_or_else(|| {
        let near = near_ids(plan, &compute(plan), id, MOST_NEAR);
        let near = if near.is_empty() { String::new() } else { format!("; near it are {}", near.join(", ")) };
        format!("this plan has no figure \"{id}\"{near}")
    })
}

/// A number in the unit of a figure: pounds, or per cent where it is a share.
pub fn target(word: &str, figure: FigureKey) -> Result<Fixed, String> {
    let text = word.trim_start_matches('£').trim_end_matches('%');
    let number = Digits::read(text).map_err(|error| format!("\"{word}\" is no number: {error}"))?;
    let number = Fixed::from(number.number());
    Ok(if figure.kind.unit == Unit::Percent { number.over(Fixed::HUNDRED) } else { number })
}
