use one_plan_model::exchange::{printable, printable_line};
use std::fmt::Arguments;
use std::io::Write;

/// Text made of lines. What a plan says stands within one of them, whatever characters it has.
#[derive(Debug, Default)]
pub struct Lines(String);

impl Lines {
    /// Adds a line.
    pub fn line(&mut self, words: Arguments<'_>) {
        self.0.push_str(&printable_line(&words.to_string()));
        self.0.push('\n');
    }

    /// The text.
    pub fn text(self) -> String {
        self.0
    }
}

/// Says a line to the person, beside the output.
pub fn complain(words: Arguments<'_>) {
    eprintln!("{}", printable_line(&words.to_string()));
}

/// Writes text: all output goes this way, and no character that a terminal would obey gets through. A reader that
/// has seen enough (`one-plan compute … | head`) is no error.
pub fn write_all(output: &mut impl Write, text: &str) -> Result<(), String> {
    match output.write_all(printable(text).as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("nothing can be written: {error}")),
        _ => Ok(()),
    }
}
