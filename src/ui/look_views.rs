//! What Trends shows: the past of the diary, read bit by bit, and the charts of the tab that is shown.

use super::action::TrendsTab;
use super::range::{NightRange, RangeChoice};
use crate::charts::{BeforeSpec, BodyFigure, BodySpec, ChartKind, ChartSpec, TrendsSpec};
use crate::diary::{Advice, Diary, Done, Entries, LookBack, View};
use crate::domain::{Entry, Factor, Measure, Night, NightRange};
use crate::insights::{Against, Before, Comparison, NightSlice, compare};
use crate::store::{KindSet, StoreError};
use crate::wording::SummaryRow;
use chrono::{Days, NaiveDate};

/// So many dates before a range its means reach.
const LEAD: Days = Days::new(crate::insights::LEAD as u64);

/// While the past is read, charts are made anew after so many frames, each of which reads a bit.
const FRAMES_BETWEEN: u32 = 10;

/// Everything on a tab of Trends.
#[derive(Debug, Clone, Copy)]
pub struct TrendsViews<'a> {
    /// What was chosen.
    pub shown: RangeChoice,
    /// The nights that the charts show: those of what was chosen, as far as they are read.
    pub range: NightRange,
    /// The nights of the diary.
    pub diary: NightRange,
    /// Whether older nights are still to be read.
    pub is_whole: bool,
    /// Whether the charts stand on all that they need.
    pub is_read: bool,
    /// Whether anything at all is logged.
    pub is_empty: bool,
    /// The charts of the tab with what they are called, from top to bottom.
    pub charts: &'a [NamedChart],
    /// A number that changes whenever they do.
    pub version: u64,
    /// What else the tab shows.
    pub beside: &'a Beside,
    /// What was logged of the night that is pointed at, once it is read.
    pub pointed: Option<&'a Entries>,
    /// The factors of one's own.
    pub factors: &'a [Entry<Factor>],
    /// The panels, from top to bottom.
    pub panels: &'a [Measure],
    /// Foods for what is short, on the tab that shows them.
    pub advice: Option<&'a Advice>,
}

impl TrendsViews<'_> {
    /// The nights of what was chosen, read or not.
    #[must_use]
    pub fn wanted(&self) -> NightRange {
        self.shown.range(self.diary)
    }
}

