//! Long work on a thread of its own, with progress and a way to stop it.
//!
//! [`Job::start`] runs a closure, which reports to a [`Worker`]. The window polls the [`Job`] when it paints, and is
//! woken when there is something new to paint. This module does not know what the work is about.

use std::{
    any::Any,
    fmt, io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
        mpsc::{Receiver, TryRecvError, channel},
    },
    thread,
};

/// How far the work of a [`Job`] has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    /// What is being done, in words: "Reading food.csv".
    pub stage: String,
    /// How much of this stage is done, in any unit.
    pub done: u64,
    /// How much there is to do in this stage, in the unit of [`done`](Self::done); 0 if that is unknown.
    pub total: u64,
}

impl Progress {
    /// The share of this stage that is done, 0 to 1. Returns `None` if the whole is unknown.
    #[must_use]
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "a bar on a screen has some hundred steps")]
    pub fn share(&self) -> Option<f32> {
        (self.total > 0).then(|| (self.done as f64 / self.total as f64).min(1.0) as f32)
    }
}

/// The reason why the work of a [`Job`] ended without a result of its own.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Stopped {
    /// The job was cancelled.
    #[error("It was stopped, and nothing was changed.")]
    Cancelled,
    /// The work panicked, with this message.
    #[error("The program made a mistake ({0}), and nothing was changed.")]
    Panicked(String),
}

/// What the thread of the work and its watcher share.
#[derive(Default)]
struct Shared {
    cancelled: AtomicBool,
    done: AtomicU64,
    total: AtomicU64,
    stage: Mutex<String>,
}

impl Shared {
    /// The text of the stage. A poisoned lock is used like any other, since a panic leaves a whole text behind.
    fn stage(&self) -> MutexGuard<'_, String> {
        self.stage.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The side of a [`Job`] to which its work reports progress, and from which it learns that it should end.
pub struct Worker {
    shared: Arc<Shared>,
    wake: Box<dyn Fn() + Send>,
}

impl fmt::Debug for Worker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Worker").field("cancelled", &self.is_cancelled()).finish_non_exhaustive()
    }
}

impl Worker {
    /// How often a stage wakes the window at most.
    const STEPS: u64 = 200;

    /// A worker that nobody watches and that never asks to end: for work on the calling thread.
    #[must_use]
    pub fn unwatched() -> Self {
        Self { shared: Arc::default(), wake: Box::new(|| {}) }
    }

    /// Begins a stage, described by the text `stage`. `total` is how much there is to do, in any unit; 0 if that is unknown.
    ///
    /// # Errors
    /// [`Stopped::Cancelled`] if the work should end.
    pub fn begin(&self, stage: &str, total: u64) -> Result<(), Stopped> {
        {
            let mut words = self.shared.stage();
            stage.clone_into(&mut words);
            self.shared.done.store(0, Ordering::Relaxed);
            self.shared.total.store(total, Ordering::Relaxed);
        }
        (self.wake)();
        self.check()
    }

    /// Reports that `more` of the stage is done, in the unit of its total. Cheap enough to be called for every row of a file.
    ///
    /// # Errors
    /// [`Stopped::Cancelled`] if the work should end.
    pub fn advance(&self, more: u64) -> Result<(), Stopped> {
        let before = self.shared.done.fetch_add(more, Ordering::Relaxed);
        let total = self.shared.total.load(Ordering::Relaxed);
        if total > 0 {
            let step = |done: u64| u128::from(done) * u128::from(Self::STEPS) / u128::from(total);
            if step(before) != step(before + more) {
                (self.wake)();
            }
        }
        self.check()
    }

    /// Checks whether the work should go on.
    ///
    /// # Errors
    /// [`Stopped::Cancelled`] if it should end.
    pub fn check(&self) -> Result<(), Stopped> {
        if self.is_cancelled() { Err(Stopped::Cancelled) } else { Ok(()) }
    }

    /// Whether the work should end.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.shared.cancelled.load(Ordering::Relaxed)
    }
}

/// Work on a thread of its own, which yields a `T` or an `E`. Dropping the job cancels the work.
pub struct Job<T, E> {
    shared: Arc<Shared>,
    result: Receiver<Result<T, E>>,
    over: bool,
}

impl<T, E> fmt::Debug for Job<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Job").field("progress", &self.progress()).field("over", &self.over).finish_non_exhaustive()
    }
}

impl<T: Send + 'static, E: From<Stopped> + Send + 'static> Job<T, E> {
    /// Starts `work` on a thread with this name. `wake` is called on that thread whenever there is progress to show, and once more when
    /// the result is ready.
    ///
    /// # Errors
    /// The error of the system if it has no thread left.
    pub fn start(
        name: &str,
        wake: impl Fn() + Send + 'static,
        work: impl FnOnce(&Worker) -> Result<T, E> + Send + 'static,
    ) -> io::Result<Self> {
        let shared: Arc<Shared> = Arc::default();
        let worker = Worker { shared: Arc::clone(&shared), wake: Box::new(wake) };
        let (sender, result) = channel();
        thread::Builder::new().name(name.to_owned()).spawn(move || {
            let outcome =
                catch_unwind(AssertUnwindSafe(|| work(&worker))).unwrap_or_else(|panic| Err(Stopped::Panicked(words(&*panic)).into()));
            // Nobody waits for the result of a job that was dropped.
            _ = sender.send(outcome);
            (worker.wake)();
        })?;
        Ok(Self { shared, result, over: false })
    }
}

