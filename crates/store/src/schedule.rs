//! When the user's file is published: soon after the last edit, now and then while editing goes on, and when asked.
//! Pure: the time comes from the caller.

use std::time::{Duration, Instant};

/// How long nobody must have edited.
pub const QUIET: Duration = Duration::from_secs(2);

/// How old the oldest unpublished edit gets at most, and how long we wait after a failure.
pub const AT_LEAST_EVERY: Duration = Duration::from_secs(15);

/// When to publish next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    oldest: Option<Instant>,
    newest: Option<Instant>,
    failed: Option<Instant>,
}

impl Schedule {
    /// An edit was committed.
    pub fn edited(&mut self, now: Instant) {
        self.oldest.get_or_insert(now);
        self.newest = Some(now);
    }

    /// Publishing began: edits from now on wait for the next one.
    pub fn started(&mut self) {
        self.oldest = None;
        self.newest = None;
    }

    /// Everything is in the file, except what was edited since it [started](Self::started).
    pub fn published(&mut self) {
        self.failed = None;
    }

    /// It failed and is to be tried again.
    pub fn failed(&mut self, now: Instant) {
        self.oldest.get_or_insert(now);
        self.newest.get_or_insert(now);
        self.failed = Some(now);
    }

    /// When to publish next; none where nothing waits.
    pub fn next(&self) -> Option<Instant> {
        let (oldest, newest) = (self.oldest?, self.newest?);
        let due = (newest + QUIET).min(oldest + AT_LEAST_EVERY);
        Some(match self.failed {
            Some(failed) => due.max(failed + AT_LEAST_EVERY),
            None => due,
        })
    }

    /// Whether it is time.
    pub fn due(&self, now: Instant) -> bool {
        self.next().is_some_and(|next| next <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn nothing_to_do_without_edits() {
        let start = Instant::now();
        let schedule = Schedule::default();
        assert_eq!(schedule.next(), None);
        assert!(!schedule.due(start + 3600 * SECOND));
    }

    #[test]
    fn two_seconds_after_the_last_edit() {
        let start = Instant::now();
        let mut schedule = Schedule::default();
        schedule.edited(start);
        schedule.edited(start + SECOND);
        assert!(!schedule.due(start + 2 * SECOND));
        assert!(schedule.due(start + 3 * SECOND));
        schedule.started();
        schedule.published();
        assert_eq!(schedule.next(), None);
    }

    #[test]
    fn every_fifteen_seconds_while_editing_goes_on() {
        let start = Instant::now();
        let mut schedule = Schedule::default();
        let mut published = Vec::new();
        for second in 0..60_u32 {
            let now = start + second * SECOND;
            schedule.edited(now);
            if schedule.due(now) {
                published.push(second);
                schedule.started();
                schedule.published();
            }
        }
        assert_eq!(published, [15, 31, 47]);
    }

    #[test]
    fn an_edit_made_while_publishing_waits_for_the_next_time() {
        let start = Instant::now();
        let mut schedule = Schedule::default();
        schedule.edited(start);
        schedule.started();
        schedule.edited(start + SECOND);
        schedule.published();
        assert_eq!(schedule.next(), Some(start + 3 * SECOND));
    }

    #[test]
    fn a_failure_is_tried_again_later_and_not_with_every_edit() {
        let start = Instant::now();
        let mut schedule = Schedule::default();
        schedule.edited(start);
        schedule.started();
        schedule.failed(start + 2 * SECOND);
        schedule.edited(start + 3 * SECOND);
        assert!(!schedule.due(start + 16 * SECOND));
        assert!(schedule.due(start + 17 * SECOND));
        schedule.started();
        schedule.published();
        assert_eq!(schedule.next(), None);
    }
}
