//! What Trends shows: the past of the diary, read bit by bit, and the charts of the tab that is shown.

use super::action::TrendsTab;
use super::range::{Range, Shown};
use crate::charts::{ChartSpec, TrendsSpec};
use crate::diary::{Advice, Diary, Done, Entries, LookBack};
use crate::domain::{Entry, Factor, Measure, Night};
use crate::insights::Trends;
use crate::store::StoreError;
use chrono::{Days, NaiveDate};

/// So many dates before a range its means reach.
const LEAD: Days = Days::new(27);

/// Everything on a tab of Trends.
#[derive(Debug, Clone, Copy)]
pub struct TrendsViews<'a> {
    /// What was chosen.
    pub shown: Shown,
    /// Its nights.
    pub range: Range,
    /// The nights of the diary.
    pub diary: Range,
    /// Whether older nights are still to be read.
    pub is_whole: bool,
    /// Whether anything at all is logged.
    pub is_empty: bool,
    /// The charts of the tab, from top to bottom.
    pub charts: &'a [ChartSpec],
    /// A number that changes whenever they do.
    pub version: u64,
    /// The figures behind the panels, on the tab that shows them.
    pub trends: Option<&'a Trends>,
    /// What was logged of the night that is pointed at, once it is read.
    pub pointed: Option<&'a Entries>,
    /// The factors of one's own.
    pub factors: &'a [Entry<Factor>],
    /// The panels, from top to bottom.
    pub panels: &'a [Measure],
    /// Foods for what is short, on the tab that shows them.
    pub advice: Option<&'a Advice>,
}

/// The past of the diary and what was made of it.
#[derive(Debug, Default)]
pub(super) struct LookViews {
    /// Which nights are shown.
    pub(super) shown: Shown,
    look_back: Option<LookBack>,
    /// Goes up whenever something that is shown changed.
    read: u64,
    charts: Option<Charts>,
    /// The night that is pointed at, and what was logged of it.
    wanted: Option<Night>,
    entries: Option<Entries>,
}

/// The charts of a tab, and what they were made for.
#[derive(Debug)]
struct Charts {
    made_for: (u64, Range, TrendsTab),
    version: u64,
    specs: Vec<ChartSpec>,
    trends: Option<Trends>,
}

impl LookViews {
    /// Forgets everything that was read.
    pub(super) fn forget(&mut self) {
        (self.look_back, self.entries) = (None, None);
        self.read += 1;
    }

    /// Reads again what a command, an undo or a redo changed.
    pub(super) fn changed(&mut self, diary: &Diary, done: &Done) {
        self.entries = None;
        self.read += 1;
        if self.look_back.as_mut().is_some_and(|look_back| look_back.changed(diary, done).is_err()) {
            // Reading it anew says what is wrong.
            self.look_back = None;
        }
    }

    /// Reads what was logged of a night, for the next frame.
    pub(super) fn point_at(&mut self, night: Night) {
        self.wanted = Some(night);
    }

    /// Everything on a tab. What is not read yet goes on being read, a bit each time.
    pub(super) fn views<'a>(
        &'a mut self,
        diary: &Diary,
        tab: TrendsTab,
        advice: Option<&'a Advice>,
    ) -> Result<TrendsViews<'a>, StoreError> {
        let before = self.look_back.as_ref().map(LookBack::read_from);
        match &mut self.look_back {
            Some(look_back) if look_back.is_whole() => {}
            Some(look_back) => look_back.read_more(diary)?,
            unread => *unread = Some(diary.look_back()?),
        }
        let Some(look_back) = &self.look_back else { unreachable!("it was just read") };
        let of_diary = Range::of_diary(look_back.first_logged(), look_back.latest_night().date());
        let range = read_part(self.shown.range(of_diary), look_back);
        if before.is_some_and(|before| before > range.first - LEAD && before != look_back.read_from()) {
            self.read += 1;
        }
        if let Some(night) = self.wanted.filter(|night| self.entries.as_ref().is_none_or(|entries| entries.night != *night)) {
            self.entries = Some(diary.entries(night)?);
        }
        let made_for = (self.read, range, tab);
        let version = self.charts.as_ref().map_or(0, |charts| charts.version);
        let charts = match self.charts.take_if(|charts| charts.made_for == made_for) {
            Some(charts) => charts,
            None => charts_of(look_back, made_for, version + 1),
        };
        let charts = &*self.charts.insert(charts);
        Ok(TrendsViews {
            shown: self.shown,
            range,
            diary: of_diary,
            is_whole: look_back.is_whole(),
            is_empty: look_back.first_logged().is_none(),
            charts: &charts.specs,
            version: charts.version,
            trends: charts.trends.as_ref(),
            pointed: self.entries.as_ref(),
            factors: look_back.factors(),
            panels: look_back.measures(),
            advice,
        })
    }
}

/// What is read of a range: its end at least.
fn read_part(range: Range, look_back: &LookBack) -> Range {
    let first: NaiveDate = look_back.nights().first;
    Range { first: range.first.max(first).min(range.last), last: range.last }
}

fn charts_of(look_back: &LookBack, made_for: (u64, Range, TrendsTab), version: u64) -> Charts {
    let (_, range, tab) = made_for;
    let nights = look_back.within(range.first, range.last);
    let mut trends = None;
    let specs = match tab {
        TrendsTab::OverTime => {
            let figures = look_back.trends(range.first, range.last);
            let spec = TrendsSpec::new(&figures);
            trends = Some(figures);
            vec![ChartSpec::Trends(spec)]
        }
        TrendsTab::Calendar
        | TrendsTab::Where
        | TrendsTab::When
        | TrendsTab::HowBad
        | TrendsTab::Relief
        | TrendsTab::Before
        | TrendsTab::Figures => Vec::new(),
    };
    _ = nights;
    Charts { made_for, version, specs, trends }
}
