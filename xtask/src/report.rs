//! What the build tool prints while it works: headings, steps and times.

use std::time::Duration;

/// Prints the heading of a part of the work.
pub fn heading(text: &str) {
    println!("\n== {text} ==");
}

/// Prints one step as it begins.
pub fn step(text: &str) {
    println!("- {text}");
}

/// A time as a person reads it: `0.4 s`, `12.3 s`, `3 min 05 s`.
pub fn time(duration: Duration) -> String {
    let tenths = duration.as_millis() / 100;
    if tenths < 600 {
        return format!("{}.{} s", tenths / 10, tenths % 10);
    }
    let seconds = duration.as_secs();
    format!("{} min {:02} s", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_in_seconds_below_a_minute_and_in_minutes_above() {
        assert_eq!(time(Duration::from_millis(449)), "0.4 s");
        assert_eq!(time(Duration::from_millis(12_345)), "12.3 s");
        assert_eq!(time(Duration::from_secs(185)), "3 min 05 s");
    }
}
