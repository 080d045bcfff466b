//! What has been delivered so far of the savings that are followed month by month, and what their year is forecast to bring:
//! one sentence for each year.

use crate::components::{Shown, Tag, count_of, figure_in_words, form_of_sums, tag};
use crate::page_context::PageContext;
use one_plan_model::calculation::{FigureKey, FigureKind, Unit};
use one_plan_model::outcome::Outcome;
use one_plan_model::plan::{FinancialYear, LineKind, Plan};
use one_plan_model::quantity::{Decimal, Month, absolute, whole};
use one_plan_model::rules::monitoring::{
    SAVINGS_ACTUAL_TO_DATE, SAVINGS_FORECAST, SAVINGS_LINES_FORECAST, SAVINGS_LINES_TO_DATE, SAVINGS_PLAN,
    SAVINGS_PLAN_TO_DATE, SAVINGS_VARIANCE, VARIANCE,
};

/// The sentences; nothing where no savings are followed, or where they have no total.
pub(super) fn sentences(context: &PageContext) -> Option<Tag> {
    let years = years(context.session.plan(), context.session.outcome());
    let mut words = tag("p");
    for (at, year) in years.iter().enumerate() {
        let before = if at == 0 { "" } else { " " };
        words = words.child(tag("span").key(at).words(before).child(sentence(context, *year)));
    }
    if years.is_empty() {
        return why_no_total(context.session.plan()).map(|why| tag("p").words(why));
    }
    Some(words)
}

/// Whether there is something to say.
pub(super) fn is_followed(context: &PageContext) -> bool {
    !years(context.session.plan(), context.session.outcome()).is_empty()
}

/// The years of which there is a total.
fn years(plan: &Plan, outcome: &Outcome) -> Vec<FinancialYear> {
    let mut years: Vec<FinancialYear> = plan.monitored_lines.iter().map(|(_, line)| line.year()).collect();
    years.sort_unstable();
    years.dedup();
    let has = |year: &FinancialYear, kind: &'static one_plan_model::calculation::FigureKind| {
        outcome.value(kind.at([u32::from(year.start())])).is_some()
    };
    years.retain(|year| has(year, &SAVINGS_ACTUAL_TO_DATE) || has(year, &SAVINGS_FORECAST));
    years
}

fn sentence(context: &PageContext, year: FinancialYear) -> Tag {
    let outcome = context.session.outcome();
    let of_year = [u32::from(year.start())];
    let key = |kind: &'static FigureKind| kind.at(of_year);
    // What came is what was planned and what it is apart from it; of the year no difference is said.
    let to_date = [&SAVINGS_ACTUAL_TO_DATE, &SAVINGS_PLAN_TO_DATE, &SAVINGS_VARIANCE].map(key);
    let of_whole_year = [&SAVINGS_FORECAST, &SAVINGS_PLAN].map(key);
    let form = form_of_sums(context, &[&to_date, &of_whole_year]);
    let number = |key: FigureKey| tag("strong").child(figure_in_words(context, key, form));
    let known = |key: FigureKey| outcome.value(key).and_then(Result::ok);
    let mut words = tag("span");
    let has_to_date = known(SAVINGS_ACTUAL_TO_DATE.at(of_year)).is_some();
    if let (true, Some(by)) = (has_to_date, last_months(context.session.plan(), outcome, year)) {
        words = words
            .words(by)
            .words(" ")
            .child(number(SAVINGS_ACTUAL_TO_DATE.at(of_year)))
            .words(" of ")
            .child(number(SAVINGS_PLAN_TO_DATE.at(of_year)))
            .words(" planned to date was saved")
            .words(apart_words(known(SAVINGS_VARIANCE.at(of_year)), form));
    }
    if known(SAVINGS_FORECAST.at(of_year)).is_some() {
        let begins = if has_to_date {
            "; the year is forecast to bring ".to_owned()
        } else {
            format!("{year} is forecast to bring ")
        };
        words = words
            .words(begins)
            .child(number(SAVINGS_FORECAST.at(of_year)))
            .words(" of ")
            .child(number(SAVINGS_PLAN.at(of_year)));
    }
    let lines = context.session.plan().monitored_lines.iter().map(|(_, line)| line);
    let all = lines.filter(|line| line.kind() == Some(LineKind::Saving) && line.year() == year).count();
    let counted = |kind: &'static one_plan_model::calculation::FigureKind| known(kind.at(of_year));
    let in_both = [&SAVINGS_LINES_TO_DATE, &SAVINGS_LINES_FORECAST].map(counted);
    words.words(".").words(which_lines(in_both, all))
}

