use super::argument::text_of_plan;
use crate::app::{Application, ApplicationProperties, HostMode};
use crate::navigation::Page;
use crate::rescue;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventInit};
use yew::{AppHandle, Renderer};

/// The page inside an element of another document.
#[wasm_bindgen(skip_typescript)]
pub struct Mounted {
    handle: Option<AppHandle<Application>>,
    place: Element,
}

#[wasm_bindgen]
impl Mounted {
    /// Takes the page out of the element again. A second call does nothing.
    pub fn destroy(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
            rescue::leave(&self.place);
        }
    }
}

/// Puts the page into an element of another document.
///
/// # Errors
///
/// When `element` is no element, or `options` holds something that cannot be meant.
#[wasm_bindgen(skip_typescript)]
pub fn mount(element: &JsValue, options: &JsValue) -> Result<Mounted, JsError> {
    let Some(element) = element.dyn_ref::<Element>() else {
        return Err(JsError::new("mount: the first argument must be an element of the document."));
    };
    let option = |name: &str| {
        let options = options.is_object().then_some(options)?;
        let value = Reflect::get(options, &name.into()).ok()?;
        (!value.is_undefined() && !value.is_null()).then_some(value)
    };
    let plan = option("plan").map(|plan| text_of_plan("mount", &plan)).transpose()?;
    let page = option("page").map(|page| page_of(&page)).transpose()?;
    // The page has the element for itself: what stood there would stand between its parts.
    element.set_text_content(None);
    rescue::install();
    rescue::protect(element);
    let properties = ApplicationProperties { mode: HostMode::Embedded, plan: plan.map(Into::into), page };
    let handle = Renderer::<Application>::with_root_and_props(element.clone(), properties).render();
    tell_scripts(element);
    Ok(Mounted { handle: Some(handle), place: element.clone() })
}

/// Tells the scripts of the page where it stands: they find no way into a shadow root by themselves.
fn tell_scripts(element: &Element) {
    let how = EventInit::new();
    how.set_bubbles(true);
    how.set_composed(true);
    if let Ok(event) = Event::new_with_event_init_dict("one-plan-mounted", &how) {
        // Nobody can refuse it: what it answers says nothing.
        let _ = element.dispatch_event(&event);
    }
}

fn page_of(page: &JsValue) -> Result<Page, JsError> {
    let word = page.as_string().unwrap_or_default();
    Page::named(&word).ok_or_else(|| {
        let pages: Vec<&str> = Page::OF_A_PLAN.iter().map(|page| page.word()).collect();
        JsError::new(&format!("mount: there is no page \"{word}\"; expected one of {}.", pages.join(", ")))
    })
}
