use std::fmt::Write;

/// Points of delivery of a made-up plan, as many as the published plan has in its acute table.
pub const POINTS_OF_DELIVERY: usize = 7;

/// The text of a made-up plan file of a size: so many schemes, each with a gross saving,
/// reinvestment, a full-year effect with a start month, and a change of activity and cost in each
/// of seven points of delivery, over four years. For benchmarks; the same text every time.
///
/// ```
/// use one_plan_model::{example, exchange, outcome};
/// let plan = exchange::read_json(example::sized(10).as_bytes()).unwrap().plan;
/// assert_eq!(plan.schemes.len(), 10);
/// assert_eq!(plan.activity_changes.len(), 70);
/// assert_eq!(outcome::compute(&plan).findings(), &[]);
/// ```
pub fn sized(schemes: usize) -> String {
    const PROGRAMMES: usize = 17;
    let mut text = format!(
        "{{\"format\": \"{}\",\n\"plan\": [{{\"title\": \"Made-up plan\", \"system\": \"Nowhere\", \"first_year\": \"2011/12\", \
         \"last_year\": \"2014/15\", \"base_year\": \"2010/11\"}}],\n\"settings\": [{{\"id\": \"acute\", \"name\": \"Acute\"}}]",
        crate::exchange::FORMAT
    );
    table(&mut text, "programmes", PROGRAMMES, &|at| format!("\"id\": \"p{at}\", \"name\": \"Programme {at}\""));
    table(&mut text, "programme_savings", PROGRAMMES * 4, &programme_saving);
    table(&mut text, "points_of_delivery", POINTS_OF_DELIVERY, &|at| {
        format!("\"id\": \"d{at}\", \"name\": \"Kind {at}\"")
    });
    table(&mut text, "baseline_activity", POINTS_OF_DELIVERY, &baseline);
    text.push_str(",\n\"scheme_lists\": [{\"id\": \"all\", \"name\": \"All schemes\", \"year\": \"2011/12\"}]");
    table(&mut text, "schemes", schemes, &scheme);
    table(&mut text, "activity_changes", schemes * POINTS_OF_DELIVERY, &activity_change);
    text.push_str("}\n");
    text
}

fn table(text: &mut String, name: &str, count: usize, row: &dyn Fn(usize) -> String) {
    let _ = write!(text, ",\n\"{name}\": [");
    for at in 0..count {
        let _ = write!(text, "{}{{{}}}", if at == 0 { "\n" } else { ",\n" }, row(at));
    }
    text.push(']');
}

/// What a scheme saves in a month.
const fn monthly(scheme: usize) -> usize {
    10 + scheme % 97
}

/// What it saves in the first year, in the months from its start on.
const fn gross(scheme: usize) -> usize {
    monthly(scheme) * (12 - scheme % 9)
}

/// By how much less one of its kinds of activity costs: together as much as it saves, the last what the others leave.
const fn cost(scheme: usize, point: usize) -> usize {
    let others = POINTS_OF_DELIVERY - 1;
    let each = gross(scheme) / POINTS_OF_DELIVERY;
    if point < others { each } else { gross(scheme) - others * each }
}

/// What a programme saves in a year.
fn programme_saving(at: usize) -> String {
    let year = 2011 + at % 4;
    format!(
        "\"programme\": \"p{}\", \"year\": \"{year}/{:02}\", \"part\": \"commissioner\", \"amount\": \"{}.{:02}\", \"unit\": \"£m\"",
        at / 4,
        (year + 1) % 100,
        1 + at % 13,
        at * 7 % 100
    )
}

/// The activity of the base year of a kind.
fn baseline(at: usize) -> String {
    format!(
        "\"setting\": \"acute\", \"point_of_delivery\": \"d{at}\", \"activity\": \"{}\", \"cost\": \"{}\", \"unit\": \"£000\"",
        100_000_000 + at * 1_234_567,
        900_000_000 + at * 7_654_321
    )
}

/// A scheme.
fn scheme(at: usize) -> String {
    format!(
        "\"id\": \"s{at}\", \"name\": \"Scheme {at}\", \"list\": \"all\", \"class\": \"{}\", \"gross\": \"{}\", \
         \"reinvestment\": \"{}\", \"full_year_effect\": \"{}\", \"unit\": \"£000\", \"start\": \"2011-{:02}\", \"recurrent\": \"yes\"",
        if at.is_multiple_of(3) { "transactional" } else { "transformational" },
        gross(at),
        gross(at) / (3 + at % 29),
        12 * monthly(at),
        4 + at % 9
    )
}

/// What a scheme changes in a kind of activity.
fn activity_change(at: usize) -> String {
    format!(
        "\"scheme\": \"s{}\", \"setting\": \"acute\", \"point_of_delivery\": \"d{}\", \"effect\": \"avoided\", \
         \"activity\": \"-{}\", \"cost\": \"-{}.0\", \"unit\": \"£000\"",
        at / POINTS_OF_DELIVERY,
        at % POINTS_OF_DELIVERY,
        // About as much a case as in the baseline.
        1 + cost(at / POINTS_OF_DELIVERY, at % POINTS_OF_DELIVERY) / 9,
        cost(at / POINTS_OF_DELIVERY, at % POINTS_OF_DELIVERY)
    )
}
