use crate::calculation::{ORGANISATION, YEAR, figures};

const LIMIT: &str = "NHS Surrey, One Plan, l. 977-983; Arden Cluster System Plan, l. 901";

figures! {
    /// The resource limit of all.
    RESOURCE_LIMIT: money("resource-limit.{}", "Resource limit, {}", [YEAR])
        by("CR03", "the amount that the plan gives, or the sum of the organisations", LIMIT)
    /// The resource limit of one organisation.
    RESOURCE_LIMIT_OF: money("resource-limit.{}.{}", "{}: resource limit, {}", [ORGANISATION, YEAR])
        by("CR03", "the amount that the plan gives", LIMIT)
        { ResourceLimit [organisation, year] = limit }
    /// The surplus that the control total demands of one organisation.
    CONTROL_TOTAL_OF: money("control-total.{}.{}", "{}: control total, {}", [ORGANISATION, YEAR])
        by("CR03", "the amount that the plan gives", LIMIT)
        { ResourceLimit [organisation, year] = control_total }
    /// The same where no surplus is forecast beside it.
    CONTROL_TOTAL_WITHOUT_FORECAST: money("control-total.{}.{}.without-forecast", "{}: control total without a forecast beside it, {}", [ORGANISATION, YEAR])
        by("CR03", "the amount that the plan gives", LIMIT)
        { ResourceLimit [organisation, year] if (forecast_surplus empty) = control_total }
    /// The planned surplus of the framework.
    PLANNED_SURPLUS: money("framework.planned-surplus.{}", "Planned surplus, {}", [YEAR])
        by("CR03", "resource limit − baseline proposal", LIMIT)
    /// The planned surplus of one organisation.
    PLANNED_SURPLUS_OF: money("framework.planned-surplus.{}.{}", "{}: planned surplus, {}", [ORGANISATION, YEAR])
        by("CR03", "resource limit − baseline proposal of the organisation", LIMIT)
    /// What the framework plans to spend above the resource limit: the surplus with the other sign, as Surrey prints it.
    ABOVE_LIMIT: money("framework.above-resource-limit.{}", "Baseline proposal above the resource limit, {}", [YEAR])
        by("CR03", "baseline proposal − resource limit", LIMIT)
    /// The surplus that the control total demands of all.
    CONTROL_TOTAL: money("control-total.{}", "Control total, {}", [YEAR])
        by("CR03", "the amount that the plan gives, or the sum of the organisations", LIMIT)
    /// The surplus that an organisation forecasts.
    FORECAST_SURPLUS_OF: money("forecast-surplus.{}.{}", "{}: forecast surplus beside the control total, {}", [ORGANISATION, YEAR])
        by("CR03", "the amount that the plan gives", LIMIT)
    /// How the forecast surplus stands to the control total.
    CONTROL_TOTAL_GAP: money("control-total.{}.difference", "Forecast surplus against the control total, {}", [YEAR])
        by("CR03", "forecast surplus − control total", LIMIT)
    /// The same for one organisation.
    CONTROL_TOTAL_GAP_OF: money("control-total.{}.{}.difference", "{}: forecast surplus against the control total, {}", [ORGANISATION, YEAR])
        by("CR03", "forecast surplus − control total", LIMIT)
    /// How the planned surplus stands to the control total.
    PLAN_GAP: money("control-total.{}.planned-difference", "Planned surplus against the control total, {}", [YEAR])
        by("CR03", "planned surplus − control total", LIMIT)
    /// The same for one organisation.
    PLAN_GAP_OF: money("control-total.{}.{}.planned-difference", "{}: planned surplus against the control total, {}", [ORGANISATION, YEAR])
        by("CR03", "planned surplus − control total", LIMIT)
}
