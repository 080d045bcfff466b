/// The day on which the page is looked at, as people write it: 6 April 2011. Only papers carry it; no figure stands on it.
pub fn today() -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let now = js_sys::Date::new_0();
    let month = usize::try_from(now.get_month()).ok().and_then(|month| MONTHS.get(month)).unwrap_or(&"");
    format!("{} {month} {}", now.get_date(), now.get_full_year())
}
