use super::tag::Tag;
use std::rc::Rc;
use yew::virtual_dom::VNode;

/// Takes the numbers and links of a table out of the order of the Tab key; whether there are any.
///
/// A table of three hundred numbers is one stop: its region. Arrow keys go through what stands in its cells (the hook for
/// table keys). Fields stay stops of their own, as arrow keys are theirs.
pub(super) fn without_stops(table: &mut Tag) -> bool {
    let mut found = false;
    if let Some(children) = table.children_mut() {
        take_out(children, &mut found);
    }
    found
}

fn take_out(node: &mut VNode, found: &mut bool) {
    match node {
        VNode::VTag(element) => {
            let element = Rc::make_mut(element);
            if matches!(element.tag(), "button" | "a") {
                element.add_attribute("tabindex", "-1");
                *found = true;
            } else if let Some(children) = element.children_mut() {
                take_out(children, found);
            }
        }
        VNode::VList(list) => {
            for child in Rc::make_mut(list).iter_mut() {
                take_out(child, found);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::tag;

    fn stops(table: Tag) -> (bool, String) {
        let mut table = table;
        let found = without_stops(&mut table);
        (found, format!("{:?}", table.html()))
    }

    #[test]
    fn numbers_and_links_are_no_stops_and_fields_are() {
        let cell = |inner: Tag| tag("tr").child(tag("td").child(tag("span").child(inner)));
        let table = tag("table").children(vec![cell(tag("button")).html(), cell(tag("a")).html()]);
        let (found, drawn) = stops(table);
        assert!(found);
        assert_eq!(drawn.matches("tabindex").count(), 2, "{drawn}");
        let (found, drawn) = stops(tag("table").child(cell(tag("input"))));
        assert!(!found && !drawn.contains("tabindex"), "{drawn}");
    }
}
