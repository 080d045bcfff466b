use std::rc::Rc;

/// Now, in the form of ISO 8601 in coordinated universal time. The model has no clock: what is to be known of time, the page
/// gives.
pub fn now() -> Rc<str> {
    String::from(js_sys::Date::new_0().to_iso_string()).into()
}

/// A time in that form as people here read it: "27 November 2026 at 17:10".
pub fn time_words(time: &str) -> String {
    let format = |name: &str, kind: &str| {
        let options = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&options, &name.into(), &kind.into());
        options
    };
    let date = js_sys::Date::new(&time.into());
    let day = date.to_locale_date_string("en-GB", &format("dateStyle", "long"));
    let hour = date.to_locale_time_string_with_options("en-GB", &format("timeStyle", "short"));
    format!("{}, {}", String::from(day), String::from(hour))
}