/// What a chart is called on its card, and the chart.
pub type NamedChart = (&'static str, ChartSpec);

/// What a tab shows but for its charts.
#[derive(Debug)]
pub enum Beside {
    /// Foods for what is short, or the choice of panels.
    Foods,
    /// The night whose days before it are shown; nothing where none of the nights had cramps.
    Before(Option<Box<BeforeNight>>),
    /// The figures that trials use.
    Figures(Box<Figures>),
    /// What the body is shaded by.
    Body(BodyFigure),
    /// Nothing.
    Nothing,
}

/// A night with cramps, what was before it, and its neighbours with cramps among the nights that are shown.
#[derive(Debug)]
pub struct BeforeNight {
    /// What was before it.
    pub before: Before,
    /// The night with cramps before it.
    pub previous: Option<Night>,
    /// The one after it.
    pub next: Option<Night>,
}

/// The figures of the nights that are shown, and compared with others.
#[derive(Debug)]
pub struct Figures {
    /// The figures, and those that they are compared with.
    pub comparison: Comparison,
    /// The figures in words.
    pub rows: Vec<SummaryRow>,
    /// What changed, in words.
    pub compared: Vec<SummaryRow>,
}

/// The past of the diary and what was made of it.
#[derive(Debug, Default)]
pub(super) struct LookViews {
    /// Which nights are shown.
    pub(super) shown: RangeChoice,
    look_back: Option<LookBack>,
    /// Goes up whenever something that is shown changed.
    read: u64,
    /// Goes up whenever charts were made.
    version: u64,
    charts: Option<Charts>,
    asked: Asked,
    /// The night that must be among those that are shown.
    reaches: Option<Night>,
    /// The night that is pointed at.
    pointed: Option<Night>,
    /// What was logged of it.
    entries: View<Entries>,
    /// The kinds of record that anything here was made from.
    seen: KindSet,
}

/// What is asked of single tabs.
#[derive(Debug, Clone, Copy)]
struct Asked {
    /// The night whose days before it are shown; nothing for the latest with cramps.
    before: Option<Night>,
    /// What the figures are compared with.
    against: Against,
    /// What the body is shaded by.
    figure: BodyFigure,
}

impl Default for Asked {
    fn default() -> Self {
        Self { before: None, against: Against::Before, figure: BodyFigure::Nights }
    }
}

/// The charts of a tab, and what they were made for.
#[derive(Debug)]
struct Charts {
    made_for: (u64, NightRange, TrendsTab),
    /// The nights that were read of what they were made for.
    range: NightRange,
    /// Whether all was read that they need.
    is_read: bool,
    /// The frames since.
    frames: u32,
    named: Vec<NamedChart>,
    beside: Beside,
}

impl Charts {
    /// Whether they can be shown on, now that more is read.
    fn still_hold(&mut self, made_for: (u64, NightRange, TrendsTab), is_read: bool) -> bool {
        self.frames += 1;
        self.made_for == made_for && (self.is_read || (!is_read && self.frames < FRAMES_BETWEEN))
    }
}

impl LookViews {
    /// Forgets everything that was read.
    pub(super) fn forget(&mut self) {
        self.look_back = None;
        self.entries.forget();
        self.read += 1;
    }

    /// Reads again what a command, an undo or a redo changed.
    pub(super) fn changed(&mut self, diary: &Diary, done: &Done) {
        if !done.changed.iter().any(|kind| self.seen.contains(*kind)) {
            return;
        }
        self.read += 1;
        if self.look_back.as_mut().is_some_and(|look_back| look_back.changed(diary, done).is_err()) {
            // Reading it anew says what is wrong.
            self.look_back = None;
        }
    }

    /// Reads what was logged of a night, for the next frame.
    pub(super) fn point_at(&mut self, night: Night) {
        if self.pointed != Some(night) {
            self.pointed = Some(night);
            self.entries.forget();
        }
    }

    /// Shows the days before the cramps of another night.
    pub(super) fn show_before(&mut self, night: Night) {
        self.asked.before = Some(night);
        self.charts = None;
    }

    /// The same, and shows more nights where those that are shown do not hold it.
    pub(super) fn reach_before(&mut self, night: Night) {
        self.show_before(night);
        self.reaches = Some(night);
    }

    /// Compares the figures with other nights.
    pub(super) fn compare(&mut self, against: Against) {
        self.asked.against = against;
        self.charts = None;
    }

    /// Shades the body by another figure.
    pub(super) fn shade_by(&mut self, figure: BodyFigure) {
        self.asked.figure = figure;
        self.charts = None;
    }

    /// Everything on a tab. What is not read yet goes on being read, a bit each time.
    pub(super) fn views<'a>(
        &'a mut self,
        diary: &Diary,
        tab: TrendsTab,
        advice: Option<&'a Advice>,
    ) -> Result<TrendsViews<'a>, StoreError> {
        let look_back = match &mut self.look_back {
            Some(look_back) => {
                if !look_back.is_whole() {
                    look_back.read_more(diary)?;
                }
                &*look_back
            }
            unread => &*unread.insert(watching(&mut self.seen, diary, || diary.look_back())?),
        };
        let of_diary = NightRange::of_diary(look_back.first_logged(), look_back.latest_night().date());
        if let Some(night) = self.reaches.take() {
            self.shown = self.shown.reaching(night.date(), of_diary);
        }
        let wanted = self.shown.range(of_diary);
        // Figures are compared with those of older nights.
        let is_read = look_back.is_whole() || (tab != TrendsTab::Figures && look_back.read_from() <= wanted.first - LEAD);
        let made_for = (self.read, wanted, tab);
        let charts = if let Some(charts) = self.charts.take_if(|charts| charts.still_hold(made_for, is_read)) {
            charts
        } else {
            self.version += 1;
            let range = read_part(wanted, look_back);
            let (named, beside) = watching(&mut self.seen, diary, || made(diary, look_back, (range, tab), self.asked))?;
            Charts { made_for, range, is_read, frames: 0, named, beside }
        };
        let charts = &*self.charts.insert(charts);
        Ok(TrendsViews {
            shown: self.shown,
            range: charts.range,
            diary: of_diary,
            is_whole: look_back.is_whole(),
            is_read: charts.is_read,
            is_empty: look_back.first_logged().is_none(),
            charts: &charts.named,
            version: self.version,
            beside: &charts.beside,
            pointed: self.pointed.map(|night| self.entries.get(diary, || diary.entries(night))).transpose()?,
            factors: look_back.factors(),
            panels: look_back.measures(),
            advice,
        })
    }
}

