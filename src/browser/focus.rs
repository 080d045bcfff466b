use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// Moves the focus to an element. What takes no focus by itself takes it for a program, not for the Tab key.
pub fn focus_element(element: &HtmlElement) {
    if !element.has_attribute("tabindex") && element.tab_index() < 0 {
        element.set_tab_index(-1);
    }
    let _ = element.focus();
}

/// Moves the focus to the first element within another that a selector finds.
pub fn focus_first(within: &Element, selector: &str) {
    let found = within.query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        focus_element(&element);
    }
}

/// Whether the focus is within an element.
pub fn has_focus(element: &Element) -> bool {
    focused_beside(element).is_some_and(|active| element.contains(Some(&active)))
}

/// The element that has the focus, as the tree in which another stands sees it: within a shadow root the document only
/// knows the element that holds the root.
pub fn focused_beside(element: &Element) -> Option<Element> {
    Reflect::get(&element.get_root_node(), &"activeElement".into()).ok()?.dyn_into().ok()
}

/// The application that an element is a part of. In a shadow root the document knows none of its ids, and several may stand
/// in one document: what belongs to a part of the page is looked for here.
pub fn application_of(element: &Element) -> Option<Element> {
    element.closest(".one-plan").ok().flatten()
}

/// The application in which something happens: it is to be asked for at once, because what is pressed may be gone later.
pub fn application_with(event: &Event) -> Option<Element> {
    application_of(&event.target()?.dyn_into::<Element>().ok()?)
}
