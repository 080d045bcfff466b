use super::printable::is_hidden;
use super::spreadsheet_text::protected;

/// A text as a cell of a file of comma-separated values, in quotation marks where it needs them. What a spreadsheet would run
/// as a formula is kept as text by an apostrophe; a number needs none. Characters that a terminal would obey are left out.
pub(crate) fn csv_cell(text: &str) -> String {
    let safe: String =
        text.chars().map(|letter| if is_hidden(letter) && letter != '\n' { ' ' } else { letter }).collect();
    let protected = protected(&safe);
    // What was hidden at the beginning is a blank now: it would be seen as one all the same.
    let safe = if text.starts_with(['\t', '\r', '\n']) && protected == safe { format!("'{safe}") } else { protected };
    if safe.contains([',', ';', '"', '\n']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        for text in ["=1+1", "-2+3+cmd|' /C calc'!A0", " =1", "\u{200b}=1", "\t=1", "\ta"] {
            assert!(csv_cell(text).trim_start_matches('"').starts_with('\''), "{text:?}: {}", csv_cell(text));
        }
        for text in ["-5", "12", "Beds - acute", "a=b", ""] {
            assert_eq!(csv_cell(text), text);
        }
    }

    #[test]
    fn what_a_terminal_would_obey_does_not_get_out() {
        assert_eq!(csv_cell("a\u{1b}[31m\r\u{9b}\u{202e}b"), "a [31m   b");
        assert_eq!(csv_cell("two\nlines"), "\"two\nlines\"");
    }

    #[test]
    fn what_would_end_a_cell_stands_in_quotation_marks() {
        assert_eq!(["a, b", "a; b", "a \"b\""].map(csv_cell), ["\"a, b\"", "\"a; b\"", "\"a \"\"b\"\"\""]);
    }
}
