use super::pager::{LINES_OF_A_PAGE, page_shown, pager};
use crate::components::{
    Shown, address_value, body, cell_for_number, choice as option, choice_field, counted, data_table, explained,
    filters, head, lines_words, not_given, number_cell, number_heading, row as table_row, tag, titled,
    use_address_value, words_heading,
};
use crate::navigation::Page;
use crate::page_context::{PageContext, ViewProperties};
use crate::pages::view_state::use_view_state;
use one_plan_model::calculation::Unit;
use one_plan_model::calculation::format;
use one_plan_model::outcome::{Comparison, Verdict};
use one_plan_model::plan::Table;
use one_plan_model::quantity::{Decimal, Fault, LIMIT, subtract};
use std::cmp::Reverse;
use yew::prelude::*;

const VERDICTS: [Verdict; 5] =
    [Verdict::Differs, Verdict::Unlikely, Verdict::NotComputed, Verdict::Rounding, Verdict::Exact];

/// Each figure that the plan prints although it follows from others, against the computed one.
#[component]
pub fn Comparisons(properties: &ViewProperties) -> Html {
    let context = &properties.context;
    let state = use_view_state("printed-", ());
    let verdict = VERDICTS.into_iter().find(|verdict| verdict.word() == &*state.choice);
    let (page, choose) = use_address_value("printed-page");
    let all = context.session.outcome().comparisons();
    let mut matching: Vec<&Comparison> = all.iter().collect();
    matching.retain(|comparison| verdict.is_none_or(|verdict| verdict == comparison.verdict));
    matching.sort_by_key(|comparison| urgency(comparison));
    let page = page_shown(&page, None, matching.len());
    let mut options = vec![option("", "are printed", verdict.is_none()).html()];
    for one in VERDICTS {
        options.push(option(one.word(), choice(one), verdict == Some(one)).html());
    }
    let onchoice = Callback::from({
        let (choose, onchoice) = (choose.clone(), state.onchoice.clone());
        move |event| {
            if !address_value("printed-page").is_empty() {
                choose.emit(AttrValue::default());
            }
            onchoice.emit(event);
        }
    });
    let field = choice_field("comparisons-verdict", "Show figures that", options, onchoice);
    let content = if all.is_empty() {
        tag("p").words("The plan prints no figure that follows from others.").html()
    } else if matching.is_empty() {
        tag("p").words("No figure fits this choice.").html()
    } else {
        let mut rows = Vec::with_capacity(LINES_OF_A_PAGE);
        let shown = || matching.iter().skip(page * LINES_OF_A_PAGE).take(LINES_OF_A_PAGE).copied();
        let forms = Forms::of(shown());
        for comparison in shown() {
            rows.push(row(context, comparison, forms));
        }
        let headings = vec![
            words_heading("Figure"),
            number_heading("Printed"),
            number_heading("Computed"),
            number_heading("Difference"),
            number_heading("Rounding explains"),
            words_heading("Verdict"),
            words_heading("Source"),
        ];
        let caption = "Printed figures against computed figures, each in its own unit";
        data_table("comparisons", caption, true, vec![head(headings), body(rows)])
    };
    let prose = "A figure agrees up to rounding when it differs by no more than half a unit of each printed figure it stands on. \
        If that were so only with nearly every one of them rounded as far as possible in the same direction, it is \
        called unlikely: look for a row that is missing, given twice or mistyped. Printed figures are never overwritten.";
    titled("comparisons-title", "What the plan prints, and what follows")
        .child(tag("p").class("prose").words(prose))
        .child(filters(vec![field], format!("{} of {}", counted(matching.len()), counted(all.len()))))
        .child(tag("div").child(content))
        .child(pager("Pages of printed figures", page, matching.len(), &choose))
        .html()
}

/// What decides which comes first: what differs before what does not, the most pounds apart before the fewest.
fn urgency(comparison: &Comparison) -> (usize, Reverse<Decimal>) {
    let verdict = VERDICTS.iter().position(|verdict| *verdict == comparison.verdict).unwrap_or_default();
    let is_money = comparison.figure.is_some_and(|figure| figure.kind.unit == Unit::Money);
    let pounds = if is_money { comparison.apart() } else { None };
    (verdict, Reverse(pounds.unwrap_or_default()))
}

