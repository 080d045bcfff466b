use super::tag::{Tag, tag};
use one_plan_model::calculation::format::count_of;
use one_plan_model::outcome::MasterCheck;

/// The one light: an element with its sign and its words.
pub fn status(name: &'static str, check: MasterCheck) -> Tag {
    let (class, sign) = match check {
        MasterCheck::Nothing => ("status", "–"),
        MasterCheck::Passed => ("status status--passed", "✓"),
        MasterCheck::Findings { .. } => ("status status--findings", "⚠"),
        MasterCheck::Failed { .. } => ("status status--failed", "✕"),
    };
    let words = check_words(check);
    // Where there is little room, what is open and what is settled is only read aloud.
    let (first, more) = words.split_at_checked(words.find(": ").unwrap_or(words.len())).unwrap_or((&words, ""));
    let more = tag("span").class("status__more").words(more.to_owned());
    tag(name)
        .class(class)
        .child(tag("span").attribute("aria-hidden", "true").words(sign))
        .child(tag("span").words(first.to_owned()).child(more))
}

/// The one light in words, with how many are open and how many are settled where any is.
pub fn check_words(check: MasterCheck) -> String {
    let words = match check {
        MasterCheck::Nothing => "Nothing to check yet".to_owned(),
        MasterCheck::Passed => "Everything adds up".to_owned(),
        MasterCheck::Findings { warnings, .. } => count_of(warnings, "thing does not agree", "things do not agree"),
        MasterCheck::Failed { errors, warnings: 0, .. } => count_of(errors, "error", "errors"),
        MasterCheck::Failed { errors, warnings, .. } => {
            let more = count_of(warnings, "thing that does not agree", "things that do not agree");
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

    #[test]
    fn the_one_light_is_said_in_words() {
        assert_eq!(check_words(MasterCheck::Nothing), "Nothing to check yet");
        assert_eq!(check_words(MasterCheck::Passed), "Everything adds up");
        assert_eq!(check_words(MasterCheck::Findings { warnings: 1, settled: 0 }), "1 thing does not agree");
        assert_eq!(
            check_words(MasterCheck::Findings { warnings: 74, settled: 16 }),
            "74 things do not agree: 58 open, 16 settled"
        );
        assert_eq!(
            check_words(MasterCheck::Failed { errors: 1, warnings: 2, settled: 1 }),
            "1 error, and 2 things that do not agree: 2 open, 1 settled"
        );
    }
}
