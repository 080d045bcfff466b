use crate::outcome::Outcome;
use crate::plan::Plan;
use crate::quantity::InOrder;

/// A longer identifier is compared by its beginning only.
const LONGEST: usize = 120;
/// So many identifiers are looked at.
const MOST_FIGURES: usize = 200_000;
/// So many letters may be wrong, missing or too many; and no more than a third of them.
const MOST_CHANGES: usize = 12;

/// The identifiers of figures of a plan that are most like a text which is none, the nearest first.
///
/// ```
/// use one_plan_model::example;
/// use one_plan_model::outcome::near_ids;
/// let example = example::outcome(r#""risks": [{"id": "a", "name": "Prices stall"}]"#);
/// assert_eq!(near_ids(&example.plan, &example.outcome, "risk.numbr", 3).first().map(String::as_str), Some("risks.number"));
/// ```
pub fn near_ids(plan: &Plan, outcome: &Outcome, wanted: &str, most: usize) -> Vec<String> {
    let wanted: Vec<char> = wanted.to_lowercase().chars().take(LONGEST).collect();
    let first_word = wanted.split(|letter| *letter == '.').next().unwrap_or_default();
    let furthest = (wanted.len() / 3).clamp(1, MOST_CHANGES);
    let mut near: Vec<(usize, String)> = Vec::new();
    // The limit falls as better ones are found, so that the rest is done with quickly.
    let mut limit = furthest;
    for (key, _) in outcome.figures().take(MOST_FIGURES) {
        let id = key.id(plan);
        let letters: Vec<char> = id.chars().take(LONGEST).collect();
        let Some(changes) = changes(&wanted, &letters, limit) else { continue };
        near.push((changes, id));
        if near.len() > most {
            near.order_by(Ord::cmp);
            near.truncate(most);
            limit = near.last().map_or(limit, |(changes, _)| *changes);
        }
    }
    near.order_by(Ord::cmp);
    if near.is_empty() && !first_word.is_empty() {
        // None is nearly the same: those that begin with the same word.
        let first_word: String = first_word.iter().collect();
        let begins = |id: &String| id.split('.').next() == Some(&first_word);
        let ids = outcome.figures().take(MOST_FIGURES).map(|(key, _)| key.id(plan));
        return ids.filter(begins).take(most).collect();
    }
    near.into_iter().map(|(_, id)| id).collect()
}

/// How many letters must be changed, added or taken out to make one text of another; nothing if more than a limit.
/// Only what lies near the middle is worked out: further away there are more changes than that in any case.
fn changes(one: &[char], other: &[char], limit: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > limit {
        return None;
    }
    let beyond = limit + 1;
    let mut before: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut now = vec![beyond; other.len() + 1];
        if let Some(first) = now.first_mut() {
            *first = row + 1;
        }
        let from = row.saturating_sub(limit);
        for (column, other) in other.iter().enumerate().skip(from).take(2 * limit + 1) {
            let at = |list: &[usize], at: usize| list.get(at).copied().unwrap_or(beyond);
            let changed = at(&before, column) + usize::from(letter != other);
            let least = changed.min(at(&before, column + 1) + 1).min(at(&now, column) + 1);
            if let Some(place) = now.get_mut(column + 1) {
                *place = least;
            }
        }
        if now.iter().min().is_none_or(|least| *least > limit) {
            return None;
        }
        before = now;
    }
    before.last().copied().filter(|changes| *changes <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(one: &str, other: &str, limit: usize) -> Option<usize> {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        changes(&letters(one), &letters(other), limit)
    }

    #[test]
    fn changes_are_counted_up_to_the_limit() {
        assert_eq!(between("savings.total", "savings.total", 3), Some(0));
        assert_eq!(between("savings.totall", "savings.total", 3), Some(1));
        assert_eq!(between("saving.totla", "savings.total", 3), Some(3));
        assert_eq!(between("saving.totla", "savings.total", 2), None);
        assert_eq!(between("", "abc", 3), Some(3));
        assert_eq!(between("abc", "", 2), None);
        assert_eq!(between("£é", "£e", 1), Some(1));
    }
}
