//! Every rule broken once, in sources made up for it.

use super::numbered_floors;
use super::rules::{Floor, House, Rule, Violation};
use super::tree::Tree;

/// Three floors, `low`, `rules` and `high`, of which `rules` is ordered.
fn house() -> House {
    let floor = |name: &str, may_use: &[&str]| Floor {
        name: name.to_owned(),
        may_use: may_use.iter().map(|name| (*name).to_owned()).collect(),
    };
    let floors = vec![floor("low", &[]), floor("rules", &["low"]), floor("high", &["low", "rules"])];
    House { folder: "made".to_owned(), floors, ordered: Some(("rules", "rules")) }
}

/// The list of the made-up rules; `shared` is none of them.
const LIST: &str = "macro_rules! rules { ($($rule:ident,)*) => { $($rule::run();)* } } rules! { first, second, }";

/// What the files break, beside files that are there in every house.
fn broken(files: &[(&str, &str)]) -> Vec<Violation> {
    let always = [("made/lib.rs", "pub mod low; pub mod rules; pub mod high;"), ("made/rules/mod.rs", LIST)];
    let given = files.iter().copied();
    let others = always.into_iter().filter(|(name, _)| !files.iter().any(|(given, _)| given == name));
    let tree = Tree::of_sources("made", given.chain(others)).unwrap_or_else(|error| panic!("{error}"));
    house().violations(&tree)
}

/// Asserts that one rule is broken, once, and that the message says each of the words.
fn assert_broken(files: &[(&str, &str)], rule: Rule, words: &[&str]) {
    let found = broken(files);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].rule, rule, "{found:?}");
    for word in words {
        assert!(found[0].message.contains(word), "{} does not say {word}", found[0].message);
    }
}

fn assert_kept(files: &[(&str, &str)]) {
    let found = broken(files);
    assert!(found.is_empty(), "{found:?}");
}

const HIGH: (&str, &str) = ("made/high.rs", "pub mod deep { pub fn thing() {} }\npub struct Thing;");

#[test]
fn a_floor_that_uses_a_higher_one_is_named_with_its_line() {
    let low = ("made/low/words.rs", "use std::fmt;\n\nuse crate::{high::{deep::{self, thing as other}}};");
    assert_broken(
        &[HIGH, low],
        Rule::Floor,
        &["made/low/words.rs:3 uses made/high.rs (crate::high::deep)", "\"low\" uses no other part of the crate"],
    );
}

#[test]
fn a_path_counts_wherever_it_is_written() {
    for text in [
        "fn f() -> crate::high::Thing { todo!() }",
        "fn f() { crate::high::deep::thing() }",
        "fn f() { use crate::high::Thing; }",
        "mod inner { fn f() { super::super::high::deep::thing() } }",
        "fn f() { format!(\"{}\", crate::high::deep::thing()) }",
        "macro_rules! m { ($x:expr) => { $crate::high::deep::thing($x) } }",
        "pub use crate::high::Thing;",
        "pub use super::high::*;",
        "impl From<crate::high::Thing> for u8 { fn from(_: crate::high::Thing) -> u8 { 0 } }",
        "use super::high; fn f() { high::deep::thing() }",
    ] {
        assert_broken(&[HIGH, ("made/low.rs", text)], Rule::Floor, &["made/low.rs:1", "made/high.rs"]);
    }
}

#[test]
fn a_folder_may_have_floors_of_its_own_and_uses_what_lies_outside_of_it() {
    let files = [
        ("made/lib.rs", "pub mod below; pub mod folder;"),
        ("made/below.rs", "pub struct Below;"),
        ("made/folder/mod.rs", "mod first; mod second; pub use second::Second; pub const ALL: u8 = 1;"),
        ("made/folder/first.rs", "use crate::below::Below; use crate::folder::second::Second; pub struct First;"),
        ("made/folder/second.rs", "use super::first::First; use super::ALL; pub struct Second;"),
    ];
    let tree = Tree::of_sources("made", files).unwrap_or_else(|error| panic!("{error}"));
    let house = House::in_order("made/folder", &["first".to_owned(), "second".to_owned()]);
    let found = house.violations(&tree);
    let messages: Vec<&str> = found.iter().map(|violation| violation.message.as_str()).collect();
    assert_eq!(found.len(), 2, "{messages:?}");
    assert!(messages[0].contains("\"first\" uses no other part of the crate"), "{messages:?}");
    assert!(messages[1].contains("nothing uses the root of the crate"), "{messages:?}");
}

