use one_plan_model::calculation::format;
use one_plan_model::quantity::whole;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};

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

/// A number of rows with commas.
pub fn counted(count: usize) -> String {
    format::count(Ok(whole(i64::try_from(count).unwrap_or(i64::MAX))))
}

/// A number of things with what they are called: one of them, or more.
///
/// ```
/// use one_plan_page::components::count_of;
/// assert_eq!(count_of(1, "row", "rows"), "1 row");
/// assert_eq!(count_of(1_200, "row", "rows"), "1,200 rows");
/// ```
pub fn count_of(count: usize, one: &str, more: &str) -> String {
    format!("{} {}", counted(count), if count == 1 { one } else { more })
}
