//! A name for each finding, by which a link leads to it also after the plan has changed.

use crate::calculation::Finding;
use crate::outcome::Outcome;
use crate::plan::Plan;

impl Outcome {
    /// The name of a finding, by its position: its code, and the first figure, or else the first cell that it is about.
    /// Where several have the same, the later ones are numbered. The plan must be the one of which this is the outcome.
    ///
    /// ```
    /// use one_plan_model::example;
    /// let example = example::outcome(r#"
    ///     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
    ///     "schemes": [{"id": "a", "name": "A", "list": "plan", "gross": "200", "unit": "£000"}],
    ///     "stated": [{"figure": "schemes.list.plan.gross", "value": "300", "unit": "£000"}]
    /// "#);
    /// let name = example.outcome.finding_names(&example.plan).swap_remove(0);
    /// assert_eq!(name, "printed-differs:schemes.list.plan.gross");
    /// ```
    pub fn finding_names(&self, plan: &Plan) -> Vec<String> {
        let mut named: std::collections::BTreeMap<String, u32> = std::collections::BTreeMap::new();
        let of_one = |finding: &Finding| {
            let mut name = about(plan, finding);
            let times = named.entry(name.clone()).or_default();
            *times += 1;
            if *times > 1 {
                name.push_str(&format!("~{times}"));
            }
            name
        };
        self.findings.iter().map(of_one).collect()
    }

    /// The name of one finding; empty where there is none at the position. Only those of its kind are looked at, where
    /// [`Outcome::finding_names`] puts all into words.
    pub fn finding_name(&self, plan: &Plan, at: usize) -> String {
        let Some(finding) = self.findings.get(at) else { return String::new() };
        let mut name = about(plan, finding);
        let before = self.findings.iter().take(at).filter(|other| other.code == finding.code);
        let times = before.filter(|other| about(plan, other) == name).count();
        if times > 0 {
            name.push_str(&format!("~{}", times + 1));
        }
        name
    }
}

fn about(plan: &Plan, finding: &Finding) -> String {
    let of = match (finding.figures.first(), finding.places.first()) {
        (Some(figure), _) => figure.id(plan),
        (None, Some(place)) => {
            let row = plan.row_reference(place.table, place.row);
            format!("{}.{row}.{}", place.table.name(), place.column)
        }
        (None, None) => String::new(),
    };
    format!("{}:{of}", finding.code)
}

#[cfg(test)]
mod tests {
    use crate::example;

    #[test]
    fn one_name_is_that_among_all() {
        // Two findings about one figure, and one about another.
        let example = example::outcome(
            r#""scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
            "schemes": [{"id": "a", "name": "A", "list": "plan", "gross": "200", "unit": "£000"}],
            "stated": [{"figure": "schemes.list.plan.gross", "value": "300", "unit": "£000"},
                       {"figure": "schemes.list.plan.gross", "value": "400", "unit": "£000"},
                       {"figure": "schemes.list.plan.net", "value": "500", "unit": "£000"}]"#,
        );
        let all = example.outcome.finding_names(&example.plan);
        assert!(all.iter().any(|name| name.ends_with("~2")), "{all:?}");
        let one_by_one: Vec<_> = (0..all.len()).map(|at| example.outcome.finding_name(&example.plan, at)).collect();
        assert_eq!(one_by_one, all);
        assert_eq!(example.outcome.finding_name(&example.plan, all.len()), "");
    }
}
