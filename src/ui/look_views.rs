//! What Trends shows: the past of the diary, read bit by bit, and the charts of the tab that is shown.

use super::action::TrendsTab;
use super::range::{RangeChoice, ShownNights};
use crate::charts::{BeforeSpec, BodyFigure, BodySpec, ChartKind, ChartSpec, TrendsSpec};
use crate::diary::{Advice, Diary, Done, Entries, LookBack, View};
use crate::domain::{Entry, Factor, Measure, Night, NightRange};
use crate::insights::{Against, Before, Comparison, NightSlice, compare};
use crate::store::{KindSet, StoreError};
use crate::wording::SummaryRow;
use chrono::{Days, NaiveDate};

/// How many dates before a range its moving means reach back.
const LEAD: Days = Days::new(crate::insights::LEAD as u64);

/// How many frames lie between two makings of the charts while older nights are still being read, a chunk a frame.
const FRAMES_BETWEEN: u32 = 10;

/// Everything that a tab of Trends shows, Trends being the part of the window that looks back over many nights.
///
/// Older nights are read a chunk a frame. Until all are read, the charts show fewer nights than the person chose.
#[derive(Debug, Clone, Copy)]
pub struct TrendsViews<'a> {
    /// The range that the person chose, by a button or by zooming; [`wanted`](Self::wanted) gives its nights.
    pub chosen: RangeChoice,
    /// The nights that the charts show: those of the chosen range without the older ones that are not read yet, at least one.
    pub charted: ShownNights,
    /// All nights of the diary, from the first date for which anything is logged to the latest night, at least 14. Of an empty diary,
    /// the 14 nights up to the latest.
    pub diary: ShownNights,
    /// Whether every night of the diary is read. `false` while older ones are still to be read, with which the next frames go on.
    pub diary_is_read: bool,
    /// Whether the charts were made when every night that they need was read, those for their moving means and comparisons included.
    /// `false` while they are made anew as older nights are read; no picture and no table of them can be saved until then.
    pub charts_are_complete: bool,
    /// Whether nothing is logged in the whole diary.
    pub diary_is_empty: bool,
    /// The charts of the tab, from top to bottom.
    pub charts: &'a [NamedChart],
    /// A number that changes whenever the charts do.
    pub version: u64,
    /// What the tab shows besides its charts.
    pub beside: &'a BesideCharts,
    /// What was logged for the night that is pointed at. `None` if none is, and until it is read.
    pub pointed: Option<&'a Entries>,
    /// The person's own factors, oldest first.
    pub factors: &'a [Entry<Factor>],
    /// The panels of the chart over time, from top to bottom.
    pub panels: &'a [Measure],
    /// Foods for the nutrients of which the person gets too little; `None` on tabs that do not show them.
    pub advice: Option<&'a Advice>,
}

impl TrendsViews<'_> {
    /// The nights of the chosen range, whether they are read or not: what [`charted`](Self::charted) will be when all are.
    #[must_use]
    pub fn wanted(&self) -> ShownNights {
        self.chosen.range(self.diary)
    }
}

/// A chart, and the heading of the card on which Trends shows it.
#[derive(Debug)]
pub struct NamedChart {
    /// The heading of the card: "Time of night".
    pub name: &'static str,
    /// The chart.
    pub chart: ChartSpec,
}

/// What a tab of Trends shows besides its charts.
#[derive(Debug)]
pub enum BesideCharts {
    /// Foods for nutrients of which the person gets too little, or the choice of panels.
    Foods,
    /// The night with cramps whose days before it are charted; `None` if no night of the range had cramps.
    Before(Option<Box<BeforeNight>>),
    /// The figures that trials report.
    Figures(Box<Figures>),
    /// The figure by which the body map is shaded.
    Body(BodyFigure),
    /// The tab shows its charts alone.
    Nothing,
}

/// A night with cramps, the days before it, and the nights with cramps next to it.
#[derive(Debug)]
pub struct BeforeNight {
    /// The night, and the days before it.
    pub before: Before,
    /// The nearest earlier night with cramps in the range; `None` if there is none.
    pub previous: Option<Night>,
    /// The nearest later night with cramps in the range; `None` if there is none.
    pub next: Option<Night>,
}

/// What the tab "Figures" shows: the figures of the nights of a range, and how they differ from those of other nights.
#[derive(Debug)]
pub struct Figures {
    /// The figures of the range, and those that they are compared with.
    pub comparison: Comparison,
    /// The figures of the range in words, one row each.
    pub rows: Vec<SummaryRow>,
    /// The differences in words, one row each. They hold only once all nights are read ([`TrendsViews::charts_are_complete`]).
    pub compared: Vec<SummaryRow>,
}

