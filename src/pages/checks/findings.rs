use crate::components::{
    Tag, cell_places, choice, choice_field, counted, fact, figure_in_full, filters, mentions, nodes, show_more, tag,
    titled, words_field,
};
use crate::pages::Look;
use crate::session::Desk;
use one_plan_model::calculation::{Finding, Severity};
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
    matching.retain(|(at, finding)| wanted.is_empty() || says(desk, *at, finding, wanted));
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

/// What is known in this plan of a finding: the id as the command line writes it with what has become of it, and
/// what the id means.
fn known_words(desk: &Desk, at: usize) -> Vec<(String, String)> {
    let known = desk.session.outcome().known(at).iter().filter_map(|id| desk.session.plan().known_findings.get(*id));
    let words = known.map(|known| {
        let id = [&*known.id.as_str().to_ascii_uppercase(), " ", known.state.word()].concat();
        let mut meaning = known.name.clone();
        if let Some(note) = &known.note {
            meaning.push_str(". ");
            meaning.push_str(note);
        }
        (id, meaning)
    });
    words.collect()
}

fn known(desk: &Desk, at: usize) -> Tag {
    let words = known_words(desk, at);
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

fn one(desk: &Desk, at: usize, finding: &Finding) -> Html {
    let plan = desk.session.plan();
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
    nodes(vec![message.html(), known(desk, at).html(), advice.html(), figures.html(), further.html(), places.html()])
}

/// Whether a finding mentions words in what is shown of it.
fn says(desk: &Desk, at: usize, finding: &Finding, wanted: &str) -> bool {
    mentions(&finding.message, wanted)
        || mentions(finding.advice, wanted)
        || finding.figures.iter().any(|figure| mentions(&figure.label(desk.session.plan()), wanted))
        || known_words(desk, at).iter().any(|(id, meaning)| mentions(id, wanted) || mentions(meaning, wanted))
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
