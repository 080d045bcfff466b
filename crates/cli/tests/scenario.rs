//! `one-plan scenario` as a person uses it.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;
use std::process::Command;

fn printed(arguments: &[&str]) -> (String, Option<i32>) {
    let plan = |name: &str| {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("../../plans/{name}.json")).display().to_string()
    };
    let (example, surrey) = (plan("example-icb-2026-27"), plan("surrey-one-plan"));
    let arguments = arguments.iter().map(|word| match *word {
        "EXAMPLE" => example.as_str(),
        "SURREY" => surrey.as_str(),
        word => word,
    });
    let output = Command::new(env!("CARGO_BIN_EXE_one-plan")).arg("scenario").args(arguments).output().unwrap();
    let text = if output.status.success() { output.stdout } else { output.stderr };
    (String::from_utf8(text).unwrap(), output.status.code())
}

fn says(arguments: &[&str], lines: &[&str]) {
    let (text, code) = printed(arguments);
    assert_eq!(code, Some(0), "{text}");
    for line in lines {
        assert!(text.contains(line), "{arguments:?} should say {line}:\n{text}");
    }
}

#[test]
fn scenarios_are_listed_and_compared() {
    says(
        &["list", "EXAMPLE"],
        &["busy-winter: A busy winter", "    Delivery of savings, risk high: 70% of the planned savings are delivered"],
    );
    says(&["list", "SURREY"], &["The plan has no scenarios."]);
    says(
        &["compare", "EXAMPLE", "schemes.list.icb-2026-27.net"],
        &["    The plan: £26,410,000\n", "    Delivery falls short: £23,513,800 (−£2,896,200)\n"],
    );
}

#[test]
fn a_bridge_is_printed_with_how_it_was_split() {
    let bridge = ["bridge", "EXAMPLE", "plan", "delivery-falls-short", "schemes.list.icb-2026-27.net"];
    says(
        &bridge,
        &["    £26,410,000 to begin with", "    −£1,340,100  Delivery of savings: 95%", "average over all orders"],
    );
    says(&[bridge.as_slice(), &["--in-order"]].concat(), &["    −£1,380,000  Delivery", "in this order"]);
}

#[test]
fn goals_thresholds_and_swings() {
    says(
        &["seek", "SURREY", "delivery", "framework.planned-surplus.2011-12", "£0"],
        &[
            "Delivery of savings: 97.8521% of the planned savings are delivered. From there up “",
            "below that it is less",
        ],
    );
    says(
        &["seek", "EXAMPLE", "delivery:risk=high", "schemes.list.icb-2026-27.net", "24814000"],
        &["Delivery of savings, risk high: 70%", "to the last digit"],
    );
    says(
        &["thresholds", "EXAMPLE", "cquin"],
        &["from \"75.7576% of what is achieved now is achieved\" on: Frailty assessed", "nothing is paid"],
    );
    says(
        &["tornado", "SURREY", "framework.planned-surplus.2011-12"],
        &["−£3,290,000 to £5,090,000  Delivery of savings (assumed)", "the figure does not stand on it"],
    );
}

#[test]
fn a_simulation_says_its_seed_and_its_ranges() {
    let simulate = |seed: &str| printed(&["simulate", "EXAMPLE", "uncertain", "--runs", "100", "--seed", seed]).0;
    let first = simulate("7");
    assert!(first.starts_with("100 runs with seed 7; "), "{first}");
    assert!(
        first.contains("    Delivery of savings: between 75% and 100%, most often near 95%, each row for itself\n")
    );
    assert!(first.contains("Planned surplus, 2026/27: p10 "));
    assert_eq!(first, simulate("7"));
    assert_ne!(first.lines().nth(5), simulate("8").lines().nth(5));
    says(&["simulate", "SURREY", "plan", "--runs", "10"], &["Nothing is drawn"]);
}

#[test]
fn the_record_of_a_negotiation() {
    says(&["negotiation", "EXAMPLE"], &["contract,line,planned,", "all,,,2500000,4360000,1600000,,1605000,"]);
}

#[test]
fn what_there_is_not_is_said() {
    for (arguments, expected) in [
        (["bridge", "EXAMPLE", "plan", "worse", "savings.total"].as_slice(), "there are plan, delivery-falls-short"),
        (&["tornado", "EXAMPLE", "savings.totall"], "no figure \"savings.totall\"; near it are savings.total"),
        (&["thresholds", "EXAMPLE", "luck"], "there is no lever \"luck\"; there are delivery, delay"),
        (&["thresholds", "EXAMPLE", "delivery:risk=huge"], "there is no risk \"huge\""),
        (&["thresholds", "EXAMPLE", "delivery:colour=red"], "narrows no lever"),
        (&["seek", "EXAMPLE", "delivery", "savings.total", "much"], "\"much\" is no number"),
        (&["guess", "EXAMPLE"], "followed by list, compare"),
    ] {
        let (text, code) = printed(arguments);
        assert_eq!(code, Some(2), "{text}");
        assert!(text.contains(expected), "{text} should say {expected}");
    }
}