/// The past of the diary as far as it is read, and the charts made from it.
#[derive(Debug, Default)]
pub(super) struct LookViews {
    /// The range of nights that the person chose.
    pub(super) chosen: RangeChoice,
    look_back: Option<LookBack>,
    /// Goes up whenever records that the charts show are read anew.
    read: u64,
    /// Goes up whenever charts are made.
    version: u64,
    charts: Option<Charts>,
    asked: Asked,
    /// The night to which the range must be widened with the next frame.
    reaches: Option<Night>,
    /// The night that is pointed at.
    pointed: Option<Night>,
    /// What was logged for the night that is pointed at.
    entries: View<Entries>,
    /// The kinds of record that the past and the charts were made from.
    seen: KindSet,
}

/// The choices of the person on single tabs.
#[derive(Debug, Clone, Copy)]
struct Asked {
    /// The night whose days before it are shown; `None` for the latest night with cramps.
    before: Option<Night>,
    /// The nights with which the figures are compared.
    against: Against,
    /// The figure by which the body map is shaded.
    figure: BodyFigure,
}

impl Default for Asked {
    fn default() -> Self {
        Self { before: None, against: Against::Before, figure: BodyFigure::Nights }
    }
}

/// What charts are made for. Charts that were made for something else are stale.
#[derive(Debug, Clone, Copy, PartialEq)]
struct MadeFor {
    /// [`LookViews::read`] at that time.
    read: u64,
    /// The nights of the chosen range, whether they are read or not.
    wanted: ShownNights,
    tab: TrendsTab,
}

/// The charts of a tab, and what they were made for.
#[derive(Debug)]
struct Charts {
    made_for: MadeFor,
    /// The nights of the chosen range that were read by then.
    charted: ShownNights,
    /// Whether every night was read that the charts need.
    is_complete: bool,
    /// How many frames have shown them since.
    frames: u32,
    content: TabContent,
}

/// What is made for a tab: its charts, and what it shows besides them.
#[derive(Debug)]
struct TabContent {
    charts: Vec<NamedChart>,
    beside: BesideCharts,
}

impl Charts {
    /// Whether the charts can be shown in this frame too; counts the frame.
    fn still_hold(&mut self, made_for: MadeFor, is_complete: bool) -> bool {
        self.frames += 1;
        self.made_for == made_for && (self.is_complete || (!is_complete && self.frames < FRAMES_BETWEEN))
    }
}

impl LookViews {
    /// Forgets everything that was read.
    pub(super) fn forget(&mut self) {
        self.look_back = None;
        self.entries.forget();
        self.read += 1;
    }

    /// Reads again the dates that a command, an undo or a redo changed.
    pub(super) fn changed(&mut self, diary: &Diary, done: &Done) {
        if !done.changed.iter().any(|kind| self.seen.contains(*kind)) {
            return;
        }
        self.read += 1;
        if self.look_back.as_mut().is_some_and(|look_back| look_back.changed(diary, done).is_err()) {
            // The next frame reads everything anew and reports the error.
            self.look_back = None;
        }
    }

    /// Points at a night: the next frame reads what was logged for it.
    pub(super) fn point_at(&mut self, night: Night) {
        if self.pointed != Some(night) {
            self.pointed = Some(night);
            self.entries.forget();
        }
    }

    /// Shows the days before this night with cramps.
    pub(super) fn show_before(&mut self, night: Night) {
        self.asked.before = Some(night);
        self.charts = None;
    }

    /// Like [`show_before`](Self::show_before), and widens the range if it does not include `night`.
    pub(super) fn reach_before(&mut self, night: Night) {
        self.show_before(night);
        self.reaches = Some(night);
    }

    /// Compares the figures with those of these other nights.
    pub(super) fn compare(&mut self, against: Against) {
        self.asked.against = against;
        self.charts = None;
    }

    /// Shades the body map by this figure.
    pub(super) fn shade_by(&mut self, figure: BodyFigure) {
        self.asked.figure = figure;
        self.charts = None;
    }

    /// Everything that a tab shows. Reads one more chunk of older nights with each call, until the diary is whole.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary cannot be read.
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
        let of_diary = ShownNights::of_diary(look_back.first_logged(), look_back.latest_night().date());
        if let Some(night) = self.reaches.take() {
            self.chosen = self.chosen.reaching(night.date(), of_diary);
        }
        let wanted = self.chosen.range(of_diary);
        // Figures are compared with those of older nights.
        let is_complete = look_back.is_whole() || (tab != TrendsTab::Figures && look_back.read_from() <= wanted.first - LEAD);
        let made_for = MadeFor { read: self.read, wanted, tab };
        let charts = if let Some(charts) = self.charts.take_if(|charts| charts.still_hold(made_for, is_complete)) {
            charts
        } else {
            self.version += 1;
            let charted = read_part(wanted, look_back);
            let content = watching(&mut self.seen, diary, || made(diary, look_back, charted, tab, self.asked))?;
            Charts { made_for, charted, is_complete, frames: 0, content }
        };
        let charts = &*self.charts.insert(charts);
        Ok(TrendsViews {
            chosen: self.chosen,
            charted: charts.charted,
            diary: of_diary,
            diary_is_read: look_back.is_whole(),
            charts_are_complete: charts.is_complete,
            diary_is_empty: look_back.first_logged().is_none(),
            charts: &charts.content.charts,
            version: self.version,
            beside: &charts.content.beside,
            pointed: self.pointed.map(|night| self.entries.get(diary, || diary.entries(night))).transpose()?,
            factors: look_back.factors(),
            panels: look_back.measures(),
            advice,
        })
    }
}

