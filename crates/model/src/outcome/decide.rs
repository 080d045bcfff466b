//! What a person decides about a finding, kept in the plan.

use super::Outcome;
use crate::calculation::Finding;
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
    /// The edits that write into the plan what is decided about a finding, by its position. Where the plan knows the
    /// finding, its row of `known_findings` is changed, or each of them, and so what is decided about all findings that
    /// are known by it. Otherwise the plan gets a row, and by what the finding is recognised when it is found again. The
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
        let known = self.known(finding);
        if known.is_empty() {
            return self.findings.get(finding).map(|found| self.know(plan, found, decision)).unwrap_or_default();
        }
        let cells = known.into_iter().flat_map(|id| decision.cells().map(|(column, text)| (id, column, text)));
        let set = |(id, column, text): (Id<KnownFinding>, KnownFinding, &str)| Edit::SetCell {
            table: Table::KnownFinding,
            row: id.index(),
            column: column.position(),
            text: (!text.is_empty()).then(|| text.into()),
        };
        cells.map(set).collect()
    }

    /// The findings that are known by any of the ids by which this one is known, without itself.
    pub fn known_together(&self, finding: usize) -> Vec<usize> {
        let ids = self.known(finding);
        let shares = |at: &usize| *at != finding && self.known(*at).iter().any(|id| ids.contains(id));
        (0..if ids.is_empty() { 0 } else { self.findings.len() }).filter(shares).collect()
    }

    /// Adds a row for a finding that the plan does not know yet, and by what it is recognised.
    fn know(&self, plan: &Plan, finding: &Finding, decision: &Decision) -> Vec<Edit> {
        let id = free_id(plan);
        let name = shortened(&finding.message);
        let of_finding = [(KnownFinding::id, id.as_str()), (KnownFinding::name, &name)];
        let figure = finding.figures.first().map(|figure| figure.id(plan));
        // A figure says what a finding is about whatever becomes of the rows; where several findings of the kind are
        // about the same figure, the row tells them apart.
        let first = finding.figures.first();
        let is_about = |other: &Finding| first.is_some_and(|first| other.figures.contains(first));
        let alike = self.findings.iter().filter(|other| other.code == finding.code && is_about(other)).count();
        let place = finding.places.first().filter(|_| alike != 1);
        let place = place.map(|place| (place.table.name(), plan.row_reference(place.table, place.row)));
        let mut by = vec![(KnownFindingPlace::finding, id.as_str()), (KnownFindingPlace::code, finding.code)];
        by.extend(figure.as_deref().map(|figure| (KnownFindingPlace::figure, figure)));
        if let Some((table, row)) = &place {
            by.push((KnownFindingPlace::table, table));
            by.push((KnownFindingPlace::row, row));
        }
        vec![new_row(plan, of_finding.into_iter().chain(decision.cells())), new_row(plan, by)]
    }
}

impl Decision {
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