/// The one form of the money of a column: what is printed, what is computed and how far they are apart stand beside each
/// other; what rounding explains is smaller than any of them.
#[derive(Clone, Copy)]
struct Forms {
    values: Shown,
    rounding: Shown,
}

impl Forms {
    fn of<'a>(comparisons: impl Iterator<Item = &'a Comparison> + Clone) -> Self {
        let money = comparisons.filter(|comparison| unit_of(comparison) == Unit::Money);
        let values = |one: &Comparison| [Some(one.printed), one.computed].into_iter().flatten().filter_map(Result::ok);
        // Where there is no limit, no amount is shown.
        let rounding = money.clone().map(|one| one.tolerance).filter(|tolerance| *tolerance < LIMIT);
        Self { values: Shown::in_pounds(money.flat_map(values)), rounding: Shown::in_pounds(rounding) }
    }
}

fn unit_of(comparison: &Comparison) -> Unit {
    comparison.figure.map_or(Unit::Number, |figure| figure.kind.unit)
}

fn row(context: &PageContext, comparison: &Comparison, forms: Forms) -> Html {
    let plan = context.session.plan();
    let lines =
        plan.source_lines(Table::StatedFigure, comparison.row.index(), "value").map(|lines| lines_words(&lines));
    let at = Page::Row(Table::StatedFigure, comparison.row.index());
    let words = lines.unwrap_or_else(|| format!("row {}", u64::from(comparison.row.index()) + 1));
    let source = tag("a").attribute("href", at.hash()).words(words);
    let unit = unit_of(comparison);
    let name = match comparison.figure {
        Some(figure) => figure.label(plan),
        None => plan.stated.get(comparison.row).map(|stated| stated.figure().to_owned()).unwrap_or_default(),
    };
    let computed = comparison.computed.unwrap_or(Err(Fault::NotGiven));
    let difference = computed.and_then(|computed| subtract(computed, comparison.printed?));
    let tolerance = match comparison.verdict {
        Verdict::Exact => cell_for_number("Rounding explains").child(not_given()).html(),
        // Where the divisor may be nothing, there is no limit.
        _ if comparison.tolerance >= LIMIT => number_cell("Rounding explains", "anything".to_owned()),
        _ => number_cell("Rounding explains", format!("± {}", forms.rounding.words(Ok(comparison.tolerance), unit))),
    };
    let (class, sign) = match comparison.verdict {
        Verdict::Exact => ("tag tag--ok", "="),
        Verdict::Rounding => ("tag tag--info", "≈"),
        Verdict::Unlikely => ("tag tag--warning", "≉"),
        Verdict::Differs => ("tag tag--warning", "≠"),
        Verdict::NotComputed => ("tag tag--error", "?"),
    };
    let verdict = tag("span")
        .class(class)
        .child(tag("span").attribute("aria-hidden", "true").words(sign))
        .words(verdict_words(comparison));
    let cells = vec![
        number_cell("Printed", forms.values.words(comparison.printed, unit)),
        cell_for_number("Computed").child(computed_cell(context, comparison, forms.values)).html(),
        number_cell("Difference", forms.values.words(difference, unit)),
        tolerance,
        tag("td").attribute("data-label", "Verdict").child(verdict).html(),
        tag("td").attribute("data-label", "Source").child(source).html(),
    ];
    table_row(comparison.row.index(), name, cells).attribute("data-verdict", comparison.verdict.word()).html()
}

/// The verdict, and how unlikely an unlikely one is.
fn verdict_words(comparison: &Comparison) -> String {
    let word = comparison.verdict.word();
    match comparison.deviations {
        Some(deviations) if comparison.verdict == Verdict::Unlikely => {
            format!("{word} ({} standard deviations)", format::number(Ok(deviations)))
        }
        _ => word.to_owned(),
    }
}

fn computed_cell(context: &PageContext, comparison: &Comparison, form: Shown) -> Html {
    let (Some(figure), Some(value)) = (comparison.figure, comparison.computed) else { return not_given() };
    let text = form.words(value, figure.kind.unit);
    explained(context.session.plan(), figure, &text, &context.explain).words(text).html()
}

fn choice(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Exact => "agree exactly",
        Verdict::Rounding => "agree up to rounding",
        Verdict::Unlikely => "are unlikely to be rounding",
        Verdict::Differs => "differ",
        Verdict::NotComputed => "cannot be computed",
    }
}
