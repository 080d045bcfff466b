//! The picture of the savings by year: a bar for each year with its total above it.

use crate::chart::{Category, Frame, Series, StackedBar};
use crate::components::{drawn_money, shown};
use one_plan_model::calculation::Unit;
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::FinancialYear;
use one_plan_model::quantity::{MoneyUnit, Value};
use one_plan_model::rules::savings::TOTAL_YEAR;

/// A part of every bar.
#[derive(Clone, Debug, PartialEq)]
pub struct SavingsPart {
    /// What it is called.
    pub name: String,
    /// What it saves in each of the years.
    pub by_year: Vec<Value>,
}

/// A bar for each of some years, of parts that are called by `heading`. The frame is made of the totals in words.
pub fn savings_bars(
    outcome: &Outcome,
    years: &[FinancialYear],
    (heading, parts): (&str, Vec<SavingsPart>),
    frame: impl FnOnce(&str) -> Frame,
) -> StackedBar {
    let mut categories = Vec::with_capacity(years.len());
    let mut said: Vec<String> = Vec::with_capacity(years.len());
    for year in years {
        let total = outcome.value(TOTAL_YEAR.at([u32::from(year.start())]));
        let words = total.map(|total| shown(total, Unit::Money, MoneyUnit::Millions, 2, false));
        said.extend(words.as_ref().map(|words| format!("£{words}m in {year}")));
        categories.push(Category::new(year.to_string(), words.unwrap_or_default()));
    }
    let mut series = Vec::with_capacity(parts.len());
    for part in parts {
        let mut values = Vec::with_capacity(part.by_year.len());
        for value in part.by_year {
            values.push(drawn_money(value, MoneyUnit::Millions, 2));
        }
        series.push(Series::new(part.name, values));
    }
    StackedBar {
        frame: frame(&said.join(", ")),
        unit: "£m".to_owned(),
        series_heading: heading.to_owned(),
        categories,
        series,
        ..StackedBar::default()
    }
}
