//! Watches over an export: tells how far it is, and stops it where a person changed their mind.

use super::cancelled;
use crate::problem::Problem;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether to go on; shared between who draws and who stops them.
#[derive(Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Ends the work at the next chance.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was stopped.
    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Watches over one export.
pub struct Watch<'a> {
    stop: Stop,
    tell: &'a (dyn Fn(usize, usize) + Sync),
}

impl<'a> Watch<'a> {
    /// Tells of each page that is begun, and how many there are.
    pub fn new(stop: Stop, tell: &'a (dyn Fn(usize, usize) + Sync)) -> Self {
        Self { stop, tell }
    }

    /// A page is begun.
    ///
    /// # Errors
    /// Where the work was stopped.
    pub fn begin(&self, page: usize, of: usize) -> Result<(), Problem> {
        self.go_on()?;
        (self.tell)(page, of);
        Ok(())
    }

    /// # Errors
    /// Where the work was stopped.
    pub fn go_on(&self) -> Result<(), Problem> {
        if self.stop.is_stopped() { Err(cancelled()) } else { Ok(()) }
    }

    /// A place for the bytes of a painter, which gives up within a page where the work is stopped.
    pub fn bytes(&self) -> Bytes {
        Bytes { bytes: Vec::new(), stop: self.stop.clone() }
    }
}

/// Bytes that stop coming where the work is stopped.
pub struct Bytes {
    bytes: Vec<u8>,
    stop: Stop,
}

impl Bytes {
    /// What was written.
    pub fn into_inner(self) -> Vec<u8> {
        self.bytes
    }
}

impl Write for Bytes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.stop.is_stopped() {
            return Err(io::Error::other("stopped"));
        }
        self.bytes.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
