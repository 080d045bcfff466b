//! Whose shifts are shown: those of all schemes, of one list, or of one scheme.

use one_plan_model::outcome::{Flow, flows_by_unit};
use one_plan_model::plan::{Id, Plan, Scheme, SchemeList};
use std::collections::BTreeMap;

/// Whose shifts are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Choice {
    /// Those of every scheme.
    #[default]
    All,
    /// Those of the schemes of a list.
    List(Id<SchemeList>),
    /// Those of one scheme.
    Scheme(Id<Scheme>),
}

impl Choice {
    /// The value of the choice in a form.
    pub fn value(self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::List(list) => format!("list-{}", list.index()),
            Self::Scheme(scheme) => format!("scheme-{}", scheme.index()),
        }
    }

    /// The choice of a value; everything where the value is none.
    pub fn read(value: &str) -> Self {
        let index = |prefix| value.strip_prefix(prefix).and_then(|index: &str| index.parse().ok());
        index("list-")
            .map(|index| Self::List(Id::at(index)))
            .or_else(|| index("scheme-").map(|index| Self::Scheme(Id::at(index))))
            .unwrap_or_default()
    }

    /// What people call it.
    pub fn name(self, plan: &Plan) -> String {
        match self {
            Self::All => "All schemes".to_owned(),
            Self::List(list) => plan.scheme_lists.get(list).map(|list| list.name().to_owned()).unwrap_or_default(),
            Self::Scheme(scheme) => plan.schemes.get(scheme).map(|scheme| scheme.name().to_owned()).unwrap_or_default(),
        }
    }

    /// Whether the shifts of a scheme are among them. A list holds the schemes of its parts too.
    pub fn holds(self, plan: &Plan, scheme: Id<Scheme>) -> bool {
        match self {
            Self::All => true,
            Self::Scheme(chosen) => chosen == scheme,
            Self::List(chosen) => {
                let mut list = plan.schemes.get(scheme).map(|scheme| scheme.list());
                // A list within itself is reported by the model; here it must only not go round for ever.
                for _ in 0..plan.scheme_lists.len() {
                    match list {
                        Some(list) if list == chosen => return true,
                        Some(inner) => list = plan.scheme_lists.get(inner).and_then(|list| list.parent()),
                        None => return false,
                    }
                }
                false
            }
        }
    }
}

/// The flows that are chosen, sorted apart by what is counted where they come from, so that
/// different things are never added up in one picture.
pub(super) fn by_unit<'p>(plan: &'p Plan, flows: &[Flow], choice: Choice) -> BTreeMap<&'p str, Vec<Flow>> {
    if choice == Choice::All {
        return flows_by_unit(plan, flows);
    }
    let chosen: Vec<Flow> = flows.iter().filter(|flow| choice.holds(plan, flow.scheme)).copied().collect();
    flows_by_unit(plan, &chosen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::outcome::flows;

    fn plan() -> Plan {
        example::plan(
            r#""settings": [{"id": "acute", "name": "Acute"}],
            "points_of_delivery": [
                {"id": "spells", "name": "Spells", "counted_in": "spells"},
                {"id": "visits", "name": "Visits", "counted_in": "attendances"},
                {"id": "other", "name": "Other"}
            ],
            "scheme_lists": [{"id": "all", "name": "All", "year": "2011/12"},
                             {"id": "part", "name": "Part", "year": "2011/12", "parent": "all"},
                             {"id": "apart", "name": "Apart", "year": "2011/12"}],
            "schemes": [{"id": "a", "name": "A", "list": "part"}, {"id": "b", "name": "B", "list": "apart"}],
            "activity_changes": [
                {"scheme": "a", "setting": "acute", "point_of_delivery": "spells", "effect": "moves", "activity": "-10"},
                {"scheme": "a", "setting": "acute", "point_of_delivery": "visits", "effect": "moves", "activity": "7"},
                {"scheme": "b", "setting": "acute", "point_of_delivery": "visits", "effect": "avoided", "activity": "-4"},
                {"scheme": "b", "setting": "acute", "point_of_delivery": "other", "effect": "avoided", "activity": "-1"}
            ]"#,
        )
    }

    fn units(choice: Choice) -> Vec<(String, usize)> {
        let plan = plan();
        by_unit(&plan, &flows(&plan), choice).into_iter().map(|(unit, flows)| (unit.to_owned(), flows.len())).collect()
    }

    #[test]
    fn a_picture_holds_one_unit_that_of_where_things_come_from() {
        assert_eq!(
            units(Choice::All),
            // How many visits stand for one spell the plan does not say: all spells go there, and none is lost.
            [("activity as the plan counts it".into(), 1), ("attendances".into(), 1), ("spells".into(), 1)]
        );
    }

    #[test]
    fn a_list_holds_the_schemes_of_its_parts() {
        assert_eq!(units(Choice::List(Id::at(0))), [("spells".into(), 1)]);
        assert_eq!(units(Choice::List(Id::at(1))), [("spells".into(), 1)]);
        assert_eq!(units(Choice::Scheme(Id::at(1))).len(), 2);
    }

    #[test]
    fn a_choice_reads_back_from_its_value() {
        for choice in [Choice::All, Choice::List(Id::at(3)), Choice::Scheme(Id::at(12))] {
            assert_eq!(Choice::read(&choice.value()), choice);
        }
        assert_eq!(Choice::read("scheme-x"), Choice::All);
    }
}