/// What `read` returns; the kinds of record that it reads are added to those that were seen.
fn watching<T>(seen: &mut KindSet, diary: &Diary, read: impl FnOnce() -> T) -> T {
    let (result, kinds) = diary.watched(read);
    *seen = seen.and(kinds);
    result
}

/// The charts of a tab, and what else it shows.
fn made(
    diary: &Diary,
    look_back: &LookBack,
    (range, tab): (NightRange, TrendsTab),
    asked: Asked,
) -> Result<(Vec<NamedChart>, Beside), StoreError> {
    let nights = look_back.within(range.first, range.last);
    let of_kinds = |named: &[(&'static str, ChartKind)]| {
        let charts = named.iter().map(|(name, kind)| (*name, ChartSpec::of(*kind, nights, look_back.rules())));
        (charts.collect(), Beside::Nothing)
    };
    Ok(match tab {
        TrendsTab::OverTime => {
            let trends = look_back.trends(range.first, range.last);
            (vec![("Over time", ChartSpec::Trends(TrendsSpec::new(trends)))], Beside::Foods)
        }
        TrendsTab::Calendar => of_kinds(&[("Calendar", ChartKind::Calendar)]),
        TrendsTab::Where => {
            let body = BodySpec::new(nights).shaded_by(asked.figure);
            (vec![("Where", ChartSpec::Body(body))], Beside::Body(asked.figure))
        }
        TrendsTab::When => {
            of_kinds(&[("Time of night", ChartKind::Hours), ("Days of the week", ChartKind::Weekdays), ("Months", ChartKind::Months)])
        }
        TrendsTab::HowBad => of_kinds(&[("How severe", ChartKind::Severities), ("How long", ChartKind::Durations)]),
        TrendsTab::Relief => of_kinds(&[("Relief", ChartKind::Relief)]),
        TrendsTab::Before => {
            let before = before(diary, nights, asked.before)?;
            let chart = before.as_ref().map(|shows| ("Before a cramp", ChartSpec::Before(BeforeSpec::new(&shows.before))));
            (chart.into_iter().collect(), Beside::Before(before))
        }
        TrendsTab::Figures => {
            let nights = NightRange::of_dates(range.first, range.last);
            let comparison = compare(look_back.nights(), nights, asked.against);
            let (rows, compared) = (comparison.now.rows(), comparison.rows());
            (Vec::new(), Beside::Figures(Box::new(Figures { comparison, rows, compared })))
        }
    })
}

/// What is read of a range: its end at least.
fn read_part(range: NightRange, look_back: &LookBack) -> NightRange {
    let first: NaiveDate = look_back.nights().first;
    NightRange { first: range.first.max(first).min(range.last), last: range.last }
}

/// The night whose days before it are shown, with its neighbours: the one that was asked for, or else the latest with cramps.
fn before(diary: &Diary, nights: NightSlice<'_>, wanted: Option<Night>) -> Result<Option<Box<BeforeNight>>, StoreError> {
    let with_cramps: Vec<_> = nights.logged().filter(|(_, figures)| figures.had_cramps() == Some(true)).map(|(night, _)| night).collect();
    let place = wanted.and_then(|wanted| with_cramps.iter().position(|night| *night == wanted));
    let Some(place) = place.or_else(|| with_cramps.len().checked_sub(1)) else { return Ok(None) };
    let (previous, next) = (place.checked_sub(1).map(|before| with_cramps[before]), with_cramps.get(place + 1).copied());
    Ok(Some(Box::new(BeforeNight { before: diary.before(with_cramps[place])?, previous, next })))
}
