use super::{cell_place, nodes, step_list, tag};
use crate::session::Session;
use one_plan_model::calculation::{CellAddress, FigureKey};
use one_plan_model::outcome;
use yew::prelude::*;

/// Why a number is what it is, and what a person may do about it.
pub struct Explanation<'a> {
    /// The plan that is open.
    pub session: Option<&'a Session>,
    /// The figure that is explained, last, after those that led to it.
    pub trail: &'a [FigureKey],
    /// Its explanation; none where the plan no longer gives rise to it.
    pub found: Option<&'a outcome::Explanation>,
    /// How many steps are shown.
    pub most_steps: usize,
    /// Explains a figure that the explanation names.
    pub deeper: Callback<FigureKey>,
    /// Shows more steps.
    pub more: Callback<()>,
    /// Goes back to the figure before.
    pub back: Callback<()>,
    /// Takes the explanation away.
    pub close: Callback<()>,
}

impl Explanation<'_> {
    /// The rule, the steps, and the cells of the plan it stands on. Beside the page where there is
    /// room, over its lower part where there is not.
    ///
    /// Its element stays when there is nothing to explain; only its content goes.
    pub fn view(&self) -> Html {
        let aside = tag("aside");
        match self.session.zip(self.trail.last()) {
            None => aside.flag("hidden", true),
            Some((session, figure)) => aside
                .class("panel")
                .attribute("aria-labelledby", "explanation-title")
                .child(self.content(session, *figure)),
        }
        .html()
    }

    fn content(&self, session: &Session, figure: FigureKey) -> Html {
        let plan = session.plan();
        let close = button("button button--secondary button--small panel__close", "✕", &self.close).words("Close");
        let mut back = tag("div").class("panel__back");
        if let Some(before) = self.trail.iter().rev().nth(1) {
            let words = format!("Back to {}", before.label(plan));
            back = back.child(button("button button--quiet", "←", &self.back).words(words));
        }
        let title = tag("h2").id("explanation-title").attribute("tabindex", "-1").words(figure.label(plan));
        let reasons = match self.found {
            Some(explanation) => self.reasons(session, figure, explanation),
            None => tag("p").words("The plan no longer gives rise to this number.").html(),
        };
        nodes(vec![
            tag("div").class("panel__head").child(title).child(close).html(),
            back.html(),
            tag("div").child(reasons).html(),
        ])
    }

    fn reasons(&self, session: &Session, figure: FigureKey, explanation: &outcome::Explanation) -> Html {
        let plan = session.plan();
        let kind = figure.kind;
        let mut document = tag("div");
        if let Some(name) = plan.details().and_then(|details| details.document.as_ref()) {
            document = document.child(tag("p").class("panel__note").words(format!("The document: {name}.")));
        }
        let steps = step_list(plan, &explanation.steps, self.most_steps, &self.deeper, self.more.clone());
        nodes(vec![
            tag("p")
                .class("panel__figure")
                .attribute("data-explained", figure.id(plan))
                .words(explanation.shown.clone())
                .html(),
            tag("h3").words("How it is worked out").html(),
            tag("p").class("formula").words(kind.formula).html(),
            tag("h3").words("Step by step").html(),
            steps,
            tag("h3").words("Where this comes from").html(),
            tag("p").words(format!("Rule {}: {}.", kind.rule, kind.source.trim_end_matches('.'))).html(),
            document.html(),
            tag("p")
                .class("panel__note")
                .words("In exports and in the JavaScript API this number is ")
                .child(tag("code").words(figure.id(plan)))
                .words(".")
                .html(),
        ])
    }
}

fn button(class: &'static str, sign: &'static str, act: &Callback<()>) -> super::Tag {
    tag("button")
        .attribute("type", "button")
        .class(class)
        .onclick(act.reform(|_| ()))
        .child(tag("span").attribute("aria-hidden", "true").words(sign))
}

/// The places of cells, one under the other.
pub fn cell_places(session: &Session, places: &[CellAddress]) -> Html {
    let mut list = tag("ul").class("cell-places");
    for (position, address) in places.iter().enumerate() {
        list = list.child(tag("li").key(position).child(cell_place(session.plan(), *address)));
    }
    list.html()
}
