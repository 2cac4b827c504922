//! Finds free places: keeps labels off lines, markers and each other.

/// A point in user units, y growing downward.
pub(super) type Point = (f64, f64);

/// A straight line between two points.
pub(super) type Segment = (Point, Point);

/// Smallest distance of a label from everything else.
const CLEARANCE: f64 = 3.0;

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
    /// A square around a point; `radius` is half of its side.
    pub(super) fn around((x, y): Point, radius: f64) -> Rect {
        Rect {
            left: x - radius,
            top: y - radius,
            right: x + radius,
            bottom: y + radius,
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
    pub(super) fn is_crossed_by(&self, segment: Segment) -> bool {
        span_within(segment, self.left, self.right)
            .is_some_and(|(high, low)| high < self.bottom && low > self.top)
    }
}

/// Everything that labels must keep clear of.
#[derive(Clone, Debug, Default)]
pub(super) struct Obstacles {
    rects: Vec<Rect>,
    segments: Vec<Segment>,
    change_lines: Vec<f64>,
}

impl Obstacles {
    /// Adds a label or a marker.
    pub(super) fn add(&mut self, rect: Rect) {
        self.rects.push(rect);
    }

    /// Adds the straight lines between neighboring points.
    pub(super) fn add_line(&mut self, points: &[Point]) {
        let pairs = points.iter().zip(points.iter().skip(1));
        self.segments.extend(pairs.map(|(&a, &b)| (a, b)));
    }

    /// Adds a change line, which labels may cover if there is no better place.
    pub(super) fn add_change_line(&mut self, x: f64) {
        self.change_lines.push(x);
    }

    /// How many change lines a label between two edges would cover.
    pub(super) fn change_lines_behind(&self, left: f64, right: f64) -> f64 {
        let covered = |&&x: &&f64| left - CLEARANCE < x && x < right + CLEARANCE;
        to_f64(self.change_lines.iter().filter(covered).count())
    }

    /// How many rectangles and lines a rectangle would touch.
    pub(super) fn touched_by(&self, rect: &Rect) -> f64 {
        let rects = self.rects.iter().filter(|other| rect.overlaps(other));
        let segments = self
            .segments
            .iter()
            .filter(|&&segment| rect.is_crossed_by(segment));
        to_f64(rects.count() + segments.count())
    }

    /// How many labels and markers a leader would run through, without the
    /// marker at which it begins.
    pub(super) fn crossed_by(&self, (from, to): Segment) -> f64 {
        let after_start = |a: f64, b: f64| a + (b - a) * 0.3;
        let segment = ((after_start(from.0, to.0), after_start(from.1, to.1)), to);
        let crossed = self.rects.iter().filter(|rect| rect.is_crossed_by(segment));
        to_f64(crossed.count())
    }

    /// The free place nearest to `wanted` for the top of a box, no lower than
    /// `lowest`. There is always one: above everything.
    pub(super) fn clear_top(
        &self,
        (left, right): (f64, f64),
        height: f64,
        wanted: f64,
        lowest: f64,
    ) -> f64 {
        let taken = self.taken(left - CLEARANCE, right + CLEARANCE, height);
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
        let segments = self
            .segments
            .iter()
            .filter_map(|&segment| span_within(segment, left, right));
        let mut taken: Vec<(f64, f64)> = rects
            .chain(segments)
            .map(|(top, bottom)| (top - CLEARANCE - height, bottom + CLEARANCE))
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

/// A count as a floating-point number.
pub(super) fn to_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The highest and lowest y of a straight line between two upright edges.
fn span_within((a, b): Segment, left: f64, right: f64) -> Option<(f64, f64)> {
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

/// A box of a column, and its preferred position.
#[derive(Clone, Copy, Debug)]
pub(super) struct PreferredBox {
    /// Preferred y of its middle.
    pub(super) middle: f64,
    /// Its height.
    pub(super) height: f64,
    /// How much its preference counts.
    pub(super) weight: f64,
}

/// Moves the boxes of a column apart, in the order of their preferred positions
/// and as little as possible. Returns the middle of each.
pub(super) fn push_apart(boxes: &[PreferredBox]) -> Vec<f64> {
    let mut order: Vec<(usize, PreferredBox)> = boxes.iter().copied().enumerate().collect();
    order.sort_by(|a, b| a.1.middle.total_cmp(&b.1.middle));
    let mut stacks: Vec<Stack> = Vec::new();
    for (index, preferred) in order {
        let mut stack = Stack::of(index, preferred);
        while let Some(above) = stacks.pop_if(|above| above.top + above.height > stack.top) {
            stack = above.join(stack);
        }
        stacks.push(stack);
    }
    let mut middles = vec![0.0; boxes.len()];
    for stack in stacks {
        let mut top = stack.top;
        for (index, height) in stack.members {
            if let Some(middle) = middles.get_mut(index) {
                *middle = top + height / 2.0;
            }
            top += height;
        }
    }
    middles
}

/// Boxes that touch, moved together to the mean of their preferred positions.
struct Stack {
    members: Vec<(usize, f64)>,
    top: f64,
    height: f64,
    weight: f64,
}

impl Stack {
    fn of(index: usize, preferred: PreferredBox) -> Stack {
        // Slightly more than the clearance, because coordinates are rounded.
        let height = preferred.height + CLEARANCE * 1.01;
        Stack {
            members: vec![(index, height)],
            top: preferred.middle - height / 2.0,
            height,
            weight: preferred.weight,
        }
    }

    /// Puts `below` under this one.
    fn join(mut self, below: Stack) -> Stack {
        let weight = self.weight + below.weight;
        self.top = (self.top * self.weight + (below.top - self.height) * below.weight) / weight;
        self.weight = weight;
        self.height += below.height;
        self.members.extend(below.members);
        self
    }
}
