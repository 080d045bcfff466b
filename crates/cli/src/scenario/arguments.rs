/// What of scenarios is to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scenarios {
    /// Which there are.
    List,
    /// Side by side, for some figures.
    Compare(Vec<String>),
    /// The way from one to another.
    Bridge { from: String, to: String, figure: String, in_order: bool },
    /// Where a lever must stand for a figure to be so much.
    Seek { lever: String, figure: String, target: String },
    /// Where anything flips as a lever moves.
    Thresholds(String),
    /// What moves a figure most.
    Tornado(String),
    /// How figures are spread.
    Simulate { scenario: String, draws: Draws },
    /// The record of the negotiations of contracts.
    Negotiation,
}

/// What the person reads of it for `one-plan help`.
pub const HELP: &str = "\
one-plan scenario list FILE                     the scenarios of a plan and what each assumes
one-plan scenario compare FILE [FIGURE …]       the plan and its scenarios side by side
one-plan scenario bridge FILE FROM TO FIGURE [--in-order]
                                                what of the difference is due to what; FROM and TO are scenarios, or plan
one-plan scenario seek FILE LEVER FIGURE TARGET at which setting of a lever a figure is so much
one-plan scenario thresholds FILE LEVER         at which settings a check, a payment or the balance flips
one-plan scenario tornado FILE FIGURE           which numbers and levers move a figure most, and which do not
one-plan scenario simulate FILE SCENARIO [--runs N] [--seed N] [--delivery LOW-HIGH [--together]]
                                                how the headline figures are spread where numbers are not certain;
                                                --delivery 80-105 assumes how many per cent of each saving come, drawn
                                                for each scheme for itself, or for all together
one-plan scenario negotiation FILE              offer and ask of contracts, line by line, as CSV
";

const MOST_RUNS: u32 = 1_000_000;

/// In per cent; twice what was planned is no range any more that a saving lies in.
const MOST_DELIVERY: u32 = 200;

impl Scenarios {
    /// Understands the words behind `scenario`: what is to be shown, and of which file.
    pub fn read(words: &[&str]) -> Result<(Self, String), String> {
        let with = |scenarios, file: &str| Ok((scenarios, file.to_owned()));
        match words {
            ["list", file] => with(Self::List, file),
            ["compare", file, figures @ ..] => {
                with(Self::Compare(figures.iter().map(|figure| (*figure).to_owned()).collect()), file)
            }
            ["bridge", file, from, to, figure, rest @ ..] if matches!(rest, [] | ["--in-order"]) => with(
                Self::Bridge {
                    from: (*from).to_owned(),
                    to: (*to).to_owned(),
                    figure: (*figure).to_owned(),
                    in_order: !rest.is_empty(),
                },
                file,
            ),
            ["seek", file, lever, figure, target] => with(
                Self::Seek {
                    lever: (*lever).to_owned(),
                    figure: (*figure).to_owned(),
                    target: (*target).to_owned(),
                },
                file,
            ),
            ["thresholds", file, lever] => with(Self::Thresholds((*lever).to_owned()), file),
            ["tornado", file, figure] => with(Self::Tornado((*figure).to_owned()), file),
            ["simulate", file, scenario, options @ ..] => {
                let draws = Draws::read(options)?;
                with(Self::Simulate { scenario: (*scenario).to_owned(), draws }, file)
            }
            ["negotiation", file] => with(Self::Negotiation, file),
            _ => Err("scenario is followed by list, compare, bridge, seek, thresholds, tornado, simulate or negotiation, and \
                      what belongs to it"
                .to_owned()),
        }
    }
}

/// What is drawn, and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draws {
    /// How many runs are made.
    pub runs: u32,
    /// The seed of the draws.
    pub seed: u32,
    /// Between how many per cent of them savings come, where that is assumed.
    pub delivery: Option<(u32, u32)>,
    /// Whether each scheme draws for itself.
    pub separately: bool,
}

