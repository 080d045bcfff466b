use crate::app::state::{Action, State};
use crate::open_file::Refusal;
use gloo::events::EventListener;
use gloo::utils::document;
use js_sys::Reflect;
use one_plan_model::exchange::Problem;
use yew::prelude::*;

/// The event by which the script of links says that one holds no plan that can be opened.
const REFUSED: &str = "one-plan-link-refused";

/// A link that cannot be opened is refused as a file is: what is wrong with it, and what would be opened.
#[hook]
pub fn use_refused_links(dispatcher: UseReducerDispatcher<State>) {
    use_effect_with((), move |()| {
        let listener = EventListener::new(&document(), REFUSED, move |event| {
            let detail = Reflect::get(event, &"detail".into()).unwrap_or_default();
            let words = |name: &str| Reflect::get(&detail, &name.into()).ok().and_then(|words| words.as_string());
            let problem = Problem::of_file(words("what").unwrap_or_default(), words("expected").unwrap_or_default());
            dispatcher.dispatch(Action::Refuse(Refusal { name: "The link".into(), problems: [problem].into() }));
        });
        move || drop(listener)
    });
}
