//! A name for each finding, by which a link leads to it also after the plan has changed.

use super::Outcome;
use crate::calculation::Finding;
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