impl Draws {
    fn read(options: &[&str]) -> Result<Self, String> {
        let mut draws = Self { runs: 10_000, seed: 1, delivery: None, separately: true };
        let mut rest = options;
        while !rest.is_empty() {
            rest = match rest {
                ["--runs", number, rest @ ..] => {
                    draws.runs = whole(number, 1, MOST_RUNS)?;
                    rest
                }
                ["--seed", number, rest @ ..] => {
                    draws.seed = whole(number, 0, u32::MAX)?;
                    rest
                }
                ["--delivery", range, rest @ ..] => {
                    draws.delivery = Some(per_cents(range)?);
                    rest
                }
                ["--together", rest @ ..] => {
                    draws.separately = false;
                    rest
                }
                _ => return Err("simulate takes --runs N, --seed N, --delivery LOW-HIGH and --together".to_owned()),
            };
        }
        if !draws.separately && draws.delivery.is_none() {
            return Err("--together says how --delivery LOW-HIGH is drawn, and stands with it".to_owned());
        }
        Ok(draws)
    }
}

/// A range such as `80-105`.
fn per_cents(word: &str) -> Result<(u32, u32), String> {
    let (low, high) = word.split_once('-').ok_or_else(|| format!("\"{word}\" is no range such as 80-105"))?;
    let (low, high) = (whole(low, 0, MOST_DELIVERY)?, whole(high, 0, MOST_DELIVERY)?);
    if low <= high { Ok((low, high)) } else { Err(format!("\"{word}\" is no range: {low} is more than {high}")) }
}

fn whole(word: &str, least: u32, most: u32) -> Result<u32, String> {
    let number: Option<u32> = word.parse().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| format!("\"{word}\" is no whole number from {least} to {most}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(line: &str) -> Result<Scenarios, String> {
        Scenarios::read(&line.split_whitespace().collect::<Vec<_>>()).map(|(scenarios, _)| scenarios)
    }

    #[test]
    fn what_is_to_be_shown_is_understood() {
        assert_eq!(read("list a.json"), Ok(Scenarios::List));
        assert_eq!(read("compare a.json x y"), Ok(Scenarios::Compare(vec!["x".into(), "y".into()])));
        let bridge =
            |in_order| Ok(Scenarios::Bridge { from: "plan".into(), to: "b".into(), figure: "f".into(), in_order });
        assert_eq!(read("bridge a.json plan b f"), bridge(false));
        assert_eq!(read("bridge a.json plan b f --in-order"), bridge(true));
        let simulate = |runs, seed, delivery, separately| {
            Ok(Scenarios::Simulate { scenario: "s".into(), draws: Draws { runs, seed, delivery, separately } })
        };
        assert_eq!(read("simulate a.json s"), simulate(10_000, 1, None, true));
        assert_eq!(read("simulate a.json s --seed 7 --runs 50"), simulate(50, 7, None, true));
        assert_eq!(read("simulate a.json s --delivery 80-105"), simulate(10_000, 1, Some((80, 105)), true));
        assert_eq!(read("simulate a.json s --together --delivery 0-0"), simulate(10_000, 1, Some((0, 0)), false));
    }

    #[test]
    fn what_is_not_understood_is_said() {
        for wrong in ["", "guess a.json", "bridge a.json plan b", "bridge a.json plan b f --order"] {
            assert!(read(wrong).unwrap_err().contains("tornado"), "{wrong}");
        }
        assert!(read("simulate a.json s --runs 0").unwrap_err().contains("from 1 to 1000000"));
        assert!(read("simulate a.json s --seeds 1").unwrap_err().contains("--seed N"));
        assert!(read("simulate a.json s --together").unwrap_err().contains("stands with it"));
        assert!(read("simulate a.json s --delivery 80").unwrap_err().contains("no range such as"));
        assert!(read("simulate a.json s --delivery 105-80").unwrap_err().contains("105 is more than 80"));
    }
}
