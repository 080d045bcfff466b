//! What a person decides about a finding, kept in the plan.

use crate::calculation::{FigureKey, Finding};
use crate::outcome::Outcome;
use crate::plan::{
    Edit, Id, KnownFinding, KnownFindingPlace, KnownFindingState, NewRow, Plan, RowType, Table, shortened,
};

/// What a person decides about a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What becomes of it.
    pub state: KnownFindingState,
    /// The post that owns it; empty for none.
    pub owner: String,
    /// What there is to say about it; empty for nothing.
    pub note: String,
}

impl Outcome {
    /// The edits that write into the plan what is decided about a finding, by its position, and about no other: where the
    /// plan knows this finding alone, its row of `known_findings` is changed. Otherwise the plan gets a row, and by what
    /// the finding is recognised when it is found again. Only where nothing tells the finding from others, the rows by
    /// which they are known together are changed. The
    /// plan must be the one of which this is the outcome.
    ///
    /// ```
    /// use one_plan_model::example;
    /// use one_plan_model::outcome::{Decision, compute};
    /// use one_plan_model::plan::KnownFindingState;
    /// let mut example = example::outcome(r#"
    ///     "scheme_lists": [{"id": "plan", "name": "Plan", "year": "2011/12"}],
    ///     "schemes": [{"id": "a", "name": "A", "list": "plan", "gross": "200", "unit": "£000"}],
    ///     "stated": [{"figure": "schemes.list.plan.gross", "value": "300", "unit": "£000"}]
    /// "#);
    /// let state = KnownFindingState::Accepted;
    /// let decision = Decision { state, owner: "Head of finance".into(), note: String::new() };
    /// let applied = example.plan.apply(&example.outcome.decision(&example.plan, 0, &decision));
    /// assert!(applied.refused.is_empty());
    /// assert!(compute(&example.plan).is_settled(0));
    /// ```
    pub fn decision(&self, plan: &Plan, finding: usize, decision: &Decision) -> Vec<Edit> {
        let known = self.deciding(finding);
        let is_own = !known.is_empty() && self.known_together(finding).is_empty();
        let Some(found) = self.findings.get(finding).filter(|_| !is_own) else {
            return decision.for_known(known);
        };
        match self.told_apart(found) {
            Some(mark) => know(plan, found, mark, decision),
            None if known.is_empty() => know(plan, found, Mark::first_of(found), decision),
            None => decision.for_known(known),
        }
    }

    /// The findings about which is decided together with this one, without itself: those that are known by the same ids,
    /// where none of these is about one finding alone.
    pub fn known_together(&self, finding: usize) -> Vec<usize> {
        let ids = self.deciding(finding);
        let shares = |at: &usize| *at != finding && self.deciding(*at).iter().any(|id| ids.contains(id));
        (0..if ids.is_empty() { 0 } else { self.findings.len() }).filter(shares).collect()
    }

    /// The other findings about which is decided whenever it is decided about this one, because nothing tells them apart.
    pub fn decided_together(&self, finding: usize) -> Vec<usize> {
        let Some(found) = self.findings.get(finding).filter(|found| self.told_apart(found).is_none()) else {
            return Vec::new();
        };
        if !self.deciding(finding).is_empty() {
            return self.known_together(finding);
        }
        let mark = Mark::first_of(found);
        let others = self.findings.iter().enumerate().filter(|(at, _)| *at != finding);
        others.filter(|(_, other)| mark.recognises(found.code, other)).map(|(at, _)| at).collect()
    }

    /// By what a finding is told from all others: its code with a figure, which says what it is about whatever becomes of
    /// the rows, or with a figure and a row, or with a row.
    fn told_apart(&self, finding: &Finding) -> Option<Mark> {
        let figures = finding.figures.iter().copied().take(MOST_TRIED).map(Some).chain([None]);
        let rows = || finding.places.iter().take(MOST_TRIED).map(|place| Some((place.table, place.row)));
        let mut marks =
            figures.flat_map(|figure| std::iter::once(None).chain(rows()).map(move |row| Mark { figure, row }));
        let is_alone = |mark: &Mark| {
            mark.says_something()
                && self.findings.iter().filter(|other| mark.recognises(finding.code, other)).count() == 1
        };
        marks.find(is_alone)
    }
}