/// By how much what came lies beside what was planned.
fn apart_words(variance: Option<Decimal>, form: Shown) -> String {
    match variance {
        Some(none) if none.is_zero() => ", as planned".to_owned(),
        Some(variance) => {
            let side = if variance.is_sign_negative() { "less" } else { "more" };
            format!(", {} {side}", form.words(Ok(absolute(variance)), Unit::Money))
        }
        None => String::new(),
    }
}

/// Of which lines the totals are, where they are not of all.
fn which_lines([to_date, forecast]: [Option<Decimal>; 2], all: usize) -> String {
    let every = whole(i64::try_from(all).unwrap_or(i64::MAX));
    let part = |count: Option<Decimal>, needs: &str| {
        let count = count.filter(|count| *count != every)?;
        Some(format!("{count} that {} {needs}", if count == Decimal::ONE { "gives" } else { "give" }))
    };
    let parts: Vec<String> =
        [part(to_date, "plan and actual to date"), part(forecast, "a plan and a forecast of the year")]
            .into_iter()
            .flatten()
            .collect();
    if parts.is_empty() {
        return String::new();
    }
    format!(
        " Of {} of savings, these totals are of the {}.",
        count_of(all, "line", "lines"),
        parts.join(", and of the ")
    )
}

/// By when something has come: the last month of all lines, and how many lines end before it.
fn last_months(plan: &Plan, outcome: &Outcome, year: FinancialYear) -> Option<String> {
    let mut last: Vec<Option<Month>> = vec![None; plan.monitored_lines.len()];
    for (_, month) in plan.monitored_months.iter().filter(|(_, month)| month.actual().is_some()) {
        let is_of_total = plan.monitored_lines.get(month.line()).is_some_and(|line| {
            line.kind() == Some(LineKind::Saving)
                && line.year() == year
                && outcome.value(VARIANCE.at([month.line().index()])).is_some_and(|value| value.is_ok())
        });
        if let (true, Some(known)) = (is_of_total, last.get_mut(month.line().position())) {
            *known = (*known).max(Some(month.month()));
        }
    }
    let latest = last.iter().flatten().max().copied()?;
    let behind = last.iter().flatten().filter(|month| **month < latest).count();
    let of_these = match behind {
        0 => String::new(),
        _ => format!(" ({} only up to a month before)", count_of(behind, "line", "lines")),
    };
    Some(format!("By {}{of_these}", latest.words()))
}

/// Why savings that are followed have no total; nothing where none are.
fn why_no_total(plan: &Plan) -> Option<&'static str> {
    let mut savings = plan.monitored_lines.iter().filter(|(_, line)| line.kind() == Some(LineKind::Saving));
    let has_lists = savings.any(|(_, line)| line.scheme().is_some()) && plan.scheme_lists.len() > 1;
    has_lists.then_some(
        "The savings that are followed month by month are of schemes in several lists, which may overlap: they are not \
         added up. What has come of each line stands below.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn it_is_said_by_when_and_which_lines_end_before() {
        let example = example::outcome(
            r#""scheme_lists": [{"id": "a", "name": "A", "year": "2026/27"}],
            "schemes": [{"id": "s", "name": "S", "list": "a"}, {"id": "t", "name": "T", "list": "a"}],
            "monitored_lines": [
                {"id": "s", "name": "S", "kind": "saving", "scheme": "s", "year": "2026/27", "plan": "120", "unit": "£", "phasing": "straight-line"},
                {"id": "t", "name": "T", "kind": "saving", "scheme": "t", "year": "2026/27", "plan": "120", "unit": "£", "phasing": "straight-line"}
            ],
            "monitored_months": [
                {"line": "s", "month": "2026-10", "actual": "60", "unit": "£", "cumulative": "yes"},
                {"line": "t", "month": "2026-09", "actual": "70", "unit": "£", "cumulative": "yes"}
            ]"#,
        );
        let year = FinancialYear::starting(2026).expect("a year");
        let words = last_months(&example.plan, &example.outcome, year);
        assert_eq!(words.as_deref(), Some("By October 2026 (1 line only up to a month before)"));
        assert_eq!(years(&example.plan, &example.outcome), [year]);
    }

    #[test]
    fn what_is_apart_and_which_lines_are_meant_is_said() {
        let form = Shown::IN_WORDS;
        assert_eq!(apart_words(Some(whole(-1_510_000)), form), ", £1.51m less");
        assert_eq!(apart_words(Some(whole(2_000_000)), form), ", £2.00m more");
        assert_eq!(apart_words(Some(Decimal::ZERO), form), ", as planned");
        assert_eq!(which_lines([Some(whole(25)), Some(whole(25))], 25), "");
        assert_eq!(
            which_lines([Some(whole(25)), Some(whole(24))], 25),
            " Of 25 lines of savings, these totals are of the 24 that give a plan and a forecast of the year."
        );
    }
}
