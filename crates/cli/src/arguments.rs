use crate::scenario::{self, Scenarios};

const HELP: &str = "\
one-plan check FILE                             what does not add up; exit 1 if there are errors, of the plan or of
                                                how its file was read
one-plan check FILE --corrected OUT             the same, and a copy of a workbook or CSV file in which all that has to be
                                                looked at is marked
one-plan compute FILE [--format csv|json]       every figure: id, label, value, unit
one-plan dictionary FILE                        what each of these figures is: unit, formula, rule and source (CSV)
one-plan explain FILE FIGURE                    why a figure is what it is
one-plan convert FILE OUT                       the plan in another format, by the ending of OUT: .json, .xlsx (a workbook with
                                                live formulas) or .zip (comma-separated values)
one-plan mapping FILE OUT                       how the trackers in a file are read, heading by heading (.json), to be looked at,
                                                changed, and used again with --mapping
one-plan template OUT                           a blank workbook to fill in (.xlsx)
one-plan seal FILE OUT                          the plan with a seal over plan, parameters and engine, and every figure (.json)
one-plan verify FILE                            computes a sealed plan again: reproduced exactly, or what differs; exit 1 if so
one-plan report FILE                            a progress report for the public
one-plan schema                                 the JSON Schema of a plan file
one-plan sample SCHEMES                         a made-up plan file with so many schemes, to try and to measure
one-plan help                                   this list
";

const NOTES: &str = "
LEVER is delivery, delay, growth, cquin, price or outturn, and may be narrowed: delivery:programme=acute-care,risk=high.
--mapping OUT.json behind check, compute, dictionary, explain, convert, report and mapping reads trackers as that file says.
FILE is a plan file (.json), a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods), a CSV file, an archive (.zip) of such files, or
- for what comes from a pipe. What of it is not used is said with file, sheet and cell.
";

/// Every word that is an option. What else looks like one would otherwise be taken for a file.
const OPTIONS: [&str; 8] =
    ["--corrected", "--delivery", "--format", "--in-order", "--mapping", "--runs", "--seed", "--together"];

/// What the person reads for `one-plan help`.
pub fn help() -> String {
    [HELP, scenario::HELP, NOTES].concat()
}

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
    /// List the findings; and write a copy of the file with what has to be looked at marked.
    Check(Option<String>),
    /// List the figures.
    Compute(Format),
    /// Say what each figure is.
    Dictionary,
    /// Explain a figure.
    Explain(String),
    /// Write the plan to a file in another format.
    Convert(String),
    /// Show what would be if something were otherwise.
    Scenario(Scenarios),
    /// Write how trackers are read to a file.
    Mapping(String),
    /// Write the plan with its seal to a file.
    Seal(String),
    /// Hold a sealed plan against what follows from it today.
    Verify,
    /// Write the progress report.
    Report,
    /// Write the schema.
    Schema,
    /// Write the blank workbook to a file.
    Template(String),
    /// Write a made-up plan with so many schemes.
    Sample(usize),
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
    /// The file that says how trackers are read.
    pub mapping: Option<String>,
}

impl Arguments {
    /// Understands the command line.
    pub fn read(arguments: &[String]) -> Result<Self, String> {
        let mut words: Vec<&str> = arguments.iter().map(String::as_str).collect();
        if words.iter().any(|word| ["--help", "-h"].contains(word)) {
            return Ok(Self { command: Command::Help, file: String::new(), mapping: None });
        }
        if let Some(option) = words.iter().find(|word| word.starts_with("--") && !OPTIONS.contains(word)) {
            return Err(format!("there is no option \"{option}\"; a file of that name is ./{option}"));
        }
        let mapping = take_mapping(&mut words)?;
        let is_said = mapping.is_some();
        let with = |command, file: &str| Ok(Self { command, file: file.to_owned(), mapping });
        match words.as_slice() {
            ["schema" | "sample" | "template" | "verify" | "help", ..] | [] if is_said => {
                Err("--mapping needs a file that is read".to_owned())
            }
            [] | ["help"] => with(Command::Help, ""),
            ["schema"] => with(Command::Schema, ""),
            ["sample", schemes] => with(Command::Sample(number_of_schemes(schemes)?), ""),
            ["template", out] => with(Command::Template((*out).to_owned()), ""),
            ["convert", file, out] => with(Command::Convert((*out).to_owned()), file),
            ["mapping", file, out] => with(Command::Mapping((*out).to_owned()), file),
            ["check", file] => with(Command::Check(None), file),
            ["check", file, "--corrected", out] | ["check", "--corrected", out, file] => {
                with(Command::Check(Some((*out).to_owned())), file)
            }
            ["dictionary", file] => with(Command::Dictionary, file),
            ["scenario", words @ ..] => {
                let (scenarios, file) = Scenarios::read(words)?;
                with(Command::Scenario(scenarios), &file)
            }
            ["seal", file, out] => with(Command::Seal((*out).to_owned()), file),
            ["verify", file] => with(Command::Verify, file),
            ["report", file] => with(Command::Report, file),
            ["compute", file] => with(Command::Compute(Format::Csv), file),
            ["compute", file, "--format", format] | ["compute", "--format", format, file] => match *format {
                "csv" => with(Command::Compute(Format::Csv), file),
                "json" => with(Command::Compute(Format::Json), file),
                other => Err(format!("there is no format \"{other}\"; there are csv and json")),
            },
            ["explain", file, figure] => with(Command::Explain((*figure).to_owned()), file),
            [
                command @ ("check" | "compute" | "convert" | "dictionary" | "explain" | "mapping" | "report" | "schema"
                | "sample" | "seal" | "template" | "verify"),
                ..,
            ] => Err(format!("the command \"{command}\" does not take these words")),
            [command, ..] => Err(format!("there is no command \"{command}\"")),
        }
    }
}

