//! The command line of `cargo xtask`: which commands there are, and what a person asked for.

use std::ffi::OsString;

use lexopt::{Arg, Parser};

use crate::failure::{Failure, OrSay, Outcome};

/// The port `serve` tries first.
pub const FIRST_PORT: u16 = 8080;

/// What the person asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Print what each command does.
    Help,
    /// Get the tools that the other commands need.
    Setup {
        /// Whether the browsers and npm packages of the tests are wanted too.
        browsers: bool,
    },
    /// Build the page quickly, as `serve` does.
    Build,
    /// Build, serve, rebuild and reload.
    Serve {
        /// The port to try first.
        port: u16,
    },
    /// Build what is published.
    Dist,
    /// Write what is generated from the definitions of the model.
    Docs,
    /// Formatting, clippy, documentation of the code.
    Lint,
    /// Every test there is.
    Test {
        /// Whether the tests that need a browser run too.
        browsers: bool,
    },
    /// Every measurement there is.
    Bench {
        /// Whether the measurements in a browser run too.
        browsers: bool,
    },
    /// Plans and files that nobody wrote, for longer than `test` makes them.
    Fuzz {
        /// For how many minutes.
        minutes: u64,
    },
    /// Rules that are code, changed one by one.
    Mutants {
        /// The file whose rules are changed; all of them where none is named.
        file: Option<String>,
        /// Whether only those are tried that are compiled each for itself.
        alone: bool,
    },
}

/// One line of the help: how a command is written, and what it does.
struct Usage {
    name: &'static str,
    options: &'static [&'static str],
    explanation: &'static str,
}

const USAGES: [Usage; 11] = [
    Usage { name: "help", options: &[], explanation: "print these lines" },
    Usage {
        name: "setup",
        options: &["--no-browser"],
        explanation: "get what the other commands need: the wasm32 standard library, browsers, npm packages",
    },
    Usage {
        name: "build",
        options: &[],
        explanation: "build the page quickly into target/xtask/site, as `serve` does",
    },
    Usage {
        name: "serve",
        options: &["--port N"],
        explanation: "build the page, serve it on http://127.0.0.1:8080, rebuild and reload it after every edit",
    },
    Usage {
        name: "dist",
        options: &[],
        explanation: "build what is published: dist/site/ and the one file dist/one-plan.html, with a size report",
    },
    Usage {
        name: "docs",
        options: &[],
        explanation: "write what is made from the model: the schema, and docs/ on mechanisms, tables, figures and parameters",
    },
    Usage {
        name: "lint",
        options: &[],
        explanation: "check formatting, clippy for host and wasm32, and code documentation, with warnings denied",
    },
    Usage {
        name: "test",
        options: &["--no-browser"],
        explanation: "run every test: native, doc, workbooks of other programs, wasm in a browser, the page in two browsers",
    },
    Usage {
        name: "bench",
        options: &["--no-browser"],
        explanation: "measure loading and recomputing, natively and in the browser, and say which aims are met",
    },
    Usage {
        name: "fuzz",
        options: &["MINUTES"],
        explanation: "make plans and files that nobody wrote for so many minutes, and see that they break nothing",
    },
    Usage {
        name: "mutants",
        options: &["--alone", "FILE"],
        explanation: "change the rules that are code one by one, and list the changes that no test notices",
    },
];

/// The text of `cargo xtask help`.
pub fn help() -> String {
    let mut text = String::from("Usage: cargo xtask COMMAND [OPTION]\n\n");
    for usage in &USAGES {
        let written = format!("{} {}", usage.name, bracketed(usage.options));
        text.push_str(&format!("  {written:<24} {}\n", usage.explanation));
    }
    text.push_str(
        "\n--no-browser leaves out whatever needs a browser and says so.\n\
         --alone tries only the changes that cannot be compiled together with others.\n\
         ONE_PLAN_WASM_TOOLCHAIN=rustup|debian decides where the wasm32 standard library comes from.\n\
         CHROMIUM and FIREFOX name the browsers to use.\n",
    );
    text
}

