//! The published plans, and draws for generated variations of them.

use one_plan_model::calculation::FigureKey;
use one_plan_model::exchange::read_json;
use one_plan_model::outcome::{compute, resolve};
use one_plan_model::plan::{LeverKind, Plan};
use one_plan_model::quantity::Fixed;
use one_plan_model::scenario::draw::draw;
use one_plan_model::scenario::{Lever, SetLever, levers_of, millionths};

pub const PLANS: [&str; 3] = ["surrey-one-plan", "arden-system-plan", "example-icb-2026-27"];

pub fn published(name: &str) -> Plan {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../plans/{name}.json"));
    read_json(&std::fs::read(path).unwrap()).unwrap().plan
}

pub fn figure(plan: &Plan, id: &str) -> FigureKey {
    resolve(plan, id).unwrap_or_else(|| panic!("no figure {id}"))
}

pub fn pounds(number: i64) -> Fixed {
    Fixed::whole(number)
}

/// Draws of a test: the same each time that it runs.
pub struct Draws(pub u32);

impl Draws {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 += 1;
        draw(0x5eed, self.0, 1) as usize % most.max(1)
    }

    /// Levers of a plan, of the whole and of parts, anywhere in their ranges.
    pub fn levers(&mut self, plan: &Plan, count: usize) -> Vec<SetLever> {
        let all = levers_of(plan);
        let mut drawn = Vec::new();
        for _ in 0..count {
            let lever = &all[self.below(all.len())];
            drawn.push(lever.set_to(self.setting(lever.kind)));
        }
        drawn
    }

    pub fn setting(&mut self, kind: LeverKind) -> Fixed {
        let of = Lever::of(kind);
        let steps = usize::try_from((of.to - of.from) / of.step).unwrap();
        millionths(of.from + i64::try_from(self.below(steps + 1)).unwrap() * of.step)
    }

    /// So many figures of a plan.
    pub fn figures(&mut self, plan: &Plan, count: usize) -> Vec<FigureKey> {
        let all: Vec<FigureKey> = compute(plan).figures().map(|(key, _)| key).collect();
        (0..count).map(|_| all[self.below(all.len())]).collect()
    }
}
