//! Load and recompute, for the published plan and for made-up plans that grow tenfold: the time
//! must grow with the rows and no faster. Run with `cargo xtask bench`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use divan::{AllocProfiler, Bencher};
use one_plan_model::example::sized;
use one_plan_model::exchange::read_json;
use one_plan_model::outcome::{Recording, compute};
use one_plan_model::plan::{Distribution, LeverKind, Plan};
use one_plan_model::quantity::Fixed;
use one_plan_model::scenario::{
    Definition, Goal, SetLever, SetRange, Simulation, Split, balance, bridge, compared, headlines, levers_of,
    millionths, seek, thresholds, tornado,
};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn main() {
    divan::main();
}

fn surrey() -> Vec<u8> {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../plans/surrey-one-plan.json")).unwrap()
}

#[divan::bench]
fn load_surrey(bencher: Bencher<'_, '_>) {
    let bytes = surrey();
    bencher.bench_local(|| read_json(&bytes).unwrap());
}

#[divan::bench]
fn recompute_surrey(bencher: Bencher<'_, '_>) {
    let plan = read_json(&surrey()).unwrap().plan;
    bencher.bench_local(|| compute(&plan));
}

#[divan::bench]
fn explain_surrey(bencher: Bencher<'_, '_>) {
    let plan = read_json(&surrey()).unwrap().plan;
    bencher.bench_local(|| Recording::of(&plan));
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn load_schemes(bencher: Bencher<'_, '_>, schemes: usize) {
    let text = sized(schemes);
    bencher.bench_local(|| read_json(text.as_bytes()).unwrap());
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn recompute_schemes(bencher: Bencher<'_, '_>, schemes: usize) {
    let plan = read_json(sized(schemes).as_bytes()).unwrap().plan;
    bencher.bench_local(|| compute(&plan));
}

fn surrey_plan() -> Plan {
    read_json(&surrey()).unwrap().plan
}

/// What moves the planned surplus of Surrey, over every number and every lever.
#[divan::bench(sample_count = 10)]
fn tornado_surrey(bencher: Bencher<'_, '_>) {
    let plan = surrey_plan();
    let surplus = balance(&compute(&plan)).unwrap();
    bencher.bench_local(|| tornado(&plan, surplus));
}

/// 10,000 runs of Surrey: every saving draws for itself, all headline figures are asked for.
#[divan::bench(sample_count = 5)]
fn simulate_surrey(bencher: Bencher<'_, '_>) {
    let plan = surrey_plan();
    let asked = headlines(&compute(&plan));
    let range = SetRange {
        low: millionths(600_000),
        high: millionths(1_050_000),
        distribution: Distribution::Triangular,
        separately: true,
    };
    let lever = SetLever { range: Some(range), ..SetLever::to(LeverKind::Delivery, 1_000_000) };
    let definition = Definition { levers: vec![lever], ..Definition::default() };
    bencher.bench_local(|| Simulation::new(&plan, &definition, &asked, 1).run(0, 10_000));
}

#[divan::bench(sample_count = 10)]
fn seek_surrey(bencher: Bencher<'_, '_>) {
    let plan = surrey_plan();
    let figure = balance(&compute(&plan)).unwrap();
    let lever = SetLever::to(LeverKind::Delivery, 0);
    bencher.bench_local(|| seek(&plan, &lever, Goal { figure, target: Fixed::ZERO }));
}

#[divan::bench(sample_count = 3)]
fn thresholds_surrey(bencher: Bencher<'_, '_>) {
    let plan = surrey_plan();
    let lever = SetLever::to(LeverKind::Delivery, 0);
    bencher.bench_local(|| thresholds(&plan, &lever));
}

/// Ten levers over all their orders: 1,024 plans.
#[divan::bench(sample_count = 5)]
fn bridge_surrey(bencher: Bencher<'_, '_>) {
    let plan = surrey_plan();
    let figure = headlines(&compute(&plan))[1];
    let levers = levers_of(&plan).into_iter().filter(|lever| lever.kind == LeverKind::Delivery).take(10);
    let to =
        Definition { levers: levers.map(|lever| lever.set_to(millionths(900_000))).collect(), ..Definition::default() };
    bencher.bench_local(|| bridge(&plan, &Definition::default(), &to, figure, Split::EveryOrder).unwrap());
}

#[divan::bench(sample_count = 10)]
fn compare_surrey(bencher: Bencher<'_, '_>) {
    let plan = surrey_plan();
    let asked = headlines(&compute(&plan));
    bencher.bench_local(|| compared(&plan, &asked));
}
