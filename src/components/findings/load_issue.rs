use crate::components::{capitalised, nodes, tag};
use crate::session::LoadIssue;
use yew::prelude::*;

/// What is to be said of a place in a file: the place, what stands there, what is wrong, what was expected, and what
/// became of it.
pub fn load_issue(issue: &LoadIssue) -> Html {
    let mut what = capitalised(&issue.what);
    if !what.ends_with('.') {
        what.push('.');
    }
    let mut found = tag("span").class("problem__found");
    if !issue.value.is_empty() {
        found = found.words(format!(" Found: {}.", issue.value));
    }
    let mut places = tag("span").class("problem__place").child(tag("span").words(issue.place.clone()));
    if let (Some(table), Some(column)) = (&issue.table, &issue.table_column) {
        places = places.child(tag("code").words(format!("{table}.{column}")));
    }
    nodes(vec![
        tag("strong").words(what).html(),
        found.html(),
        tag("span")
            .class("problem__expected")
            .words(format!(" Expected: {}. ({}.)", issue.expected, capitalised(&issue.effect)))
            .html(),
        places.html(),
    ])
}