#[test]
fn what_is_compiled_for_tests_alone_may_use_everything() {
    for text in [
        "#[cfg(test)] mod tests { use crate::high::Thing; }",
        "#[cfg(all(test, unix))] use crate::high::Thing;",
        "#[test] fn t() { crate::high::deep::thing() }",
        "/// [`crate::high::Thing`]\npub(in crate::low) fn f() {}",
    ] {
        assert_kept(&[HIGH, ("made/low.rs", text)]);
    }
    let apart = ("made/low/fixture.rs", "use crate::high::Thing;");
    assert_kept(&[HIGH, ("made/low.rs", "#[cfg(test)] mod fixture;"), apart]);
    assert_broken(&[HIGH, ("made/low.rs", "#[cfg(not(test))] mod fixture;"), apart], Rule::Floor, &["fixture.rs"]);
}

#[test]
fn a_name_that_is_passed_on_is_followed_to_where_it_is_defined() {
    let passes = ("made/rules/first.rs", "pub use crate::high::Thing as Other;");
    let uses = ("made/rules/second.rs", "use super::first::Other;");
    let found = broken(&[HIGH, passes, uses]);
    let files: Vec<&str> = found.iter().map(|violation| violation.files[0].as_str()).collect();
    assert_eq!(files, ["made/rules/first.rs", "made/rules/second.rs"], "{found:?}");
    assert!(found.iter().all(|violation| violation.files[1] == "made/high.rs"), "{found:?}");
}

#[test]
fn a_floor_is_also_used_where_it_only_passes_a_name_on() {
    let high = ("made/high/mod.rs", "pub use crate::low::Number; pub use elsewhere::Decimal;");
    let number = ("made/low/number.rs", "pub struct Number;");
    for name in ["Number", "Decimal"] {
        let text = format!("use crate::high::{name};");
        let files = [high, number, ("made/low/mod.rs", "pub use number::Number;"), ("made/low/other.rs", &text)];
        assert_broken(&files, Rule::Floor, &["made/low/other.rs:1 uses made/high/mod.rs"]);
    }
}

#[test]
fn a_folder_without_a_floor_and_the_root_are_named() {
    assert_broken(
        &[("made/attic.rs", "use crate::low::f;"), ("made/low.rs", "pub fn f() {}")],
        Rule::Floor,
        &["made/attic.rs:1 uses made/low.rs", "\"attic\" is on no floor yet"],
    );
    assert_broken(
        &[("made/lib.rs", "pub fn f() {}"), ("made/low.rs", "fn g() { crate::f() }")],
        Rule::Floor,
        &["made/low.rs:1 uses made/lib.rs", "nothing uses the root of the crate"],
    );
}

#[test]
fn a_rule_that_uses_a_later_one_is_named() {
    let second = ("made/rules/second.rs", "pub mod late;");
    assert_broken(
        &[
            ("made/rules/first.rs", "\nuse super::second::late;"),
            second,
            ("made/rules/second/late.rs", "pub fn run() {}"),
        ],
        Rule::Order,
        &["made/rules/first.rs:2 uses made/rules/second/late.rs", "\"second\" comes after \"first\" in `rules!`"],
    );
    assert_kept(&[
        ("made/rules/first.rs", "pub mod early;"),
        ("made/rules/first/early.rs", "pub fn run() {}"),
        ("made/rules/second.rs", "use super::first::early::run;"),
    ]);
}

