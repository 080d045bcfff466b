//! Which columns a list of schemes needs.

use crate::components::{number_heading, words_heading};
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{FinancialYear, Id, Plan, SchemeList};
use one_plan_model::quantity::Decimal;
use one_plan_model::rules::schemes;
use yew::prelude::*;

/// The columns that at least one scheme of a list fills; a column of dashes helps nobody.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Columns {
    programme: bool,
    class: bool,
    reinvestment: bool,
    range: bool,
    full_year: bool,
    status: bool,
    risk: bool,
    recurrent: bool,
    kind: bool,
    /// No column, but a table of its own says how far they are worked out.
    developed: bool,
}

impl Columns {
    /// The columns of each list, in the order of the plan.
    pub fn by_list(plan: &Plan) -> Vec<Self> {
        let mut lists = vec![Self::default(); plan.scheme_lists.len()];
        for (_, scheme) in plan.schemes.iter() {
            let Some(columns) = lists.get_mut(scheme.list().position()) else { continue };
            columns.programme |= scheme.programme().is_some();
            columns.class |= scheme.class().is_some();
            columns.reinvestment |= scheme.reinvestment().is_some();
            columns.range |= scheme.low().is_some() || scheme.high().is_some();
            columns.full_year |= scheme.full_year_effect().is_some();
            columns.status |= scheme.status().is_some();
            columns.developed |= scheme.development().is_some();
            columns.risk |= scheme.risk().is_some();
            columns.recurrent |= scheme.recurrent().is_some();
            columns.kind |= scheme.kind().is_some();
        }
        lists
    }

    /// The columns that the totals of the list fill as well: those of its parts count in them.
    pub fn with_total(mut self, outcome: &Outcome, list: Id<SchemeList>) -> Self {
        let reinvestment = outcome.value(schemes::LIST_REINVESTMENT.at([list.index()]));
        self.reinvestment |= reinvestment.is_some_and(|value| value != Ok(Decimal::ZERO));
        self.range |= outcome.value(schemes::LIST_LOW.at([list.index()])).is_some();
        self
    }

    /// How many there are.
    pub fn count(self) -> usize {
        let Self { programme, class, reinvestment, range, full_year, status, risk, recurrent, kind, .. } = self;
        let optional = [programme, class, reinvestment, range, full_year, full_year, status, risk, recurrent, kind];
        3 + optional.into_iter().filter(|there| *there).count()
    }

    /// The cells of a row: those of the columns that are left out go.
    pub fn of_these(self, cells: [Cell<'_>; 12]) -> Vec<Html> {
        let Self { programme, class, reinvestment, range, full_year, status, risk, recurrent, kind, .. } = self;
        let there =
            [programme, class, true, reinvestment, true, range, full_year, full_year, status, risk, recurrent, kind];
        let mut kept = Vec::with_capacity(cells.len());
        for (there, cell) in there.into_iter().zip(cells) {
            if there {
                kept.push(cell());
            }
        }
        kept
    }

    /// The headings of the columns.
    pub fn headings(self, year: FinancialYear) -> Vec<Html> {
        let mut headings = vec![words_heading("Scheme")];
        headings.extend(self.of_these([
            &|| words_heading("Programme"),
            &|| words_heading("Class"),
            &|| number_heading("Gross saving"),
            &|| number_heading("Reinvestment"),
            &|| number_heading("Net saving"),
            &|| number_heading("Range"),
            &|| number_heading("Full-year effect"),
            &|| number_heading(effect_in(year)),
            &|| words_heading("Status"),
            &|| words_heading("Risk"),
            &|| words_heading("Comes back"),
            &|| words_heading("Kind"),
        ]));
        headings
    }

    /// The columns that are left out, in a sentence.
    pub fn missing_in_words(self) -> Option<String> {
        let columns = [
            (self.programme, "a programme"),
            (self.class, "a class"),
            (self.reinvestment, "a reinvestment"),
            (self.range, "a range"),
            (self.full_year, "a full-year effect"),
            (self.status || self.developed, "a status"),
        ];
        let mut missing = Vec::new();
        for (there, name) in columns {
            if !there {
                missing.push(name);
            }
        }
        let (last, others) = missing.split_last()?;
        let list = if others.is_empty() { (*last).to_owned() } else { format!("{} or {last}", others.join(", ")) };
        Some(format!("No scheme of this list gives {list}."))
    }
}

/// How a cell is made.
pub type Cell<'a> = &'a dyn Fn() -> Html;

/// The heading of what a scheme comes to in a year.
pub fn effect_in(year: FinancialYear) -> String {
    format!("Effect in {year}")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use one_plan_model::example;

    #[test]
    fn columns_that_no_scheme_fills_are_left_out_and_named() {
        let plan = example::plan(
            r#""scheme_lists": [{"id": "a", "name": "A", "year": "2011/12"}, {"id": "b", "name": "B", "year": "2011/12"}],
            "schemes": [
                {"id": "one", "name": "One", "list": "a", "class": "transactional", "low": "1", "unit": "£m"},
                {"id": "two", "name": "Two", "list": "a", "status": "made", "full_year_effect": "2", "unit": "£m"}
            ]"#,
        );
        let lists = Columns::by_list(&plan);
        let counts: Vec<usize> = lists.iter().map(|columns| columns.count()).collect();
        assert_eq!(counts, [8, 3]);
        let words = lists.first().unwrap().missing_in_words();
        assert_eq!(words.as_deref(), Some("No scheme of this list gives a programme or a reinvestment."));
        let words = lists.last().unwrap().missing_in_words().unwrap();
        assert!(
            words.ends_with("gives a programme, a class, a reinvestment, a range, a full-year effect or a status."),
            "{words}"
        );
    }
}