impl<T, E> Job<T, E> {
    /// How far the work has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let words = self.shared.stage();
        Progress { stage: words.clone(), done: self.shared.done.load(Ordering::Relaxed), total: self.shared.total.load(Ordering::Relaxed) }
    }

    /// Asks the work to stop. It ends soon with [`Stopped::Cancelled`], or with its result if that was ready.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }
}

impl<T, E: From<Stopped>> Job<T, E> {
    /// The result of the work, the first time that this is called after it has ended. Returns `None` before and after that.
    pub fn poll(&mut self) -> Option<Result<T, E>> {
        if self.over {
            return None;
        }
        let outcome = match self.result.try_recv() {
            Ok(outcome) => outcome,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Err(Stopped::Panicked("it ended without a result".to_owned()).into()),
        };
        self.over = true;
        Some(outcome)
    }
}

impl<T, E> Drop for Job<T, E> {
    fn drop(&mut self) {
        self.cancel();
    }
}

/// The message of a panic.
fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("no words").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::{Receiver, Sender};

    /// A job that does one step each time it is told to, and a door that opens when something is new.
    fn stepwise() -> (Job<u64, Stopped>, Sender<u64>, Receiver<()>) {
        let (tell, told) = channel();
        let (woken, news) = channel();
        let wake = move || {
            _ = woken.send(());
        };
        let work = move |worker: &Worker| {
            worker.begin("Counting", 1000)?;
            let mut sum = 0;
            for step in told {
                worker.advance(step)?;
                sum += step;
            }
            Ok(sum)
        };
        (Job::start("counting", wake, work).unwrap(), tell, news)
    }

    /// Waits, without a clock, until the result is there.
    fn result<T, E: From<Stopped>>(job: &mut Job<T, E>, news: &Receiver<()>) -> Result<T, E> {
        loop {
            if let Some(result) = job.poll() {
                return result;
            }
            news.recv().unwrap();
        }
    }

    #[test]
    fn progress_is_seen_while_it_works_and_the_result_comes_once() {
        let (mut job, tell, news) = stepwise();
        news.recv().unwrap();
        assert_eq!(job.progress(), Progress { stage: "Counting".to_owned(), done: 0, total: 1000 });
        assert_eq!(job.poll(), None);
        tell.send(250).unwrap();
        news.recv().unwrap();
        assert_eq!(job.progress().share(), Some(0.25));
        drop(tell);
        assert_eq!(result(&mut job, &news), Ok(250));
        assert_eq!(job.poll(), None, "once only");
    }

    #[test]
    fn the_window_is_woken_for_what_it_can_show_and_no_oftener() {
        let (mut job, tell, news) = stepwise();
        for _ in 0..1000 {
            tell.send(1).unwrap();
        }
        drop(tell);
        let mut woken = 0;
        let outcome = loop {
            if let Some(result) = job.poll() {
                break result;
            }
            news.recv().unwrap();
            woken += 1;
        };
        woken += news.iter().count();
        assert_eq!(outcome, Ok(1000));
        assert_eq!(woken, 1 + 200 + 1, "the stage, its steps, the result");
    }

    #[test]
    fn cancelling_ends_it_at_the_next_step() {
        let (mut job, tell, news) = stepwise();
        job.cancel();
        // The work may have ended already, before it took a step.
        _ = tell.send(1);
        assert_eq!(result(&mut job, &news), Err(Stopped::Cancelled));
    }

    #[test]
    fn dropping_it_cancels_it() {
        let (job, tell, news) = stepwise();
        news.recv().unwrap();
        drop(job);
        tell.send(1).unwrap();
        // The thread ends, and with it the callback that it held.
        assert_eq!(news.iter().count(), 1);
        assert!(tell.send(1).is_err(), "nobody listens any more");
    }

    #[test]
    fn a_mistake_of_the_program_becomes_an_error() {
        let (woken, news) = channel();
        let wake = move || {
            _ = woken.send(());
        };
        let work = |_: &Worker| -> Result<(), Stopped> { panic!("too many cooks") };
        let mut job = Job::start("panicking", wake, work).unwrap();
        assert_eq!(result(&mut job, &news), Err(Stopped::Panicked("too many cooks".to_owned())));
    }

    #[test]
    fn a_stage_of_unknown_length_has_no_share() {
        let worker = Worker::unwatched();
        worker.begin("Looking", 0).unwrap();
        worker.advance(5).unwrap();
        assert_eq!(Progress { stage: String::new(), done: 5, total: 0 }.share(), None);
        assert_eq!(Progress { stage: String::new(), done: 12, total: 10 }.share(), Some(1.0));
    }
}
