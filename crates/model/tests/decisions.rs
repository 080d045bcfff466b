//! What is decided about findings is kept in the plan file and recognised when it is read again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

#[path = "support/plans.rs"]
mod plans;

use one_plan_model::exchange::{read_json, write_json};
use one_plan_model::outcome::{Decision, MasterCheck, compute};
use one_plan_model::plan::KnownFindingState;

#[test]
fn every_finding_can_be_settled_and_is_recognised_in_the_file() {
    for name in plans::PLANS {
        let mut plan = read_json(&plans::bytes(name)).unwrap().plan;
        let outcome = compute(&plan);
        let decision = Decision {
            state: KnownFindingState::Accepted,
            owner: "Head of finance".to_owned(),
            note: "Both are right".to_owned(),
        };
        let kept: Vec<String> = outcome.findings().iter().map(|finding| finding.message.clone()).collect();
        for at in 0..kept.len() {
            let applied = plan.apply(&outcome.decision(&plan, at, &decision));
            assert!(applied.refused.is_empty(), "{name}: {:?}", applied.refused);
        }
        let file = write_json(&plan);
        let again = read_json(file.as_bytes()).unwrap().plan;
        assert_eq!(write_json(&again), file, "{name}: it is written in one way");
        let outcome = compute(&again);
        for (at, finding) in outcome.findings().iter().enumerate() {
            assert!(outcome.is_settled(at), "{name}: {}", finding.message);
        }
        let (open, settled) = outcome.master_check().open_and_settled();
        assert_eq!(open, 0, "{name}");
        assert!(settled > 0 && matches!(outcome.master_check(), MasterCheck::Findings { .. }), "{name}");
    }
}

#[test]
fn what_is_reopened_is_open() {
    let mut plan = read_json(&plans::bytes("surrey-one-plan")).unwrap().plan;
    let outcome = compute(&plan);
    let settled = (0..outcome.findings().len()).find(|at| outcome.is_settled(*at)).unwrap();
    let state = KnownFindingState::Open;
    let decision = Decision { state, owner: String::new(), note: String::new() };
    plan.apply(&outcome.decision(&plan, settled, &decision));
    assert!(!compute(&plan).is_settled(settled));
}
