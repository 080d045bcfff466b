use super::line_id::line_id;
use super::settle::Settle;
use crate::components::{
    Tag, capitalised, cell_links, count_of, fact, figure_in_full, finding_link, is_opened, mentions, pounds_short, tag,
    use_fold,
};
use crate::page_context::PageContext;
use one_plan_model::calculation::{Finding, Severity};
use one_plan_model::plan::{KnownFinding, KnownFindingState, Row};
use yew::prelude::*;

/// A finding that concerns more figures than these names only the first.
const FIGURES_OF_A_FINDING: usize = 8;

/// Properties of [`FindingLine`].
#[derive(Clone, PartialEq, Properties)]
pub struct FindingLineProperties {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// The position of the finding.
    pub at: usize,
    /// Its name in the address.
    pub name: AttrValue,
    /// Whether the address leads to it, so that it is open.
    pub is_open: bool,
    /// Is told the name when the line is opened.
    pub onopen: Callback<AttrValue>,
}

/// A finding in one line, which opens: what to do, its figures, its rows with the lines of the document, and what is
/// decided about it.
#[component]
pub fn FindingLine(properties: &FindingLineProperties) -> Html {
    let FindingLineProperties { context, at, name, is_open, onopen } = properties;
    let (is_shown, fold) = use_fold(*is_open);
    let Some(finding) = context.session.outcome().findings().get(*at) else { return tag("div").html() };
    let ontoggle = Callback::from({
        let (onopen, name) = (onopen.clone(), name.clone());
        move |event: Event| {
            if is_opened(&event) {
                onopen.emit(name.clone());
            }
            fold.emit(event);
        }
    });
    let mut inner = tag("div").class("finding__body");
    // What is closed is not made: a list stays quick however much each of its lines can say.
    if is_shown {
        inner = inner.child(body(context, *at, name, finding));
    }
    tag("details")
        .class("finding")
        .id(line_id(name))
        .attribute("data-code", finding.code)
        .flag("open", is_shown)
        .ontoggle(ontoggle)
        .child(summary(context, *at, finding))
        .child(inner)
        .html()
}

fn summary(context: &PageContext, at: usize, finding: &Finding) -> Tag {
    let mut marks = tag("span").class("finding__marks");
    for known in known_by(context, at) {
        marks = marks.child(tag("span").key(known.id()).class("tag").words(mark_words(context, at, &known)));
    }
    let pounds = finding.pounds_apart().map(pounds_short).unwrap_or_default();
    tag("summary")
        .class("finding__line")
        .child(severity_tag(finding))
        .child(tag("span").class("finding__message").words(finding.message.clone()))
        .child(marks)
        .child(tag("span").class("finding__pounds").words(pounds))
}

fn body(context: &PageContext, at: usize, name: &AttrValue, finding: &Finding) -> Tag {
    let plan = context.session.plan();
    let mut figures = tag("div");
    if !finding.figures.is_empty() {
        let mut facts = tag("dl").class("facts");
        for key in finding.figures.iter().take(FIGURES_OF_A_FINDING) {
            let label = tag("dt").words(key.label(plan));
            facts = facts.child(fact(key.id(plan), label, tag("dd").child(figure_in_full(context, *key))));
        }
        figures = figures.child(facts);
    }
    let left_out = finding.figures.len().saturating_sub(FIGURES_OF_A_FINDING);
    let mut further = tag("div");
    if left_out > 0 {
        let words = format!("and {}", count_of(left_out, "further figure", "further figures"));
        further = further.child(tag("p").words(words));
    }
    let mut places = tag("div");
    if !finding.places.is_empty() {
        places = places.child(cell_links(plan, &finding.places));
    }
    let mut known = tag("div");
    for of in known_by(context, at) {
        let note = of.note().map(|note| format!(". {note}")).unwrap_or_default();
        known = known.child(tag("p").key(of.id()).class("finding__known").words(format!("{}{note}", of.name())));
    }
    let settle = html! { <Settle context={context.clone()} {at} name={name.clone()} /> };
    let link = tag("a").attribute("href", finding_link(name)).words("Link to this finding");
    tag("div")
        .child(tag("p").class("finding__advice").words(finding.advice))
        .child(figures)
        .child(further)
        .child(places)
        .child(known)
        .child(tag("div").child(settle))
        .child(tag("p").child(link))
}

/// What has become of the finding and who looks after it, where what the plan knows decides about it; its id, by which it is
/// looked for, comes last.
fn mark_words(context: &PageContext, at: usize, known: &Row<'_, KnownFinding>) -> String {
    let id = known.id().to_ascii_uppercase();
    // Nobody to ask is worth seeing, where it is settled all the same.
    let is_alone = known.state() != KnownFindingState::Open && known.post().is_none();
    let owner = if is_alone { ", no owner" } else { "" };
    match decided_words(context, at, known) {
        Some(words) => format!("{}{owner} ({id})", capitalised(&words)),
        None => format!("See also {id}"),
    }
}

/// The same as the command line lists it: whoever has it from there looks for it in these words.
fn listed_words(context: &PageContext, at: usize, known: &Row<'_, KnownFinding>) -> String {
    let decided = decided_words(context, at, known).map(|words| format!(" {words}")).unwrap_or_default();
    format!("{}{decided}", known.id().to_ascii_uppercase())
}

/// What is decided about a finding and who looks after it; nothing where this does not decide about it.
fn decided_words(context: &PageContext, at: usize, known: &Row<'_, KnownFinding>) -> Option<String> {
    let deciding = context.session.outcome().deciding(at);
    let mut all = deciding.iter().filter_map(|of| context.session.plan().known_findings.get(*of));
    let decides = all.any(|of| of.id() == known.id());
    let owner = known.post().map(|post| format!(", {post}")).unwrap_or_default();
    decides.then(|| format!("{}{owner}", known.state().word()))
}

/// What the plan knows of a finding.
fn known_by(context: &PageContext, at: usize) -> Vec<Row<'_, KnownFinding>> {
    let known = context.session.outcome().known(at);
    known.into_iter().filter_map(|id| context.session.plan().known_findings.get(id)).collect()
}

/// Whether a finding mentions words in what is shown of it.
pub(super) fn mentions_finding(context: &PageContext, at: usize, finding: &Finding, wanted: &str) -> bool {
    let of_known = |known: Row<'_, KnownFinding>| {
        let (mark, listed) = (mark_words(context, at, &known), listed_words(context, at, &known));
        let texts = [Some(&*mark), Some(&*listed), Some(known.name()), known.note()];
        texts.into_iter().flatten().any(|text| mentions(text, wanted))
    };
    mentions(&finding.message, wanted)
        || mentions(finding.advice, wanted)
        || mentions(&finding.code.replace('-', " "), wanted)
        || finding.figures.iter().any(|figure| mentions(&figure.label(context.session.plan()), wanted))
        || known_by(context, at).into_iter().any(of_known)
}

fn severity_tag(finding: &Finding) -> Tag {
    let (class, sign, word) = match finding.severity {
        Severity::Error => ("tag tag--error", "✕", "Error"),
        Severity::Warning if finding.sets_against_each_other() => ("tag tag--warning", "⚠", "Does not agree"),
        Severity::Warning => ("tag tag--warning", "⚠", "To look at"),
        Severity::Information => ("tag tag--info", "i", "Worth knowing"),
    };
    tag("span").class(class).child(tag("span").attribute("aria-hidden", "true").words(sign)).words(word)
}
