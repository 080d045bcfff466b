//! Contracts: a card for each, with what it pays and what is still open.

mod curve;
mod stages;
mod totals;
mod trial;
mod who_pays;

use crate::components::{Shown, capitalised, choice_words, fact, figure_in_words, section as section_of, shown, tag};
use crate::page_context::{PageContext, ViewProperties};
use crate::session::Session;
use one_plan_model::calculation::{FigureKind, Unit, format};
use one_plan_model::plan::{Contract, Id, Row};
use one_plan_model::quantity::{Decimal, MoneyUnit};
use one_plan_model::rules::contracts;
use trial::SettlementCurve;
use yew::prelude::*;

/// Beyond so many contracts the table says them all, and the cards are those of the first.
const MOST_CARDS: usize = 30;

/// What is shown of each contract, in the order in which a settlement is worked out.
const FACTS: [(&str, &FigureKind); 9] = [
    ("Value of activity", &contracts::VALUE),
    ("After readmissions", &contracts::AFTER_READMISSIONS),
    ("After the marginal rate", &contracts::AFTER_MARGINAL_RATE),
    ("Payment by its form", &contracts::PAYMENT),
    ("Borne by the provider", &contracts::BORNE_BY_PROVIDER),
    ("Borne by the commissioner", &contracts::BORNE_BY_COMMISSIONER),
    ("Due for the year", &contracts::DUE),
    ("Balance to be paid", &contracts::BALANCE),
    ("Base value of the next year", &contracts::NEXT_YEAR),
];

/// The cards.
#[component]
pub fn Contracts(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let mut cards = tag("div").child(tag("div").key("total").maybe(totals::section(context)));
    cards = cards.child(tag("div").key("who-pays").child(who_pays::section(&context.session)));
    cards = cards.child(tag("div").key("stages").maybe(stages::section(&context.session)));
    for (id, contract) in context.session.plan().contracts.iter().take(MOST_CARDS) {
        let curve = html! { <SettlementCurve session={context.session.clone()} contract={id.index()} /> };
        cards = cards.child(card(context, curve, id, contract));
    }
    cards.html()
}

fn card(context: &PageContext, curve: Html, id: Id<Contract>, contract: Row<'_, Contract>) -> Html {
    let heading_id = AttrValue::from(format!("contract-{}", id.index()));
    let mut facts = tag("dl").class("facts facts--pairs");
    // What is given and what follows from it stand in one form, so that they can be compared.
    let computed = FACTS.iter().filter_map(|(_, kind)| context.session.outcome().value(kind.at([id.index()]))?.ok());
    let form = Shown::one_form(amounts(contract).into_iter().filter_map(|(_, amount)| amount).chain(computed));
    for (name, words) in given(&context.session, contract, form) {
        facts = facts.child(fact(name, tag("dt").words(name), tag("dd").words(words)));
    }
    for (name, kind) in FACTS {
        let key = kind.at([id.index()]);
        if context.session.outcome().value(key).is_some() {
            facts =
                facts.child(fact(name, tag("dt").words(name), tag("dd").child(figure_in_words(context, key, form))));
        }
    }
    let mut words = tag("div");
    if let Some(position) = contract.position() {
        words = words.child(tag("p").class("prose").words(position.to_owned()));
    }
    let heading = tag("h2").id(heading_id.clone()).words(contract.name().to_owned());
    section_of(heading_id, heading)
        .key(id.index())
        .child(words)
        .child(tag("div").child(facts))
        .child(tag("div").child(curve))
        .html()
}

/// The amounts that the plan gives of a contract, in pounds.
fn amounts(contract: Row<'_, Contract>) -> [(&'static str, Option<Decimal>); 4] {
    [
        ("Base value", contract.base()),
        ("Tolerance, cap or ceiling above the base", contract.above()),
        ("Tolerance, collar or floor below the base", contract.below()),
        ("Gap between the two sides", contract.gap()),
    ]
    .map(|(name, cell)| (name, cell.map(|cell| cell.get().pounds())))
}

/// What the plan gives of a contract, in words.
fn given(session: &Session, contract: Row<'_, Contract>, form: Shown) -> Vec<(&'static str, String)> {
    let plan = session.plan();
    let organisation = |of: Option<_>| of.and_then(|of| plan.organisations.get(of)).map(|of| of.name().to_owned());
    let rows = [
        ("Provider", organisation(Some(contract.provider()))),
        ("Held by", organisation(contract.host())),
        ("Year", contract.year().map(|year| year.to_string())),
        ("Form", contract.form().map(|form| capitalised(&choice_words(form.word())))),
        ("State of the negotiation", contract.status().map(|status| capitalised(&choice_words(status.word())))),
    ];
    let amounts = amounts(contract).map(|(name, pounds)| {
        let words = pounds.map(|pounds| match form.money {
            MoneyUnit::Pounds => format::money(Ok(pounds)),
            _ => shown(Ok(pounds), Unit::Money, form.money, form.places, form.with_unit),
        });
        (name, words)
    });
    rows.into_iter().chain(amounts).filter_map(|(name, words)| Some((name, words?))).collect()
}
