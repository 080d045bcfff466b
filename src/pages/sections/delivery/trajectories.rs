//! A measure that is to move by checkpoints: what each is to reach, and what was reached.

use crate::chart::{Course, CourseLine, Frame, Look, Moment, Value};
use crate::components::{count_of, drawn_number, drawn_percent, figure_of, needed_for, tag};
use crate::pages::one_of::OneOf;
use crate::session::Session;
use one_plan_model::plan::{Id, Row, Trajectory, TrajectoryPoint};
use one_plan_model::quantity::DueDate;
use one_plan_model::rules::quality::{REDUCTION, TARGET, subjects};
use std::rc::Rc;
use yew::prelude::*;

/// The picture of a measure, with a choice of which.
pub(super) fn section(session: &Session) -> Html {
    let heading = "Checkpoints on the way to a target";
    let ids = session.plan().trajectories.iter().map(|(id, _)| id);
    let courses: Vec<Course> = ids.filter_map(|id| course(session, id)).collect();
    if courses.is_empty() {
        return needed_for(heading, "give a trajectory with its checkpoints, and for each a target or a reduction.");
    }
    let names = Rc::new(courses.iter().map(|course| course.frame.title.clone()).collect::<Vec<_>>());
    let session = session.clone();
    let draw = Callback::from(move |at: usize| match courses.get(at) {
        Some(course) => figure_of(&session, format!("{heading}: {}", course.frame.title), "h2", course),
        None => tag("div").html(),
    });
    let chooser = html! { <OneOf id="trajectory" label="Measure" {names} {draw} /> };
    tag("div").class("section").child(chooser).html()
}

/// The course of a measure by its targets; where it has none, by how much is to fall away.
fn course(session: &Session, id: Id<Trajectory>) -> Option<Course> {
    let (plan, outcome) = (session.plan(), session.outcome());
    let trajectory = plan.trajectories.get(id)?;
    let mut points: Vec<Row<'_, TrajectoryPoint>> =
        plan.trajectory_points.iter().map(|(_, point)| point).filter(|point| point.trajectory() == id).collect();
    points.sort_by_key(|point| point.due().last_day());
    let target = |point: &Row<'_, TrajectoryPoint>| outcome.value(TARGET.at(subjects(*point)))?.ok();
    let reduction = |point: &Row<'_, TrajectoryPoint>| outcome.value(REDUCTION.at(subjects(*point)))?.ok();
    let number = |number| drawn_number(Ok(number));

    let count = |of: &dyn Fn(&Row<'_, TrajectoryPoint>) -> bool| points.iter().filter(|point| of(point)).count();
    let by_reduction = count(&|point| reduction(point).is_some()) > count(&|point| target(point).is_some());
    let planned = |point: &Row<'_, TrajectoryPoint>| -> Option<Value> {
        if by_reduction { reduction(point).map(|share| drawn_percent(Ok(share), 1)) } else { target(point).map(number) }
    };
    let actual = |point: &Row<'_, TrajectoryPoint>| {
        let reached = point.actual().filter(|_| !by_reduction)?;
        Some(number(reached.get().number()))
    };
    let baseline = trajectory.baseline().zip(trajectory.baseline_at()).filter(|_| !by_reduction);

    let mut moments: Vec<Moment> = Vec::new();
    let (mut plan_points, mut actual_points) = (Vec::new(), Vec::new());
    if let Some((value, at)) = baseline {
        moments.push(moment(at, " (baseline)"));
        let value = number(value.get().number());
        plan_points.push((0, value.clone()));
        actual_points.push((0, value));
    }
    for point in &points {
        let at = moments.len();
        moments.push(moment(point.due(), ""));
        plan_points.extend(planned(point).map(|value| (at, value)));
        actual_points.extend(actual(point).map(|value| (at, value)));
    }
    // A baseline alone is no course.
    if !points.iter().any(|point| planned(point).is_some() || actual(point).is_some()) {
        return None;
    }
    let unit = if by_reduction {
        "% below the baseline".to_owned()
    } else {
        trajectory.counted_in().unwrap_or("number").to_owned()
    };
    let reached = count(&|point| actual(point).is_some());
    let lines = [("To be reached", Look::Plan, plan_points), ("Reached", Look::Actual, actual_points)];
    let lines = lines.map(|(name, look, points)| CourseLine::new(name, look, points));
    Some(Course {
        frame: Frame::new(format!("trajectory-{}", id.index()), trajectory.name(), described(points.len(), reached)),
        unit,
        moment_heading: "Checkpoint".to_owned(),
        moments,
        lines: lines.into_iter().filter(|line| !line.points.is_empty()).collect(),
        plot_height: 180.0,
    })
}

/// How many checkpoints there are, and how many of them have an actual figure.
fn described(checkpoints: usize, reached: usize) -> String {
    let (all, reached) = (count_of(checkpoints, "checkpoint", "checkpoints"), count_of(reached, "has", "have"));
    format!("{all}, of which {reached} an actual figure.")
}

fn moment(due: DueDate, after: &str) -> Moment {
    Moment::new(f64::from(due.last_day().month().index()), format!("{}{after}", due.words()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Chart;
    use one_plan_model::example;

    fn courses(tables: &str) -> Vec<Course> {
        let plan = example::plan(tables);
        let outcome = one_plan_model::outcome::compute(&plan);
        let session = Session::open(plan, outcome, "plan.json");
        let ids: Vec<_> = session.plan().trajectories.iter().map(|(id, _)| id).collect();
        ids.into_iter().filter_map(|id| course(&session, id)).collect()
    }

    #[test]
    fn targets_and_what_was_reached_stand_beside_each_other_in_the_order_of_time() {
        let courses = courses(
            r#""trajectories": [{"id": "a", "name": "A", "counted_in": "cases", "baseline": "58.4", "baseline_at": "2011-03", "direction": "lower"}],
            "trajectory_points": [
                {"trajectory": "a", "due": "2011-09", "target": "40", "rule": "value"},
                {"trajectory": "a", "due": "2011-06", "target": "50", "actual": "49.5", "rule": "value"}
            ]"#,
        );
        let table = courses[0].table();
        let cells: Vec<_> = table.rows.iter().map(|row| row.cells.join(" | ")).collect();
        assert_eq!(cells, ["March 2011 (baseline) | 58.4 | 58.4", "June 2011 | 50 | 49.5", "September 2011 | 40 | "]);
    }

    #[test]
    fn where_only_reductions_are_given_they_are_drawn_and_nothing_where_neither_is() {
        let courses = courses(
            r#""trajectories": [{"id": "a", "name": "A", "direction": "lower"}, {"id": "b", "name": "B", "baseline": "4", "baseline_at": "2011-03"}],
            "trajectory_points": [
                {"trajectory": "a", "due": "2013-03", "reduction": "10%", "rule": "value"},
                {"trajectory": "a", "due": "2014-03", "reduction": "17%", "rule": "value"},
                {"trajectory": "b", "due": "2012-03", "rule": "value"}
            ]"#,
        );
        assert_eq!(courses.len(), 1);
        assert_eq!(courses[0].unit, "% below the baseline");
        assert_eq!(courses[0].table().rows[1].cells, ["March 2014", "17.0"]);
    }
}
