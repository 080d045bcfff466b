//! Lists of attribute names, each kept once.
//!
//! A page has thousands of elements, and the names on most of them are the same few lists, such as class and id. yew compares two
//! elements by place where both have the very same list, and by a map of names where they have not, which takes most of the
//! time of drawing a large table again.

use std::cell::RefCell;

/// A list of attribute names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AttributeNames(usize);

/// A list, and those that are one name longer.
#[derive(Default)]
struct List {
    names: &'static [&'static str],
    longer: Vec<(&'static str, AttributeNames)>,
}

thread_local! {
    /// There are as many lists as there are kinds of elements on the pages: none is ever given back. The first is empty.
    static LISTS: RefCell<Vec<List>> = RefCell::new(vec![List::default()]);
}

impl AttributeNames {
    /// The names, in the order in which they were given.
    pub fn names(self) -> &'static [&'static str] {
        LISTS.with_borrow(|lists| lists.get(self.0).map_or(&[][..], |list| list.names))
    }

    /// The list with one more name.
    pub fn with(self, name: &'static str) -> Self {
        LISTS.with_borrow_mut(|lists| {
            let Some(list) = lists.get(self.0) else { return self };
            if let Some((_, longer)) = list.longer.iter().find(|(other, _)| *other == name) {
                return *longer;
            }
            let names: Vec<&'static str> = list.names.iter().copied().chain([name]).collect();
            let longer = Self(lists.len());
            lists.push(List { names: names.leak(), longer: Vec::new() });
            if let Some(list) = lists.get_mut(self.0) {
                list.longer.push((name, longer));
            }
            longer
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_names_in_the_same_order_are_the_very_same_list() {
        let list = |names: &[&'static str]| names.iter().fold(AttributeNames::default(), |list, name| list.with(name));
        let (one, other) = (list(&["class", "id"]), list(&["class", "id"]));
        assert!(std::ptr::eq(one.names(), other.names()));
        assert_eq!(one.names(), ["class", "id"]);
        assert_eq!(list(&["id", "class"]).names(), ["id", "class"]);
        assert_eq!(AttributeNames::default().names(), [""; 0]);
    }
}