/// Reads the words after `cargo xtask`.
pub fn parse(words: impl IntoIterator<Item = OsString>) -> Outcome<Command> {
    let mut words = Parser::from_args(words);
    let Some(first) = next(&mut words)? else {
        return Ok(Command::Help);
    };
    let given = match first.as_str() {
        "-h" | "--help" => "help",
        other => other,
    };
    let Some(usage) = USAGES.iter().find(|usage| usage.name == given) else {
        let known: Vec<&str> = USAGES.iter().map(|usage| usage.name).collect();
        return Err(Failure::new(format!("There is no command \"{first}\"."))
            .advise(format!("use one of {}; `cargo xtask help` explains each.", known.join(", "))));
    };
    let mut browsers = true;
    let mut port = FIRST_PORT;
    let mut alone = false;
    let mut word = None;
    while let Some(option) = next(&mut words)? {
        let known = usage.options.iter().any(|known| known.split(' ').next() == Some(option.as_str()));
        match option.as_str() {
            "--no-browser" if known => match words.optional_value() {
                None => browsers = false,
                Some(value) => {
                    return Err(unknown_option(&format!("{option}={}", value.to_string_lossy()), usage));
                }
            },
            "--alone" if known => alone = true,
            "--port" if known => port = parse_port(words.value().ok())?,
            other if takes_word(usage) && word.is_none() && !other.starts_with('-') => word = Some(option),
            _ => return Err(unknown_option(&option, usage)),
        }
    }
    Ok(match usage.name {
        "setup" => Command::Setup { browsers },
        "build" => Command::Build,
        "serve" => Command::Serve { port },
        "dist" => Command::Dist,
        "docs" => Command::Docs,
        "lint" => Command::Lint,
        "test" => Command::Test { browsers },
        "bench" => Command::Bench { browsers },
        "fuzz" => Command::Fuzz { minutes: parse_minutes(word)? },
        "mutants" => Command::Mutants { file: word, alone },
        _ => Command::Help,
    })
}

/// The next word, as it was typed, without a value that hangs on it by `=`.
fn next(words: &mut Parser) -> Outcome<Option<String>> {
    let word = words.next().or_say(|| "read the command line".to_owned())?;
    Ok(word.map(|word| match word {
        Arg::Short(letter) => format!("-{letter}"),
        Arg::Long(name) => format!("--{name}"),
        Arg::Value(value) => value.to_string_lossy().into_owned(),
    }))
}

/// Whether a word may follow that is no option.
fn takes_word(usage: &Usage) -> bool {
    usage.options.iter().any(|option| !option.starts_with('-'))
}

fn parse_minutes(word: Option<String>) -> Outcome<u64> {
    let said = word.unwrap_or_default();
    match said.parse() {
        Ok(minutes) if minutes > 0 => Ok(minutes),
        _ => Err(Failure::new(format!("For how long plans are made is given as \"{said}\"; expected whole minutes."))
            .advise("write, for example, `cargo xtask fuzz 60`.")),
    }
}

fn bracketed(options: &[&str]) -> String {
    let each: Vec<String> = options.iter().map(|option| format!("[{option}]")).collect();
    each.join(" ")
}

fn parse_port(value: Option<OsString>) -> Outcome<u16> {
    let example = "write, for example, `cargo xtask serve --port 9000`.";
    let Some(value) = value else {
        return Err(Failure::new("--port stands without a number; expected 1 to 65535.").advise(example));
    };
    let value = value.to_string_lossy();
    match value.parse::<u16>() {
        Ok(port) if port > 0 => Ok(port),
        _ => Err(Failure::new(format!("--port was given \"{value}\"; expected a whole number from 1 to 65535."))
            .advise(example)),
    }
}

