//! Places in a text that was repaired, traced back to the author's file: messages
//! point at what the author wrote, not at what kinfolio made of it.

use super::Span;

/// Maps places in a rewritten text back to the original. A text may have been
/// rewritten more than once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Back {
    /// For each rewrite, what was replaced: the range after, and the range before.
    passes: Vec<Vec<(Span, Span)>>,
}

impl Back {
    /// The range in the original for a range of the rewritten text.
    #[must_use]
    pub fn span(&self, span: Span) -> Span {
        let passes = self.passes.iter().rev();
        passes.fold(span, |span, parts| {
            let start = original_offset(parts, span.start, |original| original.start);
            let end = original_offset(parts, span.end, |original| original.end);
            Span::new(start, end.max(start))
        })
    }

    /// The offset in the original for an offset in the rewritten text.
    #[must_use]
    pub fn offset(&self, at: usize) -> usize {
        let passes = self.passes.iter().rev();
        passes.fold(at, |at, parts| {
            original_offset(parts, at, |original| original.start)
        })
    }

    fn push(&mut self, parts: Vec<(Span, Span)>) {
        if !parts.is_empty() {
            self.passes.push(parts);
        }
    }
}

/// The offset that `at` had before `parts` of the text were replaced. Each part is
/// a range after, and the range before. For an offset inside of a replaced part,
/// `inside` chooses one from the range before.
pub fn original_offset(parts: &[(Span, Span)], at: usize, inside: impl Fn(Span) -> usize) -> usize {
    let before = |(part, _): &(Span, Span)| part.start < at || (part.start == at && part.end == at);
    let count = parts.partition_point(before);
    match parts.get(..count).and_then(<[_]>::last) {
        None => at,
        Some((part, original)) if at < part.end => inside(*original),
        Some((part, original)) => original.end + (at - part.end),
    }
}

/// Replaces parts of a text, from its start to its end.
#[derive(Debug, Default)]
pub struct Rewrite {
    text: String,
    parts: Vec<(Span, Span)>,
    /// How many bytes of the original are done.
    done: usize,
}

impl Rewrite {
    /// Replaces the bytes `span` of `original` by `with`, and keeps those before
    /// them. Spans have to be in order. One that overlaps the last is ignored.
    pub fn replace(&mut self, original: &str, span: Span, with: &str) {
        let Some(before) = original.get(self.done..span.start) else {
            return;
        };
        self.text.push_str(before);
        let start = self.text.len();
        self.text.push_str(with);
        self.parts.push((Span::new(start, self.text.len()), span));
        self.done = span.end;
    }

    /// Returns the complete text, and adds this rewrite to `back`.
    #[must_use]
    pub fn finish(mut self, original: &str, back: &mut Back) -> String {
        self.text
            .push_str(original.get(self.done..).unwrap_or_default());
        back.push(self.parts);
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_through_every_pass() {
        let original = "aa XX bb YY cc";
        let mut back = Back::default();
        let mut first = Rewrite::default();
        first.replace(original, Span::new(3, 5), "long words");
        let once = first.finish(original, &mut back);
        let mut second = Rewrite::default();
        let at = once.find("YY").unwrap();
        second.replace(&once, Span::new(at, at + 3), "");
        let twice = second.finish(&once, &mut back);
        assert_eq!(twice, "aa long words bb cc");
        let check = |words: &str, expected: &str| {
            let start = twice.find(words).unwrap();
            let span = back.span(Span::new(start, start + words.len()));
            assert_eq!(&original[span.start..span.end], expected, "{words}");
        };
        check("aa", "aa");
        check("bb", "bb");
        check("cc", "cc");
        check("long words", "XX");
        check("words", "XX");
        check("bb cc", "bb YY cc");
    }

    #[test]
    fn a_part_that_reaches_back_is_passed_over() {
        let mut rewrite = Rewrite::default();
        rewrite.replace("abcd", Span::new(1, 3), "x");
        rewrite.replace("abcd", Span::new(2, 4), "y");
        assert_eq!(rewrite.finish("abcd", &mut Back::default()), "axd");
    }
}
