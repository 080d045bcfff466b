//! What a person is doing in a grid: where they are, what they write and what they look for. It is read as it is now and not as
//! it was drawn, since a person may type faster than the page is drawn.

use super::keys::{Size, chosen};
use super::looking::Looking;
use super::not_taken::{Place, Said};
use super::shown_rows::ShownRows;
use crate::components::{LiveState, use_live_state};
use crate::page_context::PageContext;
use crate::session::ChangedCells;
use one_plan_model::plan::{Plan, Table};
use std::ops::RangeInclusive;
use std::rc::Rc;
use yew::prelude::*;

/// What is being written into the active cell, and what is wrong with it.
#[derive(Clone, Default, PartialEq)]
pub struct Writing {
    /// What is written; nothing while nobody writes.
    pub text: Option<String>,
    /// What is wrong with it; empty where nothing is.
    pub problem: String,
}

/// What a person is doing in a grid. Whatever follows a press or a key has one of its own.
#[derive(Clone)]
pub struct Doing {
    /// The session, and how to ask for things.
    pub context: PageContext,
    /// The table.
    pub table: Table,
    /// Which of its cells a person changed.
    pub changed: Rc<ChangedCells>,
    /// Which rows of it are shown.
    pub rows: Rc<ShownRows>,
    /// How large the grid is.
    pub size: Size,
    /// Where a person is.
    pub place: LiveState<Place>,
    /// Where the chosen cells begin; nothing where only one is chosen.
    pub anchor: LiveState<Option<Place>>,
    /// The first row that is drawn.
    pub first: LiveState<u32>,
    /// What is being written.
    pub writing: LiveState<Writing>,
    /// What is said below the grid.
    pub said: LiveState<Said>,
    /// What is looked for.
    pub looking: UseStateHandle<Looking>,
    /// What is said of the words that were looked for last.
    pub found: UseStateHandle<String>,
    /// Whether cells are copied with their headings.
    pub with_headings: UseStateHandle<bool>,
    /// What is scrolled.
    pub region: NodeRef,
    /// The table, which has the focus.
    pub grid: NodeRef,
    /// The field that is written in.
    pub field: NodeRef,
}

/// What a person is doing in the grid of a table.
#[hook]
pub fn use_doing(context: &PageContext, table: Table) -> Doing {
    let place = use_live_state(|| (0_u32, 0_usize));
    let anchor = use_live_state(|| None::<Place>);
    let first = use_live_state(|| 0_u32);
    let writing = use_live_state(Writing::default);
    let said = use_live_state(Said::default);
    let looking = use_state(Looking::default);
    let found = use_state(String::new);
    let with_headings = use_state(|| false);
    let (region, grid, field) = (use_node_ref(), use_node_ref(), use_node_ref());
    let all = context.session.plan().store(table).rows();
    // Not with every change of a cell: a row that is being changed stays where a person sees it.
    let rows = use_memo((looking.choice(), all, table), {
        let plan = context.session.clone();
        move |(choice, _, table)| ShownRows::of(plan.plan(), *table, choice)
    });
    let changed =
        use_memo((context.session.clone(), table), |(session, table)| ChangedCells::of(session.history(), *table));
    let size = Size { rows: rows.count(), columns: table.columns().len() };
    let context = context.clone();
    Doing {
        context,
        table,
        changed,
        rows,
        size,
        place,
        anchor,
        first,
        writing,
        said,
        looking,
        found,
        with_headings,
        region,
        grid,
        field,
    }
}

impl Doing {
    /// What does something in this grid whenever it happens.
    pub fn on<E: 'static>(&self, does: fn(&Self, E)) -> Callback<E> {
        let doing = self.clone();
        Callback::from(move |event| does(&doing, event))
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        self.context.session.plan()
    }

    /// The active cell.
    pub fn at(&self) -> Place {
        self.size.moved(self.place.get(), 0, 0)
    }

    /// The chosen cells.
    pub fn chosen(&self) -> (RangeInclusive<u32>, RangeInclusive<usize>) {
        chosen(self.at(), self.anchor.get().map(|anchor| self.size.moved(anchor, 0, 0)))
    }

    /// The rows of the plan in which cells are chosen; none where only the place for new rows is.
    pub fn chosen_rows(&self) -> Vec<u32> {
        self.rows.between(self.chosen().0)
    }

    /// Says something below the grid. What was being written is no longer.
    pub fn tell(&self, words: Said) {
        self.writing.set(Writing::default());
        self.said.set(words);
    }
}
