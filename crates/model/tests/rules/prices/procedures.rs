use crate::support::{NONE, values};

#[test]
fn procedures_are_fast_steady_or_stopped() {
    values(
        r#""procedures": [
            {"id": "cataract", "name": "Cataract", "class": "fast", "requested": "500", "funded": "500", "price": "700", "unit": "£"},
            {"id": "hip", "name": "Hip", "class": "steady", "threshold": "By score", "requested": "120", "funded": "90", "price": "5,000", "unit": "£"},
            {"id": "knee", "name": "Knee", "class": "steady", "requested": "80", "funded": "70", "price": "6,000", "unit": "£"},
            {"id": "cosmetic", "name": "Cosmetic", "class": "stop", "requested": "40", "funded": "0", "price": "1,000", "unit": "£"},
            {"id": "unknown", "name": "Unknown", "class": "stop"}
        ]"#,
        &[
            ("procedures.fast", "1"),
            ("procedures.steady", "2"),
            ("procedures.stop", "2"),
            ("procedures.fast.paid", "350000"),
            // 90 × 5,000 + 70 × 6,000
            ("procedures.steady.paid", "870000"),
            ("procedures.stop.paid", "0"),
            ("procedure.cataract.not-funded", "0"),
            ("procedure.hip.not-funded", "30"),
            ("procedure.knee.not-funded", "10"),
            ("procedure.cosmetic.not-funded", "40"),
            ("procedure.unknown.not-funded", NONE),
        ],
    );
}
