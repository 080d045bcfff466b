use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

/// Words with a capital letter at the beginning.
///
/// ```
/// use one_plan_page::components::capitalised;
/// assert_eq!(capitalised("scheme lists"), "Scheme lists");
/// assert_eq!(capitalised("£5"), "£5");
/// ```
pub fn capitalised(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// What is spoken letter by letter, and so written in capitals.
const IN_CAPITALS: [&str; 8] = ["cip", "cquin", "gp", "icb", "nhs", "pct", "qipp", "wte"];

/// A word of the plan file as people write it: spaces for dashes, and capitals where the letters are spoken.
///
/// ```
/// use one_plan_page::components::choice_words;
/// assert_eq!(choice_words("nhs-trust"), "NHS trust");
/// assert_eq!(choice_words("wte_now"), "WTE now");
/// assert_eq!(choice_words("commissioning-group"), "commissioning group");
/// ```
pub fn choice_words(word: &str) -> String {
    let words = word
        .split(['-', '_'])
        .map(|part| if IN_CAPITALS.contains(&part) { part.to_ascii_uppercase() } else { part.to_owned() });
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a text holds another, whatever the case of its Latin letters without accents.
///
/// ```
/// use one_plan_page::components::mentions;
/// assert!(mentions("Long Term Conditions", "long TERM"));
/// assert!(!mentions("Planned Care", "acute"));
/// ```
pub fn mentions(text: &str, wanted: &str) -> bool {
    text.to_ascii_lowercase().contains(&wanted.to_ascii_lowercase())
}

/// What stands in the field, or is chosen in it, from which an event comes.
pub fn field_value(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    match target.dyn_ref::<HtmlSelectElement>() {
        Some(select) => select.value(),
        None => target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default(),
    }
}

/// Whether what is folded, from which an event comes, is open now.
pub fn is_opened(event: &Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}
