#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::{RuleFile, faults_of};
use crate::calculation::{
    Dimension, Fails, FigureKind, FindingKind, Formula, Key, ORGANISATION, PROGRAMME, Source, Term, Test, When, YEAR,
    column, formula, term, word,
};
use crate::parameters::BED_OCCUPANCY;
use crate::plan::{AccountSide, FundingKind, FundingState, Table};

static BEDS: FigureKind = FigureKind::count("beds.{}", "{}", &[ORGANISATION]);
static BEDS_IN: FigureKind = FigureKind::count("beds.{}.{}", "{}, {}", &[ORGANISATION, YEAR]);
static BEDS_ALL: FigureKind = FigureKind::count("beds", "Beds", &[]);
static OF_PROGRAMME: FigureKind = FigureKind::money("programme.{}", "{}", &[PROGRAMME]);
static FUNDING: FigureKind = FigureKind::money("funding.{}", "{}", &[Dimension::Row(Table::Funding)]);
static OF_KIND: FigureKind = FigureKind::money("kind.{}", "{}", &[Dimension::Choice(FundingKind::CHOICES)]);
static AMOUNT: FigureKind = FigureKind::money("amount", "Amount", &[]);
static SHARE: FigureKind = FigureKind::percent("share", "Share", &[]);
static IN_YEAR: FigureKind = FigureKind::count("in.{}", "{}", &[YEAR]);
static IN_MONTH: FigureKind = FigureKind::count("in-month.{}", "{}", &[Dimension::Month]);
static BY_DUE: FigureKind = FigureKind::count("by-due.{}", "{}", &[Dimension::Due]);

const BOTH_FILES: [&[&FigureKind]; 2] = [
    &[&BEDS, &BEDS_ALL, &AMOUNT_BEFORE, &FUNDING, &KIND_FIRST, &OF_PROGRAMME, &SHARE, &IN_YEAR, &IN_MONTH, &BY_DUE],
    &[&AMOUNT, &BEDS_IN, &OF_KIND],
];

/// The faults of two files that run one after the other: the formulas stand in the first.
fn faults(formulas: &'static [Formula], tests: &'static [Test]) -> Vec<String> {
    let [first, second] = BOTH_FILES.map(|kinds| Vec::leak(kinds.to_vec()));
    let first = RuleFile { path: "rules/first.rs", kinds: first, formulas, tests };
    let second = RuleFile { path: "rules/second.rs", kinds: second, formulas: &[], tests: &[] };
    faults_of(&[&first, &second])
}

/// Holds that a formula has this one fault, said with the file and the figure.
fn refused(formula: Formula, expected: &str) {
    assert_eq!(faults(Vec::leak(vec![formula]), &[]), [format!("rules/first.rs, {}: {expected}", formula.kind.id)]);
}

fn accepted(formula: Formula) {
    assert_eq!(faults(Vec::leak(vec![formula]), &[]), [""; 0]);
}

/// The same for a formula that is written where it stands, as those of rules are.
macro_rules! refused {
    ($formula:expr, $expected:expr $(,)?) => {{
        const FORMULA: Formula = $formula;
        refused(FORMULA, $expected);
    }};
}

macro_rules! accepted {
    ($formula:expr) => {{
        const FORMULA: Formula = $formula;
        accepted(FORMULA);
    }};
}

const fn over(kind: &'static FigureKind, table: Table, keys: &'static [Key], is: Term) -> Formula {
    Formula { kind, source: Source::Rows(table, keys), when: &[], is }
}

#[test]
fn what_is_right_is_accepted() {
    accepted!(formula!(BEDS: ProviderBeds [provider] = plan - now));
    accepted!(formula!(FUNDING: Funding [*] = (annual_saving * years) - amount));
    accepted!(formula!(IN_MONTH: MonthlyActivity [month] = {Term::RowCount("one")}));
    accepted!(formula!(BY_DUE: Milestone [due] = {Term::RowCount("one")}));
    accepted!(formula!(SHARE: ProviderBeds [] = (plan - now) / now));
}

