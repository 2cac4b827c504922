//! Where there is room: keeps labels off the path and off each other.

/// A point in user units, y growing downward.
pub(super) type Point = (f64, f64);

/// Air kept around every label.
const AIR: f64 = 3.0;

/// An upright rectangle in user units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rect {
    /// Left edge.
    pub(super) left: f64,
    /// Top edge.
    pub(super) top: f64,
    /// Right edge.
    pub(super) right: f64,
    /// Bottom edge.
    pub(super) bottom: f64,
}

impl Rect {
    /// A square around a point.
    pub(super) fn around((x, y): Point, reach: f64) -> Rect {
        Rect {
            left: x - reach,
            top: y - reach,
            right: x + reach,
            bottom: y + reach,
        }
    }

    /// Whether the two share any area.
    pub(super) fn overlaps(&self, other: &Rect) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether a straight line passes through.
    pub(super) fn is_crossed_by(&self, stroke: (Point, Point)) -> bool {
        span_within(stroke, self.left, self.right)
            .is_some_and(|(high, low)| high < self.bottom && low > self.top)
    }
}

/// Everything a label must keep clear of.
#[derive(Clone, Debug, Default)]
pub(super) struct Obstacles {
    rects: Vec<Rect>,
    strokes: Vec<(Point, Point)>,
    poles: Vec<f64>,
}

impl Obstacles {
    /// Adds a label or a mark.
    pub(super) fn keep_off(&mut self, rect: Rect) {
        self.rects.push(rect);
    }

    /// Adds the straight lines between neighboring points.
    pub(super) fn keep_off_line(&mut self, points: &[Point]) {
        let ends = points.iter().zip(points.iter().skip(1));
        self.strokes.extend(ends.map(|(&a, &b)| (a, b)));
    }

    /// Adds an upright line that words may cover if they must.
    pub(super) fn mind_pole(&mut self, x: f64) {
        self.poles.push(x);
    }

    /// How many such lines words between two edges would cover.
    pub(super) fn poles_behind(&self, left: f64, right: f64) -> f64 {
        let covered = |&&x: &&f64| left - AIR < x && x < right + AIR;
        count(self.poles.iter().filter(covered).count())
    }

    /// How many of the things in the field a rectangle would touch.
    pub(super) fn touched_by(&self, rect: &Rect) -> f64 {
        let rects = self.rects.iter().filter(|other| rect.overlaps(other));
        let strokes = self
            .strokes
            .iter()
            .filter(|&&stroke| rect.is_crossed_by(stroke));
        count(rects.count() + strokes.count())
    }

    /// How many labels and marks a line to some words would run through, but for
    /// the mark at which it begins.
    pub(super) fn crossed_by(&self, (from, to): (Point, Point)) -> f64 {
        let begun = |a: f64, b: f64| a + (b - a) * 0.3;
        let stroke = ((begun(from.0, to.0), begun(from.1, to.1)), to);
        let crossed = self.rects.iter().filter(|rect| rect.is_crossed_by(stroke));
        count(crossed.count())
    }

    /// The clear place nearest to `wanted` for the top of a box, no lower than
    /// `lowest`. There always is one: above everything.
    pub(super) fn clear_top(
        &self,
        (left, right): (f64, f64),
        height: f64,
        wanted: f64,
        lowest: f64,
    ) -> f64 {
        let taken = self.taken(left - AIR, right + AIR, height);
        let wanted = wanted.min(lowest);
        let (mut up, mut down) = (wanted, wanted);
        for &(from, to) in taken.iter().rev() {
            if from < up && up < to {
                up = from;
            }
        }
        for &(from, to) in &taken {
            if from < down && down < to {
                down = to;
            }
        }
        if down <= lowest && down - wanted < wanted - up {
            down
        } else {
            up
        }
    }

    /// Where the top of a box must not be: open intervals, merged, in order.
    fn taken(&self, left: f64, right: f64, height: f64) -> Vec<(f64, f64)> {
        let rects = self
            .rects
            .iter()
            .filter(|rect| rect.left < right && left < rect.right)
            .map(|rect| (rect.top, rect.bottom));
        let strokes = self
            .strokes
            .iter()
            .filter_map(|&stroke| span_within(stroke, left, right));
        let mut taken: Vec<(f64, f64)> = rects
            .chain(strokes)
            .map(|(top, bottom)| (top - AIR - height, bottom + AIR))
            .collect();
        taken.sort_by(|a, b| a.0.total_cmp(&b.0));
        taken.dedup_by(|next, kept| {
            let joined = next.0 < kept.1;
            if joined {
                kept.1 = kept.1.max(next.1);
            }
            joined
        });
        taken
    }
}

/// A count as a number to reckon with.
pub(super) fn count(things: usize) -> f64 {
    f64::from(u32::try_from(things).unwrap_or(u32::MAX))
}

/// The highest and lowest y of a straight line between two upright edges.
fn span_within((a, b): (Point, Point), left: f64, right: f64) -> Option<(f64, f64)> {
    let (a, b) = if a.0 <= b.0 { (a, b) } else { (b, a) };
    if b.0 <= left || right <= a.0 {
        return None;
    }
    let at = |x: f64| {
        let share = (x - a.0) / (b.0 - a.0).max(f64::MIN_POSITIVE);
        a.1 + (b.1 - a.1) * share
    };
    let from = if a.0 < left { at(left) } else { a.1 };
    let to = if b.0 > right { at(right) } else { b.1 };
    Some((from.min(to), from.max(to)))
}

/// A box of a column, and where it would like to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    /// Where its middle should be.
    pub(super) middle: f64,
    /// Its height.
    pub(super) height: f64,
    /// How much its wish counts.
    pub(super) weight: f64,
}

/// Pushes boxes of a column apart, in the order of their wishes, together as
/// little as they allow each other. Gives the middle of each.
pub(super) fn push_apart(wishes: &[Wish]) -> Vec<f64> {
    let mut order: Vec<(usize, Wish)> = wishes.iter().copied().enumerate().collect();
    order.sort_by(|a, b| a.1.middle.total_cmp(&b.1.middle));
    let mut stacks: Vec<Stack> = Vec::new();
    for (at, wish) in order {
        let mut stack = Stack::of(at, wish);
        while let Some(above) = stacks.pop_if(|above| above.top + above.height > stack.top) {
            stack = above.join(stack);
        }
        stacks.push(stack);
    }
    let mut middles = vec![0.0; wishes.len()];
    for stack in stacks {
        let mut top = stack.top;
        for (at, height) in stack.members {
            if let Some(middle) = middles.get_mut(at) {
                *middle = top + height / 2.0;
            }
            top += height;
        }
    }
    middles
}

/// Boxes that touch, moved together to the mean of where they would like to be.
struct Stack {
    members: Vec<(usize, f64)>,
    top: f64,
    height: f64,
    weight: f64,
}

impl Stack {
    fn of(at: usize, wish: Wish) -> Stack {
        // A hair more than the air a label needs, lest rounding takes it.
        let height = wish.height + AIR * 1.01;
        Stack {
            members: vec![(at, height)],
            top: wish.middle - height / 2.0,
            height,
            weight: wish.weight,
        }
    }

    /// Sets `below` under this one.
    fn join(mut self, below: Stack) -> Stack {
        let weight = self.weight + below.weight;
        self.top = (self.top * self.weight + (below.top - self.height) * below.weight) / weight;
        self.weight = weight;
        self.height += below.height;
        self.members.extend(below.members);
        self
    }
}
