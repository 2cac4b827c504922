//! Charts nobody drew.

use super::super::{Aim, Change, Chart, Goal, Mark, Setting, Shape, Start, Trend, ValueAxis};
use super::plain;

/// A small generator of the same numbers on every machine.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn number(&mut self, sides: u64) -> i32 {
        i32::try_from(self.below(sides)).unwrap()
    }

    /// One of some things.
    pub(super) fn one_of<T: Copy>(&mut self, things: &[T]) -> T {
        let at = self.below(things.len().try_into().unwrap());
        things[usize::try_from(at).unwrap()]
    }
}

const STARTS: [&str; 5] = [
    "43 start",
    "43 al empezar",
    "43 البداية",
    "43 lúc bắt đầu",
    "၄၃ အစ",
];
const AIMS: [&str; 8] = [
    "hoped for",
    "lo esperado a estas alturas",
    "المأمول الآن",
    "mức mong đợi đến lúc này",
    "မျှော်လင့်ထားသည်",
    "Erwartungshorizontüberschreitung",
    "希望达到的水平",
    "waxa la rajeynayo hadda in la gaaro",
];
const GOALS: [(&str, &str); 5] = [
    ("goal 90", "May 28"),
    ("meta: 18 de 20", "28 de mayo"),
    ("الهدف 5", "26 مارس"),
    ("mục tiêu 8 trong 10", "26 tháng 3"),
    ("ရည်မှန်းချက် ၉၀", "မေ ၂၈"),
];
const TRENDS: [&str; 4] = [
    "direction",
    "rumbo hasta ahora",
    "الاتجاه حتى الآن",
    "xu hướng",
];
const NEWEST: [&str; 5] = [
    "58",
    "19 of 20",
    "8 من 20",
    "5 trong 10",
    "half of them \u{2068}on time\u{2069}",
];
const CHANGES: [&str; 6] = [
    "two short circles",
    "a photo of the planner goes home each Friday",
    "دائرتان قصيرتان والوقوف مقبول",
    "hỗ trợ ngay trong lớp",
    "in class",
    "小组",
];
const MONTHS: [&str; 5] = ["Sep", "sept", "سبتمبر", "thg 10", "စက်တင်ဘာ"];

/// Values by one of many habits.
fn values(dice: &mut Dice, count: i32) -> Vec<f64> {
    let (habit, base) = (dice.below(6), f64::from(dice.number(60)));
    (0..count)
        .map(|week| {
            let (week, jump) = (f64::from(week), f64::from(dice.number(20)));
            match habit {
                0 => base,
                1 => base + week * 1.7 + jump / 4.0,
                2 => (98.0 - week * 2.5 - jump).max(0.0),
                3 => base + jump * 2.0,
                4 => (week * 9.0).min(100.0),
                _ => jump / 100.0,
            }
        })
        .collect()
}

fn phases(dice: &mut Dice) -> Vec<Vec<Mark>> {
    let count = dice.one_of(&[0, 1, 2, 3, 6, 10, 12, 15, 26, 40]);
    let step = dice.one_of(&[1, 4, 7]);
    let settings = [Setting::SmallGroup, Setting::Class, Setting::Elsewhere];
    let marks: Vec<Mark> = values(dice, count)
        .into_iter()
        .zip(1..)
        .map(|(value, at)| Mark {
            day: at * step,
            value,
            setting: dice.one_of(&settings),
            open: dice.below(5) == 0,
        })
        .collect();
    let (before, after) =
        marks.split_at(marks.len() / (1 + usize::try_from(dice.below(3)).unwrap()));
    vec![before.to_vec(), after.to_vec()]
}

/// A chart of any kind, with any words.
pub(super) fn chart(dice: &mut Dice) -> Chart<'static> {
    let axes = [
        ValueAxis::Percent,
        ValueAxis::FromZero,
        ValueAxis::Range {
            min: 0.0,
            max: 120.0,
        },
        ValueAxis::Levels {
            lowest: 1,
            highest: 4,
        },
    ];
    let mut chart = plain(dice.one_of(&axes), phases(dice));
    let last = chart.days.1 + dice.one_of(&[0, 0, 3, 30]);
    chart.days.1 = last;
    chart.shape = dice.one_of(&[Shape::Path, Shape::Path, Shape::Steps]);
    chart.mirror = dice.below(2) == 0;
    let name = dice.one_of(&MONTHS);
    chart.months = (0..=last / 30)
        .map(|month| (month * 30 - 11, name.to_owned()))
        .collect();
    let base = f64::from(dice.number(100));
    let some = |dice: &mut Dice| dice.below(4) > 0;
    chart.start = some(dice).then(|| Start {
        day: 0,
        value: base,
        label: dice.one_of(&STARTS).to_owned(),
    });
    let target = f64::from(dice.number(100));
    let by = last + dice.number(190) - 20;
    chart.goal = some(dice).then(|| {
        let (label, when) = dice.one_of(&GOALS);
        Goal {
            day: by,
            value: target,
            label: label.to_owned(),
            when: when.to_owned(),
        }
    });
    chart.aim = some(dice).then(|| Aim {
        points: vec![(0, base), (by, target)],
        label: dice.one_of(&AIMS).to_owned(),
    });
    chart.trend = some(dice).then(|| Trend {
        points: [(0, base), (last, f64::from(dice.number(120)))],
        label: dice.one_of(&TRENDS).to_owned(),
    });
    chart.newest = some(dice).then(|| dice.one_of(&NEWEST).to_owned());
    let changes = dice.below(5);
    chart.changes = (0..changes)
        .map(|_| Change {
            day: dice.number(u64::try_from(last.max(1)).unwrap()),
            label: dice.one_of(&CHANGES).to_owned(),
        })
        .collect();
    chart
}
