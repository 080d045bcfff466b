//! What all contracts of a year come to: their base values, what is due, and what is forecast, which are three numbers. A table
//! has them for each contract, so that it is seen how the one becomes the other.

use super::super::answer::{answer, strong};
use crate::components::{
    Shown, body, cell_for_number, count_of, data_table, figure, figure_cell, form_of, head, headings, not_given,
    number_cell, row, shown, sum, tag, titled_by, unit_for,
};
use crate::page_context::PageContext;
use one_plan_model::calculation::{FigureKey, Unit};
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{Contract, FinancialYear, Id, Plan, Row};
use one_plan_model::quantity::{Decimal, add, subtract};
use one_plan_model::rules::contracts::{DUE, FORECAST_DUE, TOTAL_DUE, TOTAL_FORECAST};
use yew::prelude::*;

/// Beyond so many contracts the list of contracts says them all.
const MOST_ROWS: usize = 60;

/// A contract of a year.
#[derive(Debug, PartialEq)]
struct OfYear {
    id: Id<Contract>,
    name: String,
    base: Option<Decimal>,
    /// What is due for the year: it is settled.
    due: Option<Decimal>,
    /// What is due, or else what is forecast.
    comes_to: Option<Decimal>,
}

/// What is known of the contracts of a year together.
#[derive(Debug, PartialEq)]
struct Together {
    contracts: Vec<OfYear>,
    base: Decimal,
    comes_to: Decimal,
}

impl Together {
    fn of(plan: &Plan, outcome: &Outcome, year: FinancialYear) -> Self {
        let value = |key: FigureKey| outcome.value(key).and_then(Result::ok);
        let of_year = |(id, contract): (Id<Contract>, Row<'_, Contract>)| {
            let due = value(DUE.at([id.index()]));
            OfYear {
                id,
                name: contract.name().to_owned(),
                base: contract.base().map(|base| base.get().pounds()),
                due,
                comes_to: due.or_else(|| value(FORECAST_DUE.at([id.index()]))),
            }
        };
        let contracts: Vec<OfYear> =
            plan.contracts.iter().filter(|(_, contract)| contract.year() == Some(year)).map(of_year).collect();
        let sum = |of: fn(&OfYear) -> Option<Decimal>| {
            let given = contracts.iter().filter_map(of);
            // What a plan can hold does not leave what a number can be.
            given.fold(Decimal::ZERO, |total, amount| add(total, amount).unwrap_or(total))
        };
        let (base, comes_to) = (sum(|of| of.base), sum(|of| of.comes_to));
        Self { contracts, base, comes_to }
    }

    fn count(&self, of: fn(&OfYear) -> Option<Decimal>) -> usize {
        self.contracts.iter().filter_map(of).count()
    }
}

/// The answer for each year, with its table where anything is given or computed. Nothing for a plan without contracts of a year.
pub(super) fn section(context: &PageContext) -> Option<Html> {
    let plan = context.session.plan();
    let mut years: Vec<FinancialYear> = plan.contracts.iter().filter_map(|(_, contract)| contract.year()).collect();
    years.sort_unstable();
    years.dedup();
    if years.is_empty() {
        return None;
    }
    Some(tag("div").children(years.into_iter().map(|year| of_year(context, year)).collect()).html())
}

fn of_year(context: &PageContext, year: FinancialYear) -> Html {
    let together = Together::of(context.session.plan(), context.session.outcome(), year);
    let start = u32::from(year.start());
    let heading = format!("What the contracts of {year} come to");
    let section = titled_by(format!("contracts-total-{start}"), heading);
    if together.count(|of| of.base.or(of.comes_to)) == 0 {
        let words = format!(
            "The plan names {} of {year}, without a base value or what is paid: what they come to cannot be said.",
            count_of(together.contracts.len(), "contract", "contracts")
        );
        return section.key(start).child(answer().words(words)).html();
    }
    let totals = (TOTAL_DUE.at([start]), TOTAL_FORECAST.at([start]));
    section.key(start).child(sentence(context, year, &together)).child(table(context, &together, totals, start)).html()
}

