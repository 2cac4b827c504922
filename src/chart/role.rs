//! What a drawn element is. The style sheet decides how it looks.

/// The role of an element in the chart; its class is the only thing that the
/// drawing says about its looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Horizontal lines at the ticks.
    Grid,
    /// The lowest line, and the ticks where months begin.
    Axis,
    /// The upright line at a phase change.
    ChangeLine,
    /// The aim line.
    AimLine,
    /// The trend line.
    TrendLine,
    /// The line through the data points.
    Path,
    /// The line from a label that had to move away to what it names.
    Leader,
    /// The square at the baseline.
    Baseline,
    /// The ring at the goal.
    Goal,
    /// A data point.
    Marker,
    /// A data point whose true value may be beyond it.
    OpenMarker,
    /// Numbers and months along the axes.
    Tick,
    /// The label at the baseline.
    BaselineLabel,
    /// The label of a phase change.
    ChangeLabel,
    /// The label at the goal.
    GoalLabel,
    /// The label of the aim line.
    AimLabel,
    /// The label of the trend line.
    TrendLabel,
    /// The label of the newest data point.
    NewestLabel,
}

impl Role {
    /// The class in the style sheet.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Role::Grid => "grid",
            Role::Axis => "axis",
            Role::ChangeLine => "change",
            Role::AimLine => "aim",
            Role::TrendLine => "trend",
            Role::Path => "path",
            Role::Leader => "leader",
            Role::Baseline => "start",
            Role::Goal => "target",
            Role::Marker => "mark",
            Role::OpenMarker => "mark open",
            Role::Tick => "tick",
            Role::BaselineLabel => "label",
            Role::ChangeLabel => "label why",
            Role::GoalLabel | Role::AimLabel => "label hoped",
            Role::TrendLabel => "label drift",
            Role::NewestLabel => "label newest",
        }
    }
}
