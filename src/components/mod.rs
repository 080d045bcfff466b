//! The parts of which pages are made.

mod address_value;
mod arrow;
mod cell;
mod cell_places;
mod chart_drawing;
mod chart_figure;
mod chart_files;
mod corrected_copies;
mod cquin_ladder;
mod drawn;
mod explained_dependents;
mod explained_printed;
mod explained_sensitivity;
mod explanation_panel;
mod figure;
mod figure_cells;
mod filters;
mod finding_link;
mod flow_figure;
mod fold;
mod framework_bridge;
mod framework_statement;
mod guide;
mod load_issue;
mod measure;
mod money_figure;
mod number_field;
mod picture;
mod section;
mod short_words;
mod show_more;
mod shown;
mod statement;
mod status;
mod step_list;
mod table;
mod table_guide;
mod table_stop;
mod tag;
mod text_field;
mod words;
mod worked_out;

pub use address_value::{address_value, keep_in_address, use_address_value, use_arrivals};
pub use arrow::{ArrowWords, arrow, arrow_words};
pub use cell::{cell_place, cell_place_only, cell_words, lines_words, source_words};
pub use cell_places::cell_links;
pub use chart_drawing::{ChartDrawing, ChartDrawingProperties};
pub use chart_figure::{figure_of, figure_with_table};
pub use chart_files::{ChartFiles, ChartFilesProperties};
pub use corrected_copies::{CorrectedCopies, CorrectedCopiesProperties};
pub use cquin_ladder::cquin_ladder;
pub use drawn::{drawn_count, drawn_money, drawn_number, drawn_percent, sum, unit_for};
pub use explanation_panel::{ExplanationPanel, ExplanationPanelProperties};
pub use figure::{explained, figure, figure_in_full, figure_in_table, figure_in_words, form_of, form_of_table};
pub use figure_cells::{FigureColumn, column, figure_cell, figure_cells};
pub use filters::{choice, choice_field, field_of, filters, words_field};
pub use finding_link::{FINDING, finding_link, show_in_view};
pub use flow_figure::{flow_figure, flows_by_unit, place_name};
pub use fold::use_fold;
pub use framework_bridge::framework_bridge;
pub use framework_statement::{balance_years, framework_statement, medium_term_statement};
pub use guide::{Guide, GuideRead, GuidedColumn, GuidedTable, GuidedWord, Task, not_at_hand, use_guide};
pub use load_issue::load_issue;
pub use measure::{Measure, Misfit};
pub use money_figure::{MoneyFlow, money_sankey};
pub use number_field::{NumberField, NumberFieldProperties};
pub use picture::{needed_for, picture};
pub use section::{answer, card, fact, section, titled, titled_by, titled_with_link};
pub use short_words::{figure_kind_words, pounds_short};
pub use show_more::{ROWS_AT_A_TIME, show_more};
pub use shown::{Shown, shown};
pub use statement::{StatementLine, statement};
pub use status::{check_words, status};
pub use step_list::{STEPS_AT_A_TIME, step_list};
pub use table::{
    body, cell_for_number, data_table, empty_cell, head, headings, not_given, number_cell, number_heading, row,
    words_cell, words_heading,
};
pub use table_guide::{TableGuide, TableGuideProperties};
pub use tag::{Tag, nodes, tag};
pub use text_field::{TextField, TextFieldProperties};
pub use words::{
    capitalised, choice_words, count_of, counted, date_words, due_words, field_value, is_opened, mentions, month_words,
};
pub use worked_out::{BEING_WORKED_OUT, Wanted, being_worked_out, use_is_drawn, use_kept_result, use_worked_out};
