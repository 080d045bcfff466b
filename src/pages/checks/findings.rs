use crate::components::{
    Tag, cell_places, choice, choice_field, counted, fact, figure_in_full, filters, mentions, nodes, show_more, tag,
    titled, words_field,
};
use crate::pages::Look;
use crate::session::Desk;
use one_plan_model::calculation::{Finding, Severity};
use one_plan_model::plan::Plan;
use yew::prelude::*;

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Information];

/// A finding that concerns more figures than these names only the first.
const FIGURES_OF_A_FINDING: usize = 8;

/// A finding and its place among all.
type Placed<'a> = (usize, &'a Finding);

/// What a person should look at, the gravest first, to be narrowed by how grave it is and by words.
pub fn findings(desk: &Desk, look: &Look) -> Html {
    let session = &desk.session;
    let severity = SEVERITIES.into_iter().find(|severity| severity.word() == look.choice());
    let wanted = look.words().trim();
    let all = session.outcome().findings();
    let mut matching: Vec<Placed<'_>> = all.iter().enumerate().collect();
    matching.retain(|(_, finding)| severity.is_none_or(|severity| severity == finding.severity));
    matching.retain(|(_, finding)| wanted.is_empty() || says(session.plan(), finding, wanted));
    let mut options = vec![choice("", "Everything", severity.is_none()).html()];
    for one in SEVERITIES {
        options.push(choice(one.word(), heading(one), severity == Some(one)).html());
    }
    let fields = vec![
        choice_field("findings-severity", "Show", options, look.onchoice()),
        words_field("findings-words", "That mention", look.words(), look.onwords()),
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
    let mut room = look.rows();
    for severity in SEVERITIES {
        let of_this = matching.iter().filter(|(_, finding)| finding.severity == severity).count();
        if of_this > 0 {
            groups = groups.child(group(desk, severity, of_this, &matching, &mut room));
        }
    }
    titled("findings-title", "What to look at")
        .child(filters(fields, format!("{} of {}", counted(matching.len()), counted(all.len()))))
        .child(nothing)
        .child(groups)
        .child(show_more(matching.len().min(look.rows()), matching.len(), "findings", &look.onrows()))
        .html()
}

/// The findings of one severity, as many as there is room for.
fn group(desk: &Desk, severity: Severity, all: usize, findings: &[Placed<'_>], room: &mut usize) -> Tag {
    let mut list = tag("ul").class("findings");
    let mut position = 0_usize;
    for (at, finding) in findings {
        if finding.severity == severity && *room > 0 {
            let item = tag("li").key(position).class("finding").attribute("data-code", finding.code);
            list = list.child(item.child(one(desk, *at, finding)));
            position += 1;
            *room -= 1;
        }
    }
    let heading = format!("{} ({})", heading(severity), counted(all));
    tag("div").key(severity.word()).child(tag("h3").words(heading)).child(list)
}

/// By which ids a finding is known in this plan, and what has become of each.
fn known(desk: &Desk, at: usize) -> Tag {
    let mut words = tag("span");
    for id in desk.session.outcome().known(at) {
        if let Some(known) = desk.session.plan().known_findings.get(*id) {
            let text = [known.id.as_str(), ": ", known.state.word()].concat();
            let about = [known.name.as_str(), known.note.as_deref().unwrap_or_default()].join(". ");
            words = words.child(tag("span").class("tag").attribute("title", about).words(text)).words(" ");
        }
    }
    words
}

fn one(desk: &Desk, at: usize, finding: &Finding) -> Html {
    let plan = desk.session.plan();
    let message = tag("p")
        .class("finding__message")
        .child(severity_tag(finding.severity))
        .words(" ")
        .child(known(desk, at))
        .child(tag("strong").words(finding.message.clone()));
    let mut figures = tag("div");
    if !finding.figures.is_empty() {
        let mut facts = tag("dl").class("facts");
        for key in finding.figures.iter().take(FIGURES_OF_A_FINDING) {
            let name = tag("dt").words(key.label(plan));
            facts = facts.child(fact(key.id(plan), name, tag("dd").child(figure_in_full(desk, *key))));
        }
        figures = figures.child(facts);
    }
    let left_out = finding.figures.len().saturating_sub(FIGURES_OF_A_FINDING);
    let mut further = tag("div");
    if left_out > 0 {
        further = further.child(tag("p").words(format!("and {} further figures", counted(left_out))));
    }
    let mut places = tag("div");
    if !finding.places.is_empty() {
        places = places.child(cell_places(&desk.session, &finding.places));
    }
    let advice = tag("p").class("finding__advice").words(finding.advice);
    nodes(vec![message.html(), advice.html(), figures.html(), further.html(), places.html()])
}

fn says(plan: &Plan, finding: &Finding, wanted: &str) -> bool {
    mentions(&finding.message, wanted)
        || mentions(finding.advice, wanted)
        || finding.figures.iter().any(|figure| mentions(&figure.label(plan), wanted))
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
