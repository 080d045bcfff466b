//! Which schemes are shown.

use crate::components::mentions;
use one_plan_model::plan::{Id, Plan, Programme, Row, Scheme};

/// What a person looks for among the schemes.
#[derive(Default)]
pub(super) struct Filter {
    /// Words that the name of the scheme holds.
    pub text: String,
    /// The programme it belongs to.
    pub programme: OfProgramme,
}

/// The programme that is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum OfProgramme {
    /// Any, or none at all.
    #[default]
    Any,
    /// No programme.
    None,
    /// This one.
    One(Id<Programme>),
}

impl Filter {
    /// Whether everything is shown.
    pub fn is_open(&self) -> bool {
        self.text.trim().is_empty() && self.programme == OfProgramme::Any
    }

    fn lets_through(&self, scheme: Row<'_, Scheme>) -> bool {
        let programme = match self.programme {
            OfProgramme::Any => true,
            OfProgramme::None => scheme.programme().is_none(),
            OfProgramme::One(programme) => scheme.programme() == Some(programme),
        };
        programme && self.text.split_whitespace().all(|word| mentions(scheme.name(), word))
    }
}

/// The schemes of each list that are let through, in the order of the plan: one pass over the
/// schemes, however many lists there are.
pub(super) fn by_list(plan: &Plan, filter: &Filter) -> Vec<Vec<Id<Scheme>>> {
    let mut lists = vec![Vec::new(); plan.scheme_lists.len()];
    for (row, scheme) in plan.schemes.iter() {
        if let Some(list) = lists.get_mut(scheme.list().position())
            && filter.lets_through(scheme)
        {
            list.push(row);
        }
    }
    lists
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    fn found(text: &str, programme: OfProgramme) -> Vec<usize> {
        let plan = example::plan(
            r#""programmes": [{"id": "acute", "name": "Acute"}],
            "scheme_lists": [{"id": "a", "name": "A", "year": "2011/12"}, {"id": "b", "name": "B", "year": "2011/12"}],
            "schemes": [
                {"id": "one", "name": "Ambulatory care", "list": "a", "programme": "acute"},
                {"id": "two", "name": "Home care", "list": "a"},
                {"id": "three", "name": "Pathology", "list": "b", "programme": "acute"}
            ]"#,
        );
        by_list(&plan, &Filter { text: text.to_owned(), programme }).iter().map(Vec::len).collect()
    }

    #[test]
    fn an_open_filter_shows_everything() {
        assert!(Filter::default().is_open());
        assert_eq!(found(" ", OfProgramme::Any), [2, 1]);
    }

    #[test]
    fn every_word_must_be_in_the_name_in_any_order_and_case() {
        assert_eq!(found("CARE ambulatory", OfProgramme::Any), [1, 0]);
        assert_eq!(found("care", OfProgramme::Any), [2, 0]);
    }

    #[test]
    fn a_programme_narrows_and_none_is_a_choice_of_its_own() {
        assert_eq!(found("", OfProgramme::One(Id::at(0))), [1, 1]);
        assert_eq!(found("", OfProgramme::None), [1, 0]);
    }
}
