//! Rows below the total of a list of schemes that are the target, or the gap to it, and no schemes.

use crate::cells::number_in;
use crate::issues::{Effect, Severity};
use crate::sheet::Cell;
use crate::sums::{gap_in_words, is_nearly};
use crate::tables::table_rows::TableRows;
use crate::vocabulary::Aside;
use one_plan_model::plan::{ColumnKind, Table};
use one_plan_model::quantity::Decimal;

/// The texts of a row, by the columns of its sheet.
type Texts = Vec<Option<Box<str>>>;

/// What stands since the last total of a list of schemes.
#[derive(Debug, Default)]
pub struct BesideSchemes {
    /// The total, as long as no scheme stands below it.
    total: Option<Texts>,
    target: Option<Texts>,
}

impl BesideSchemes {
    /// A total stands here.
    pub fn note_total(&mut self, texts: &[Option<Box<str>>]) {
        (self.total, self.target) = (Some(texts.to_vec()), None);
    }

    /// A row of the table stands here.
    pub fn note_row(&mut self) {
        *self = Self::default();
    }
}

impl TableRows {
    /// Whether a row is the target or the gap to it: it is called so, has no identifier and stands below a total. It is said
    /// with its amount, and the gap is held against the target and the total.
    pub(super) fn is_beside_schemes(
        &mut self,
        row: u32,
        cells: &[&Cell],
        texts: &[Option<Box<str>>],
        beside: &mut BesideSchemes,
    ) -> bool {
        if self.table != Table::Scheme || !self.is_without_identifier(cells) {
            return false;
        }
        let Some(total) = &beside.total else { return false };
        let kind = |at: usize| self.table.columns().get(at).map(|of| of.kind);
        let name =
            self.header.columns.iter().zip(cells).find(|(of, _)| Table::Scheme.column("name") == Some(of.table_column));
        let Some(aside) = name.and_then(|(_, cell)| Aside::named(&cell.shown())) else { return false };
        let money = |of: &[Option<Box<str>>], at: usize| of.get(at)?.as_deref().and_then(number_in);
        let columns = self.header.columns.iter().enumerate();
        let amounts = columns.filter(|(_, column)| matches!(kind(column.table_column), Some(ColumnKind::Money)));
        let amounts: Vec<(usize, Decimal)> = amounts.filter_map(|(at, _)| Some((at, money(texts, at)?))).collect();
        let Some((_, first)) = amounts.first() else { return false };
        let what = match aside {
            Aside::Target => format!("this row is the target, and no scheme: {} is not added", first.normalize()),
            Aside::Gap => {
                format!("this row is the gap to the target, and no scheme: {} is not added", first.normalize())
            }
            Aside::Part => format!(
                "this row says what part of the amounts above it is, and is no scheme: {} is not added",
                first.normalize()
            ),
            Aside::Sum => return false,
        };
        let differing = amounts.iter().find_map(|(at, gap)| {
            let (target, total) = (money(beside.target.as_deref()?, *at)?, money(total, *at)?);
            let left = target.checked_sub(total)?;
            let is_left = is_nearly(left, *gap) || is_nearly(-left, *gap);
            (!is_left).then(|| gap_in_words(*gap, target, total, left))
        });
        if aside == Aside::Target {
            beside.target = Some(texts.to_vec());
        }
        let differing = differing.filter(|_| aside == Aside::Gap).map(|what| (Severity::Warning, what));
        for (severity, what) in std::iter::once((Severity::Information, what)).chain(differing) {
            let expected = "nothing, if that is meant; an identifier of its own, if it is a scheme";
            self.tell_row(row, cells, severity, what, expected, Effect::RowLeftOut);
        }
        self.other_rows.totals += 1;
        true
    }
}
