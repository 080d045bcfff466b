use std::borrow::Cow;

/// What stands in place of a character that cannot be shown.
const IN_PLACE: char = '\u{fffd}';

/// Text as it may be shown on a terminal, in several lines: without what moves the cursor, changes colours or turns
/// the direction of reading. Text of a plan could carry it there.
///
/// ```
/// use one_plan_model::exchange::printable;
/// assert_eq!(printable("red\u{1b}[31m\nline"), "red\u{fffd}[31m\nline");
/// ```
pub fn printable(text: &str) -> Cow<'_, str> {
    shown(text, |character| character != '\n' && character != '\t' && is_hidden(character))
}

/// The same in one line: text of a plan cannot look like a line that the program wrote.
///
/// ```
/// use one_plan_model::exchange::printable_line;
/// assert_eq!(printable_line("A\nCheck: passed."), "A\u{fffd}Check: passed.");
/// ```
pub fn printable_line(text: &str) -> Cow<'_, str> {
    shown(text, is_hidden)
}

fn shown(text: &str, is_hidden: impl Fn(char) -> bool) -> Cow<'_, str> {
    if text.chars().any(&is_hidden) {
        Cow::Owned(text.chars().map(|character| if is_hidden(character) { IN_PLACE } else { character }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether a character does something to the text around it instead of being seen: control characters, separators of
/// lines, and marks of direction.
pub(crate) fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
