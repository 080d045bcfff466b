//! Does the plan balance?

use crate::components::{
    Shown, Tag, answer, balance_years, figure_in_words, form_of, form_of_sums, framework_bridge, framework_statement,
    medium_term_statement, tag,
};
use crate::navigation::Page;
use crate::page_context::PageContext;
use one_plan_model::calculation::{FigureKey, FigureKind, format};
use one_plan_model::plan::FinancialYear;
use one_plan_model::quantity::Value;
use one_plan_model::rules::finance::{medium_term, resource_limit as limit};
use one_plan_model::rules::framework;
use yew::prelude::*;

/// What the framework, or else the plan of several years, says about it.
pub fn section(context: &PageContext) -> Html {
    let table = framework_statement(context, "overview-framework");
    let table = table.or_else(|| medium_term_statement(context, "overview-medium-term"));
    answer("balance-title", "Does it balance?", sentence(context), Page::Finance)
        .child(tag("div").maybe(whose_surplus(context)))
        .child(tag("div").maybe(to_the_control_total(context)))
        .child(tag("div").maybe(framework_bridge(&context.session, "overview-bridge")))
        // On paper the numbers of the picture are enough here; the statement stands among the finances.
        .child(tag("div").class("told-elsewhere").maybe(table))
        .html()
}

/// The sentence alone.
pub(in crate::pages) fn sentence(context: &PageContext) -> Tag {
    // The year before the plan is what it begins with, and no answer; but it may be all that there is.
    let first = context.session.plan().details().map(|details| details.first_year());
    let years = |kind: &'static FigureKind| {
        let all = balance_years(&context.session, &[kind]);
        let of_plan: Vec<FinancialYear> =
            all.iter().copied().filter(|year| first.is_none_or(|first| *year >= first)).collect();
        if of_plan.is_empty() { all } else { of_plan }
    };
    if let Some(year) = years(&limit::PLANNED_SURPLUS).first() {
        return against_the_limit(context, *year, years(&limit::PLANNED_SURPLUS).len());
    }
    if let Some(year) = years(&framework::YEAR_BASELINE).first() {
        return tag("p")
            .words(format!("In {year} the plan spends "))
            .child(strong(context, framework::YEAR_BASELINE.at([u32::from(year.start())]), Shown::IN_WORDS))
            .words(". It gives no resource limit, so whether it balances cannot be said.");
    }
    let of_medium_term = years(&medium_term::SURPLUS);
    if let Some((year, later)) = of_medium_term.split_first() {
        let start = u32::from(year.start());
        let surplus = medium_term::SURPLUS.at([start]);
        let form = form_of(context, &[medium_term::RESOURCE.at([start]), surplus]);
        let has_deficit = is_below(context.session.outcome().value(surplus));
        let (before, after) = if has_deficit { ("", ", a deficit.") } else { ("a surplus of ", ".") };
        return tag("p")
            .words("By its plan of several years, a resource of ")
            .child(strong(context, medium_term::RESOURCE.at([start]), form))
            .words(format!(" in {year} leaves {before}"))
            .child(strong(context, surplus, form))
            .words(after)
            .words(of_later_years(context, later, has_deficit));
    }
    if let Some((limit, _)) = context.session.outcome().figures_of(&limit::RESOURCE_LIMIT).next() {
        return tag("p")
            .words("The plan gives a resource limit of ")
            .child(strong(context, limit, Shown::IN_WORDS))
            .words(", and no budgets: whether it balances cannot be said until they are given, under Finance.");
    }
    tag("p").words("The plan gives no budgets and no resource limit, so whether it balances cannot be said.")
}

/// How many names are said; of more the number is.
const MOST_NAMES: usize = 4;

/// Whose surplus it is, where the plan says something of providers too: theirs is another one, and is not added to it.
pub(in crate::pages) fn whose_surplus(context: &PageContext) -> Option<Html> {
    let (plan, outcome) = (context.session.plan(), context.session.outcome());
    let is_said = |kind: &'static FigureKind| outcome.figures_of(kind).next().is_some();
    let has_surplus = is_said(&limit::PLANNED_SURPLUS) || is_said(&medium_term::SURPLUS);
    if !has_surplus || plan.provider_finances.is_empty() {
        return None;
    }
    let mut names: Vec<&str> = Vec::new();
    for (_, line) in plan.budget_lines.iter().filter(|_| is_said(&limit::PLANNED_SURPLUS)) {
        let name = line.organisation().and_then(|of| plan.organisations.get(of)).map(|of| of.name());
        names.extend(name.filter(|name| !names.contains(name)));
    }
    let whose = match names.is_empty() {
        true => "It follows from the budgets and the resource of the plan itself.".to_owned(),
        false => format!(
            "It is the surplus of those whose budgets these are: {}.",
            format::some_of(&names, MOST_NAMES, ", ")
        ),
    };
    let link = tag("a").attribute("href", Page::Providers.hash()).words(Page::Providers.name());
    let words =
        tag("p").words(format!("{whose} The surplus of the trusts, and what they save themselves, is not in it: see "));
    Some(words.child(link).words(".").html())
}