/// How the three numbers differ.
fn sentence(context: &PageContext, year: FinancialYear, together: &Together) -> Html {
    let outcome = context.session.outcome();
    let start = u32::from(year.start());
    let (due, forecast) = (TOTAL_DUE.at([start]), TOTAL_FORECAST.at([start]));
    let all = together.contracts.len();
    let form = Shown::one_form([together.base, together.comes_to]);
    let base = tag("strong").words(form.words(Ok(together.base), Unit::Money));
    let bases = together.count(|of| of.base);
    let mut words = answer();
    if bases > 0 {
        words = words.words(format!("The contracts of {year} begin from base values of ")).child(base).words(
            match bases == all {
                true => ". ".to_owned(),
                false => format!(" ({bases} of {all} give one). "),
            },
        );
    }
    let settled = together.count(|of| of.due);
    let known = together.count(|of| of.comes_to);
    let of_form = |key: FigureKey| form_of(context, &[key]);
    if outcome.value(due).is_some() {
        words = words.child(strong(context, due, of_form(due))).words(match settled == all {
            true => " is due for the year: every contract is settled.".to_owned(),
            false => format!(" is due by the {settled} of {all} contracts whose payment for the whole year is known."),
        });
    }
    if outcome.value(forecast).is_some() {
        words = words
            .words(match settled {
                0 => " Nothing is settled for the whole year yet. By their months so far, ".to_owned(),
                _ => format!(" With the forecast of {}, ", count_of(known - settled, "other", "others")),
            })
            .words(match known == all {
                true => "all come to ".to_owned(),
                false => format!("{known} of {all} come to "),
            })
            .child(strong(context, forecast, of_form(forecast)))
            .words(".");
    }
    if known == 0 {
        words = words.words("What is due cannot be computed yet: the checks say what each contract lacks.");
    } else if known < all {
        words = words.words(format!(" For {} nothing is computed: the checks say what is missing.", all - known));
    }
    words.html()
}

/// Each contract with its base value, what is due, and what it comes to; the total row has the three numbers.
fn table(context: &PageContext, together: &Together, (due, forecast): (FigureKey, FigureKey), start: u32) -> Html {
    let outcome = context.session.outcome();
    let largest = together.base.abs().max(together.comes_to.abs());
    let (money, unit, places) = unit_for(largest);
    let form = Shown { money, places, with_unit: false };
    let amount = |label: &'static str, amount: Option<Decimal>| match amount {
        Some(amount) => number_cell(label, shown(Ok(amount), Unit::Money, money, places, false)),
        None => cell_for_number(label).child(not_given()).html(),
    };
    // What begins from nothing that is given is not more than it by all that it comes to.
    let apart = |of: &OfYear| subtract(of.comes_to?, of.base?).ok();
    let labels = ["Base value", "Due for the year", "Due, or else forecast", "More than its base; less is negative"];
    let mut rows = Vec::new();
    for of in together.contracts.iter().take(MOST_ROWS) {
        let row_of = of.id.index();
        let comes_to = if of.due.is_some() { DUE.at([row_of]) } else { FORECAST_DUE.at([row_of]) };
        let cells = vec![
            amount(labels[0], of.base),
            figure_cell(context, labels[1], DUE.at([row_of]), form),
            figure_cell(context, labels[2], comes_to, form),
            amount(labels[3], apart(of)),
        ];
        rows.push(row(row_of, of.name.clone(), cells).html());
    }
    let all = if outcome.value(forecast).is_some() { forecast } else { due };
    // Where a contract with a base value comes to nothing that is known, a sum of the others would not be that of all.
    let with_base = || together.contracts.iter().filter(|of| of.base.is_some());
    let differences: Option<Vec<Decimal>> = with_base().map(apart).collect();
    let difference = differences.filter(|all| !all.is_empty());
    let difference = difference.and_then(|all| sum(all.into_iter().map(Ok)).ok());
    let cells = vec![
        amount(labels[0], Some(together.base)),
        figure_cell(context, labels[1], due, form),
        cell_for_number(labels[2]).child(figure(context, all, form)).html(),
        amount(labels[3], difference),
    ];
    rows.push(row("total", "All contracts", cells).class("total").html());
    let head = head(headings(&["Contract"], &labels));
    let caption = format!("From the base values to what the contracts come to, {unit}");
    data_table(format!("contracts-total-table-{start}"), caption, true, vec![head, body(rows)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;
    use one_plan_model::quantity::whole;

    #[test]
    fn the_three_numbers_are_told_apart_and_a_contract_of_another_year_is_in_none() {
        let example = example::outcome(
            r#""organisations": [{"id": "p", "name": "P"}],
            "contracts": [
                {"id": "a", "name": "A", "provider": "p", "year": "2011/12", "form": "block", "base": "100", "unit": "£"},
                {"id": "b", "name": "B", "provider": "p", "year": "2011/12", "form": "payment-by-results", "unit": "£"},
                {"id": "c", "name": "C", "provider": "p", "year": "2012/13", "form": "block", "base": "7", "unit": "£"}
            ],
            "contract_months": [{"contract": "b", "month": "2011-04", "billed": "10", "unit": "£"}]"#,
        );
        let year = FinancialYear::starting(2011).expect("a year");
        let together = Together::of(&example.plan, &example.outcome, year);
        assert_eq!((together.contracts.len(), together.base), (2, whole(100)));
        assert_eq!((together.count(|of| of.base), together.count(|of| of.due)), (1, 1));
        // One month of 10 is 120 in a year.
        assert_eq!((together.count(|of| of.comes_to), together.comes_to), (2, whole(220)));
    }
}
