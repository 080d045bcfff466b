//! A source with a switch at every place that is changed, so that one compilation holds all changes and a run has one of
//! them. `left + right` becomes `(if changed(7) {left - right} else {left + right})`. Only one change is on in a run, so
//! that a changed piece holds no switches itself.

use std::ops::Range;

use syn::visit::Visit;

use super::changes::{Change, Kind};
use super::places::{line_starts, offset};
use super::sites::{Site, Sites};
use crate::failure::{OrSay, Outcome};

/// What is added to the root of the crate: the function that a switch asks, to which the number comes from the
/// environment, and the type of what gives either of two sequences.
pub const ROOT: &str = "
/// Whether a run tries the change with this number.
pub fn change_is_on(number: u32) -> bool {
    static ON: std::sync::OnceLock<Option<u32>> = std::sync::OnceLock::new();
    *ON.get_or_init(|| std::env::var(\"ONE_PLAN_CHANGE\").ok().and_then(|number| number.parse().ok())) == Some(number)
}

/// Either of two sequences.
#[derive(Clone)]
pub enum Either<First, Second> {
    /// The one.
    First(First),
    /// The other.
    Second(Second),
}

impl<First: Iterator, Second: Iterator<Item = First::Item>> Iterator for Either<First, Second> {
    type Item = First::Item;

    fn next(&mut self) -> Option<First::Item> {
        match self {
            Self::First(first) => first.next(),
            Self::Second(second) => second.next(),
        }
    }
}
";

/// A source with switches.
#[derive(Debug, PartialEq, Eq)]
pub struct Switched {
    /// The source.
    pub text: String,
    /// The changes that are in it.
    pub numbers: Vec<u32>,
    /// The changes that cannot compile: `||` beside a condition that names what it finds (`let`).
    pub impossible: Vec<u32>,
}

/// Puts a switch at the place of each change; what cannot be switched is left as it is. A change stands between `/*<7>*/`
/// and `/*</7>*/`, so that a message of the compiler tells which of them it refuses.
pub fn switched(source: &str, changes: &[(u32, &Change)]) -> Outcome<Switched> {
    let file = syn::parse_file(source).or_say(|| "read a source".to_owned())?;
    let mut sites = Sites::of(source, changes);
    sites.visit_file(&file);
    let mut found = sites.found;
    // What encloses another comes before it.
    found.sort_by(|left, right| (left.at.start, right.at.end).cmp(&(right.at.start, left.at.end)));
    let numbers = found.iter().flat_map(|site| site.numbers.iter().copied()).collect();
    let mut text = String::with_capacity(source.len() * 2);
    write_between(source, 0..source.len(), &found, &mut text);
    Ok(Switched { text, numbers, impossible: sites.impossible })
}

/// The source with one change made in it.
pub fn changed(source: &str, change: &Change) -> Option<String> {
    let lines = line_starts(source);
    let start = offset(source, &lines, change.span.start)?;
    let mut end = offset(source, &lines, change.span.end)?;
    if change.kind == Kind::Field {
        end += usize::from(source.get(end..)?.starts_with(','));
    }
    Some(format!("{}{} {}", source.get(..start)?, change.replacement, source.get(end..)?))
}

/// The change to which a place of a switched source belongs.
pub fn change_at(text: &str, at: usize) -> Option<u32> {
    let before = text.get(..at)?;
    let (_, mark) = before.rsplit_once("/*<")?;
    let (number, _) = mark.split_once(">*/")?;
    // After the end of a change the last mark is that of the end, which is no number.
    number.parse().ok()
}

/// The changes behind a place of a switched source, up to the end of what stands at the edge of the file.
pub fn changes_after(text: &str, at: usize) -> Vec<u32> {
    let rest = text.get(at..).unwrap_or_default();
    let rest = rest.split_once("\n}\n").map_or(rest, |(inside, _)| inside);
    rest.split("/*<").skip(1).filter_map(|mark| mark.split_once(">*/")?.0.parse().ok()).collect()
}

/// Writes a piece of the source with the sites in it, which are in order, each before those that it encloses.
fn write_between(source: &str, piece: Range<usize>, sites: &[Site], text: &mut String) {
    let mut from = piece.start;
    let mut rest = sites;
    while let Some((site, others)) = rest.split_first() {
        let inside = others.iter().take_while(|other| other.at.start < site.at.end).count();
        let (within, after) = others.split_at_checked(inside).unwrap_or((others, &[]));
        text.push_str(source.get(from..site.at.start).unwrap_or_default());
        text.push_str(&site.before);
        write_between(source, site.at.clone(), within, text);
        text.push_str(&site.after);
        from = site.at.end;
        rest = after;
    }
    text.push_str(source.get(from..piece.end).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::super::sites::SWITCH;
    use super::*;

    /// A change of the first place in the source where `what` stands.
    fn change(source: &str, what: &str, kind: Kind, replacement: &str) -> Change {
        let at = source.find(what).expect("what is changed stands in the source");
        let before = source.get(..at).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Change {
            file: String::new(),
            function: String::new(),
            name: String::new(),
            kind,
            replacement: replacement.to_owned(),
            span: (line, column)..(line, column + what.chars().count()),
        }
    }

    /// The source with switches for the changes, numbered from one, without the marks.
    fn with(source: &str, changes: &[Change]) -> String {
        let numbered: Vec<(u32, &Change)> = (1..).zip(changes).collect();
        let Switched { mut text, numbers, .. } = switched(source, &numbered).expect("the source can be read");
        assert_eq!(numbers.len(), changes.len(), "{text}");
        assert!(syn::parse_file(&text).is_ok(), "{text}");
        for number in numbers {
            let marks = [format!("/*<{number}>*/"), format!("/*</{number}>*/")];
            let at = text.find(marks.first().map_or("", String::as_str)).unwrap_or_default();
            assert_eq!(change_at(&text, at + marks.first().map_or(0, String::len)), Some(number));
            marks.iter().for_each(|mark| text = text.replace(mark, ""));
        }
        text.replace(SWITCH, "on")
    }

    #[test]
    fn an_operator_has_another_beside_it_and_a_change_holds_no_switch() {
        let source = "fn f() -> i32 { a + b * -c }";
        let changes = [
            change(source, "+", Kind::Between, "-"),
            change(source, "*", Kind::Between, "/"),
            change(source, "-c", Kind::Before, ""),
        ];
        assert_eq!(
            with(source, &changes),
            "fn f() -> i32 { (if on(1) { a - b * -c } else { a + \
             (if on(2) { b / -c } else { b * (if on(3) { c } else { -c }) }) }) }"
        );
    }

    #[test]
    fn a_body_gives_a_value_at_once_and_a_constant_function_is_an_ordinary_one() {
        let source = "const fn f() -> bool { let a = 1;\n a == 2 }";
        assert_eq!(
            with(source, &[change(source, "let", Kind::Body, "true")]),
            "/*const*/ fn f() -> bool { if on(1) { return true; }let a = 1;\n a == 2 }"
        );
    }

    #[test]
    fn arms_are_left_out_and_their_conditions_are_decided() {
        let source = "fn f() { match a { 1 => b, 2 if !c => d, _ => e } }";
        let changes = [
            change(source, "1", Kind::Arm, ""),
            change(source, "2", Kind::Arm, ""),
            change(source, "!c", Kind::Guard, "true"),
            change(source, "!c", Kind::Before, ""),
        ];
        assert_eq!(
            with(source, &changes),
            "fn f() { match a { 1 if !on(1) => b, 2 if (if on(3) { true } else { !on(2) && \
             ((if on(4) { c } else { !c })) }) => d, _ => e } }"
        );
    }

    #[test]
    fn a_field_is_taken_from_the_rest() {
        let source = "fn f() { S { a: b + c, d, ..e.f() } }";
        let changes = [change(source, "a:", Kind::Field, ""), change(source, "d,", Kind::Field, "")];
        assert_eq!(
            with(source, &changes),
            "fn f() { S { a: (if on(1) { (e.f()).a } else { b + c }), d: (if on(2) { (e.f()).d } else { d }), ..e.f() } }"
        );
    }

    #[test]
    fn a_function_that_hides_its_type_gives_either_of_two() {
        let source = "fn f() -> impl Iterator { let a = b; a.c() }";
        let changes = ["d", "e"].map(|value| change(source, "let", Kind::Body, value));
        let one_type = with(source, &changes).replace("crate::Either::", "");
        assert_eq!(
            one_type,
            "fn f() -> impl Iterator { if on(1) { return First(d); }if on(2) { return Second(First(e)); }\
             Second(Second({ let a = b; a.c() })) }"
        );
    }

    #[test]
    fn what_no_switch_can_hold_is_left_and_can_be_changed_alone() {
        let source = "fn f() { if let Some(é) = a && b { c } else { d } }";
        let changes = [change(source, "&&", Kind::Between, "||")];
        let numbered: Vec<(u32, &Change)> = (1..).zip(&changes).collect();
        let switched = switched(source, &numbered).expect("the source can be read");
        assert_eq!(switched, Switched { text: source.to_owned(), numbers: vec![], impossible: vec![1] });
        let alone = changes.first().and_then(|change| changed(source, change));
        assert_eq!(alone.as_deref(), Some("fn f() { if let Some(é) = a ||  b { c } else { d } }"));
    }
}