#[test]
fn only_numbers_are_calculated_with() {
    let of = |is| over(&BEDS_ALL, Table::ProviderBeds, &[], is);
    refused(
        of(Term::Subtract(&[Term::Cell(column!(ProviderBeds, plan)), Term::Cell(column!(ProviderBeds, provider))])),
        "the column `provider` of `beds` holds a row of `organisations`, and a number is calculated with: of `beds` \
         would fit `now`, `plan`",
    );
    let of = |is| over(&AMOUNT_FIRST, Table::Funding, &[], is);
    for (column, holds) in [
        (column!(Funding, name), "text"),
        (column!(Funding, id), "the identifier of its row"),
        (column!(Funding, unit), "the unit of money"),
        (column!(Funding, source), "lines of the document"),
    ] {
        let fault = &faults(Vec::leak(vec![of(Term::Cell(column))]), &[])[0];
        assert!(fault.contains(&format!("holds {holds}, and a number is calculated with")), "{fault}");
        assert!(fault.contains("would fit `amount`, `annual_saving`"), "{fault}");
    }
    for (table, column, holds) in [
        (Table::Milestone, column!(Milestone, due), "when something is due"),
        (Table::AccountLine, column!(AccountLine, side), "one of \"income, expenditure\""),
        (Table::Programme, column!(Programme, priority), "yes or no"),
        (Table::MediumTermYear, column!(MediumTermYear, year), "a financial year"),
    ] {
        let fault = &faults(Vec::leak(vec![over(&BEDS_ALL, table, &[], Term::Cell(column))]), &[])[0];
        assert!(fault.contains(&format!("holds {holds}, and a number is calculated with")), "{fault}");
    }
}
static AMOUNT_FIRST: FigureKind = FigureKind::money("amount-first", "Amount", &[]);

#[test]
fn what_a_figure_is_about_is_what_the_rows_say() {
    refused!(
        formula!(OF_PROGRAMME: Scheme [list] = gross),
        "the column `list` of `schemes` holds a row of `scheme_lists`, and the figure is about a row of `programmes`: \
         of `schemes` would fit `programme`",
    );
    refused!(
        formula!(IN_YEAR: MonthlyActivity [month] = {Term::RowCount("one")}),
        "the column `month` of `monthly_activity` holds a month, and the figure is about a financial year: no column \
         of `monthly_activity` fits",
    );
    let of_kind = |key| over(&KIND_FIRST, Table::Funding, key, term!(Funding, amount));
    let kinds = words(&FundingKind::CHOICES.iter().map(|choice| choice.word).collect::<Vec<_>>());
    let states = words(&FundingState::CHOICES.iter().map(|choice| choice.word).collect::<Vec<_>>());
    refused(
        of_kind(&[Key::Column(column!(Funding, state))]),
        &format!(
            "the column `state` of `funding` holds {states}, and the figure is about {kinds}: of `funding` would fit \
             `kind`"
        ),
    );
    refused(
        over(&KIND_FIRST, Table::Programme, &[Key::Column(column!(Programme, priority))], Term::Figure(&AMOUNT_BEFORE)),
        &format!(
            "the column `priority` of `programmes` holds yes or no, and the figure is about {kinds}: no column of \
             `programmes` fits"
        ),
    );
    refused!(
        formula!(FUNDING: Funding [kind] = amount),
        &format!(
            "the column `kind` of `funding` holds {kinds}, and the figure is about a row of `funding`: of `funding` \
             would fit `*`, the row itself"
        ),
    );
    const OTHER_WORD: &[Key] = &[word!(AccountSide::Income)];
    refused(
        of_kind(OTHER_WORD),
        &format!("a word of one of \"income, expenditure\" is always meant, and the figure is about {kinds}"),
    );
    refused(
        of_kind(&[Key::Word(FundingKind::CHOICES, 99)]),
        &format!("word 99 is meant, and there are only {} of {kinds}", FundingKind::CHOICES.len()),
    );
    refused!(
        formula!(BEDS: ProviderBeds [*] = plan),
        "the row itself is one of `beds`, and the figure is about a row of `organisations`: of `beds` would fit \
         `provider`",
    );
    refused!(
        formula!(BEDS: ProviderBeds [] = plan),
        "the figure is about a row of `organisations`, and 0 keys are given",
    );
    refused!(
        formula!(BEDS_ALL: ProviderBeds [provider] = plan),
        "the figure is about nothing in particular, and 1 key is given",
    );
}
static AMOUNT_BEFORE: FigureKind = FigureKind::money("amount-before", "Amount", &[]);
static KIND_FIRST: FigureKind = FigureKind::money("kind-first.{}", "{}", &[Dimension::Choice(FundingKind::CHOICES)]);

