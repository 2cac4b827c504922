//! The values that choose a wording in `diagnostics.ftl`: the keys of the variants
//! of `{ $problem -> ... }` and its relatives, as enums. A misspelled key would
//! silently get the default wording; here it does not compile, and a test looks up
//! every key in the messages.

use super::{Arg, Diagnostic};

/// A value that chooses between the wordings of a message.
pub(crate) trait Selector: Copy {
    /// The argument of the message that this value is.
    const ARG: &'static str;

    /// The key of the variant.
    fn as_str(self) -> &'static str;
}

impl Diagnostic {
    /// Chooses between the wordings of the message.
    #[must_use]
    pub(crate) fn select<S: Selector>(self, value: S) -> Self {
        self.with(S::ARG, Arg::from(value.as_str()))
    }
}

/// `Name "argument" in "messages that use it" { Value "key", ... }`
macro_rules! selectors {
    ($($(#[$doc:meta])* $name:ident $arg:literal in $($message:literal),+ {
        $($value:ident $key:literal),+ $(,)?
    })+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub(crate) enum $name { $($value),+ }

            impl Selector for $name {
                const ARG: &'static str = $arg;

                fn as_str(self) -> &'static str {
                    match self { $(Self::$value => $key),+ }
                }
            }
        )+

        /// Every selector: its argument, the messages that use it, and its keys.
        #[cfg(test)]
        const ALL: &[(&str, &[&str], &[&str])] = &[$(($arg, &[$($message),+], &[$($key),+])),+];
    };
}

