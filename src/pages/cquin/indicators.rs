//! The table of the indicators of a scheme.

use super::evidence::{Subject, achieved_field, evidence_box};
use super::wording::{is_paid_by_value, payment_rule};
use crate::components::{
    FigureColumn, Shown, body, column, data_table, empty_cell, figure_cell, figure_cells, head, number_cell,
    number_heading, row as table_row, tag, words_cell, words_heading,
};
use crate::page_context::PageContext;
use one_plan_model::calculation::format;
use one_plan_model::calculation::{FigureIndex, FigureKind};
use one_plan_model::plan::{CquinIndicator, CquinScheme, Id, NumberCell, PaymentRule, Row};
use one_plan_model::rules::cquin::{self, Parts, PartsOfOne};
use yew::prelude::*;

const WORTH: [FigureColumn; 2] =
    [column("Share", &cquin::SHARE, Shown::ONE_PLACE), column("Value,\u{a0}£", &cquin::INDICATOR_VALUE, Shown::POUNDS)];
const EARNED: [FigureColumn; 3] = [
    column("Share earned", &cquin::ACHIEVED, Shown::ONE_PLACE),
    column("Earned,\u{a0}£", &cquin::EARNED, Shown::POUNDS),
    column("At risk,\u{a0}£", &cquin::AT_RISK, Shown::POUNDS),
];

/// Which columns there are: those in which every cell would be empty are left out.
#[derive(Clone, Copy)]
struct Columns {
    goal: bool,
    programme: bool,
    /// How each indicator is paid, where they are not all paid alike.
    rule: bool,
}

/// The table of the indicators of a scheme, with the fields for what was achieved.
pub(super) fn table(context: &PageContext, scheme: Id<CquinScheme>, name: &str, parts: &Parts<'_>) -> Html {
    let plan = context.session.plan();
    let indicators: Vec<_> = cquin::indicators_of(&plan.cquin_indicators, scheme).collect();
    let common = common_rule(&indicators, parts);
    let columns = Columns {
        goal: indicators.iter().any(|(_, indicator)| indicator.goal().is_some()),
        programme: indicators.iter().any(|(_, indicator)| indicator.programme().is_some()),
        rule: common.is_none(),
    };
    let mut headings = vec![words_heading("Indicator")];
    if columns.goal {
        headings.push(words_heading("Goal"));
    }
    if columns.programme {
        headings.push(words_heading("Programme"));
    }
    headings.extend([number_heading("Weight"), number_heading("Share"), number_heading("Value,\u{a0}£")]);
    if columns.rule {
        headings.push(words_heading("How it is paid"));
    }
    headings.extend([
        words_heading("Achieved"),
        words_heading("Evidence"),
        number_heading("Share earned"),
        number_heading("Earned,\u{a0}£"),
        number_heading("At risk,\u{a0}£"),
    ]);
    let mut rows = Vec::with_capacity(indicators.len());
    for (id, indicator) in indicators {
        rows.push(row(context, (id, indicator), parts, columns));
    }
    let mut rule = tag("div");
    if let Some(common) = common {
        rule = rule.child(tag("p").words(format!("How every indicator is paid: {common}")));
    }
    let caption = format!("{name}: indicators");
    let how = "What is achieved and evidenced can be changed in the table; every figure follows at once.";
    let parts = vec![head(headings), body(rows), body(vec![total(context, scheme, columns)])];
    let table = data_table(format!("indicators-{}", scheme.index()), caption, true, parts);
    tag("div").child(rule).child(tag("p").class("section__note screen-only").words(how)).child(table).html()
}

/// The payment rule that all indicators share: it is said once, and not in every row.
fn common_rule(indicators: &[Member<'_>], parts: &Parts<'_>) -> Option<String> {
    let mut rules = indicators.iter().map(|(id, indicator)| payment_rule(*indicator, parts.of_one(*id)));
    let first = rules.next()?;
    rules.all(|rule| rule == first).then_some(first)
}

/// An indicator with its position.
type Member<'a> = (Id<CquinIndicator>, Row<'a, CquinIndicator>);

