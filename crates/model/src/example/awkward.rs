//! Small texts that ask much: plans in which something is very long, very deep, all about one thing, or chosen
//! to hurt, and files that are refused at every row. All must be answered in time and memory in proportion to
//! their size, and on a small stack: a file must not decide how deep the program goes.

use std::collections::HashMap;
use std::fmt::Write;

/// A list of schemes for those plans whose schemes must stand in one.
const LIST: (&str, &str) = ("scheme_lists", r#"{"id": "list", "name": "List", "year": "2011/12"}"#);
const SETTINGS: (&str, &str) =
    ("settings", r#"{"id": "hospital", "name": "Hospital"}, {"id": "community", "name": "Community"}"#);
const POINT: (&str, &str) = ("points_of_delivery", r#"{"id": "visits", "name": "Visits"}"#);
/// A quantity of one, on which figures can stand.
const ONE: (&str, &str) = ("quantities", r#"{"id": "one", "name": "One", "number": "1"}"#);

/// A figure that is the product of so many others, and that the plan also prints.
///
/// ```
/// use one_plan_model::{example::awkward, exchange, outcome};
/// let plan = exchange::read_json(awkward::product(3).as_bytes()).unwrap().plan;
/// let product = outcome::resolve(&plan, "derived.number.product").unwrap();
/// assert_eq!(outcome::compute(&plan).value(product).unwrap().unwrap().to_string(), "1");
/// ```
pub fn product(terms: usize) -> String {
    let term = r#"{"derived": "product", "role": "of", "figure": "quantity.number.one"}"#;
    file(&[
        ONE,
        ("derived_figures", r#"{"id": "product", "name": "Product", "unit": "number", "operation": "product"}"#),
        ("derived_terms", &rows(terms, |_| term.to_owned())),
        ("stated", r#"{"figure": "derived.number.product", "value": "2", "unit": "number"}"#),
    ])
}

/// A scheme that claims the activity of one group of patients in so many rows, and another that claims it too.
/// How much is claimed twice, the plan also prints.
pub fn claims(count: usize) -> String {
    // Each row is a movement of its own: rows about the same would be one claim, made many times over.
    let claim = |scheme: &str, activity: &str, movement: usize| {
        let rest = format!(r#", "cohort": "over 75", "movement": "{movement}""#);
        change(scheme, "hospital", "avoided", activity, &rest)
    };
    let mut changes = rows(count, |at| claim("first", "-1", at));
    changes.push_str(", ");
    changes.push_str(&claim("second", "-5", count));
    file(&[
        SETTINGS,
        POINT,
        LIST,
        ("schemes", &format!("{}, {}", scheme("first", ""), scheme("second", ""))),
        ("activity_changes", &changes),
        (
            "stated",
            r#"{"figure": "overlap.first.second.hospital.visits.claimed-twice", "value": "2", "unit": "count"}"#,
        ),
    ])
}

/// A scheme that moves activity out of one setting into another, in so many rows: ten leave, nine arrive.
pub fn moves(count: usize) -> String {
    // Each row is about patients of its own: of rows about the same only one counts.
    let patients = |at: usize| format!(r#", "cohort": "{at}""#);
    let movement = |at: usize| match at % 2 {
        0 => change("scheme", "hospital", "moves", "-10", &patients(at)),
        _ => change("scheme", "community", "moves", "9", &patients(at)),
    };
    let schemes = scheme("scheme", "");
    file(&[SETTINGS, POINT, LIST, ("schemes", &schemes), ("activity_changes", &rows(count, movement))])
}

/// So many schemes of which each waits for the one before it.
pub fn chain(schemes: usize) -> String {
    waiting(schemes, schemes.saturating_sub(1))
}

/// The same, where the first also waits for the last.
pub fn circle(schemes: usize) -> String {
    waiting(schemes, schemes)
}

fn waiting(schemes: usize, dependencies: usize) -> String {
    let cells = r#", "start": "2011-04", "delay": "1", "full_year_effect": "12", "unit": "£000""#;
    let dependency =
        |at: usize| format!(r#"{{"scheme": "scheme-{}", "on_scheme": "scheme-{at}"}}"#, (at + 1) % schemes);
    file(&[
        LIST,
        ("schemes", &rows(schemes, |at| scheme(&format!("scheme-{at}"), cells))),
        ("dependencies", &rows(dependencies, dependency)),
    ])
}

/// How deep the figures of [`derived`] stand on one another: as deep as a plan may have them.
pub const DEEP: usize = 30;

/// So many figures in towers: each stands on the one below, the lowest on a quantity.
pub fn derived(figures: usize) -> String {
    let figure = |at| format!(r#"{{"id": "figure-{at}", "name": "Figure", "unit": "number", "operation": "sum"}}"#);
    let term = |at: usize| {
        let below = match at % (DEEP - 1) {
            0 => "quantity.number.one".to_owned(),
            _ => format!("derived.number.figure-{}", at - 1),
        };
        format!(r#"{{"derived": "figure-{at}", "role": "of", "figure": "{below}"}}"#)
    };
    file(&[ONE, ("derived_figures", &rows(figures, figure)), ("derived_terms", &rows(figures, term))])
}

/// So many indicators in a few CQUIN schemes. The first of each scheme has all of its weight.
pub fn indicators(count: usize) -> String {
    const SCHEMES: usize = 8;
    let scheme =
        |at| format!(r#"{{"id": "cquin-{at}", "name": "Scheme", "year": "2011/12", "fixed_sum": "1", "unit": "£m"}}"#);
    let indicator = |at: usize| {
        format!(
            r#"{{"id": "indicator-{at}", "name": "Indicator", "scheme": "cquin-{}", "weight": "{}", "payment_rule": "all-or-nothing", "direction": "higher", "threshold": "1", "achieved": "2"}}"#,
            at % SCHEMES,
            usize::from(at < SCHEMES)
        )
    };
    file(&[("cquin_schemes", &rows(SCHEMES, scheme)), ("cquin_indicators", &rows(count, indicator))])
}

/// So many statements of which two by two differ, and as many places by which one known finding is recognised:
/// each names the table and the code alone, and so fits all of them.
pub fn known(statements: usize) -> String {
    let statement = |at: usize| format!(r#"{{"subject": "Subject {}", "says": "Number {at}"}}"#, at / 2);
    let place = r#"{"finding": "known", "table": "statements", "code": "statements-differ"}"#;
    file(&[
        ("statements", &rows(statements, statement)),
        ("known_findings", r#"{"id": "known", "name": "Known", "state": "open"}"#),
        ("known_finding_places", &rows(statements, |_| place.to_owned())),
    ])
}

/// So many copies of one row in a table, for example of one that cannot be used.
pub fn copies(table: &str, row: &str, count: usize) -> String {
    file(&[(table, &rows(count, |_| row.to_owned()))])
}

/// So many schemes whose ids fall on the same place of a hash table, if its hash is that of Fowler, Noll and Vo
/// and it has up to 2^20 places.
pub fn colliding(schemes: usize) -> String {
    let ids = colliding_names(schemes);
    let row = |at: usize| scheme(ids.get(at).map_or("", String::as_str), "");
    file(&[LIST, ("schemes", &rows(schemes, row))])
}

/// A file in which lists in lists, so deep, stand where a table has its rows; the lists are closed or not.
pub fn nested(depth: usize, closed: bool) -> String {
    let close = if closed { "]".repeat(depth) } else { String::new() };
    file(&[("schemes", &format!("{}{close}", "[".repeat(depth)))])
}

/// The rows of a table, without its brackets.
fn rows(count: usize, row: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for at in 0..count {
        let _ = write!(text, "{}{}", if at == 0 { "" } else { "," }, row(at));
    }
    text
}

fn file(tables: &[(&str, &str)]) -> String {
    let mut text = format!(
        r#"{{"format": "{}", "plan": [{{"title": "Awkward", "system": "Nowhere", "first_year": "2011/12", "last_year": "2014/15", "base_year": "2010/11"}}]"#,
        crate::exchange::FORMAT
    );
    for (table, rows) in tables {
        let _ = write!(text, ",\n\"{table}\": [{rows}]");
    }
    text.push_str("}\n");
    text
}

fn scheme(id: &str, cells: &str) -> String {
    format!(r#"{{"id": "{id}", "name": "Scheme", "list": "list"{cells}}}"#)
}

fn change(scheme: &str, setting: &str, effect: &str, activity: &str, cells: &str) -> String {
    format!(
        r#"{{"scheme": "{scheme}", "setting": "{setting}", "point_of_delivery": "visits", "effect": "{effect}", "activity": "{activity}"{cells}}}"#
    )
}

/// How many of the lowest bits of the hash are the same for all names that collide.
const BITS: u32 = 20;

/// Different names whose hashes agree in their lowest bits.
///
/// These bits depend on nothing but the same bits of what was hashed before, and each step can be undone. So
/// beginnings are hashed from the front and endings from the back, and wherever two meet, they are a name.
fn colliding_names(count: usize) -> Vec<String> {
    const BEGINNING: u32 = 3;
    const ENDING: u32 = 5;
    let mut beginnings: HashMap<u32, Vec<String>> = HashMap::new();
    for text in (0..36_u32.pow(BEGINNING)).map(|number| letters(number, BEGINNING)) {
        beginnings.entry(lowest_bits(fnv(&text))).or_default().push(text);
    }
    let mut names = Vec::with_capacity(count);
    for ending in (0..36_u32.pow(ENDING)).map(|number| letters(number, ENDING)) {
        if names.len() >= count {
            break;
        }
        let met = beginnings.get(&lowest_bits(before(&ending))).into_iter().flatten();
        names.extend(met.map(|beginning| format!("{beginning}{ending}")));
    }
    names.truncate(count);
    names
}

const PRIME: u32 = 0x0100_0193;
/// What undoes a multiplication by the prime.
const INVERSE: u32 = 0x359c_449b;

fn fnv(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(PRIME))
}

/// The hash before an ending, where it is zero after it.
fn before(ending: &str) -> u32 {
    ending.bytes().rev().fold(0, |hash: u32, byte| hash.wrapping_mul(INVERSE) ^ u32::from(byte))
}

const fn lowest_bits(hash: u32) -> u32 {
    hash & ((1 << BITS) - 1)
}

/// A number in small letters and digits.
fn letters(mut number: u32, length: u32) -> String {
    let mut text = String::with_capacity(length as usize);
    for _ in 0..length {
        text.extend(char::from_digit(number % 36, 36));
        number /= 36;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_that_collide_are_different_and_their_hashes_agree() {
        let names = colliding_names(2_000);
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), 2_000);
        assert!(names.iter().all(|name| lowest_bits(fnv(name)) == 0));
        // The published value of this hash for one letter: the sums above are those of the hash that is meant.
        assert_eq!(fnv("a"), 0xe40c_292c);
    }
}