selectors! {
    /// What a value should be.
    Expected "expected" in "wrong-type" {
        Attainment "attainment", Choice "choice", Count "count", Data "data",
        Episodes "episodes", Fraction "fraction", Id "id", Items "items",
        Language "language", Letter "letter", Level "level", Map "map", Number "number",
        Rows "rows", Share "share", Steps "steps", Text "text", TextPhone "text-phone",
        Time "time", Words "words", YesNo "yes-no",
    }

    /// How a required field is missing: its value, or all of it.
    MissingProblem "problem" in "missing-field" { Blank "blank", Gone "gone" }

    /// Where a new line goes.
    LinePlace "place" in "add-line" {
        Below "below", Column "column", Inside "inside", Instead "instead",
    }

    /// How a person says that an unusual number is right.
    SureForm "form" in "if-sure" { Below "below", Column "column", Line "line", Never "never" }

    /// What breaks the syntax of a YAML file.
    SyntaxProblem "problem" in "yaml-syntax" {
        Brace "brace", Bracket "bracket", Colon "colon", Indentation "indentation",
        Key "key", Other "other", Quote "quote", SecondDocument "second-document",
    }

    /// Which limit a file is over.
    LimitProblem "problem" in "yaml-limit" { Count "count", Depth "depth" }

    /// What was repaired in a YAML file.
    RepairKind "slip" in "yaml-mended" {
        Colon "colon", Gap "gap", Invisible "unseen", Marker "marker", Quotes "quotes",
        Space "space",
    }

    /// What is wrong with a row of a sheet.
    RowProblem "problem" in "sheet-row" { Extra "extra", Number "number" }

    /// Why nobody can tell what a column of a sheet holds.
    ColumnProblem "problem" in "sheet-column-open" {
        Errors "errors", Open "open", Probes "probes", Several "several", Twins "twins",
        Words "words",
    }

    /// What a cell of a sheet should hold.
    CellProblem "problem" in "sheet-cell" {
        Attainment "attainment", Empty "empty", Episodes "episodes", Fraction "fraction",
        Level "level", Number "number", Share "share", Steps "steps", Try "try",
    }

    /// Which rows of a sheet are left out.
    LeftOut "what" in "sheet-left-out" { Column "column", Summary "summary", Title "title" }

    /// Where cells without a day are: below a row that has one, or alone.
    BlankDayProblem "problem" in "sheet-day-blank" { Alone "alone", Below "below" }

    /// Why the order of day and month in a sheet is not known.
    DayOrderProblem "problem" in "sheet-day-order" { Both "both", Open "open" }

    /// What Excel made a day of.
    ExcelDayProblem "problem" in "sheet-excel-day" { Day "day", Tries "tries" }

    /// Where the name of another student is.
    OtherStudentProblem "problem" in "sheet-other-student" { Column "column" }

    /// How the numbers of a sheet do not fit together.
    MixedProblem "problem" in "sheet-mixed" {
        Bare "bare", Columns "columns", Mixed "mixed", Share "share",
    }

    /// Why a time of day is probably meant in the afternoon.
    TimeProblem "problem" in "time-at-night" { Bare "bare", Night "night" }

    /// What says that nothing was checked on a day.
    UncheckedReason "problem" in "not-checked" { Blank "blank", Note "note", Words "words" }

    /// What is wrong with a day that is the name of a file.
    DayNameProblem "problem" in "bad-day-name" {
        Form "form", Order "order", Other "other", Year "year",
    }

    /// Why a value has two readings.
    ReadingsProblem "problem" in "two-readings" { Excel "excel", Two "two" }

    /// Why a value is not a day.
    DateProblem "problem" in "bad-date" {
        Day "day", Month "month", Order "order", Shape "shape", Weekday "weekday",
        Year "year",
    }

    /// How a number is out of range.
    RangeProblem "problem" in "out-of-range" {
        Below "below", Between "between", Fraction "fraction", Letters "letters",
        Part "part", Whole "whole",
    }

    /// Which way a target has to be from the baseline.
    TargetWay "direction" in "target-wrong-side" { Decrease "decrease", Increase "increase" }

    /// Why nothing could meet a mastery criterion, or everything would.
    MasteryProblem "problem" in "mastery-window" { Both "both", More "more", Zero "zero" }

    /// Which limit a number is over.
    OverLimitProblem "problem" in "over-limit" {
        Day "day", Given "given", Session "session", Week "week", Words "words",
    }

    /// Whether a goal's totals were all the same, or in a range.
    TotalSpan "span" in "other-total" { Range "range", Same "same" }

    /// What a day is too far from.
    FarDayProblem "problem" in "day-too-far" {
        Goal "goal", Late "late", Period "period", Today "today", Year "year",
    }

    /// Why a mastery criterion could not be read.
    CriterionProblem "problem" in "criterion-unread" { Tries "tries", Words "words" }

    /// What a service does not say about its minutes.
    MissingMinutes "missing" in "service-without-minutes" { Long "long", Often "often" }

    /// What is wrong with the parts of a service.
    PartsProblem "problem" in "blended-parts" { NotBlended "not-blended", OneKind "one-kind" }

    /// Whether the reasons explain too few of the minutes, or too many.
    ReasonsProblem "problem" in "minutes-without-reason" {
        TooFew "too-few", TooMany "too-many",
    }

    /// Which numbers of a service disagree.
    TimesProblem "problem" in "times-disagree" { Days "days", Hours "hours" }

    /// Whether the file that a link names is there.
    LinkedFile "exists" in "dead-link" { Exists "yes", Gone "no" }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, PatternElement};
    use fluent_syntax::ast::{Pattern, VariantKey};

    use super::ALL;

    /// The keys of every `{ $arg -> ... }` of a message, and whether one of them has
    /// the default `other`.
    fn keys<'t>(message: &Message<&'t str>, arg: &str) -> BTreeSet<&'t str> {
        let attributes = message.attributes.iter().map(|attribute| &attribute.value);
        let patterns = message.value.iter().chain(attributes);
        let mut keys = BTreeSet::new();
        patterns.for_each(|pattern| add_keys(pattern, arg, &mut keys));
        keys
    }

    fn add_keys<'t>(pattern: &Pattern<&'t str>, arg: &str, keys: &mut BTreeSet<&'t str>) {
        for element in &pattern.elements {
            let PatternElement::Placeable {
                expression: Expression::Select { selector, variants },
            } = element
            else {
                continue;
            };
            let chosen =
                matches!(selector, InlineExpression::VariableReference { id } if id.name == arg);
            for variant in variants {
                if let VariantKey::Identifier { name } = variant.key
                    && chosen
                {
                    keys.insert(name);
                }
                add_keys(&variant.value, arg, keys);
            }
        }
    }

    #[test]
    fn every_value_chooses_a_wording() {
        let text = include_str!("../../locales/en/diagnostics.ftl");
        let resource = fluent_syntax::parser::parse(text).unwrap();
        for (arg, messages, values) in ALL {
            for id in *messages {
                let mut entries = resource.body.iter();
                let keys = entries.find_map(|entry| match entry {
                    Entry::Message(message) if message.id.name == *id => Some(keys(message, arg)),
                    _ => None,
                });
                let keys = keys.unwrap_or_else(|| panic!("no message {id}"));
                let without: Vec<_> = values
                    .iter()
                    .filter(|value| !keys.contains(*value))
                    .collect();
                // One value may have the default wording for its own.
                let by_default = usize::from(keys.contains("other"));
                assert!(
                    without.len() <= by_default,
                    "{id}: no wording for ${arg} = {without:?}, only for {keys:?}"
                );
            }
        }
    }
}
