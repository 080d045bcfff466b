//! Filling `index.html`: four markers, each replaced once, and text made safe for the place it goes to.

use crate::failure::{Failure, Outcome};

/// What goes into the four markers of `index.html`.
pub struct Filling<'a> {
    /// The element that states the content security policy. It stands before anything it rules.
    pub policy: &'a str,
    /// The style sheet, linked or inline.
    pub styles: &'a str,
    /// The example plans.
    pub plans: &'a str,
    /// The scripts that start the page, last of all.
    pub scripts: &'a str,
}

/// The page with its markers replaced.
pub fn filled(template: &str, filling: &Filling<'_>) -> Outcome<String> {
    let markers = [
        ("<!-- one-plan:policy -->", filling.policy),
        ("<!-- one-plan:styles -->", filling.styles),
        ("<!-- one-plan:plans -->", filling.plans),
        ("<!-- one-plan:scripts -->", filling.scripts),
    ];
    // One pass from the left, in the order of the page: what is put in is never searched again.
    let mut page = String::new();
    let mut rest = template;
    for (marker, replacement) in markers {
        let found = template.matches(marker).count();
        let Some((before, after)) = rest.split_once(marker).filter(|_| found == 1) else {
            return Err(Failure::new(format!(
                "index.html holds `{marker}` {found} times or out of order; expected it once, \
                 in the order policy, styles, plans, scripts."
            ))
            .advise("put the marker back on a line of its own."));
        };
        page.push_str(before);
        page.push_str(replacement);
        rest = after;
    }
    page.push_str(rest);
    Ok(page)
}

/// Text made safe inside the double quotes of an attribute.
pub fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// JavaScript made safe inside `<script>`: nothing in it ends the element or opens a comment.
/// In the strings, patterns and comments where these letters can stand, the backslash changes nothing.
pub fn inline_script(script: &str) -> String {
    without_sequence(&without_sequence(script, "</script", 1), "<!--", 1)
}

/// A style sheet made safe inside `<style>`.
pub fn inline_style(style: &str) -> String {
    without_sequence(style, "</style", 1)
}

/// Puts a backslash `offset` bytes into every occurrence of `sequence` (ASCII), in upper or lower case.
fn without_sequence(text: &str, sequence: &str, offset: usize) -> String {
    let lower = text.to_ascii_lowercase();
    let mut safe = String::with_capacity(text.len());
    let mut copied = 0;
    for (start, _) in lower.match_indices(sequence) {
        let split = start + offset;
        safe.push_str(&text[copied..split]);
        safe.push('\\');
        copied = split;
    }
    safe.push_str(&text[copied..]);
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::message_of;

    const TEMPLATE: &str = "<head><!-- one-plan:policy --><!-- one-plan:styles --></head>\
                            <!-- one-plan:plans --><!-- one-plan:scripts -->";

    fn filling<'a>(plans: &'a str, scripts: &'a str) -> Filling<'a> {
        Filling { policy: "P", styles: "S", plans, scripts }
    }

    #[test]
    fn every_marker_is_replaced_in_its_place() {
        let page = filled(TEMPLATE, &filling("L", "C"));
        assert_eq!(page, Ok("<head>PS</head>LC".to_owned()));
    }

    #[test]
    fn a_marker_inside_what_is_put_in_stays_as_it_is() {
        let page = filled(TEMPLATE, &filling("<!-- one-plan:scripts -->", "C"));
        assert_eq!(page, Ok("<head>PS</head><!-- one-plan:scripts -->C".to_owned()));
    }

    #[test]
    fn a_missing_or_repeated_marker_is_named() {
        let repeated = format!("{TEMPLATE}<!-- one-plan:scripts -->");
        for template in ["<head></head>", &repeated] {
            let page = filled(template, &filling("L", "C"));
            let message = message_of(page);
            assert!(message.contains("index.html holds"), "{message}");
        }
    }

    #[test]
    fn a_script_cannot_end_its_own_element() {
        assert_eq!(inline_script("let a = '</script><!-- </SCRIPT >';"), "let a = '<\\/script><\\!-- <\\/SCRIPT >';");
        assert_eq!(inline_script("let b = 1 < 2;"), "let b = 1 < 2;");
    }

    #[test]
    fn a_style_cannot_end_its_own_element() {
        assert_eq!(inline_style("a{content:'</style>'}"), "a{content:'<\\/style>'}");
    }

    #[test]
    fn letters_outside_ascii_are_kept() {
        assert_eq!(inline_script("'£ İ </Script'"), "'£ İ <\\/Script'");
    }
}
