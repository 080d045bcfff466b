use crate::exchange::{write_json, write_json_in_slices};
use crate::pace::{Pace, Stage};
use crate::parameters;
use crate::plan::Plan;
use sha2::{Digest, Sha256};

/// How many letters of a hash are shown where there is little room.
const SHORT: usize = 12;

/// After so many bytes it is asked whether to give way.
const BYTES_AT_A_TIME: usize = 1 << 18;

/// What stands for a plan, the parameters and the engine that computes it: the same three give the same seal on every
/// machine. It is no signature: it shows that something is the same, not who made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The version of the engine.
    pub engine: String,
    /// The SHA-256 of all parameters that the model has, in hexadecimal digits.
    pub parameters: String,
    /// The SHA-256 of the plan as a plan file, as it is written here.
    pub plan: String,
    /// The SHA-256 of the three: the seal itself.
    pub hash: String,
}

impl Seal {
    /// The seal of a plan with the parameters and the engine of today.
    pub fn of(plan: &Plan) -> Self {
        Self::of_file(write_json(plan).as_bytes())
    }

    /// The same, giving way as the pace says.
    pub async fn in_slices(plan: &Plan, pace: &Pace<'_>) -> Self {
        let text = write_json_in_slices(plan, pace).await;
        let mut hash = Sha256::new();
        for part in text.as_bytes().chunks(BYTES_AT_A_TIME) {
            hash.update(part);
            pace.reached(Stage::Checking).await;
        }
        Self::of_hash(&in_digits(&hash.finalize()))
    }

    /// The same for a plan that is written already: the bytes of its plan file as the engine writes it.
    ///
    /// ```
    /// use one_plan_model::{example, exchange::write_json, outcome::Seal};
    /// let plan = example::plan(r#""programmes": [{"id": "acute", "name": "Acute Care"}]"#);
    /// assert_eq!(Seal::of_file(write_json(&plan).as_bytes()), Seal::of(&plan));
    /// ```
    pub fn of_file(file: &[u8]) -> Self {
        Self::of_hash(&in_digits(&Sha256::digest(file)))
    }

    /// The same for a plan of which the hash is known.
    fn of_hash(plan: &str) -> Self {
        Self::over(env!("CARGO_PKG_VERSION"), &sha256(&parameters_as_text()), plan)
    }

    /// The seal over what is known of its three parts.
    pub(super) fn over(engine: &str, parameters: &str, plan: &str) -> Self {
        let hash = sha256(&format!("one-plan-seal\nengine {engine}\nparameters {parameters}\nplan {plan}\n"));
        let (engine, parameters, plan) = (engine.to_owned(), parameters.to_owned(), plan.to_owned());
        Self { engine, parameters, plan, hash }
    }

    /// Its first letters, which are enough to compare two papers by eye.
    pub fn short(&self) -> &str {
        self.hash.get(..SHORT).unwrap_or(&self.hash)
    }
}

/// The SHA-256 of a text in hexadecimal digits.
pub(super) fn sha256(text: &str) -> String {
    in_digits(&Sha256::digest(text.as_bytes()))
}

fn in_digits(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every parameter with its dated values. Where they come from does not change a figure.
fn parameters_as_text() -> String {
    let mut text = String::new();
    for parameter in parameters::all() {
        text.push_str(&format!("{} {:?}\n", parameter.id, parameter.unit));
        for dated in parameter.values {
            text.push_str(&format!("  {} {:?} {}\n", dated.from, dated.to, dated.value));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_that_others_compute() {
        // FIPS 180-2, appendix B.1.
        assert_eq!(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn each_part_changes_the_seal() {
        let seal = Seal::over("1", "a", "b");
        for other in [Seal::over("2", "a", "b"), Seal::over("1", "c", "b"), Seal::over("1", "a", "c")] {
            assert_ne!(seal.hash, other.hash);
        }
        assert_eq!(seal, Seal::over("1", "a", "b"));
        assert_eq!(seal.short().len(), 12);
    }

    #[test]
    fn every_parameter_and_every_value_is_in_it() {
        let text = parameters_as_text();
        for parameter in parameters::all() {
            assert!(text.contains(&format!("{} ", parameter.id)));
            for dated in parameter.values {
                assert!(text.contains(&format!("  {} {:?} {}\n", dated.from, dated.to, dated.value)));
            }
        }
    }
}