/// Whether the years after the first have a deficit.
fn of_later_years(context: &PageContext, later: &[FinancialYear], first_has_too: bool) -> String {
    let surplus =
        |year: &FinancialYear| context.session.outcome().value(medium_term::SURPLUS.at([u32::from(year.start())]));
    let deficits: Vec<String> =
        later.iter().filter(|year| is_below(surplus(year))).map(FinancialYear::to_string).collect();
    match (later.is_empty(), deficits.is_empty()) {
        (true, _) => String::new(),
        (false, true) => " No later year has a deficit.".to_owned(),
        (false, false) => {
            let too = if first_has_too { " too" } else { "" };
            format!(" There is a deficit in {}{too}.", deficits.join(", "))
        }
    }
}

/// What is spent against the resource limit of a year; of the other years the statement speaks.
fn against_the_limit(context: &PageContext, year: FinancialYear, years: usize) -> Tag {
    let start = u32::from(year.start());
    let surplus = limit::PLANNED_SURPLUS.at([start]);
    let (spent, most) = (framework::YEAR_BASELINE.at([start]), limit::RESOURCE_LIMIT.at([start]));
    let form = form_of_sums(context, &[&[most, spent, surplus]]);
    let sentence = tag("p")
        .words(format!("In {year} the plan spends "))
        .child(strong(context, spent, form))
        .words(" of a resource limit of ")
        .child(strong(context, most, form));
    let sentence = if is_below(context.session.outcome().value(surplus)) {
        sentence.words(": ").child(strong(context, limit::ABOVE_LIMIT.at([start]), form)).words(" more than there is.")
    } else {
        sentence.words(": it leaves a surplus of ").child(strong(context, surplus, form)).words(".")
    };
    let short = context.session.outcome().figures_of(&limit::PLANNED_SURPLUS);
    let short: Vec<String> = short
        .filter(|(_, value)| is_below(Some(*value)))
        .filter_map(|(key, _)| Some(FinancialYear::starting(u16::try_from(key.index.get(0)).ok()?)?.to_string()))
        .collect();
    match (years, short.as_slice()) {
        (1, _) => sentence,
        (_, []) => sentence.words(" No year spends more than its limit."),
        (_, [one]) => sentence.words(format!(" {one} spends more than its limit.")),
        (_, [all @ .., last]) => {
            sentence.words(format!(" {} and {last} spend more than their limits.", all.join(", ")))
        }
    }
}

/// How the plan and its forecast stand to the control total of the first year that has one, for all organisations together.
fn to_the_control_total(context: &PageContext) -> Option<Html> {
    let outcome = context.session.outcome();
    let gaps = [("the plan", &limit::PLAN_GAP), ("the forecast", &limit::CONTROL_TOTAL_GAP)];
    let years = gaps.iter().flat_map(|(_, kind)| outcome.figures_of(kind)).map(|(key, _)| key.index.get(0));
    let year = years.min()?;
    let given: Vec<(&str, FigureKey)> = gaps
        .iter()
        .map(|(name, kind)| (*name, kind.at([year])))
        .filter(|(_, key)| outcome.value(*key).is_some())
        .collect();
    let keys: Vec<FigureKey> = given.iter().map(|(_, key)| *key).collect();
    let form = form_of(context, &keys);
    let name = FinancialYear::starting(u16::try_from(year).ok()?)?;
    let mut words = tag("p").words(format!("Against the control total of {name} "));
    for (at, (name, key)) in given.iter().enumerate() {
        words = words.words(format!("{}{name} stands at ", if at == 0 { "" } else { ", and " }));
        words = words.child(strong(context, *key, form));
    }
    let missing: Vec<&str> =
        given.iter().filter(|(_, key)| is_below(outcome.value(*key))).map(|(name, _)| *name).collect();
    let says = match (missing.as_slice(), given.len()) {
        ([], 1) => ": it is kept.".to_owned(),
        ([], _) => ": both keep it.".to_owned(),
        ([_, _], _) => ": both miss it.".to_owned(),
        ([_], 1) => ": it is missed.".to_owned(),
        (missing, _) => format!(": {} misses it.", missing.join(" and ")),
    };
    Some(words.words(says).html())
}

fn is_below(value: Option<Value>) -> bool {
    value.is_some_and(|value| value.is_ok_and(|value| value.is_sign_negative() && !value.is_zero()))
}

fn strong(context: &PageContext, key: FigureKey, form: Shown) -> Html {
    tag("strong").child(figure_in_words(context, key, form)).html()
}
