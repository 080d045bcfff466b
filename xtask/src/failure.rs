//! The one error type of the build tool: what was found and what to do about it, in plain words.

use std::fmt;

/// What every fallible step returns.
pub type Outcome<T> = Result<T, Failure>;

/// A message for the person at the terminal: what was found, what was expected, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    found: String,
    advice: Option<String>,
}

impl Failure {
    /// A failure that says what was found (and, where it is not obvious, what was expected).
    pub fn new(found: impl Into<String>) -> Self {
        Self { found: found.into(), advice: None }
    }

    /// Adds what the person can do about it.
    pub fn advise(mut self, what_to_do: impl Into<String>) -> Self {
        self.advice = Some(what_to_do.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.found)?;
        if let Some(advice) = &self.advice {
            write!(formatter, "\nWhat to do: {advice}")?;
        }
        Ok(())
    }
}

/// Turns another error into a [`Failure`] by saying what was being done when it happened.
pub trait OrSay<T> {
    /// `what` completes the sentence "Could not …".
    fn or_say(self, what: impl FnOnce() -> String) -> Outcome<T>;
}

impl<T, E: fmt::Display> OrSay<T> for Result<T, E> {
    fn or_say(self, what: impl FnOnce() -> String) -> Outcome<T> {
        self.map_err(|error| Failure::new(format!("Could not {}: {error:#}", what())))
    }
}

/// What a refused call says; empty where it was not refused.
#[cfg(test)]
pub fn message_of<T>(result: Outcome<T>) -> String {
    result.err().map_or_else(String::new, |failure| failure.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_prints_what_was_found_and_then_what_to_do() {
        let failure = Failure::new("No Node.js was found.").advise("install Node.js 20 or later.");
        assert_eq!(failure.to_string(), "No Node.js was found.\nWhat to do: install Node.js 20 or later.");
    }

    #[test]
    fn another_error_is_put_into_a_sentence() {
        let missing = std::fs::read("no such file").or_say(|| "read the plan".to_owned());
        let text = message_of(missing);
        assert!(text.starts_with("Could not read the plan: "), "{text}");
    }
}
