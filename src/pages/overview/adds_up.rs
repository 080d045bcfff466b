use crate::app::{Page, check_words};
use crate::components::counted;
use crate::session::Session;
use one_plan_model::calculation::Severity;
use one_plan_model::outcome::{MasterCheck, Verdict};
use yew::prelude::*;

/// Does the plan add up? The one light, and what is behind it.
pub fn section(session: &Session) -> Html {
    let outcome = session.outcome();
    let check = outcome.master_check();
    let found = |severity| outcome.findings().iter().filter(|finding| finding.severity == severity).count();
    let printed = |verdict| outcome.comparisons().iter().filter(|comparison| comparison.verdict == verdict).count();
    let (variant, sign) = match check {
        MasterCheck::Passed => ("status--passed", "✓"),
        MasterCheck::Findings { .. } => ("status--findings", "⚠"),
        MasterCheck::Failed { .. } => ("status--failed", "✕"),
    };
    html! {
        <section class="section" aria-labelledby="adds-up-title">
            <div class="section__head">
                <h2 id="adds-up-title">{ "Does it add up?" }</h2>
                <p class={classes!("status", variant)} data-master-check={check.word()}>
                    <span aria-hidden="true">{ sign }</span><span>{ check_words(check) }</span>
                </p>
            </div>
            <div class="columns">
                <div>
                    <h3>{ "What was found" }</h3>
                    { counts(&[
                        ("Errors", "figures that cannot be relied on", found(Severity::Error)),
                        ("Things that do not agree", "two places say different things", found(Severity::Warning)),
                        ("Worth knowing", "nothing is wrong with the arithmetic", found(Severity::Information)),
                    ]) }
                </div>
                <div>
                    <h3>{ "Figures that the plan prints" }</h3>
                    { counts(&[
                        ("Exact", "computed again and found the same", printed(Verdict::Exact)),
                        ("Rounding", "the same, but for rounding", printed(Verdict::Rounding)),
                        ("Differ", "more than rounding can explain", printed(Verdict::Differs)),
                        ("Not computed", "the plan does not give what they stand on", printed(Verdict::NotComputed)),
                    ]) }
                </div>
            </div>
            <p><a class="card__link" href={Page::Checks.hash()}>{ "See every check" }</a></p>
        </section>
    }
}

fn counts(rows: &[(&'static str, &'static str, usize)]) -> Html {
    html! {
        <dl class="facts">
            { for rows.iter().map(|(name, meaning, count)| html! {
                <div class="facts__row" key={*name}>
                    <dt>{ *name }<small>{ *meaning }</small></dt>
                    <dd>{ counted(*count) }</dd>
                </div>
            }) }
        </dl>
    }
}