/// So many figures and so many rows of a finding are tried to tell it from others.
const MOST_TRIED: usize = 4;

/// By what a finding is recognised, beside its code.
#[derive(Clone, Copy)]
struct Mark {
    figure: Option<FigureKey>,
    row: Option<(Table, u32)>,
}

impl Mark {
    /// The first figure and the first row.
    fn first_of(finding: &Finding) -> Self {
        let row = finding.places.first().map(|place| (place.table, place.row));
        Self { figure: finding.figures.first().copied(), row }
    }

    const fn says_something(&self) -> bool {
        self.figure.is_some() || self.row.is_some()
    }

    fn recognises(&self, code: &str, finding: &Finding) -> bool {
        let is_at = |(table, row)| finding.places.iter().any(|place| place.table == table && place.row == row);
        finding.code == code
            && self.figure.is_none_or(|figure| finding.figures.contains(&figure))
            && self.row.is_none_or(is_at)
    }
}

/// Adds a row for a finding, and by what it is recognised.
fn know(plan: &Plan, finding: &Finding, mark: Mark, decision: &Decision) -> Vec<Edit> {
    let id = free_id(plan);
    let name = shortened(&finding.message);
    let of_finding = [(KnownFinding::id, id.as_str()), (KnownFinding::name, &name)];
    let figure = mark.figure.map(|figure| figure.id(plan));
    let place = mark.row.map(|(table, row)| (table.name(), plan.row_reference(table, row)));
    let mut by = vec![(KnownFindingPlace::finding, id.as_str()), (KnownFindingPlace::code, finding.code)];
    by.extend(figure.as_deref().map(|figure| (KnownFindingPlace::figure, figure)));
    if let Some((table, row)) = &place {
        by.push((KnownFindingPlace::table, table));
        by.push((KnownFindingPlace::row, row));
    }
    vec![new_row(plan, of_finding.into_iter().chain(decision.cells())), new_row(plan, by)]
}

impl Decision {
    /// The edits that write it into rows of known findings.
    fn for_known(&self, known: Vec<Id<KnownFinding>>) -> Vec<Edit> {
        let cells = known.into_iter().flat_map(|id| self.cells().map(|(column, text)| (id, column, text)));
        let set = |(id, column, text): (Id<KnownFinding>, KnownFinding, &str)| Edit::SetCell {
            table: Table::KnownFinding,
            row: id.index(),
            column: column.position(),
            text: (!text.is_empty()).then(|| text.into()),
        };
        cells.map(set).collect()
    }

    /// What stands in the columns of a known finding; empty for an empty cell.
    fn cells(&self) -> [(KnownFinding, &str); 3] {
        [
            (KnownFinding::state, self.state.word()),
            (KnownFinding::post, self.owner.trim()),
            (KnownFinding::note, self.note.trim()),
        ]
    }
}

/// A row at the end of the table to which its columns belong.
fn new_row<'a, T: RowType + Copy>(plan: &Plan, cells: impl IntoIterator<Item = (T, &'a str)>) -> Edit {
    let filled = cells.into_iter().filter(|(_, text)| !text.is_empty());
    let cells = filled.map(|(column, text)| (column.position(), text.into())).collect();
    Edit::InsertRows { table: T::TABLE, rows: vec![NewRow { at: plan.store(T::TABLE).rows(), cells }] }
}

/// An identifier that no known finding of the plan has: f-01, f-02 and so on.
fn free_id(plan: &Plan) -> String {
    let mut ids = (1_u32..).map(|number| format!("f-{number:02}"));
    ids.find(|id| plan.find(Table::KnownFinding, id).is_none()).unwrap_or_default()
}