/// Returns what `read` returns, and adds the kinds of record that it read to `seen`.
fn watching<T>(seen: &mut KindSet, diary: &Diary, read: impl FnOnce() -> T) -> T {
    let (result, kinds) = diary.watched(read);
    *seen = seen.and(kinds);
    result
}

/// Makes the charts of a tab, and what it shows besides them, for the nights of `range`.
fn made(diary: &Diary, look_back: &LookBack, range: ShownNights, tab: TrendsTab, asked: Asked) -> Result<TabContent, StoreError> {
    let nights = look_back.within(range.first, range.last);
    let of_kinds = |named: &[(&'static str, ChartKind)]| {
        let chart = |(name, kind): &(&'static str, ChartKind)| NamedChart { name, chart: ChartSpec::of(*kind, nights, look_back.rules()) };
        TabContent { charts: named.iter().map(chart).collect(), beside: BesideCharts::Nothing }
    };
    let with = |name: &'static str, chart: ChartSpec, beside| TabContent { charts: vec![NamedChart { name, chart }], beside };
    Ok(match tab {
        TrendsTab::OverTime => {
            let trends = look_back.trends(range.first, range.last);
            with("Over time", ChartSpec::Trends(TrendsSpec::new(trends)), BesideCharts::Foods)
        }
        TrendsTab::Calendar => of_kinds(&[("Calendar", ChartKind::Calendar)]),
        TrendsTab::Where => {
            let body = BodySpec::new(nights).shaded_by(asked.figure);
            with("Where", ChartSpec::Body(body), BesideCharts::Body(asked.figure))
        }
        TrendsTab::When => {
            of_kinds(&[("Time of night", ChartKind::Hours), ("Days of the week", ChartKind::Weekdays), ("Months", ChartKind::Months)])
        }
        TrendsTab::HowBad => of_kinds(&[("How severe", ChartKind::Severities), ("How long", ChartKind::Durations)]),
        TrendsTab::Relief => of_kinds(&[("Relief", ChartKind::Relief)]),
        TrendsTab::Before => {
            let before = before(diary, nights, asked.before)?;
            let charts = before.iter().map(|shows| {
                let chart = ChartSpec::Before(BeforeSpec::new(&shows.before));
                NamedChart { name: "Before a cramp", chart }
            });
            TabContent { charts: charts.collect(), beside: BesideCharts::Before(before) }
        }
        TrendsTab::Figures => {
            let nights = NightRange::of_dates(range.first, range.last);
            let comparison = compare(look_back.nights(), nights, asked.against);
            let (rows, compared) = (comparison.now.rows(), comparison.rows());
            TabContent { charts: Vec::new(), beside: BesideCharts::Figures(Box::new(Figures { comparison, rows, compared })) }
        }
    })
}

/// The nights of `range` that are read: all but the oldest ones, and always the last.
fn read_part(range: ShownNights, look_back: &LookBack) -> ShownNights {
    let first: NaiveDate = look_back.nights().first;
    ShownNights { first: range.first.max(first).min(range.last), last: range.last }
}

/// The days before `wanted`, or before the latest night with cramps if `wanted` is `None` or had no cramps. Returns `None` if
/// none of the nights had cramps.
fn before(diary: &Diary, nights: NightSlice<'_>, wanted: Option<Night>) -> Result<Option<Box<BeforeNight>>, StoreError> {
    let with_cramps: Vec<_> = nights.logged().filter(|(_, figures)| figures.had_cramps() == Some(true)).map(|(night, _)| night).collect();
    let place = wanted.and_then(|wanted| with_cramps.iter().position(|night| *night == wanted));
    let Some(place) = place.or_else(|| with_cramps.len().checked_sub(1)) else { return Ok(None) };
    let (previous, next) = (place.checked_sub(1).map(|before| with_cramps[before]), with_cramps.get(place + 1).copied());
    Ok(Some(Box::new(BeforeNight { before: diary.before(with_cramps[place])?, previous, next })))
}
