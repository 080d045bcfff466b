use std::cell::RefCell;
use std::rc::Rc;

/// Now, in the form of ISO 8601 in coordinated universal time. The model has no clock: what is to be known of time, the page
/// gives.
pub fn now() -> Rc<str> {
    String::from(js_sys::Date::new_0().to_iso_string()).into()
}

/// A time in that form as people here read it: "27 November 2026 at 17:10".
pub fn time_words(time: &str) -> String {
    let date = js_sys::Date::new(&time.into());
    let hour = date.to_locale_time_string_with_options("en-GB", &style("timeStyle", "short"));
    format!("{}, {}", day_words(&date), String::from(hour))
}

/// A day: the year, the month and the day of it.
type Day = (u32, u32, u32);

thread_local! {
    /// The last day that was put into words. Browsers take nearly a millisecond for it, and papers carry it with every change.
    static TODAY: RefCell<Option<(Day, Rc<str>)>> = const { RefCell::new(None) };
}

/// The day on which the page is looked at, as people here write it. Only papers carry it; no figure stands on it.
pub fn today() -> Rc<str> {
    let date = js_sys::Date::new_0();
    let day = (date.get_full_year(), date.get_month(), date.get_date());
    TODAY.with_borrow_mut(|known| match known {
        Some((of, words)) if *of == day => Rc::clone(words),
        _ => {
            let words: Rc<str> = day_words(&date).into();
            *known = Some((day, Rc::clone(&words)));
            words
        }
    })
}

fn day_words(date: &js_sys::Date) -> String {
    date.to_locale_date_string("en-GB", &style("dateStyle", "long")).into()
}

fn style(name: &str, kind: &str) -> js_sys::Object {
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &name.into(), &kind.into());
    options
}
