use crate::components::{
    Tag, cell_places, choice, choice_field, count_of, counted, fact, figure_in_full, filters, mentions, nodes,
    show_more, tag, titled, words_field,
};
use crate::page_context::{PageContext, ViewProperties};
use crate::pages::view_state::use_view_state;
use one_plan_model::calculation::{Finding, Severity};
use yew::prelude::*;

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Information];

/// A finding that concerns more figures than these names only the first.
const FIGURES_OF_A_FINDING: usize = 8;

/// A finding and its place among all.
type Placed<'a> = (usize, &'a Finding);

/// What a person should look at, the gravest first, to be narrowed by how grave it is and by words.
#[component]
pub fn Findings(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let state = use_view_state(());
    let session = &context.session;
    let severity = SEVERITIES.into_iter().find(|severity| severity.word() == &*state.choice);
    let wanted = state.words.trim();
    let all = session.outcome().findings();
    let mut matching: Vec<Placed<'_>> = all.iter().enumerate().collect();
    matching.retain(|(_, finding)| severity.is_none_or(|severity| severity == finding.severity));
    matching.retain(|(at, finding)| wanted.is_empty() || says(context, *at, finding, wanted));
    let mut options = vec![choice("", "Everything", severity.is_none()).html()];
    for one in SEVERITIES {
        options.push(choice(one.word(), heading(one), severity == Some(one)).html());
    }
    let fields = vec![
        choice_field("findings-severity", "Show", options, state.onchoice.clone()),
        words_field("findings-words", "That mention", &state.words, state.onwords.clone()),
    ];
    let mut nothing = tag("div");
    if matching.is_empty() {
        nothing = nothing.child(tag("p").words(if all.is_empty() {
            "There is nothing to look at: the plan agrees with itself."
        } else {
            "Nothing fits this choice."
        }));
    }
    let mut groups = tag("div");
    let mut room = state.rows;
    for severity in SEVERITIES {
        let of_this = matching.iter().filter(|(_, finding)| finding.severity == severity).count();
        if of_this > 0 {
            groups = groups.child(group(context, severity, of_this, &matching, &mut room));
        }
    }
    titled("findings-title", "What to look at")
        .child(filters(fields, format!("{} of {}", counted(matching.len()), counted(all.len()))))
        .child(nothing)
        .child(groups)
        .child(show_more(matching.len().min(state.rows), matching.len(), "findings", &state.onrows))
        .html()
}

/// The findings of one severity, as many as there is room for.
fn group(context: &PageContext, severity: Severity, all: usize, findings: &[Placed<'_>], room: &mut usize) -> Tag {
    let mut list = tag("ul").class("findings");
    let mut position = 0_usize;
    for (at, finding) in findings {
        if finding.severity == severity && *room > 0 {
            let item = tag("li").key(position).class("finding").attribute("data-code", finding.code);
            list = list.child(item.child(one(context, *at, finding)));
            position += 1;
            *room -= 1;
        }
    }
    let heading = format!("{} ({})", heading(severity), counted(all));
    tag("div").key(severity.word()).child(tag("h3").words(heading)).child(list)
}

/// What is known in this plan of a finding: the id as the command line writes it with what has become of it, and
/// what the id means.
fn known_words(context: &PageContext, at: usize) -> Vec<(String, String)> {
    let known =
        context.session.outcome().known(at).into_iter().filter_map(|id| context.session.plan().known_findings.get(id));
    let words = known.map(|known| {
        let id = format!("{} {}", known.id().to_ascii_uppercase(), known.state().word());
        let mut meaning = known.name().to_owned();
        if let Some(note) = known.note() {
            meaning.push_str(". ");
            meaning.push_str(note);
        }
        (id, meaning)
    });
    words.collect()
}

fn known(context: &PageContext, at: usize) -> Tag {
    let words = known_words(context, at);
    if words.is_empty() {
        return tag("div");
    }
    let mut list = tag("ul").class("finding__known");
    for (id, meaning) in words {
        let id_tag = tag("span").class("tag").words(id.clone());
        list = list.child(tag("li").key(id).child(id_tag).words(" ").child(tag("span").words(meaning)));
    }
    tag("div").child(list)
}

fn one(context: &PageContext, at: usize, finding: &Finding) -> Html {
    let plan = context.session.plan();
    let message = tag("p")
        .class("finding__message")
        .child(severity_tag(finding.severity))
        .words(" ")
        .child(tag("strong").words(finding.message.clone()));
    let mut figures = tag("div");
    if !finding.figures.is_empty() {
        let mut facts = tag("dl").class("facts");
        for key in finding.figures.iter().take(FIGURES_OF_A_FINDING) {
            let name = tag("dt").words(key.label(plan));
            facts = facts.child(fact(key.id(plan), name, tag("dd").child(figure_in_full(context, *key))));
        }
        figures = figures.child(facts);
    }
    let left_out = finding.figures.len().saturating_sub(FIGURES_OF_A_FINDING);
    let mut further = tag("div");
    if left_out > 0 {
        further =
            further.child(tag("p").words(format!("and {}", count_of(left_out, "further figure", "further figures"))));
    }
    let mut places = tag("div");
    if !finding.places.is_empty() {
        places = places.child(cell_places(plan, &finding.places));
    }
    let advice = tag("p").class("finding__advice").words(finding.advice);
    nodes(vec![message.html(), known(context, at).html(), advice.html(), figures.html(), further.html(), places.html()])
}

/// Whether a finding mentions words in what is shown of it.
fn says(context: &PageContext, at: usize, finding: &Finding, wanted: &str) -> bool {
    mentions(&finding.message, wanted)
        || mentions(finding.advice, wanted)
        || finding.figures.iter().any(|figure| mentions(&figure.label(context.session.plan()), wanted))
        || known_words(context, at).iter().any(|(id, meaning)| mentions(id, wanted) || mentions(meaning, wanted))
}

fn heading(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Errors",
        Severity::Warning => "Things that do not agree",
        Severity::Information => "Worth knowing",
    }
}

fn severity_tag(severity: Severity) -> Tag {
    let (class, sign, word) = match severity {
        Severity::Error => ("tag tag--error", "✕", "Error"),
        Severity::Warning => ("tag tag--warning", "⚠", "Does not agree"),
        Severity::Information => ("tag tag--info", "i", "Worth knowing"),
    };
    tag("span").class(class).child(tag("span").attribute("aria-hidden", "true").words(sign)).words(word)
}