fn words(words: &[&str]) -> String {
    format!("one of \"{}\"", words.join(", "))
}

#[test]
fn columns_are_those_of_the_rows_and_of_what_they_refer_to() {
    let through = |column, inner| over(&BEDS_ALL, Table::BedDays, &[], Term::Through(column, inner));
    accepted(through(column!(BedDays, delays), column!(Measure, actual)));
    refused(
        through(column!(BedDays, delays), column!(Practice, referrals)),
        "the column `referrals` of `practices` is asked for through the column `delays` of `bed_days`, which refers \
         to `measures`",
    );
    refused(
        through(column!(BedDays, days), column!(Measure, actual)),
        "the column `actual` of `measures` is asked for through the column `days` of `bed_days`, which holds a number \
         of things and refers to no row: of `bed_days` would fit `delays`",
    );
    refused(
        over(&BEDS_ALL, Table::BedDays, &[], term!(ProviderBeds, plan)),
        "the column `plan` of `beds` stands where the rows of `bed_days` are gone through",
    );
    refused(
        over(&BEDS, Table::BedDays, &[Key::Column(column!(ProviderBeds, provider))], term!(BedDays, days)),
        "the column `provider` of `beds` stands where the rows of `bed_days` are gone through",
    );
    refused(
        Formula {
            kind: &AMOUNT_FIRST,
            source: Source::Figures(&FUNDING, &[]),
            when: &[],
            is: Term::Cell(column!(Funding, amount)),
        },
        "the column `amount` of `funding` stands where the figures `funding.{}` are gone through, which have no columns",
    );
    refused(
        over(&BEDS_ALL, Table::ProviderBeds, &[], Term::Each),
        "the figure that is gone through is meant, and rows of `beds` are",
    );
}

#[test]
fn conditions_compare_words_that_the_column_can_hold() {
    let when = |when| Formula { when, ..over(&AMOUNT_FIRST, Table::AccountLine, &[], term!(AccountLine, plan)) };
    accepted!(formula!(AMOUNT_FIRST: AccountLine [] if (side is AccountSide::Income) = plan));
    refused(
        when(&[When::Is(column!(AccountLine, plan), 0)]),
        "the column `plan` of `income_and_expenditure` holds money, and `is` compares words of a choice, or yes and \
         no: of `income_and_expenditure` would fit `side`",
    );
    refused(
        when(&[When::IsNot(column!(AccountLine, side), 2)]),
        "the column `side` of `income_and_expenditure` holds one of \"income, expenditure\", and has no word 2: they \
         are counted from 0",
    );
    refused(
        when(&[When::IsFilled(column!(ProviderBeds, plan))]),
        "the column `plan` of `beds` stands where the rows of `income_and_expenditure` are gone through",
    );
    refused(
        Formula {
            kind: &AMOUNT_FIRST,
            source: Source::Figures(&FUNDING, &[]),
            when: &[When::IsFilled(column!(Funding, amount))],
            is: Term::Each,
        },
        "a condition stands on the columns of a row, and figures are gone through",
    );
}

