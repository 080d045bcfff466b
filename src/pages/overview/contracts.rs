use crate::components::{Tag, answer, count_of, figure_in_words, form_of, pounds_in_words, sum, tag};
use crate::navigation::Page;
use crate::page_context::PageContext;
use one_plan_model::calculation::FigureKey;
use one_plan_model::quantity::{Amount, Decimal};
use one_plan_model::rules::contracts::{DUE, FORECAST_DUE, NOT_COMPUTED, VALUE};
use std::collections::BTreeSet;
use yew::prelude::*;

/// What are the contracts worth? Nothing where the plan has none.
pub fn section(context: &PageContext) -> Option<Html> {
    Some(answer("contracts-title", "What are the contracts worth?", sentence(context)?, Page::Contracts).html())
}

/// What the contracts of the first year are worth, with how many providers; nothing where there are none.
fn sentence(context: &PageContext) -> Option<Tag> {
    let (plan, outcome) = (context.session.plan(), context.session.outcome());
    let year = plan.contracts.iter().filter_map(|(_, contract)| contract.year()).min();
    let of_year: Vec<_> = plan.contracts.iter().filter(|(_, contract)| contract.year() == year).collect();
    if of_year.is_empty() {
        return None;
    }
    let providers: BTreeSet<u32> = of_year.iter().map(|(_, contract)| contract.provider().index()).collect();
    let mut worth: Vec<Decimal> = Vec::new();
    for (id, contract) in &of_year {
        let figure = |key: FigureKey| outcome.value(key).and_then(Result::ok);
        let base = || contract.base().map(|base| Amount::pounds(base.get()));
        let comes_to = [&DUE, &FORECAST_DUE].into_iter().find_map(|kind| figure(kind.at([id.index()])));
        worth.extend(comes_to.or_else(base).or_else(|| figure(VALUE.at([id.index()]))));
    }
    let contracts = count_of(of_year.len(), "contract", "contracts");
    let with = count_of(providers.len(), "provider", "providers");
    let when = year.map(|year| format!(" in {year}")).unwrap_or_default();
    let mut words = tag("p").words(format!("{contracts} with {with} "));
    words = match sum(worth.iter().map(|one| Ok(*one))) {
        Ok(all) if !worth.is_empty() => {
            let are = if of_year.len() == 1 { "is" } else { "are together" };
            words.words(format!("{are} worth ")).child(tag("strong").words(pounds_in_words(all))).words(format!(
                "{when}: what is due or forecast, or else the base value, or else the value of activity"
            ))
        }
        _ => words.words(format!("give{} no amount{when}", if of_year.len() == 1 { "s" } else { "" })),
    };
    let without = of_year.len() - worth.len();
    if without > 0 && !worth.is_empty() {
        words = words.words(format!(
            ", without {}",
            count_of(without, "contract that gives no amount", "contracts that give no amount")
        ));
    }
    words = words.words(".");
    let open = year.map(|year| NOT_COMPUTED.at([u32::from(year.start())]));
    if let Some(key) = open.filter(|key| outcome.value(*key).and_then(Result::ok).is_some_and(|count| !count.is_zero()))
    {
        let form = form_of(context, &[]);
        words = words
            .words(" For ")
            .child(tag("strong").child(figure_in_words(context, key, form)))
            .words(" of them no payment is computed: they lack their form, or what it needs.");
    }
    Some(words)
}
