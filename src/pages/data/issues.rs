use crate::components::{choice, choice_field, count_of, filters, load_issue, show_more, tag, titled};
use crate::page_context::ViewProperties;
use crate::pages::view_state::use_view_state;
use yew::prelude::*;

/// Every problem and remark, worst first: those of a chosen severity.
#[component]
pub fn Issues(properties: &ViewProperties) -> Html {
    let session = &properties.context.session;
    let view = use_view_state("issues-", session.clone());
    let Some(report) = session.load_report() else { return tag("div").html() };
    let found: Vec<_> =
        report.issues.iter().filter(|issue| view.choice.is_empty() || *issue.severity == *view.choice).collect();
    let mut list = tag("ol").class("error-summary__list");
    for (position, issue) in found.iter().take(view.rows).enumerate() {
        list = list.child(tag("li").key(position).class("finding").child(load_issue(issue)));
    }
    let section = titled("issues-title", "Problems and remarks");
    if report.issues.is_empty() {
        return section.child(tag("p").words("There are none: everything in the files is used.")).html();
    }
    let of = |severity: &str| report.issues.iter().filter(|issue| issue.severity == severity).count();
    let lead = format!(
        "{}, {}, {}.",
        count_of(of("error"), "place that is not used", "places that are not used"),
        count_of(of("warning"), "place to look at", "places to look at"),
        count_of(of("information"), "remark", "remarks"),
    );
    let options = [("", "Everything"), ("error", "Not used"), ("warning", "To look at"), ("information", "Remarks")];
    let options = options.map(|(value, words)| choice(value, words, *view.choice == *value).html()).to_vec();
    let count = count_of(found.len(), "is found", "are found");
    section
        .child(tag("p").words(lead))
        .child(filters(vec![choice_field("issues-severity", "Show", options, view.onchoice.clone())], count))
        .child(list)
        .child(show_more(view.rows.min(found.len()), found.len(), "problems and remarks", &view.onrows))
        .html()
}
