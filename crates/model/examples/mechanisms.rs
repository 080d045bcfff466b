//! Writes `docs/mechanisms.md` from the register `docs/mechanisms.csv`:
//! `cargo run -p one-plan-model --example mechanisms > docs/mechanisms.md`. A test holds the two together.

#[path = "../tests/support/register.rs"]
mod register;

fn main() {
    print!("{}", register::as_markdown(&register::read()));
}
