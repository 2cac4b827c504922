use super::Span;

/// The way from a text that was rewritten in places back to what its author
/// typed. A text may be rewritten more than once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Back {
    /// For each time, what was replaced: its range after, its range before.
    passes: Vec<Vec<(Span, Span)>>,
}

impl Back {
    /// The range that the author typed for a range of the text.
    #[must_use]
    pub fn span(&self, span: Span) -> Span {
        let passes = self.passes.iter().rev();
        passes.fold(span, |span, parts| {
            let start = original_offset(parts, span.start, |original| original.start);
            let end = original_offset(parts, span.end, |original| original.end);
            Span::new(start, end.max(start))
        })
    }

    /// The place that the author typed for a place of the text.
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

/// Where a place of a text stood before `parts` of it were replaced: each a range
/// after, and the range before. `inside` says where a place leads that stands inside
/// of what was replaced.
pub fn original_offset(parts: &[(Span, Span)], at: usize, inside: impl Fn(Span) -> usize) -> usize {
    let before = |(part, _): &(Span, Span)| part.start < at || (part.start == at && part.end == at);
    let count = parts.partition_point(before);
    match parts.get(..count).and_then(<[_]>::last) {
        None => at,
        Some((part, original)) if at < part.end => inside(*original),
        Some((part, original)) => original.end + (at - part.end),
    }
}

/// A text in which parts are replaced, from its beginning to its end.
#[derive(Debug, Default)]
pub struct Rewrite {
    text: String,
    parts: Vec<(Span, Span)>,
    /// How much of the original has been passed.
    done: usize,
}

impl Rewrite {
    /// Puts `with` in the place of the bytes `span` of `original`, and keeps what
    /// stands before them. Spans come in order; one that reaches back is passed
    /// over.
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

    /// The whole text; `back` learns the way.
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