#[test]
fn figures_stand_on_those_before_them() {
    refused!(
        formula!(FUNDING: Funding [*] = amount - [AMOUNT]),
        "`amount` is not yet there: rules/second.rs computes it later; a figure stands on those before it",
    );
    // What is code stands above what uses it.
    accepted!(formula!(FUNDING: Funding [*] = amount * [BEDS_ALL]));
    refused!(
        formula!(BEDS: ProviderBeds [provider] = plan * [SHARE]),
        "`share` is not yet there: rules/first.rs computes it later; a figure stands on those before it",
    );
    refused!(
        formula!(BEDS: ProviderBeds [provider] = plan + [BEDS]),
        "`beds.{}` is not yet there: rules/first.rs computes it later; a figure stands on those before it",
    );
    refused!(formula!(BEDS: ProviderBeds [provider] = plan * [NOWHERE]), "`nowhere` is computed by no rule that runs");
    refused!(
        formula!(BEDS_ALL: sum of BEDS_IN []),
        "`beds.{}.{}` is not yet there: rules/second.rs computes it later; \
         a figure stands on those before it"
    );
    // Of two formulas the second sees the first, whatever the order of the figures.
    static IN_ORDER: &[Formula] = &[
        formula!(SHARE: ProviderBeds [] = (plan - now) / now),
        formula!(BEDS: ProviderBeds [provider] = plan * [SHARE]),
    ];
    assert_eq!(faults(IN_ORDER, &[]), [""; 0]);
    static TWICE: &[Formula] =
        &[formula!(BEDS: ProviderBeds [provider] = plan), formula!(BEDS: ProviderBeds [provider] = now)];
    assert_eq!(faults(TWICE, &[]), ["rules/first.rs, beds.{}: the figure has more than one formula"]);
}
static NOWHERE: FigureKind = FigureKind::percent("nowhere", "Nowhere", &[]);

#[test]
fn figures_are_looked_up_by_what_they_are_about() {
    refused!(
        formula!(FUNDING: Funding [*] = amount * [BEDS]),
        "`beds.{}` is about a row of `organisations`, and is looked up with a row of `funding`: the two must begin \
         alike",
    );
    refused!(formula!(SHARE: sum of BEDS []), "the figure is a share, and the formula gives a number of things",);
    refused!(
        formula!(SHARE: ProviderBeds [] = now / [BEDS]),
        "`beds.{}` is about a row of `organisations`, and is looked up with nothing in particular: the two must \
         begin alike",
    );
    const BY_UNIT: &[Key] = &[Key::Row];
    refused!(
        formula!(SHARE: ProviderBeds [] = now / {Term::FigureOf(&BEDS, BY_UNIT)}),
        "the row itself is one of `beds`, and the figure is about a row of `organisations`: of `beds` would fit \
         `provider`",
    );
    refused!(
        formula!(SHARE: ProviderBeds [] = now / {Term::FigureOf(&BEDS, &[])}),
        "`beds.{}` is about a row of `organisations`, and 0 keys are given",
    );
    refused!(
        formula!(SHARE: from BEDS_ALL [] = {Term::Each} / {Term::FigureOf(&BEDS, BY_UNIT)}),
        "`beds.{}` is looked up by the columns of a row, and the figures `beds` are gone through",
    );
}

#[test]
fn what_is_kept_of_figures_is_what_the_new_figure_is_about() {
    refused!(
        formula!(IN_YEAR: sum of BEDS [0]),
        "dimension 0 of `beds.{}` is a row of `organisations`, and the figure is about a financial year: none of its \
         dimensions fits",
    );
    refused!(formula!(IN_YEAR: sum of BEDS [1]), "dimension 1 of `beds.{}` is kept, and it has 1, counted from 0",);
    refused!(formula!(BEDS_ALL: sum of BEDS [0]), "the figure has 0 dimensions, and 1 of `beds.{}` is kept");
    refused!(formula!(IN_YEAR: sum of BEDS []), "the figure has 1 dimension, and 0 of `beds.{}` are kept");
}