/// Takes the option out of the words.
fn take_mapping(words: &mut Vec<&str>) -> Result<Option<String>, String> {
    let Some(at) = words.iter().position(|word| *word == "--mapping") else { return Ok(None) };
    let Some(file) = words.get(at + 1).map(|file| (*file).to_owned()) else {
        return Err("--mapping must be followed by a file".to_owned());
    };
    words.drain(at..at + 2);
    Ok(Some(file))
}

/// A larger plan file could not be opened again.
const MOST_SCHEMES: usize = 100_000;

fn number_of_schemes(word: &str) -> Result<usize, String> {
    let number: Option<usize> = word.parse().ok().filter(|schemes| *schemes <= MOST_SCHEMES);
    number.ok_or_else(|| format!("\"{word}\" is no number of schemes from 0 to {MOST_SCHEMES}"))
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
        assert_eq!(read("check a.json").unwrap().command, Command::Check(None));
        assert_eq!(read("check a.csv --corrected b.csv").unwrap().command, Command::Check(Some("b.csv".to_owned())));
        assert_eq!(read("convert a.json b.xlsx").unwrap().command, Command::Convert("b.xlsx".to_owned()));
        assert_eq!(read("mapping a.xlsx m.json").unwrap().command, Command::Mapping("m.json".to_owned()));
        let with_mapping = read("check --mapping m.json a.xlsx").unwrap();
        assert_eq!((with_mapping.command, with_mapping.mapping.as_deref()), (Command::Check(None), Some("m.json")));
        assert!(read("check a.xlsx --mapping").unwrap_err().contains("--mapping"));
        assert!(read("schema --mapping m.json").unwrap_err().contains("--mapping"));
        assert_eq!(read("template t.xlsx").unwrap().command, Command::Template("t.xlsx".to_owned()));
        assert_eq!(read("dictionary a.json").unwrap().command, Command::Dictionary);
        assert_eq!(read("report a.json").unwrap().command, Command::Report);
        assert_eq!(read("seal a.json b.json").unwrap().command, Command::Seal("b.json".to_owned()));
        assert_eq!(read("verify b.json").unwrap().command, Command::Verify);
        assert_eq!(read("compute a.json --format json").unwrap().command, Command::Compute(Format::Json));
        assert_eq!(read("explain a.json x.y").unwrap().command, Command::Explain("x.y".to_owned()));
        assert_eq!(read("sample 100000").unwrap().command, Command::Sample(100_000));
        for help in ["", "help", "--help", "check --help", "scenario seek -h"] {
            assert_eq!(read(help).unwrap().command, Command::Help, "{help}");
        }
    }

    #[test]
    fn what_is_not_understood_is_said() {
        assert!(read("compute a.json --format xml").unwrap_err().contains("csv and json"));
        assert!(read("guess a.json").unwrap_err().contains("guess"));
        assert!(read("check --verbose").unwrap_err().contains("no option \"--verbose\""));
        assert!(read("check").unwrap_err().contains("check"));
        assert!(read("sample").unwrap_err().contains("sample"));
        for wrong in ["sample 100001", "sample -1", "sample ten"] {
            assert!(read(wrong).unwrap_err().contains("from 0 to 100000"), "{wrong}");
        }
    }
}
