//! A panic in the log: where, on which thread, and by which way the program came there.

use std::backtrace::Backtrace;
use std::panic::PanicHookInfo;

/// Has every panic noted, before what was done with panics so far.
pub fn hook() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        super::failed(told(info, &Backtrace::force_capture()));
        // The process may end right after this.
        super::written();
        before(info);
    }));
}

/// What the log says of a panic. A message that was put together while the program ran may hold words of a map, and is
/// left out; one that stands in the code is not.
fn told(info: &PanicHookInfo<'_>, way: &Backtrace) -> String {
    let thread = std::thread::current();
    let thread = thread.name().unwrap_or("without a name").to_owned();
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let words = info.payload().downcast_ref::<&'static str>();
    let words = words.map(|words| format!(": {words}")).unwrap_or_default();
    format!("panic on the thread {thread} at {place}{words}\n{way}")
}
