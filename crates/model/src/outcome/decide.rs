//! What a person decides about a finding, kept in the plan.

use super::Outcome;
use crate::calculation::{CellAddress, Finding};
use crate::plan::{
    CellInput, CellProblem, Id, KnownFinding, KnownFindingPlace, KnownFindingState, Plan, RowType, Table, shortened,
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
    /// Writes into the plan what is decided about a finding, by its position. Where the plan knows the finding, its
    /// row of `known_findings` is changed, or each of them, and so what is decided about all findings that are known
    /// by it. Otherwise the plan gets a row, and by what the finding is recognised when it is found again. The plan
    /// must be the one of which this is the outcome.
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
    /// example.outcome.decide(&mut example.plan, 0, &decision).unwrap();
    /// assert!(compute(&example.plan).is_settled(0));
    /// ```
    ///
    /// # Errors
    ///
    /// What is wrong with what was decided, such as an owner that is no text of a plan; the plan then stays as it is.
    pub fn decide(&self, plan: &mut Plan, finding: usize, decision: &Decision) -> Result<(), CellProblem> {
        let mut changed = plan.clone();
        let mut known = self.known(finding);
        if known.is_empty() {
            known.extend(self.findings.get(finding).map(|found| self.know(&mut changed, found)).transpose()?);
        }
        for id in known {
            write(&mut changed, id, decision)?;
        }
        *plan = changed;
        Ok(())
    }

    /// The findings that are known by any of the ids by which this one is known, without itself.
    pub fn known_together(&self, finding: usize) -> Vec<usize> {
        let ids = self.known(finding);
        let shares = |at: &usize| *at != finding && self.known(*at).iter().any(|id| ids.contains(id));
        (0..if ids.is_empty() { 0 } else { self.findings.len() }).filter(shares).collect()
    }

    /// Adds a row for a finding that the plan does not know yet, and by what it is recognised.
    fn know(&self, plan: &mut Plan, finding: &Finding) -> Result<Id<KnownFinding>, CellProblem> {
        let id = free_id(plan);
        let name = shortened(&finding.message);
        let state = KnownFindingState::Open.word();
        let row = add(plan, &[
            (KnownFinding::id, &id),
            (KnownFinding::name, &name),
            (KnownFinding::state, state),
        ])?;
        let figure = finding.figures.first().map(|figure| figure.id(plan));
        // A figure says what a finding is about whatever becomes of the rows; where several findings of the kind are
        // about the same figure, the row tells them apart.
        let first = finding.figures.first();
        let is_about = |other: &Finding| first.is_some_and(|first| other.figures.contains(first));
        let alike = |other: &&Finding| other.code == finding.code && is_about(other);
        let is_alone = figure.is_some() && self.findings.iter().filter(alike).count() < 2;
        let place = finding.places.first().filter(|_| !is_alone).map(|place| (place.table.name(), row_name(plan, *place)));
        let mut cells = vec![(KnownFindingPlace::finding, id.as_str()), (KnownFindingPlace::code, finding.code)];
        cells.extend(figure.as_deref().map(|figure| (KnownFindingPlace::figure, figure)));
        if let Some((table, row)) = &place {
            cells.push((KnownFindingPlace::table, table));
            cells.push((KnownFindingPlace::row, row));
        }
        add(plan, &cells)?;
        Ok(Id::at(row))
    }
}

/// Adds a row of texts to the table of its columns.
fn add<T: RowType + Copy>(plan: &mut Plan, cells: &[(T, &str)]) -> Result<u32, CellProblem> {
    let cells: Vec<_> = cells.iter().map(|(column, text)| (column.position(), CellInput::Text(text))).collect();
    plan.add_row(T::TABLE, &cells)
}

fn write(plan: &mut Plan, id: Id<KnownFinding>, decision: &Decision) -> Result<(), CellProblem> {
    let cells = [
        (KnownFinding::state, decision.state.word()),
        (KnownFinding::post, decision.owner.trim()),
        (KnownFinding::note, decision.note.trim()),
    ];
    for (column, text) in cells {
        let input = (!text.is_empty()).then_some(CellInput::Text(text));
        plan.set_cell(Table::KnownFinding, id.index(), column.position(), input)?;
    }
    Ok(())
}

/// An identifier that no known finding of the plan has: f-01, f-02 and so on.
fn free_id(plan: &Plan) -> String {
    let mut ids = (1_u32..).map(|number| format!("f-{number:02}"));
    ids.find(|id| plan.find(Table::KnownFinding, id).is_none()).unwrap_or_default()
}

/// By what a row is found again: its identifier, or else its number from one.
fn row_name(plan: &Plan, place: CellAddress) -> String {
    let identifier = plan.identifier(place.table, place.row).map(str::to_owned);
    identifier.unwrap_or_else(|| (u64::from(place.row) + 1).to_string())
}
