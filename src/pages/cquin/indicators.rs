//! The table of the indicators of a scheme.

use super::evidence::{Subject, achieved_field, evidence_box};
use super::wording::{milestones, payment_rule};
use crate::components::{DataTable, Shown, figure_cell, number_cell, number_heading, words_cell, words_heading};
use crate::session::Desk;
use one_plan_model::outcome::words;
use one_plan_model::plan::{CquinIndicator, CquinScheme, Id, PaymentRule, Plan};
use one_plan_model::rules::cquin;
use yew::prelude::*;

/// The table of the indicators of a scheme, with the fields for what was achieved.
pub(super) fn table(desk: &Desk, scheme: Id<CquinScheme>, name: &str) -> Html {
    let plan = desk.session.plan();
    let indicators: Vec<_> = cquin::indicators_of(&plan.cquin_indicators, scheme).collect();
    let common = common_rule(plan, &indicators);
    let with_rules = common.is_none();
    html! {
        <div>
            <div>{ for common.map(|rule| html! { <p>{ format!("How every indicator is paid: {rule}") }</p> }) }</div>
            <DataTable id={format!("indicators-{}", scheme.index())} stack={true}
                caption={format!("{name}: indicators. What is achieved and evidenced can be changed here; every figure follows at once")}>
                <thead>
                    <tr>
                        { words_heading("Indicator") }
                        { words_heading("Goal") }
                        { words_heading("Programme") }
                        { number_heading("Weight") }
                        { number_heading("Share") }
                        { number_heading("Value, £") }
                        { for with_rules.then(|| words_heading("How it is paid")) }
                        { words_heading("Achieved") }
                        { words_heading("Evidence") }
                        { number_heading("Share earned") }
                        { number_heading("Earned, £") }
                        { number_heading("At risk, £") }
                    </tr>
                </thead>
                <tbody>{ for indicators.into_iter().map(|(id, indicator)| row(desk, plan, id, indicator, with_rules)) }</tbody>
                <tbody>{ total(scheme, with_rules) }</tbody>
            </DataTable>
        </div>
    }
}

/// The payment rule that all indicators share: it is said once, and not in every row.
fn common_rule(plan: &Plan, indicators: &[(Id<CquinIndicator>, &CquinIndicator)]) -> Option<String> {
    let mut rules = indicators.iter().map(|(id, indicator)| payment_rule(plan, *id, indicator));
    let first = rules.next()?;
    rules.all(|rule| rule == first).then_some(first)
}

fn row(desk: &Desk, plan: &Plan, id: Id<CquinIndicator>, indicator: &CquinIndicator, with_rules: bool) -> Html {
    let index = id.index();
    let programme =
        indicator.programme.and_then(|programme| plan.programmes.get(programme)).map(|about| about.name.clone());
    html! {
        <tr key={index}>
            <th scope="row">{ &indicator.name }</th>
            { words_cell("Goal", indicator.goal.clone()) }
            { words_cell("Programme", programme) }
            { number_cell("Weight", words::number(Ok(indicator.weight))) }
            { figure_cell("Share", cquin::SHARE.about([index]), Shown::ONE_PLACE) }
            { figure_cell("Value, £", cquin::INDICATOR_VALUE.about([index]), Shown::POUNDS) }
            { for with_rules.then(|| words_cell("How it is paid", Some(payment_rule(plan, id, indicator)))) }
            <td data-label="Achieved"><div>{ achieved(desk, plan, id, indicator) }</div></td>
            <td data-label="Evidence"><div>{ evidence(desk, id, indicator) }</div></td>
            { figure_cell("Share earned", cquin::ACHIEVED.about([index]), Shown::ONE_PLACE) }
            { figure_cell("Earned, £", cquin::EARNED.about([index]), Shown::POUNDS) }
            { figure_cell("At risk, £", cquin::AT_RISK.about([index]), Shown::POUNDS) }
        </tr>
    }
}

/// One field; where milestones are paid one by one, a field and a box for each of them.
fn achieved(desk: &Desk, plan: &Plan, id: Id<CquinIndicator>, indicator: &CquinIndicator) -> Html {
    if indicator.payment_rule != PaymentRule::Milestones {
        return achieved_field(Subject::Indicator(id), &indicator.name, indicator.achieved, &desk.change);
    }
    html! {
        <div>
            { for milestones(plan, id).map(|(part, milestone)| {
                let name = format!("{}, {}", indicator.name, milestone.milestone);
                html! {
                    <div key={part.index()}>
                        <span aria-hidden="true">{ &milestone.milestone }</span>
                        { achieved_field(Subject::Milestone(part), &name, milestone.achieved, &desk.change) }
                        { evidence_box(Subject::Milestone(part), &name, milestone.evidence, &desk.change) }
                    </div>
                }
            }) }
        </div>
    }
}

fn evidence(desk: &Desk, id: Id<CquinIndicator>, indicator: &CquinIndicator) -> Html {
    if indicator.payment_rule == PaymentRule::Milestones {
        return html! { <span>{ "Part by part" }</span> };
    }
    evidence_box(Subject::Indicator(id), &indicator.name, indicator.evidence, &desk.change)
}

fn total(scheme: Id<CquinScheme>, with_rules: bool) -> Html {
    let index = scheme.index();
    let empty = || html! { <td></td> };
    html! {
        <tr class="total">
            <th scope="row">{ "Total of the scheme" }</th>
            { empty() }
            { empty() }
            { figure_cell("Weight", cquin::WEIGHT_TOTAL.about([index]), Shown::POUNDS) }
            { empty() }
            { figure_cell("Value, £", cquin::SCHEME_VALUE.about([index]), Shown::POUNDS) }
            { for with_rules.then(empty) }
            { empty() }
            { empty() }
            { empty() }
            { figure_cell("Earned, £", cquin::SCHEME_EARNED.about([index]), Shown::POUNDS) }
            { figure_cell("At risk, £", cquin::SCHEME_AT_RISK.about([index]), Shown::POUNDS) }
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    fn common(second: &str) -> Option<String> {
        let plan = example::plan(&format!(
            r#""cquin_schemes": [{{"id": "s", "name": "S", "year": "2011/12", "fixed_sum": "1", "unit": "£m"}}],
            "cquin_indicators": [
                {{"id": "a", "name": "A", "scheme": "s", "weight": "50", "direction": "higher", "payment_rule": "all-or-nothing"}},
                {{"id": "b", "name": "B", "scheme": "s", "weight": "50", "direction": "higher", "payment_rule": "all-or-nothing"{second}}}
            ]"#
        ));
        let indicators: Vec<_> = plan.cquin_indicators.iter().collect();
        common_rule(&plan, &indicators)
    }

    #[test]
    fn a_rule_that_all_share_is_said_once() {
        assert!(common("").is_some_and(|rule| rule.starts_with("All or nothing")));
        assert_eq!(common(r#", "threshold": "90""#), None);
    }
}
