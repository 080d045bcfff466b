use one_plan_model::{example, exchange::read_json, outcome};
fn main() {
    let arg = std::env::args().nth(1).unwrap();
    let bytes = if arg == "surrey" {
        std::fs::read("plans/surrey-one-plan.json").unwrap()
    } else {
        example::sized(arg.parse().unwrap()).into_bytes()
    };
    let n: usize = std::env::args().nth(2).unwrap().parse().unwrap();
    let plan = read_json(&bytes).unwrap().plan;
    for _ in 0..n {
        std::hint::black_box(outcome::compute(&plan));
    }
}