#[test]
fn what_is_no_rule_is_for_all_and_uses_none() {
    let shared = "pub fn sum() { super::first::run() }";
    assert_kept(&[("made/rules/shared.rs", "pub fn sum() {}"), ("made/rules/first.rs", "use super::shared::sum;")]);
    assert_broken(
        &[("made/rules/shared.rs", shared), ("made/rules/first.rs", "pub fn run() {}")],
        Rule::Order,
        &["made/rules/shared.rs:1 uses made/rules/first.rs", "\"shared\" is not in `rules!`"],
    );
    let list = format!("{LIST} pub fn all() {{}}");
    assert_broken(
        &[("made/rules/mod.rs", &list), ("made/rules/first.rs", "use super::all;")],
        Rule::Order,
        &["made/rules/first.rs:1 uses made/rules/mod.rs", "no rule uses the list of them"],
    );
}

#[test]
fn files_that_use_each_other_are_named() {
    assert_broken(
        &[("made/low/a.rs", "use super::b::B; pub struct A;"), ("made/low/b.rs", "use super::a::A; pub struct B;")],
        Rule::Circle,
        &["made/low/a.rs:1 uses made/low/b.rs", "made/low/b.rs:1 uses made/low/a.rs", "no files use each other"],
    );
}

#[test]
fn a_longer_circle_is_named_whole_and_once() {
    let found = broken(&[
        ("made/low/a.rs", "use super::b::B; pub struct A;"),
        ("made/low/b.rs", "use super::c::C; pub struct B;"),
        ("made/low/c.rs", "fn f() -> super::a::A { super::a::A }"),
    ]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].files, ["made/low/a.rs", "made/low/b.rs", "made/low/c.rs"]);
}

#[test]
fn a_parent_that_lists_its_children_is_in_no_circle_with_them() {
    let a = ("made/low/a.rs", "use super::B; pub struct A;");
    let b = ("made/low/b.rs", "use super::own::C; pub struct B;");
    assert_kept(&[("made/low/mod.rs", "mod a; mod b; pub use a::A; pub(crate) use b::B;"), a, b]);
    // It is, once a child uses what the parent itself defines and the parent uses the child.
    let defines = "mod c; pub use c::C; pub struct Own(C);";
    assert_broken(
        &[("made/low/mod.rs", defines), ("made/low/c.rs", "use super::Own; pub struct C(Own);")],
        Rule::Circle,
        &["made/low/c.rs:1 uses made/low/mod.rs (super::Own)", "made/low/mod.rs:1 uses made/low/c.rs (C)"],
    );
}

#[test]
fn what_a_macro_defines_or_names_counts_for_the_file_it_stands_in() {
    // `Thing` is defined by a macro, so only its module is known; `make` is found in the module around.
    let parent = "macro_rules! make { ($($t:tt)*) => {} } mod a; use a::Thing; make! { x: Thing }";
    assert_broken(
        &[("made/low/mod.rs", parent), ("made/low/a.rs", "make! { struct Thing }")],
        Rule::Circle,
        &["made/low/a.rs:1 uses made/low/mod.rs (make)", "made/low/mod.rs:1 uses made/low/a.rs (a::Thing)"],
    );
}

#[test]
fn a_source_that_cannot_be_read_is_an_error_with_its_place() {
    let error = Tree::of_sources("made", [("made/low.rs", "fn f() {}\nfn (")]).err().unwrap_or_default();
    assert!(error.starts_with("made/low.rs:2:"), "{error}");
}

#[test]
fn floors_are_read_from_the_head_of_a_crate() {
    let text = "//! The page.\n//!\n//! 1. [`chart`]: pictures.\n//! 10. [`app`]: all of it; not 2. [`this`].\n\nmod chart;\n//! 3. [`late`]";
    assert_eq!(numbered_floors(text), ["chart", "app"]);
    assert!(numbered_floors("//! * [`chart`]: pictures.").is_empty());
}

#[test]
fn how_far_a_macro_lets_things_be_seen_is_no_use_of_the_crate() {
    assert_kept(&[("made/low.rs", "macro_rules! make { ($name:ident) => { pub(crate) static $name: u8 = 1; } }")]);
    assert_broken(
        &[HIGH, ("made/low.rs", "macro_rules! make { () => { pub(crate) type Made = $crate::high::Thing; } }")],
        Rule::Floor,
        &["made/low.rs:1 uses made/high.rs (crate::high::Thing)"],
    );
}
