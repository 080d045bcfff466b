//! A source with a switch at every place that is changed, so that one compilation holds all changes and a run has one of
//! them. `left + right` becomes `(if changed(7) {left - right} else {left + right})`. Only one change is on in a run, so
//! that a changed piece holds no switches itself.

use std::collections::HashMap;
use std::ops::Range;

use proc_macro2::LineColumn;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use super::changes::{Change, Kind, Place};
use crate::failure::{OrSay, Outcome};

/// What a switch asks.
pub const SWITCH: &str = "crate::change_is_on";

/// The function that it asks, which is added to the root of the crate; the number comes from the environment.
pub const ROOT: &str = "
/// Whether a run tries the change with this number.
pub fn change_is_on(number: u32) -> bool {
    static ON: std::sync::OnceLock<Option<u32>> = std::sync::OnceLock::new();
    *ON.get_or_init(|| std::env::var(\"ONE_PLAN_CHANGE\").ok().and_then(|number| number.parse().ok())) == Some(number)
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

/// Puts a switch at the place of each change; what cannot be switched is left as it is. A change stands between `/*<7>*/` and `/*</7>*/`, so that a message of the compiler tells
/// which of them it refuses.
pub fn switched(source: &str, changes: &[(u32, &Change)]) -> Outcome<Switched> {
    let file = syn::parse_file(source).or_say(|| "read a source".to_owned())?;
    let lines = line_starts(source);
    let mut by_place: HashMap<(Place, Kind), Vec<(u32, &Change)>> = HashMap::new();
    for &(number, change) in changes {
        by_place.entry((change.span.start, change.kind)).or_default().push((number, change));
    }
    let mut sites = Sites { source, lines, by_place, found: Vec::new(), impossible: Vec::new() };
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

/// One place with its switches.
struct Site {
    at: Range<usize>,
    numbers: Vec<u32>,
    before: String,
    after: &'static str,
}

struct Sites<'a> {
    source: &'a str,
    lines: Vec<usize>,
    by_place: HashMap<(Place, Kind), Vec<(u32, &'a Change)>>,
    found: Vec<Site>,
    impossible: Vec<u32>,
}

impl<'a> Sites<'a> {
    fn bytes(&self, spanned: &impl Spanned) -> Option<Range<usize>> {
        let span = spanned.span();
        let start = offset(self.source, &self.lines, place(span.start()))?;
        let end = offset(self.source, &self.lines, place(span.end()))?;
        Some(start..end)
    }

    fn text(&self, range: Range<usize>) -> &str {
        self.source.get(range).unwrap_or_default()
    }

    fn take(&mut self, spanned: &impl Spanned, kind: Kind) -> Vec<(u32, &'a Change)> {
        self.by_place.remove(&(place(spanned.span().start()), kind)).unwrap_or_default()
    }

    /// A function, whose body may give something at once, before any of its statements.
    fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let before = self.found.len();
        self.body(&signature.output, block);
        self.visit_block(block);
        // A switch asks the environment, which a constant cannot: such a function is an ordinary one here.
        if self.found.len() > before
            && let Some(at) = signature.constness.and_then(|word| self.bytes(&word))
        {
            self.found.push(Site { at, numbers: Vec::new(), before: "/*".to_owned(), after: "*/" });
        }
    }

    fn body(&mut self, output: &syn::ReturnType, block: &syn::Block) {
        let Some(first) = block.stmts.first() else { return };
        let changes = self.take(first, Kind::Body);
        let Some(at) = self.bytes(first) else { return };
        // A function that says only what its value can do has to return one type.
        if changes.is_empty() || hides_its_type(output) {
            return;
        }
        let mut before = String::new();
        for (number, change) in &changes {
            let value = &change.replacement;
            before += &format!("/*<{number}>*/if {SWITCH}({number}) {{ return {value}; }}/*</{number}>*/");
        }
        self.found.push(Site { at: at.start..at.start, numbers: numbers_of(&changes), before, after: "" });
    }

    /// An expression that is another where a change is on: `other` makes the text of it.
    fn either(&mut self, at: Range<usize>, changes: &[(u32, &Change)], other: impl Fn(&Change) -> String) {
        if changes.is_empty() {
            return;
        }
        let mut before = "(".to_owned();
        for (number, change) in changes {
            let other = other(change);
            before += &format!("/*<{number}>*/if {SWITCH}({number}) {{ {other} }}/*</{number}>*/ else ");
        }
        before += "{ ";
        self.found.push(Site { at, numbers: numbers_of(changes), before, after: " })" });
    }
}

impl<'ast> Visit<'ast> for Sites<'_> {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.function(&function.sig, &function.block);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.function(&function.sig, &function.block);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.function(&function.sig, block);
        }
    }

    fn visit_expr_binary(&mut self, expression: &'ast syn::ExprBinary) {
        let ranges = [self.bytes(&expression.left), self.bytes(&expression.op), self.bytes(&expression.right)];
        let changes = self.take(&expression.op, Kind::Between);
        // A condition that also names what it finds is no expression that could stand elsewhere.
        if names_something(&expression.left) || names_something(&expression.right) {
            self.impossible.extend(numbers_of(&changes));
        } else if let [Some(left), Some(operator), Some(right)] = ranges {
            let first = self.text(left.start..operator.start).to_owned();
            let second = self.text(operator.end..right.end).to_owned();
            self.either(left.start..right.end, &changes, |change| format!("{first}{}{second}", change.replacement));
        }
        visit::visit_expr_binary(self, expression);
    }

    fn visit_expr_unary(&mut self, expression: &'ast syn::ExprUnary) {
        if let (Some(operator), Some(value)) = (self.bytes(&expression.op), self.bytes(&expression.expr)) {
            let changes = self.take(&expression.op, Kind::Before);
            let text = self.text(value.clone()).to_owned();
            self.either(operator.start..value.end, &changes, |_| text.clone());
        }
        visit::visit_expr_unary(self, expression);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        let guard = match &arm.pat {
            syn::Pat::Guard(guarded) => Some(&*guarded.guard),
            _ => None,
        };
        let plain = guard.filter(|guard| !names_something(guard));
        if let Some(guard) = plain
            && let Some(at) = self.bytes(guard)
        {
            let changes = self.take(guard, Kind::Guard);
            self.either(at, &changes, |change| change.replacement.clone());
        }
        let site = match (guard, plain) {
            (_, Some(guard)) => self.bytes(guard).map(|at| (at, " && (", ")")),
            (Some(_), None) => None,
            (None, None) => self.bytes(&arm.pat).map(|at| (at.end..at.end, "", "")),
        };
        if let Some((at, and, after)) = site {
            let changes = self.take(arm, Kind::Arm);
            if let Some((number, _)) = changes.first() {
                let word = if plain.is_none() { " if " } else { "" };
                let before = format!("{word}/*<{number}>*/!{SWITCH}({number})/*</{number}>*/{and}");
                self.found.push(Site { at, numbers: numbers_of(&changes), before, after });
            }
        }
        visit::visit_arm(self, arm);
    }
}

