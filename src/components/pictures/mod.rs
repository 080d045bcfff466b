//! Pictures of the plan, each with its table and its files.

mod chart_drawing;
mod chart_figure;
mod chart_files;
mod cquin_ladder;
mod flow_figure;
mod framework_bridge;
mod money_figure;
mod money_places;
mod money_stages;
mod picture;

pub use chart_drawing::{ChartDrawing, ChartDrawingProperties};
pub use chart_figure::{figure_of, figure_with_table};
pub use chart_files::{ChartFiles, ChartFilesProperties};
pub use cquin_ladder::{NotEarned, cquin_ladder, cquin_not_earned};
pub use flow_figure::{flow_figure, place_name};
pub use framework_bridge::framework_bridge;
pub use money_figure::money_sankey;
pub use money_places::{MoneyPlace, StagedMoney};
pub use money_stages::money_stages;
pub use picture::{needed_for, picture};