fn unknown_option(option: &str, usage: &Usage) -> Failure {
    let expected = if usage.options.is_empty() {
        "it takes none".to_owned()
    } else {
        format!("it takes {}", usage.options.join(", "))
    };
    Failure::new(format!("`cargo xtask {}` does not know \"{option}\"; {expected}.", usage.name))
        .advise("leave it out, or see `cargo xtask help`.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::message_of;

    fn parsed(words: &[&str]) -> Outcome<Command> {
        parse(words.iter().map(OsString::from))
    }

    fn refused(words: &[&str]) -> String {
        message_of(parsed(words))
    }

    #[test]
    fn nothing_and_the_usual_words_for_help_print_the_help() {
        for words in [&[][..], &["help"], &["--help"], &["-h"]] {
            assert_eq!(parsed(words), Ok(Command::Help));
        }
    }

    #[test]
    fn commands_have_their_defaults() {
        assert_eq!(parsed(&["setup"]), Ok(Command::Setup { browsers: true }));
        assert_eq!(parsed(&["serve"]), Ok(Command::Serve { port: FIRST_PORT }));
        assert_eq!(parsed(&["test"]), Ok(Command::Test { browsers: true }));
        assert_eq!(parsed(&["dist"]), Ok(Command::Dist));
        assert_eq!(parsed(&["build"]), Ok(Command::Build));
        assert_eq!(parsed(&["docs"]), Ok(Command::Docs));
        assert_eq!(parsed(&["lint"]), Ok(Command::Lint));
    }

    #[test]
    fn options_are_read_in_both_spellings() {
        let serve = Ok(Command::Serve { port: 9000 });
        assert_eq!(parsed(&["serve", "--port", "9000"]), serve);
        assert_eq!(parsed(&["serve", "--port=9000"]), serve);
        assert_eq!(parsed(&["test", "--no-browser"]), Ok(Command::Test { browsers: false }));
    }

    #[test]
    fn an_unknown_command_is_answered_with_the_list() {
        let message = refused(&["publish"]);
        assert!(message.contains("\"publish\""), "{message}");
        assert!(refused(&["--fast"]).contains("no command \"--fast\""));
        for name in ["setup", "build", "serve", "dist", "docs", "lint", "test", "bench", "fuzz", "mutants"] {
            assert!(message.contains(name), "{message} does not name {name}");
        }
    }

    #[test]
    fn an_unknown_option_is_answered_with_the_known_ones() {
        assert!(refused(&["test", "--fast"]).contains("it takes --no-browser"));
        assert!(refused(&["serve", "--no-browser"]).contains("it takes --port N"));
        assert!(refused(&["dist", "--port", "1"]).contains("it takes none"));
        assert!(refused(&["dist", "there"]).contains("does not know \"there\""));
        assert!(refused(&["test", "-n"]).contains("does not know \"-n\""));
        assert!(refused(&["test", "--no-browser=yes"]).contains("does not know \"--no-browser=yes\""));
    }

    #[test]
    fn a_port_is_a_number_from_1_to_65535() {
        for words in [
            &["serve", "--port"][..],
            &["serve", "--port", "0"],
            &["serve", "--port", "65536"],
            &["serve", "--port", "http"],
            &["serve", "--port="],
        ] {
            assert!(refused(words).contains("1 to 65535"), "{words:?}");
        }
    }

    #[test]
    fn for_how_long_and_what_is_a_word() {
        assert_eq!(parsed(&["fuzz", "60"]), Ok(Command::Fuzz { minutes: 60 }));
        for words in [&["fuzz"][..], &["fuzz", "0"], &["fuzz", "long"]] {
            assert!(refused(words).contains("whole minutes"), "{words:?}");
        }
        assert!(refused(&["fuzz", "60", "61"]).contains("does not know \"61\""));
        assert_eq!(parsed(&["mutants"]), Ok(Command::Mutants { file: None, alone: false }));
        let file = "crates/model/src/rules/risks.rs".to_owned();
        let of_file = |alone| Ok(Command::Mutants { file: Some(file.clone()), alone });
        assert_eq!(parsed(&["mutants", &file]), of_file(false));
        assert_eq!(parsed(&["mutants", "--alone", &file]), of_file(true));
        assert!(refused(&["fuzz", "--alone"]).contains("does not know \"--alone\""));
    }

    #[test]
    fn the_help_explains_every_command_in_a_line() {
        let text = help();
        for usage in &USAGES {
            assert!(text.contains(usage.explanation));
        }
    }
}
