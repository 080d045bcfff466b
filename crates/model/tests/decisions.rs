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

/// A plan may know many findings by one id. What is decided about one of them is decided about no other; what the plan
/// says of all of them goes on for the rest.
#[test]
fn what_is_decided_about_one_finding_is_decided_about_no_other() {
    let mut tried = 0;
    for name in plans::PLANS {
        let plan = read_json(&plans::bytes(name)).unwrap().plan;
        let before = compute(&plan);
        let shared = (0..before.findings().len()).filter(|at| !before.known_together(*at).is_empty());
        for at in shared {
            let state = if before.is_settled(at) { KnownFindingState::Open } else { KnownFindingState::Accepted };
            let decision = Decision { state, owner: "Head of finance".into(), note: String::new() };
            let mut decided = plan.clone();
            assert!(decided.apply(&before.decision(&plan, at, &decision)).refused.is_empty());
            let after = compute(&decided);
            assert!(before.decided_together(at).is_empty(), "{name}");
            for (other, finding) in before.findings().iter().enumerate() {
                let again = after.findings().iter().position(|one| one.message == finding.message).unwrap();
                let changed = before.is_settled(other) != after.is_settled(again);
                assert_eq!(changed, other == at, "{name}: {}", finding.message);
            }
            // What is decided once is then this finding's own, and is changed and not added again.
            assert!(after.known_together(at).is_empty(), "{name}");
            let again = Decision { note: "Both are right".into(), ..decision };
            let edits = after.decision(&decided, at, &again);
            assert!(edits.iter().all(|edit| matches!(edit, one_plan_model::plan::Edit::SetCell { .. })), "{name}");
            tried += 1;
        }
    }
    assert!(tried > 0, "some finding is known together with others");
}

/// Of findings that nothing tells apart it is said that they are decided together, and they are.
#[test]
fn what_nothing_tells_apart_is_decided_together() {
    for name in plans::PLANS {
        let plan = read_json(&plans::bytes(name)).unwrap().plan;
        let before = compute(&plan);
        let open = (0..before.findings().len()).filter(|at| !before.is_settled(*at));
        for at in open.filter(|at| !before.decided_together(*at).is_empty()).take(3) {
            let state = KnownFindingState::Accepted;
            let decision = Decision { state, owner: String::new(), note: String::new() };
            let mut decided = plan.clone();
            assert!(decided.apply(&before.decision(&plan, at, &decision)).refused.is_empty());
            let after = compute(&decided);
            let settled = |outcome: &one_plan_model::outcome::Outcome| {
                (0..outcome.findings().len()).filter(|at| outcome.is_settled(*at)).count()
            };
            let with_it = before.decided_together(at).into_iter().filter(|other| !before.is_settled(*other)).count();
            assert_eq!(settled(&after) - settled(&before), 1 + with_it, "{name}");
        }
    }
}