#[test]
fn units_must_be_alike() {
    refused!(formula!(AMOUNT_FIRST: Funding [] = amount + years), "money and a number of things are added",);
    refused!(formula!(AMOUNT_FIRST: Price [] = tariff + top_up), "money and a share are added",);
    refused!(
        formula!(AMOUNT_FIRST: Funding [] = amount or years),
        "money and a number of things are taken one for the other",
    );
    refused!(formula!(AMOUNT_FIRST: Funding [] = amount * annual_saving), "money is multiplied by money",);
    refused!(
        formula!(AMOUNT_FIRST: ProviderBeds [] = now * plan),
        "the figure is money, and the formula gives things to the power of 2",
    );
    refused!(
        formula!(SHARE: ProviderBeds [] = plan - now),
        "the figure is a share, and the formula gives a number of things",
    );
    refused!(
        formula!(SHARE: StaffGroup [] = plan - baseline),
        "the figure is a share, and the formula gives a plain number",
    );
    refused!(formula!(BEDS_ALL: Funding [] = amount), "the figure is a number of things, and the formula gives money",);
    refused!(
        formula!(BEDS_ALL: ProviderBeds [] = plan - (now / now)),
        "a number of things and a share are taken from each other",
    );
    refused!(formula!(BEDS_ALL: ProviderBeds [] = plan / {Term::NOTHING}), "a number of things is divided by nothing",);
    accepted!(formula!(SHARE: StaffGroup [] = (plan - baseline) / baseline));
    accepted!(formula!(BEDS_ALL: Funding [] = amount / annual_saving));
}

#[test]
fn limits_are_in_the_unit_of_their_figure() {
    static TOO_LOW: FindingKind = FindingKind::warning("too-low", "More.", "It is too low.");
    const fn below(of: &'static FigureKind, limit: Term) -> Test {
        Test::of(of, Fails::Below(limit), &TOO_LOW, "below")
    }
    static RIGHT: &[Test] = &[
        below(&BEDS, Term::NOTHING),
        below(&SHARE, Term::Parameter(&BED_OCCUPANCY)),
        below(&SHARE, Term::ONE),
        below(&BEDS, Term::Each),
        below(&BEDS, Term::Figure(&BEDS_ALL)),
    ];
    assert_eq!(faults(&[], RIGHT), [""; 0]);
    static WRONG: &[Test] = &[
        below(&BEDS, Term::Parameter(&BED_OCCUPANCY)),
        below(&FUNDING, Term::Constant(4, "four")),
        below(&BEDS, Term::Figure(&FUNDING)),
        below(&BEDS, Term::Cell(column!(ProviderBeds, plan))),
        below(&NOWHERE, Term::NOTHING),
    ];
    assert_eq!(
        faults(&[], WRONG),
        [
            "rules/first.rs, beds.{}: the figure is a number of things, and its limit is a share",
            "rules/first.rs, funding.{}: the figure is money, and its limit is a plain number",
            "rules/first.rs, beds.{}: `funding.{}` is about a row of `funding`, and is looked up with a row of \
         `organisations`: the two must begin alike",
            "rules/first.rs, beds.{}: the figure is a number of things, and its limit is money",
            "rules/first.rs, beds.{}: the column `plan` of `beds` stands where the figures `beds.{}` are gone through, \
         which have no columns",
            "rules/first.rs, nowhere: `nowhere` is computed by no rule that runs",
        ]
    );
}

#[test]
fn identifiers_say_what_a_figure_is_about() {
    static SILENT: FigureKind = FigureKind::count("silent", "{}: silent", &[YEAR]);
    static SAYS_TOO_MUCH: FigureKind = FigureKind::count("all.{}", "{} in {}", &[YEAR]);
    static KINDS: &[&FigureKind] = &[&SILENT, &SAYS_TOO_MUCH];
    let file = RuleFile { path: "rules/first.rs", kinds: KINDS, formulas: &[], tests: &[] };
    assert_eq!(
        faults_of(&[&file]),
        [
            "rules/first.rs, silent: the identifier says 0 of 1 dimension",
            "rules/first.rs, all.{}: the label says 2 of 1 dimension",
        ]
    );
}
