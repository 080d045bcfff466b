use crate::components::{Tag, counted, tag};
use yew::prelude::*;

/// How many lines stand on one page of a list.
pub(super) const LINES_OF_A_PAGE: usize = 25;

/// The page that is shown of so many lines, counted from nothing: the one that the address names, or else that on which
/// a line stands.
pub(super) fn page_shown(named: &str, of_line: Option<usize>, lines: usize) -> usize {
    let named = named.parse::<usize>().map(|page| page.saturating_sub(1)).ok();
    let page = named.or(of_line.map(|at| at / LINES_OF_A_PAGE)).unwrap_or_default();
    page.min(lines.div_ceil(LINES_OF_A_PAGE).saturating_sub(1))
}

/// The way to the other pages of a list, where it has more than one. What is chosen is the number of a page from one.
pub(super) fn pager(called: &'static str, page: usize, lines: usize, choose: &Callback<AttrValue>) -> Html {
    if lines <= LINES_OF_A_PAGE {
        return tag("div").html();
    }
    let button = |words: &'static str, to: Option<usize>| -> Tag {
        let button = tag("button").attribute("type", "button").class("button button--secondary button--small");
        let button = button.words(words);
        match to {
            Some(to) => button.onclick(choose.reform(move |_| (to + 1).to_string().into())),
            // A button that does nothing stays: one that goes takes the focus with it.
            None => button.attribute("aria-disabled", "true"),
        }
    };
    let from = page * LINES_OF_A_PAGE;
    let until = lines.min(from + LINES_OF_A_PAGE);
    let words = format!("{} to {} of {}", counted(from + 1), counted(until), counted(lines));
    tag("nav")
        .class("toolbar")
        .attribute("aria-label", called)
        .child(button("Previous", page.checked_sub(1)))
        .child(tag("span").attribute("role", "status").words(words))
        .child(button("Next", (until < lines).then_some(page + 1)))
        .html()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_the_one_that_is_named_or_that_of_the_line() {
        assert_eq!(page_shown("", None, 74), 0);
        assert_eq!(page_shown("2", None, 74), 1);
        assert_eq!(page_shown("", Some(67), 74), 2);
        assert_eq!(page_shown("1", Some(67), 74), 0);
        assert_eq!(page_shown("99", None, 74), 2);
        assert_eq!(page_shown("0", None, 0), 0);
    }
}
