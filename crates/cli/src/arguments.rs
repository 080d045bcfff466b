/// What the person reads for `one-plan help`.
pub const HELP: &str = "\
one-plan check FILE                             what does not add up; exit 1 if there are errors
one-plan compute FILE [--format csv|json]       every figure: id, label, value, unit
one-plan explain FILE FIGURE                    why a figure is what it is
one-plan schema                                 the JSON Schema of a plan file
one-plan help                                   this list
";

/// How figures are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// JSON.
    Json,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// List the findings.
    Check,
    /// List the figures.
    Compute(Format),
    /// Explain a figure.
    Explain(String),
    /// Write the schema.
    Schema,
    /// Say what there is.
    Help,
}

/// The command line, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arguments {
    /// What is to be done.
    pub command: Command,
    /// With which file.
    pub file: String,
}

impl Arguments {
    /// Understands the command line.
    pub fn read(arguments: &[String]) -> Result<Self, String> {
        let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let with = |command, file: &str| Ok(Self { command, file: file.to_owned() });
        match words.as_slice() {
            [] | ["help" | "--help" | "-h"] => with(Command::Help, ""),
            ["schema"] => with(Command::Schema, ""),
            ["check", file] => with(Command::Check, file),
            ["compute", file] => with(Command::Compute(Format::Csv), file),
            ["compute", file, "--format", format] | ["compute", "--format", format, file] => match *format {
                "csv" => with(Command::Compute(Format::Csv), file),
                "json" => with(Command::Compute(Format::Json), file),
                other => Err(format!("there is no format \"{other}\"; there are csv and json")),
            },
            ["explain", file, figure] => with(Command::Explain((*figure).to_owned()), file),
            [command @ ("check" | "compute" | "explain"), ..] => {
                Err(format!("the command \"{command}\" does not take these words"))
            }
            [command, ..] => Err(format!("there is no command \"{command}\"")),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(line: &str) -> Result<Arguments, String> {
        Arguments::read(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn every_command_is_understood() {
        assert_eq!(read("check a.json").unwrap().command, Command::Check);
        assert_eq!(read("compute a.json --format json").unwrap().command, Command::Compute(Format::Json));
        assert_eq!(read("explain a.json x.y").unwrap().command, Command::Explain("x.y".to_owned()));
        assert_eq!(read("").unwrap().command, Command::Help);
    }

    #[test]
    fn what_is_not_understood_is_said() {
        assert!(read("compute a.json --format xml").unwrap_err().contains("csv and json"));
        assert!(read("guess a.json").unwrap_err().contains("guess"));
        assert!(read("check").unwrap_err().contains("check"));
    }
}
