//! The colours of the stylesheet, for a drawing that leaves the page.
//!
//! On the page a drawing is coloured by `styles/charts.css`. A file opened in a word processor has no
//! stylesheet, so the export reads the part of that same file between its two `marks` comments and
//! writes the colours as attributes. There is one place where a colour is decided.

const STYLESHEET: &str = include_str!("../../styles/charts.css");
const START: &str = "/* marks */";
const END: &str = "/* end of marks */";

/// One rule: the class names a mark must carry, and what it then looks like.
struct Rule {
    classes: Vec<&'static str>,
    declarations: Vec<(&'static str, &'static str)>,
}

/// The rules for marks, read once for a whole drawing.
pub(super) struct Paint {
    rules: Vec<Rule>,
}

impl Paint {
    pub(super) fn of_the_stylesheet() -> Self {
        let after = STYLESHEET.split_once(START).map_or("", |(_, after)| after);
        let section = after.split_once(END).map_or("", |(section, _)| section);
        let mut rules = Vec::new();
        for rule in section.split('}') {
            let Some((selectors, body)) = rule.split_once('{') else {
                continue;
            };
            let declarations: Vec<_> = body
                .split(';')
                .filter_map(|declaration| declaration.split_once(':'))
                .map(|(property, value)| (property.trim(), value.trim()))
                .collect();
            for selector in selectors.split(',') {
                let Some(classes) = selector.trim().strip_prefix(".chart .") else {
                    continue;
                };
                rules.push(Rule { classes: classes.split('.').collect(), declarations: declarations.clone() });
            }
        }
        // As in a browser: the rule that asks for more wins, then the later one.
        rules.sort_by_key(|rule| rule.classes.len());
        Self { rules }
    }

    /// What a mark of these classes looks like.
    pub(super) fn attributes(&self, classes: &str) -> Vec<(&'static str, &'static str)> {
        let carried: Vec<&str> = classes.split(' ').collect();
        let mut attributes: Vec<(&'static str, &'static str)> = Vec::new();
        for rule in &self.rules {
            if !rule.classes.iter().all(|class| carried.contains(class)) {
                continue;
            }
            for (property, value) in &rule.declarations {
                attributes.retain(|(earlier, _)| earlier != property);
                attributes.push((property, value));
            }
        }
        attributes
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Chart, fixture, scene::Mark, series};
    use super::*;

    fn luminance(colour: &str) -> f64 {
        let part = |at: usize| {
            let hex = colour.get(at..at + 2).unwrap_or_default();
            let value = f64::from(u8::from_str_radix(hex, 16).expect("a colour of six digits"));
            let share = value / 255.0;
            if share <= 0.039_28 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    #[test]
    fn white_words_can_be_read_on_every_series() {
        let paint = Paint::of_the_stylesheet();
        for index in 0..series::COLOURS {
            let attributes = paint.attributes(&series::class(index));
            let fill = attributes.iter().find(|(name, _)| *name == "fill");
            let (_, fill) = fill.unwrap_or_else(|| panic!("series {index} has no colour"));
            let contrast = 1.05 / (luminance(fill) + 0.05);
            assert!(contrast >= 4.5, "{fill}: {contrast:.2}");
        }
    }

    #[test]
    fn every_class_of_a_mark_is_in_the_stylesheet() {
        let paint = Paint::of_the_stylesheet();
        let known: Vec<_> = paint.rules.iter().flat_map(|rule| &rule.classes).collect();
        let mut scenes: Vec<_> = fixture::bars().iter().map(|chart| chart.scene()).collect();
        scenes.extend(fixture::sankeys().iter().map(|chart| chart.scene()));
        scenes.extend(fixture::bridges().iter().map(|chart| chart.scene()));
        scenes.extend(fixture::curves().iter().map(|chart| chart.scene()));
        scenes.extend(fixture::ladders().iter().map(|chart| chart.scene()));
        scenes.extend(fixture::heat_maps().iter().map(|chart| chart.scene()));
        scenes.extend(fixture::courses().iter().map(|chart| chart.scene()));
        scenes.extend(fixture::timelines().iter().map(|chart| chart.scene()));
        fn check(marks: &[Mark], known: &[&&str]) {
            for mark in marks {
                let class = match mark {
                    Mark::Group(group) => {
                        check(&group.marks, known);
                        continue;
                    }
                    Mark::Rect(rect) => &rect.class,
                    Mark::Path(path) => &path.class,
                    Mark::Text(text) => &text.class,
                };
                for name in class.split(' ') {
                    assert!(known.iter().any(|one| **one == name), "{name} has no rule");
                }
            }
        }
        for scene in &scenes {
            check(&scene.marks, &known);
        }
    }

    /// On a dark ground nothing keeps a colour of the light one: whatever names several classes would win over the rule for
    /// one of them.
    #[test]
    fn every_colour_of_a_mark_has_one_on_a_dark_ground() {
        // Yellow on both; and what lies over a colour that is light on a dark ground.
        const ON_BOTH: [&str; 3] = [".chart .open", ".chart .pattern-line", ".chart .pattern-dot"];
        let (_, dark) = STYLESHEET.split_once("prefers-color-scheme: dark").expect("colours for a dark ground");
        let (_, dark) = dark.split_once('{').expect("rules for a dark ground");
        let dark: Vec<&str> = dark
            .split('}')
            .filter_map(|rule| rule.split_once('{'))
            .flat_map(|(selectors, _)| selectors.rsplit('\n').next().unwrap_or_default().split(','))
            .map(str::trim)
            .collect();
        let (_, marks) = STYLESHEET.split_once(START).expect("marks");
        let (marks, _) = marks.split_once(END).expect("the end of marks");
        let coloured = marks.split('}').filter_map(|rule| rule.split_once('{')).filter(|(_, body)| body.contains('#'));
        for selector in coloured.flat_map(|(selectors, _)| selectors.rsplit('\n').next().unwrap_or_default().split(','))
        {
            let selector = selector.trim();
            let is_known = dark.contains(&selector) || ON_BOTH.contains(&selector);
            assert!(is_known, "{selector} keeps its light colour on a dark ground");
        }
    }

    #[test]
    fn what_asks_for_more_wins() {
        let paint = Paint::of_the_stylesheet();
        let plain = paint.attributes("node arrival");
        let avoided = paint.attributes("node arrival avoided");
        assert_ne!(plain, avoided);
        assert!(paint.attributes("no-such-class").is_empty());
    }
}
