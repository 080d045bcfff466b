//! Writes `docs/parameters.md` from the parameters of the model:
//! `cargo run -p one-plan-model --example parameters > docs/parameters.md`. A test holds the two together.

#[path = "../tests/support/parameters.rs"]
mod parameters;

fn main() {
    print!("{}", parameters::as_markdown());
}
