use super::cause_words;
use super::finding_line::{FindingLine, mentions_finding};
use super::line_id::line_id;
use super::pager::{LINES_OF_A_PAGE, page_shown, pager};
use crate::components::{
    FINDING, Tag, address_value, choice, choice_field, count_of, counted, filters, keep_in_address, show_in_view, tag,
    titled, use_address_value, words_field,
};
use crate::page_context::{PageContext, ViewProperties};
use crate::pages::view_state::{OnPaper, ViewState, use_view_state};
use one_plan_model::calculation::{Finding, Severity};
use one_plan_model::outcome::{Cause, finding_kinds};
use yew::prelude::*;

/// What can be shown: the word in the address, and what it is called.
const SHOWN: [(&str, &str); 6] = [
    ("", "Everything"),
    ("open", "What is open"),
    ("settled", "What is settled"),
    ("error", "Errors"),
    ("warning", "Things that do not agree, or to ask"),
    ("information", "Worth knowing"),
];

/// So many findings are printed where every table is; a plan of a large file may have thousands.
const LINES_ON_PAPER: usize = 500;

/// What a person should look at, by cause, the most pounds first; each is one line that opens.
#[component]
pub fn Findings(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let state = use_view_state("", ());
    let (page, choose) = use_address_value("page");
    let (opened, _) = use_address_value(FINDING);
    let prepared = use_memo(context.session.clone(), |session| {
        (session.outcome().causes(), session.outcome().finding_names(session.plan()))
    });
    let (causes, names) = &*prepared;
    let matching = matching(context, causes, &state.choice, state.words.trim());
    // A link to a finding leads to the page on which it stands.
    let of_opened = matching.iter().position(|(_, at)| names.get(*at).is_some_and(|name| *name == *opened));
    let page = page_shown(&page, of_opened, matching.len());
    let place = use_node_ref();
    use_effect_with(opened.clone(), {
        let place = place.clone();
        move |opened| {
            if !opened.is_empty() {
                show_in_view(&place, &line_id(opened));
            }
        }
    });
    // Paper has no button for the others.
    let on_paper = use_context::<OnPaper>();
    let (page, lines) = match on_paper {
        None => (page, LINES_OF_A_PAGE),
        Some(OnPaper::Short) => (0, LINES_OF_A_PAGE),
        Some(OnPaper::Whole) => (0, LINES_ON_PAPER),
    };
    let on_page = matching.get(page * lines..).unwrap_or_default();
    let on_page = on_page.get(..lines).unwrap_or(on_page);
    let list = groups(context, on_page, (causes, names), &opened).place(place);
    let all = context.session.outcome().findings().len();
    let mut nothing = tag("div");
    if matching.is_empty() {
        nothing = nothing.child(tag("p").words(match all {
            0 => "There is nothing to look at: the plan agrees with itself.",
            _ => "Nothing fits this choice.",
        }));
    }
    let others = match on_paper {
        Some(_) => left_out(matching.len().saturating_sub(lines)),
        None => pager("Pages of findings", page, matching.len(), &choose),
    };
    titled("findings-title", "What to look at")
        .child(filters(fields(&state, &choose), format!("{} of {}", counted(matching.len()), counted(all))))
        .child(nothing)
        .child(list)
        .child(others)
        .html()
}

/// The fields that say what is looked for. Whoever looks for something else begins on the first page.
fn fields(state: &ViewState, choose: &Callback<AttrValue>) -> Vec<Tag> {
    let to_first = {
        let choose = choose.clone();
        move || {
            if !address_value("page").is_empty() {
                choose.emit(AttrValue::default());
            }
        }
    };
    let options = SHOWN.map(|(word, words)| choice(word, words, *state.choice == *word).html()).to_vec();
    let onchoice = Callback::from({
        let (to_first, onchoice) = (to_first.clone(), state.onchoice.clone());
        move |event| {
            to_first();
            onchoice.emit(event);
        }
    });
    let onwords = Callback::from({
        let onwords = state.onwords.clone();
        move |event| {
            to_first();
            onwords.emit(event);
        }
    });
    vec![
        choice_field("findings-severity", "Show", options, onchoice),
        words_field("findings-words", "That mention", &state.words, onwords),
    ]
}

/// That so many findings do not stand on the paper.
fn left_out(count: usize) -> Html {
    let words = |left| {
        let left = count_of(left, "finding is", "findings are");
        tag("p").words(format!("{left} not printed: the page of checks has them.")).html()
    };
    tag("div").maybe(Some(count).filter(|count| *count > 0).map(words)).html()
}

/// Findings by their causes, each a line that opens; `opened` is the name of the one that is.
fn groups(
    context: &PageContext,
    on_page: &[(usize, usize)],
    (causes, names): (&[Cause], &[String]),
    opened: &AttrValue,
) -> Tag {
    let onopen = Callback::from(|name: AttrValue| keep_in_address(FINDING, &name));
    let mut list = tag("div").class("findings");
    for of_cause in on_page.chunk_by(|(left, _), (right, _)| left == right) {
        let mut lines = tag("ul");
        for (_, at) in of_cause {
            let name = AttrValue::from(names.get(*at).cloned().unwrap_or_default());
            let (context, onopen, is_open) = (context.clone(), onopen.clone(), name == *opened);
            let line = html! { <FindingLine {context} at={*at} name={name.clone()} {is_open} {onopen} /> };
            lines = lines.child(tag("li").key(name.to_string()).child(line));
        }
        if let Some(cause) = of_cause.first().and_then(|(cause, _)| causes.get(*cause)) {
            list = list.child(group(cause, lines));
        }
    }
    list
}

/// The lines of one cause, with what they have in common.
fn group(cause: &Cause, lines: Tag) -> Html {
    let mut meaning = tag("div");
    let when = finding_kinds().find(|kind| kind.code == cause.code).map_or("", |kind| kind.when());
    if !when.is_empty() {
        meaning = meaning.child(tag("p").class("cause__meaning").words(when));
    }
    let heading = tag("h3").class("cause__title").words(cause_words::title(cause));
    tag("div")
        .key(format!("{}:{}", cause.code, cause.about.word()))
        .class("cause")
        .attribute("data-cause", cause.code)
        .child(heading)
        .child(tag("p").class("cause__note").words(cause_words::note(cause)))
        .child(meaning)
        .child(lines)
        .html()
}

/// The findings that are looked for, each with the position of its cause and its own.
fn matching(context: &PageContext, causes: &[Cause], shown: &str, wanted: &str) -> Vec<(usize, usize)> {
    let outcome = context.session.outcome();
    let fits = |at: usize, finding: &Finding| match shown {
        "open" => finding.severity != Severity::Information && !outcome.is_settled(at),
        "settled" => finding.severity != Severity::Information && outcome.is_settled(at),
        "" => true,
        severity => finding.severity.word() == severity,
    };
    let all = causes.iter().enumerate().flat_map(|(cause, of)| of.findings.iter().map(move |at| (cause, *at)));
    let matches = |(_, at): &(usize, usize)| {
        let finding = outcome.findings().get(*at);
        finding.is_some_and(|one| fits(*at, one) && (wanted.is_empty() || mentions_finding(context, *at, one, wanted)))
    };
    all.filter(matches).collect()
}
