use crate::support::{NONE, finds, values};

#[test]
fn innovations_must_pass_three_tests() {
    let proposal = |cells: &str| format!(r#""innovation_proposals": [{{"id": "i", "name": "I"{cells}}}]"#);
    for (cells, passed, fails) in [
        (r#", "big_enough": "yes", "innovative": "yes", "quick": "yes""#, "3", false),
        (r#", "big_enough": "yes", "innovative": "no", "quick": "yes""#, "2", true),
        (r#", "big_enough": "no", "innovative": "no", "quick": "no""#, "0", true),
        // What is not judged yet has neither passed nor failed.
        (r#", "big_enough": "yes""#, "1", false),
        ("", NONE, false),
    ] {
        let example = values(&proposal(cells), &[("innovation.i.tests-passed", passed)]);
        assert_eq!(finds(&example, "innovation-fails-a-test"), fails, "{cells}");
    }
}