fn row(context: &PageContext, (id, indicator): Member<'_>, parts: &Parts<'_>, columns: Columns) -> Html {
    let plan = context.session.plan();
    let index = FigureIndex::new([id.index()]);
    let programme = indicator.programme().and_then(|programme| plan.programmes.get(programme));
    let mut cells = Vec::new();
    if columns.goal {
        cells.push(words_cell("Goal", indicator.goal().map(str::to_owned)));
    }
    if columns.programme {
        cells.push(words_cell("Programme", programme.map(|about| about.name().to_owned())));
    }
    let weight = indicator.weight().map(|weight| format::number(Ok(weight.get()))).unwrap_or_default();
    cells.push(number_cell("Weight", weight));
    cells.extend(figure_cells(context, &WORTH, index));
    if columns.rule {
        cells.push(words_cell("How it is paid", Some(payment_rule(indicator, parts.of_one(id)))));
    }
    let field = |label: &'static str, field: Html| {
        tag("td").attribute("data-label", label).child(tag("div").child(field)).html()
    };
    cells.push(field("Achieved", achieved(context, (id, indicator), parts.of_one(id))));
    cells.push(field("Evidence", evidence(context, id, indicator)));
    cells.extend(figure_cells(context, &EARNED, index));
    table_row(id.index(), indicator.name().to_owned(), cells).html()
}

/// One field; where milestones are paid one by one, a field and a box for each of them.
fn achieved(context: &PageContext, (id, indicator): Member<'_>, parts: Option<&PartsOfOne<'_>>) -> Html {
    let unit = indicator.measured_in().unwrap_or_default();
    // A number that cannot do anything is not asked for; one that stands there all the same stays to be seen and emptied.
    if !is_paid_by_value(indicator) && indicator.achieved().is_none() {
        return tag("span").words("No target is set: only the evidence counts").html();
    }
    if indicator.payment_rule() != Some(PaymentRule::Milestones) {
        return achieved_field(
            Subject::Indicator(id),
            (indicator.name(), unit),
            indicator.achieved().map(NumberCell::get),
            &context.change,
        );
    }
    let mut fields = tag("div");
    for (row, milestone) in parts.into_iter().flat_map(|parts| parts.milestone_rows.iter().zip(&parts.milestones)) {
        let subject = Subject::Milestone(Id::at(*row));
        let name = format!("{}, {}", indicator.name(), milestone.milestone());
        let field = tag("div")
            .key(*row)
            .child(tag("span").attribute("aria-hidden", "true").words(milestone.milestone().to_owned()))
            .child(achieved_field(subject, (&name, unit), milestone.achieved().map(NumberCell::get), &context.change))
            .child(evidence_box(subject, &name, milestone.evidence(), &context.change));
        fields = fields.child(field);
    }
    fields.html()
}

fn evidence(context: &PageContext, id: Id<CquinIndicator>, indicator: Row<'_, CquinIndicator>) -> Html {
    if indicator.payment_rule() == Some(PaymentRule::Milestones) {
        return tag("span").words("Part by part").html();
    }
    evidence_box(Subject::Indicator(id), indicator.name(), indicator.evidence(), &context.change)
}

fn total(context: &PageContext, scheme: Id<CquinScheme>, columns: Columns) -> Html {
    let index = scheme.index();
    let figure =
        |label: &'static str, kind: &'static FigureKind| figure_cell(context, label, kind.at([index]), Shown::POUNDS);
    let mut cells = vec![empty_cell(); usize::from(columns.goal) + usize::from(columns.programme)];
    cells.push(figure("Weight", &cquin::WEIGHT_TOTAL));
    cells.push(empty_cell());
    cells.push(figure("Value,\u{a0}£", &cquin::SCHEME_VALUE));
    // Beside what is earned nothing is added up; where rules stand in a column, neither are they.
    for _ in 0..3 + usize::from(columns.rule) {
        cells.push(empty_cell());
    }
    cells.push(figure("Earned,\u{a0}£", &cquin::SCHEME_EARNED));
    cells.push(figure("At risk,\u{a0}£", &cquin::SCHEME_AT_RISK));
    table_row("total", "Total of the scheme", cells).class("total").html()
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
        common_rule(&indicators, &Parts::of(&plan))
    }

    #[test]
    fn a_rule_that_all_share_is_said_once() {
        assert!(common("").is_some_and(|rule| rule.starts_with("All or nothing")));
        assert_eq!(common(r#", "threshold": "90""#), None);
    }
}
