use crate::components::{cell_place_only, cell_words, nodes, tag};
use one_plan_model::calculation::FigureKey;
use one_plan_model::outcome::{Link, Step};
use one_plan_model::plan::{Plan, Table};
use yew::prelude::*;

/// So many steps are shown at first, and so many more each time.
pub const STEPS_AT_A_TIME: usize = 100;

/// A step, and how often it stands there.
type Counted<'a> = (&'a Step, usize);

/// The steps of a calculation as lists within lists: the parts of a sum stand within the sum.
/// A step that names a figure asks for its explanation. What is counted is one line, not one for each.
pub fn step_list(plan: &Plan, steps: &[Step], most: usize, deeper: &Callback<FigureKey>, more: Callback<()>) -> Html {
    let steps = counted_steps(steps);
    let shown = steps.get(..most.min(steps.len())).unwrap_or_default();
    let mut rest = tag("div");
    if shown.len() < steps.len() {
        let button = tag("button")
            .attribute("type", "button")
            .class("button button--secondary button--small")
            .onclick(more.reform(|_| ()))
            .words(format!("Show more of the {} steps", steps.len()));
        rest = rest.child(button);
    }
    tag("div").child(level(plan, shown, 0, deeper)).child(rest).html()
}

/// Steps that lead nowhere and are the same, one after the other, taken together.
fn counted_steps(steps: &[Step]) -> Vec<Counted<'_>> {
    let mut counted: Vec<Counted<'_>> = Vec::new();
    for (position, step) in steps.iter().enumerate() {
        let is_leaf = steps.get(position + 1).is_none_or(|next| next.depth <= step.depth);
        match counted.last_mut() {
            Some((last, times)) if is_leaf && step.link.is_none() && *last == step => *times += 1,
            _ => counted.push((step, 1)),
        }
    }
    counted
}

/// One list: each step of a depth, with the steps that lie within it.
fn level(plan: &Plan, steps: &[Counted<'_>], depth: usize, deeper: &Callback<FigureKey>) -> Html {
    let mut items = Vec::new();
    let mut rest = steps;
    while let Some((step, after)) = rest.split_first() {
        let within = after.iter().position(|(step, _)| step.depth <= depth).unwrap_or(after.len());
        let (parts, next) = after.split_at(within);
        let mut inner = tag("div");
        if !parts.is_empty() {
            inner = inner.child(level(plan, parts, depth + 1, deeper));
        }
        let item = tag("li").key(items.len()).child(line(plan, *step, deeper)).child(inner);
        items.push(item.html());
        rest = next;
    }
    tag("ul").class("steps").children(items).html()
}

fn line(plan: &Plan, (step, times): Counted<'_>, deeper: &Callback<FigureKey>) -> Html {
    let mut source = tag("span").class("steps__source");
    let words = match &step.link {
        Some(Link::Figure(figure)) => {
            let figure = *figure;
            tag("button")
                .attribute("type", "button")
                .class("explain")
                .attribute("data-deeper", figure.id(plan))
                .onclick(deeper.reform(move |_| figure))
                .words(step.words.clone())
        }
        Some(Link::Cell { address, .. }) => {
            source = source.child(cell_place_only(plan, *address));
            // A dated number that the plan sets itself is a cell too, and keeps the words of the rule.
            let words = cell_words(plan, *address).filter(|_| address.table != Table::Assumption);
            tag("span").words(words.unwrap_or_else(|| step.words.clone()))
        }
        Some(Link::Parameter { source: of_parameter, .. }) => {
            let words = format!("not in this plan; its source: {of_parameter}");
            source = source.child(tag("span").words(words));
            tag("span").words(step.words.clone())
        }
        None if times > 1 => tag("span").words(format!("{times} times: {}", step.words)),
        None => tag("span").words(step.words.clone()),
    };
    let value = tag("strong").class("steps__value").words(step.shown.clone());
    nodes(vec![tag("span").class("steps__line").child(words).child(value).html(), source.html()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::quantity::whole;

    fn step(depth: usize, words: &str) -> Step {
        Step { depth, words: words.to_owned(), shown: "1".to_owned(), value: Ok(whole(1)), link: None }
    }

    #[test]
    fn what_is_counted_is_one_line() {
        let steps = [step(0, "the sum of 3"), step(1, "one risk"), step(1, "one risk"), step(1, "one gap")];
        let times: Vec<usize> = counted_steps(&steps).into_iter().map(|(_, times)| times).collect();
        assert_eq!(times, [1, 2, 1]);
    }

    #[test]
    fn a_step_with_parts_stands_alone() {
        let steps = [step(0, "a"), step(0, "a"), step(1, "b")];
        assert_eq!(counted_steps(&steps).len(), 3);
    }
}
