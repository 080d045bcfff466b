//! What is to be said of a sheet whose rows sum up the schemes of others.

use super::summary_rows::{RowOfSheet, SumsOfOthers, Told, is_nearly};
use crate::issues::{Effect, Issue, Place, Severity};
use one_plan_model::quantity::{Decimal, format};

/// A sheet, and which of its rows are sums of others.
pub struct SummaryOf<'s> {
    /// The sheet.
    pub place: Place,
    /// Its rows.
    pub rows: &'s [RowOfSheet],
    /// Those that are sums.
    pub sums: &'s SumsOfOthers,
    /// Whether it says how the year goes, and no sheet that it sums up does.
    pub is_monitored_alone: bool,
}

impl SummaryOf<'_> {
    /// All that is to be said.
    pub fn issues(&self) -> Vec<Issue> {
        let said: Vec<Issue> = match self.sums.told {
            Told::Names => self.called_like_others().into_iter().chain(self.other_amounts()).collect(),
            Told::Amounts => self.sums_by_amounts().into_iter().collect(),
            Told::Together(here, there) => self.sums_together(here, there).into_iter().collect(),
            Told::NameAlone => Vec::new(),
        };
        let counts = self.sums.counting.map(|(rows, pounds)| self.counts(rows, pounds));
        said.into_iter().chain(counts).collect()
    }

    /// The rows that are sums, each with what its schemes save where that is another amount.
    fn summed(&self) -> impl Iterator<Item = (&RowOfSheet, Option<(Decimal, Decimal)>)> {
        self.sums.rows.iter().filter_map(|(at, (_, sum))| {
            let row = self.rows.get(*at)?;
            Some((row, row.plan.zip(*sum).filter(|(here, there)| here != there)))
        })
    }

    fn issue(&self, severity: Severity, place: Place, mut what: String, expected: &str, effect: Effect) -> Issue {
        if self.is_monitored_alone {
            what.push_str("; what they say of how the year goes is not used");
        }
        let severity = if self.is_monitored_alone { severity.min(Severity::Warning) } else { severity };
        Issue { severity, place, column: None, value: String::new(), what, expected: expected.to_owned(), effect }
    }

    fn called_like_others(&self) -> Option<Issue> {
        let mut same = self.summed().filter(|(_, other)| other.is_none()).map(|(row, _)| row);
        let first = same.next()?;
        let what = match same.count() {
            0 => format!(
                "1 row of this sheet, such as \"{}\", has the name of a programme or sheet, and is what its schemes save together: \
                 it is not counted beside them",
                first.name
            ),
            more => format!(
                "{} rows of this sheet, such as \"{}\", have the names of programmes or sheets, and are what their schemes save \
                 together: they are not counted beside them",
                more.saturating_add(1),
                first.name
            ),
        };
        let expected =
            "nothing, if it sums up the others; otherwise other names for its rows, or a reference for each scheme";
        Some(self.issue(Severity::Information, self.place, what, expected, Effect::RowLeftOut))
    }

    fn other_amounts(&self) -> Option<Issue> {
        let others: Vec<(&RowOfSheet, (Decimal, Decimal))> =
            self.summed().filter_map(|(row, other)| Some((row, other?))).collect();
        let (first, (here, there)) = others.first()?;
        let have = match others.len() {
            1 => "this row sums up a programme or sheet, and is not what its schemes save together".to_owned(),
            rows => format!("{rows} rows sum up programmes or sheets, and are not what their schemes save together"),
        };
        let what = format!(
            "{have}: \"{}\" is {} here, and {} by its schemes, which count alone",
            first.name,
            format::money(Ok(*here)),
            format::money(Ok(*there))
        );
        let are_near = others.iter().all(|(_, (here, there))| is_nearly(*here, *there));
        let severity = if are_near { Severity::Warning } else { Severity::Error };
        let expected = "the same amounts in both sheets; or another name for a row that is no sum of those schemes";
        Some(self.issue(severity, first.place, what, expected, Effect::RowLeftOut))
    }

    fn sums_by_amounts(&self) -> Option<Issue> {
        let (first, _) = self.summed().next()?;
        let what = format!(
            "each of the {} rows of this sheet, such as \"{}\", is what all schemes of another sheet save together, which is hardly \
             chance: they are not counted beside them",
            self.sums.rows.len(),
            first.name
        );
        let expected = "nothing, if it sums up the others; otherwise a reference for each scheme";
        Some(self.issue(Severity::Warning, self.place, what, expected, Effect::RowLeftOut))
    }

    fn sums_together(&self, here: Decimal, there: Decimal) -> Option<Issue> {
        let (first, _) = self.summed().next()?;
        let same = if here == there {
            format!("save {} together, as the schemes of the other sheets do", format::money(Ok(here)))
        } else {
            format!(
                "save {} together, and the schemes of the other sheets {}",
                format::money(Ok(here)),
                format::money(Ok(there))
            )
        };
        let what = format!(
            "this sheet is called a summary, and its {} rows, such as \"{}\", {same}: they are not counted beside them",
            self.sums.rows.len(),
            first.name
        );
        let expected = "nothing, if it sums up the others, with the same amounts; otherwise another name for the sheet";
        let severity = if here == there { Severity::Information } else { Severity::Warning };
        Some(self.issue(severity, self.place, what, expected, Effect::RowLeftOut))
    }

    fn counts(&self, rows: usize, pounds: Decimal) -> Issue {
        let rows = if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") };
        let what = format!(
            "this sheet is called a summary, and nothing says which schemes of other sheets {rows} of it with a plan of {} may sum \
             up: that counts beside them",
            format::money(Ok(pounds))
        );
        let expected = "nothing, if what it says stands in no other sheet; otherwise the names of the other sheets in its rows, or the \
                        answer that it holds nothing of the plan";
        self.issue(Severity::Warning, self.place, what, expected, Effect::Used)
    }
}
