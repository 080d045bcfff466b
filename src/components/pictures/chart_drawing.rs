//! A drawing of which the marks are gone through by the arrow keys: one stop for the whole chart. Its place is there at once,
//! its marks are drawn once the page stands, each drawing in a turn of its own, and where the style sheet shows another
//! drawing instead, not at all.

use crate::browser::when_it_has_room;
use crate::chart::element::{self, Child, Element};
use crate::chart::scene::Rect;
use crate::chart::{Scene, bounds::Bounds};
use crate::components::{use_is_drawn, use_live_state};
use std::rc::Rc;
use web_sys::Element as PageElement;
use yew::prelude::*;
use yew::virtual_dom::VTag;

/// Properties of [`ChartDrawing`].
#[derive(Clone, PartialEq, Properties)]
pub struct ChartDrawingProperties {
    /// What is drawn.
    pub scene: Rc<Scene>,
    /// The class names of the element around it.
    pub class: &'static str,
}

/// A drawing, and below it the mark at which a person stands.
#[component]
pub fn ChartDrawing(properties: &ChartDrawingProperties) -> Html {
    let scene = &properties.scene;
    let current = use_live_state(|| None::<usize>);
    let place = use_node_ref();
    if !use_has_room(&place) {
        let place_for_it = Scene { marks: Vec::new(), ..(**scene).clone() };
        return html! { <div class={properties.class} ref={place} data-undrawn="">{ drawing_of(&place_for_it) }</div> };
    }
    let spots = scene.spots();
    let count = spots.len();
    // Of another plan there may be fewer marks.
    let within = move |at: Option<usize>| at.filter(|at| *at < count);
    let at = within(current.get());
    if count == 0 {
        return html! { <div class={properties.class}>{ drawing_of(scene) }</div> };
    }
    let words = match at.and_then(|at| spots.get(at)) {
        Some(spot) => format!("{} ({} of {count})", spot.words, at.map_or(0, |at| at + 1)),
        None => String::new(),
    };
    let around = at.and_then(|at| spots.get(at)).map(|spot| spot.bounds);
    let onkeydown = {
        let current = current.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(next) = next(&event.key(), within(current.get()), count) {
                event.prevent_default();
                // Escape leaves the marks first, and only then what lies around the chart.
                event.stop_propagation();
                current.set(next);
            }
        })
    };
    let label = format!("{}. {count} marks: the arrow keys go through them.", scene.title);
    html! {
        <div class={properties.class}>
            <div
                class="figure__marks"
                role="application"
                aria-roledescription="chart"
                aria-label={label}
                tabindex="0"
                {onkeydown}
            >
                { drawing_of(&marked(scene, around)) }
            </div>
            <p class="figure__mark" role="status">{ words }</p>
        </div>
    }
}

/// Whether there was room for what stands at a place.
#[hook]
fn use_has_room(place: &NodeRef) -> bool {
    let has_room = use_state_eq(|| false);
    // Who arrives has the focus first.
    let is_drawn = use_is_drawn();
    use_effect_with(is_drawn, {
        let (place, has_room) = (place.clone(), has_room.setter());
        move |is_drawn| {
            let element = if *is_drawn { place.cast::<PageElement>() } else { None };
            let watched = element.map(|element| when_it_has_room(&element, move || has_room.set(true)));
            move || drop(watched)
        }
    });
    *has_room
}

/// Where a key leads among the marks; nothing for a key that leads nowhere.
fn next(key: &str, at: Option<usize>, count: usize) -> Option<Option<usize>> {
    let last = count.checked_sub(1)?;
    Some(match (key, at) {
        ("ArrowRight" | "ArrowDown", Some(at)) => Some((at + 1).min(last)),
        ("ArrowLeft" | "ArrowUp", Some(at)) => Some(at.saturating_sub(1)),
        ("ArrowRight" | "ArrowDown" | "Home", _) => Some(0),
        ("ArrowLeft" | "ArrowUp" | "End", _) => Some(last),
        ("Escape", Some(_)) => None,
        _ => return None,
    })
}

/// The drawing with a frame around the mark at which a person stands.
fn marked(scene: &Scene, around: Option<Bounds>) -> Scene {
    const ROOM: f64 = 2.0;
    let mut scene = scene.clone();
    if let Some(Bounds { x, y, width, height }) = around {
        let frame = Bounds::new(x - ROOM, y - ROOM, width + 2.0 * ROOM, height + 2.0 * ROOM);
        scene.marks.push(Rect::new("current", frame).into());
    }
    scene
}

/// The drawing as a node of the page: one `svg` with the role of an image, named by its title and
/// described by its description.
fn drawing_of(scene: &Scene) -> Html {
    node(element::svg(scene))
}

fn node(element: Element) -> Html {
    let mut tag = VTag::new(element.name);
    for (name, value) in element.attributes {
        tag.add_attribute(name, value);
    }
    for child in element.children {
        tag.add_child(match child {
            Child::Element(element) => node(element),
            Child::Text(text) => Html::from(text),
        });
    }
    tag.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arrow_keys_go_through_the_marks_and_stay_within_them() {
        assert_eq!(next("ArrowRight", None, 3), Some(Some(0)));
        assert_eq!(next("ArrowDown", Some(0), 3), Some(Some(1)));
        assert_eq!(next("ArrowRight", Some(2), 3), Some(Some(2)));
        assert_eq!(next("ArrowLeft", Some(0), 3), Some(Some(0)));
        assert_eq!(next("End", Some(0), 3), Some(Some(2)));
        assert_eq!(next("Home", Some(2), 3), Some(Some(0)));
        assert_eq!(next("Escape", Some(2), 3), Some(None));
    }

    #[test]
    fn other_keys_are_left_to_the_page() {
        assert_eq!(next("Escape", None, 3), None);
        assert_eq!(next("Tab", Some(1), 3), None);
        assert_eq!(next("ArrowRight", None, 0), None);
    }
}
