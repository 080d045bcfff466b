//! The places of a source at which it is changed, each with what comes before and after it so that a switch decides.

use std::collections::HashMap;
use std::ops::Range;

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use super::changes::{Change, Kind, Place};
use super::places::{line_starts, offset, place};

/// What a switch asks.
pub const SWITCH: &str = "crate::change_is_on";

/// What gives the first or the second of two sequences.
const FIRST: &str = "crate::Either::First(";
const SECOND: &str = "crate::Either::Second(";

/// One place with its switches.
pub struct Site {
    /// What it encloses.
    pub at: Range<usize>,
    /// The changes that are switched.
    pub numbers: Vec<u32>,
    /// What comes before it.
    pub before: String,
    /// What comes after it.
    pub after: String,
}

/// The walk through a source that finds the places.
pub struct Sites<'a> {
    source: &'a str,
    lines: Vec<usize>,
    by_place: HashMap<(Place, Kind), Vec<(u32, &'a Change)>>,
    /// The places so far.
    pub found: Vec<Site>,
    /// The changes that cannot compile.
    pub impossible: Vec<u32>,
}

impl<'a> Sites<'a> {
    /// For the changes of a source, with their numbers.
    pub fn of(source: &'a str, changes: &[(u32, &'a Change)]) -> Self {
        let mut by_place: HashMap<(Place, Kind), Vec<(u32, &Change)>> = HashMap::new();
        for &(number, change) in changes {
            by_place.entry((change.span.start, change.kind)).or_default().push((number, change));
        }
        Self { source, lines: line_starts(source), by_place, found: Vec::new(), impossible: Vec::new() }
    }

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
            self.found.push(Site { at, numbers: Vec::new(), before: "/*".to_owned(), after: "*/".to_owned() });
        }
    }

    fn body(&mut self, output: &syn::ReturnType, block: &syn::Block) {
        let Some((first, last)) = block.stmts.first().zip(block.stmts.last()) else { return };
        let changes = self.take(first, Kind::Body);
        let Some((first, last)) = self.bytes(first).zip(self.bytes(last)) else { return };
        if changes.is_empty() {
            return;
        }
        // A function that says only what its value can do has to return one type: a change gives the first of two, and
        // the second is what the next change or at last the function itself gives.
        let hides_its_type = hides_its_type(output);
        let mut before = String::new();
        for (deep, (number, change)) in changes.iter().enumerate() {
            let value = if hides_its_type {
                let (opened, closed) = (SECOND.repeat(deep), ")".repeat(deep));
                format!("{opened}{FIRST}{}){closed}", change.replacement)
            } else {
                change.replacement.clone()
            };
            before += &format!("/*<{number}>*/if {SWITCH}({number}) {{ return {value}; }}/*</{number}>*/");
        }
        let numbers = numbers_of(&changes);
        self.found.push(if hides_its_type {
            before += &format!("{}{{ ", SECOND.repeat(changes.len()));
            let after = format!(" }}{}", ")".repeat(changes.len()));
            Site { at: first.start..last.end, numbers, before, after }
        } else {
            Site { at: first.start..first.start, numbers, before, after: String::new() }
        });
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
        self.found.push(Site { at, numbers: numbers_of(changes), before, after: " })".to_owned() });
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

    fn visit_expr_struct(&mut self, expression: &'ast syn::ExprStruct) {
        if let Some(rest) = expression.rest.as_deref().and_then(|rest| self.bytes(rest)) {
            let rest = self.text(rest).to_owned();
            for field in &expression.fields {
                let changes = self.take(field, Kind::Field);
                let (Some(member), Some(value)) = (self.bytes(&field.member), self.bytes(&field.expr)) else {
                    continue;
                };
                let of_rest = format!("({rest}).{}", self.text(member.clone()));
                let found = self.found.len();
                self.either(value, &changes, |_| of_rest.clone());
                // `number` alone stands for `number: number`.
                if field.colon_token.is_none()
                    && let Some(site) = self.found.get_mut(found)
                {
                    site.before = format!("{}: {}", self.source.get(member).unwrap_or_default(), site.before);
                }
            }
        }
        visit::visit_expr_struct(self, expression);
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
            (_, Some(guard)) => self.bytes(guard).map(|at| (at, " && (", ")".to_owned())),
            (Some(_), None) => None,
            (None, None) => self.bytes(&arm.pat).map(|at| (at.end..at.end, "", String::new())),
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
