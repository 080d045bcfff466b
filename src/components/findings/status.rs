use crate::components::{Tag, tag};
use one_plan_model::calculation::format::count_of;
use one_plan_model::outcome::{MasterCheck, Outcome, Verdict};

/// How often two numbers of the plan were held against each other: a printed figure against the computed one, and figures that
/// should agree. A plan in which nothing is said twice has passed no such test, and so adds up in no sense that helps anybody.
pub fn compared(outcome: &Outcome) -> usize {
    let printed = outcome.comparisons().iter().filter(|one| one.verdict != Verdict::NotComputed).count();
    printed.saturating_add(outcome.agreements().len())
}

/// The one light: an element with its sign and its words.
pub fn status(name: &'static str, outcome: &Outcome) -> Tag {
    let check = outcome.master_check();
    let (class, sign) = match check {
        MasterCheck::Nothing => ("status", "–"),
        MasterCheck::Passed if compared(outcome) == 0 => ("status", "–"),
        MasterCheck::Passed => ("status status--passed", "✓"),
        MasterCheck::Findings { .. } => ("status status--findings", "⚠"),
        MasterCheck::Failed { .. } => ("status status--failed", "✕"),
    };
    let words = check_words(outcome);
    // Where there is little room, what is open and what is settled is only read aloud.
    let (first, more) = words.split_at_checked(words.find(": ").unwrap_or(words.len())).unwrap_or((&words, ""));
    let more = tag("span").class("status__more").words(more.to_owned());
    tag(name)
        .class(class)
        .child(tag("span").attribute("aria-hidden", "true").words(sign))
        .child(tag("span").words(first.to_owned()).child(more))
}

/// The one light in words, with how many are open and how many are settled where any is.
pub fn check_words(outcome: &Outcome) -> String {
    words_of(outcome.master_check(), compared(outcome))
}

fn words_of(check: MasterCheck, compared: usize) -> String {
    let words = match check {
        MasterCheck::Nothing => "Nothing to check yet".to_owned(),
        MasterCheck::Passed if compared == 0 => "No fault found: nothing to compare yet".to_owned(),
        MasterCheck::Passed => "Everything adds up".to_owned(),
        MasterCheck::Findings { warnings, .. } => count_of(warnings, "thing to look at", "things to look at"),
        MasterCheck::Failed { errors, warnings: 0, .. } => count_of(errors, "error", "errors"),
        MasterCheck::Failed { errors, warnings, .. } => {
            let more = count_of(warnings, "other thing to look at", "other things to look at");
            format!("{}, and {more}", count_of(errors, "error", "errors"))
        }
    };
    match check.open_and_settled() {
        (_, 0) => words,
        _ => format!("{words}: {}", check.open_words()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use one_plan_model::example;

    #[test]
    fn a_plan_that_says_nothing_twice_does_not_add_up_only_because_nothing_contradicts_it() {
        let beds = r#""organisations": [{"id": "t", "name": "Trust", "kind": "nhs-trust"}],
            "beds": [{"provider": "t", "now": "100", "plan": "90"}]"#;
        let alone = example::outcome(beds).outcome;
        assert_eq!((compared(&alone), check_words(&alone).as_str()), (0, "No fault found: nothing to compare yet"));
        let printed =
            format!(r#"{beds}, "stated": [{{"figure": "beds.total.change", "value": "-10", "unit": "count"}}]"#);
        let printed = example::outcome(&printed).outcome;
        assert_eq!((compared(&printed), check_words(&printed).as_str()), (1, "Everything adds up"));
    }

    #[test]
    fn the_one_light_is_said_in_words() {
        assert_eq!(words_of(MasterCheck::Nothing, 3), "Nothing to check yet");
        assert_eq!(words_of(MasterCheck::Passed, 3), "Everything adds up");
        assert_eq!(words_of(MasterCheck::Passed, 0), "No fault found: nothing to compare yet");
        assert_eq!(words_of(MasterCheck::Findings { warnings: 1, settled: 0 }, 3), "1 thing to look at");
        assert_eq!(
            words_of(MasterCheck::Findings { warnings: 74, settled: 16 }, 3),
            "74 things to look at: 58 open, 16 settled"
        );
        assert_eq!(
            words_of(MasterCheck::Failed { errors: 1, warnings: 2, settled: 1 }, 3),
            "1 error, and 2 other things to look at: 2 open, 1 settled"
        );
    }
}
