use one_plan_model::{example, exchange::read_json, outcome};
use std::time::Instant;
fn main() {
    let arg = std::env::args().nth(1).unwrap();
    let bytes = if arg == "surrey" {
        std::fs::read("plans/surrey-one-plan.json").unwrap()
    } else {
        example::sized(arg.parse().unwrap()).into_bytes()
    };
    let n: usize = std::env::args().nth(2).unwrap().parse().unwrap();
    let mut t = vec![];
    let mut plan = read_json(&bytes).unwrap().plan;
    for _ in 0..n {
        let s = Instant::now();
        plan = read_json(&bytes).unwrap().plan;
        t.push(s.elapsed());
    }
    t.sort();
    println!("load {:?} min {:?} {} MB/s", t[n / 2], t[0], bytes.len() as f64 / 1e6 / t[n / 2].as_secs_f64());
    let mut t = vec![];
    for _ in 0..n {
        let s = Instant::now();
        std::hint::black_box(outcome::compute(&plan));
        t.push(s.elapsed());
    }
    t.sort();
    println!("compute {:?} min {:?}", t[n / 2], t[0]);
    let mut t = vec![];
    for _ in 0..n {
        let s = Instant::now();
        std::hint::black_box(outcome::Recording::of(&plan));
        t.push(s.elapsed());
    }
    t.sort();
    println!("record {:?} min {:?}", t[n / 2], t[0]);
}
