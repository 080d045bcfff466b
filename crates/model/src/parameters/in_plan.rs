use super::asked::{Asked, Found, Question};
use super::assumed::{self, AssumptionProblem, ByParameter, ProblemKind, Span, place};
use super::parameter::Parameter;
use super::value::{ParameterPart, ParameterValue};
use super::{CQUIN_RATE, all};
use crate::plan::{CellAddress, FinancialYear, Plan};
use crate::quantity::{Month, Rate, multiply, whole};
use std::cell::RefCell;

/// The parameters as one plan uses them.
///
/// ```
/// use one_plan_model::parameters::{CQUIN_RATE, Parameters};
/// use one_plan_model::{example, quantity::FinancialYear};
/// let plan = example::plan(r#""assumptions": [{"parameter": "cquin-rate", "value": "2%", "from": "2012-10-01"}]"#);
/// let rate = Parameters::of(&plan).value(&CQUIN_RATE, FinancialYear::read("2012/13").unwrap()).unwrap();
/// // Six months of 2.5 % and six of 2 %.
/// assert_eq!(rate.written, "2.25%");
/// assert_eq!(rate.parts.len(), 2);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    assumed: ByParameter,
    problems: Vec<AssumptionProblem>,
    asked: RefCell<Asked>,
}

/// What decides about a month.
enum Decides<'a> {
    /// A row of the plan.
    Row(&'a Span),
    /// Rows of the plan that contradict each other, or one that cannot be used.
    Nobody,
    /// The model.
    Model,
}

impl Parameters {
    /// The parameters with what the plan assumes in their place.
    pub fn of(plan: &Plan) -> Self {
        let (assumed, problems) = assumed::read(plan);
        Self { assumed, problems, asked: RefCell::default() }
    }

    /// A parameter in a year: what the plan assumes, or else the dated value of the model. Where it changes within
    /// the year, each value counts for its months; where a month has none, the year has none.
    pub fn value(&self, parameter: &Parameter, year: FinancialYear) -> Option<ParameterValue> {
        let question: Question = (parameter.id, year);
        let mut asked = self.asked.borrow_mut();
        let found = asked.found.entry(question).or_insert_with(|| self.find(parameter, year));
        found.value.clone()
    }

    /// The same where something cannot be computed without it: that it has no value becomes a finding at the cell
    /// for which it was asked.
    pub fn needed(
        &self,
        parameter: &Parameter,
        year: FinancialYear,
        place: Option<CellAddress>,
    ) -> Option<ParameterValue> {
        let value = self.value(parameter, year);
        if value.is_none() {
            let mut asked = self.asked.borrow_mut();
            asked.missing.entry((parameter.id, year)).or_default().extend(place);
        }
        value
    }

    /// The rate of a CQUIN scheme: its own, or else that of its year.
    pub fn cquin_rate(&self, own: Option<Rate>, year: FinancialYear) -> Option<Rate> {
        own.or_else(|| {
            let national = self.value(&CQUIN_RATE, year)?;
            Some(Rate::percent(multiply(national.number, whole(100)).ok()?.normalize()))
        })
    }

    fn find(&self, parameter: &Parameter, year: FinancialYear) -> Found {
        let dated = || parameter.dated(year).and_then(|dated| ParameterValue::dated(parameter, dated));
        let first = year.first_month();
        let last = first.later(11);
        let in_year = |span: &&Span| span.from.is_none_or(|from| from <= last) && span.to.is_none_or(|to| first <= to);
        let spans: Vec<&Span> = self.assumed.get(parameter.id).into_iter().flatten().filter(in_year).collect();
        let mut found = Found::default();
        if spans.is_empty() {
            found.value = dated();
            if found.value.is_none() {
                found.lacking = (0..12).map(|month| first.later(month)).collect();
            }
            return found;
        }
        let mut parts: Vec<ParameterPart> = Vec::new();
        let mut contradicts = false;
        for month in (0..12).map(|month| first.later(month)) {
            let value = match decides(&spans, month, &mut found) {
                Decides::Row(span) => span.value.clone(),
                Decides::Nobody => {
                    contradicts = true;
                    continue;
                }
                Decides::Model => dated(),
            };
            match (value, parts.last_mut()) {
                (None, _) => found.lacking.push(month),
                (Some(value), Some(part)) if part.value == value => part.months += 1,
                (Some(value), _) => parts.push(ParameterPart { value, from: month, months: 1 }),
            }
        }
        found.value = match parts.as_slice() {
            _ if contradicts || !found.lacking.is_empty() => None,
            [one] => Some(one.value.clone()),
            _ => ParameterValue::by_months(parameter, parts),
        };
        if contradicts {
            // Said where the rows stand.
            found.lacking.clear();
        }
        found
    }

    /// What is wrong with the assumptions of the plan, and what rules needed that has no value: to be asked when
    /// they have run.
    pub fn problems(&self) -> Vec<AssumptionProblem> {
        let asked = self.asked.borrow();
        let mut problems = self.problems.clone();
        let used = asked.used_rows();
        for (id, span) in self.assumed.iter().flat_map(|(id, spans)| spans.iter().map(move |span| (id, span))) {
            if span.value.is_some() && !used.contains(&span.row) {
                problems.push(AssumptionProblem {
                    kind: ProblemKind::NotUsed,
                    places: vec![place(span.row, "value")],
                    message: format!("Nothing in this plan uses the assumption {} about {id}.", span.words()),
                });
            }
        }
        for (question, places) in &asked.missing {
            let lacking = asked.found.get(question).map(|found| found.lacking.as_slice()).unwrap_or_default();
            problems.extend(no_value(*question, lacking, places.iter().copied()));
        }
        problems
    }
}

/// What decides about a month: of the rows that hold then, the one that begins last. A row that says when it ends is
/// not replaced by one that begins before: the two contradict each other.
fn decides<'a>(spans: &[&'a Span], month: Month, found: &mut Found) -> Decides<'a> {
    let holding = || spans.iter().copied().filter(|span| span.covers(month));
    let Some(last) = holding().max_by_key(|span| span.from) else { return Decides::Model };
    let mut decides = Decides::Row(last);
    for span in holding().filter(|span| span.from == last.from || span.to.is_some()) {
        found.rows.insert(span.row);
        if !span.same_value(last) {
            decides = Decides::Nobody;
        }
    }
    decides
}

/// That a parameter has no value in a year in which something needs it; nothing where the rows that contradict each
/// other say so already.
fn no_value(
    (id, year): Question,
    lacking: &[Month],
    places: impl Iterator<Item = CellAddress>,
) -> Option<AssumptionProblem> {
    let (first, last) = (lacking.first()?, lacking.last()?);
    let parameter = all().find(|parameter| parameter.id == id)?;
    let when =
        if lacking.len() == 12 { year.to_string() } else { format!("{} to {} in {year}", first.words(), last.words()) };
    Some(AssumptionProblem {
        kind: ProblemKind::NoValue,
        places: places.collect(),
        message: format!(
            "There is no value of {id} for {when} ({}): the model has one for {}. What needs it is not computed.",
            parameter.about,
            parameter.years()
        ),
    })
}
