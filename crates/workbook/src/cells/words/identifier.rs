//! Identifiers that are made of words.

use one_plan_model::plan::Identifier;

/// An identifier of words: `Planned care` is `planned-care`.
///
/// ```
/// use one_plan_workbook::cells::identifier_of;
/// assert_eq!(identifier_of("Planned Care (QIPP) – 1a").as_deref(), Some("planned-care-qipp-1a"));
/// assert_eq!(identifier_of("!"), None);
/// ```
pub fn identifier_of(words: &str) -> Option<String> {
    let mut identifier = String::new();
    for letter in words.trim().chars() {
        if let Some(plain) = plain_letter(letter) {
            identifier.push_str(plain);
        } else if letter.is_ascii_alphanumeric() {
            identifier.push(letter.to_ascii_lowercase());
        } else if letter != '\'' && !identifier.is_empty() && !identifier.ends_with('-') {
            identifier.push('-');
        }
    }
    let mut identifier = identifier.trim_end_matches('-').to_owned();
    identifier.truncate(Identifier::LONGEST);
    let identifier = identifier.trim_end_matches('-');
    (!identifier.is_empty()).then(|| identifier.to_owned())
}

/// The letters that occur in names of places and are no ASCII.
const fn plain_letter(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\u{e0}'..='\u{e5}' => "a",
        '\u{e8}'..='\u{eb}' => "e",
        '\u{ec}'..='\u{ef}' => "i",
        '\u{f2}'..='\u{f6}' => "o",
        '\u{f9}'..='\u{fc}' => "u",
        '\u{e7}' => "c",
        '\u{f1}' => "n",
        '\u{2019}' => "",
        _ => return None,
    })
}
