//! How quick the window is, as a person would time it: from a key or a start to what is painted.

use super::{App, Desk, key, program};
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

/// Times of frames in milliseconds, rising.
#[derive(Clone, Debug, Default)]
pub struct Frames(pub Vec<f64>);

impl Frames {
    pub(super) fn of(value: &Value) -> Self {
        let mut times: Vec<f64> = value.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        times.sort_by(f64::total_cmp);
        Self(times)
    }

    /// The time that this share (0–1) of the frames does not exceed; 0 where there are none.
    pub fn quantile(&self, share: f64) -> f64 {
        let last = self.0.len().saturating_sub(1);
        self.0.get((last as f64 * share).round() as usize).copied().unwrap_or_default()
    }
}

/// From the start of the process to the first frame that shows the map of `file`.
///
/// The program is started as a person starts it, without the driver, and says by itself when that frame was painted:
/// under test it writes the moment into the file named by `DESIRE_PATH_TEST_PAINTED`.
///
/// # Panics
/// Where the program was not built or paints nothing within half a minute.
pub fn first_paint(desk: &Desk, file: &Path) -> Duration {
    let program = program().expect("the window was built: `cargo build -p desire-path`");
    let painted = desk.home().join("painted");
    let _ = std::fs::remove_file(&painted);
    let begin = Instant::now();
    let mut child = desk
        .command(&program)
        .env("DESIRE_PATH_TEST_PAINTED", &painted)
        .arg(file)
        .spawn()
        .expect("the program starts");
    let took = loop {
        if painted.exists() {
            break begin.elapsed();
        }
        assert!(begin.elapsed() < Duration::from_secs(30), "the map is painted");
        std::thread::sleep(Duration::from_millis(1));
    };
    let _ = child.kill();
    let _ = child.wait();
    took
}

/// Frame times while the canvas is panned to its far corner and back, `frames` of them.
///
/// # Panics
/// Where the page has no canvas.
pub fn frames_while_panning(app: &App<'_>, canvas: &str, frames: u32) -> Frames {
    Frames::of(&app.run(
        "const canvas = document.querySelector(args[0]);
         if (!canvas) throw new Error('no canvas ' + args[0]);
         const times = [];
         let last = await new Promise(requestAnimationFrame);
         const step = 24;
         let [x, y] = [step, step];
         for (let at = 0; at < args[1]; at++) {
             const far = { x: canvas.scrollWidth - canvas.clientWidth, y: canvas.scrollHeight - canvas.clientHeight };
             if (canvas.scrollLeft >= far.x - 1) x = -step;
             if (canvas.scrollLeft <= 0) x = step;
             if (canvas.scrollTop >= far.y - 1) y = -step;
             if (canvas.scrollTop <= 0) y = step;
             canvas.scrollBy(x, y);
             const now = await new Promise(requestAnimationFrame);
             times.push(now - last);
             last = now;
         }
         return times;",
        &[json!(canvas), json!(frames)],
    ))
}

/// Milliseconds from a key, with these held, to the end of the first frame in which `shows` holds: an expression of the
/// page.
///
/// # Panics
/// Where that does not come about within ten seconds.
pub fn key_until(app: &App<'_>, held: &[char], pressed: char, shows: &str) -> f64 {
    let watch = format!(
        "window.keyTook = null;
         document.addEventListener('keydown', function took(event) {{
             if (['Control', 'Shift', 'Alt'].includes(event.key)) return;
             document.removeEventListener('keydown', took, {{ capture: true }});
             const begin = event.timeStamp;
             const look = () => requestAnimationFrame(() => {{
                 if (!({shows})) return look();
                 const after = new MessageChannel();
                 after.port1.onmessage = () => (window.keyTook = performance.now() - begin);
                 after.port2.postMessage(null);
             }});
             look();
         }}, {{ capture: true }});"
    );
    app.run(&watch, &[]);
    app.chord(held, pressed);
    let begin = Instant::now();
    loop {
        if let Some(took) = app.run("return window.keyTook", &[]).as_f64() {
            return took;
        }
        assert!(begin.elapsed() < Duration::from_secs(10), "after the key comes {shows}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Times from a key that goes down in an open text box to the end of the frame that shows its letter.
///
/// # Panics
/// Where no text box has the focus.
pub fn keys_to_paint(app: &App<'_>, letters: &str) -> Frames {
    app.run(
        "if (!document.activeElement?.matches('textarea, input')) throw new Error('no text box is open');
         const times = (window.keyTimes = []);
         document.addEventListener('keydown', (event) => {
             const begin = event.timeStamp;
             requestAnimationFrame(() => {
                 // A task that a frame posts runs after that frame was painted.
                 const after = new MessageChannel();
                 after.port1.onmessage = () => times.push(performance.now() - begin);
                 after.port2.postMessage(null);
             });
         }, { capture: true });",
        &[],
    );
    for letter in letters.chars() {
        app.keys(&letter.to_string());
        std::thread::sleep(Duration::from_millis(40));
    }
    app.keys(&key::ESCAPE.to_string());
    Frames::of(&app.run("return window.keyTimes.slice(0, args[0])", &[json!(letters.chars().count())]))
}