fn numbers_of(changes: &[(u32, &Change)]) -> Vec<u32> {
    changes.iter().map(|(number, _)| *number).collect()
}

/// Whether an expression has a `let` as one of its conditions.
fn names_something(expression: &syn::Expr) -> bool {
    match expression {
        syn::Expr::Let(_) => true,
        syn::Expr::Binary(binary) => names_something(&binary.left) || names_something(&binary.right),
        syn::Expr::Paren(inner) => names_something(&inner.expr),
        _ => false,
    }
}

/// Whether a function says only what its value can do (`impl Iterator`).
fn hides_its_type(output: &syn::ReturnType) -> bool {
    matches!(output, syn::ReturnType::Type(_, kind) if matches!(**kind, syn::Type::ImplTrait(_)))
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
        text.push_str(site.after);
        from = site.at.end;
        rest = after;
    }
    text.push_str(source.get(from..piece.end).unwrap_or_default());
}

fn place(position: LineColumn) -> Place {
    (position.line, position.column + 1)
}

fn line_starts(source: &str) -> Vec<usize> {
    std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

fn offset(source: &str, lines: &[usize], (line, column): Place) -> Option<usize> {
    let start = *lines.get(line.checked_sub(1)?)?;
    let rest = source.get(start..)?;
    let characters: usize = rest.chars().take(column.checked_sub(1)?).map(char::len_utf8).sum();
    Some(start + characters)
}

#[cfg(test)]
mod tests {
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
    fn what_no_switch_can_hold_is_left_and_can_be_changed_alone() {
        let source = "fn f() -> impl Iterator { if let Some(é) = a && b { c } else { d } }";
        let changes = [change(source, "&&", Kind::Between, "||"), change(source, "if", Kind::Body, "e")];
        let numbered: Vec<(u32, &Change)> = (1..).zip(&changes).collect();
        let switched = switched(source, &numbered).expect("the source can be read");
        assert_eq!(switched, Switched { text: source.to_owned(), numbers: vec![], impossible: vec![1] });
        let alone = changes.first().and_then(|change| changed(source, change));
        assert_eq!(alone.as_deref(), Some("fn f() -> impl Iterator { if let Some(é) = a ||  b { c } else { d } }"));
    }
}
