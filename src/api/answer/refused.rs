use one_plan_model::exchange;
use serde::Serialize;

/// A plan that cannot be read: why, where, and how to mend it.
#[derive(Serialize)]
pub struct Refused<'a> {
    problems: Vec<Problem<'a>>,
}

#[derive(Serialize)]
struct Problem<'a> {
    path: String,
    line: Option<usize>,
    character: Option<usize>,
    what: &'a str,
    expected: &'a str,
}

impl<'a> Refused<'a> {
    pub fn of(problems: &'a [exchange::Problem]) -> Self {
        let problems = problems.iter().map(|problem| Problem {
            path: problem.path(),
            line: problem.line,
            character: problem.character,
            what: &problem.what,
            expected: &problem.expected,
        });
        Self { problems: problems.collect() }
    }
}

/// The first problem, and how many there are.
pub fn refused_in_words(problems: &[exchange::Problem]) -> String {
    let count = match problems.len() {
        1 => "the plan has a problem".to_owned(),
        problems => format!("the plan has {problems} problems"),
    };
    let first = problems.first().map(|problem| {
        let path = problem.path();
        let path = if path.is_empty() { path } else { format!("{path}: ") };
        format!("; {path}{}. Expected: {}", problem.what, problem.expected)
    });
    format!("{count}{}. \"check\" lists them.", first.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_in_words_names_the_first_problem_and_counts_them() {
        let problem = || exchange::Problem {
            table: Some("schemes".to_owned()),
            row: Some(3),
            column: Some("gross".to_owned()),
            ..exchange::Problem::of_file("this cell is empty", "an amount")
        };
        assert_eq!(
            refused_in_words(&[problem(), problem()]),
            "the plan has 2 problems; schemes[3].gross: this cell is empty. Expected: an amount. \"check\" lists them."
        );
        assert!(refused_in_words(&[problem()]).starts_with("the plan has a problem; "));
    }
}
