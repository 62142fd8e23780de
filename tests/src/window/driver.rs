//! A W3C WebDriver session: finds elements, runs scripts in the page, presses keys and moves the pointer.

use super::http;
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// Keys that are not letters, as WebDriver writes them.
pub mod key {
    /// Enter.
    pub const ENTER: char = '\u{E007}';
    /// Tab.
    pub const TAB: char = '\u{E004}';
    /// Escape.
    pub const ESCAPE: char = '\u{E00C}';
    /// Either Shift.
    pub const SHIFT: char = '\u{E008}';
    /// Either Control.
    pub const CONTROL: char = '\u{E009}';
    /// Backspace.
    pub const BACKSPACE: char = '\u{e003}';
    /// Delete.
    pub const DELETE: char = '\u{E017}';
    /// Either Alt.
    pub const ALT: char = '\u{E00A}';
    /// Arrow left.
    pub const LEFT: char = '\u{E012}';
    /// Arrow up.
    pub const UP: char = '\u{E013}';
    /// Arrow right.
    pub const RIGHT: char = '\u{E014}';
    /// Arrow down.
    pub const DOWN: char = '\u{E015}';
    /// Home.
    pub const HOME: char = '\u{E011}';
    /// End.
    pub const END: char = '\u{E010}';
    /// A page up.
    pub const PAGE_UP: char = '\u{E00E}';
    /// A page down.
    pub const PAGE_DOWN: char = '\u{E00F}';
    /// F1.
    pub const F1: char = '\u{E031}';
    /// F10.
    pub const F10: char = '\u{E03A}';
}

/// The name under which the protocol hides an element's id.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Whether nothing is under way in the page: all that it asked of Rust was answered, the faces are there, the map is laid
/// out for the width that it has. Returns after two frames, by which what came is painted: what watches sizes tells of
/// another one with the frame that follows it.
const STILL: &str = "
    const { callbacks } = window.__TAURI_INTERNALS__ ?? {};
    if (callbacks && !window.askedOfRust) {
        // An answer that has come takes its callback away.
        const [asked, { fetch }] = [(window.askedOfRust = new Set()), window];
        window.fetch = (to, how) => {
            const id = how?.headers?.get?.('Tauri-Callback');
            if (id) asked.add(Number(id));
            return fetch.call(window, to, how);
        };
    }
    const frame = () => new Promise(requestAnimationFrame);
    const still = () => {
        for (const id of window.askedOfRust ?? []) if (!callbacks.has(id)) window.askedOfRust.delete(id);
        return !window.askedOfRust?.size && document.fonts.status === 'loaded'
            && !document.querySelector(\".viewport[aria-busy='true']\");
    };
    if (!still()) return false;
    await frame();
    await frame();
    return still();";

/// What the driver answered instead of doing as told.
#[derive(Debug)]
pub struct Failed(pub String);

impl std::fmt::Display for Failed {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(&self.0)
    }
}

/// An element of the page.
#[derive(Clone, Debug)]
pub struct Element(String);

/// A step of the hand on the mouse. What it holds it holds on to, until it lets go.
#[derive(Clone, Copy, Debug)]
pub enum Hand {
    /// Presses the left button.
    Press,
    /// Lets it go.
    Release,
    /// Moves to a place of the view.
    To(f64, f64),
}

/// A session with the program's page.
pub struct Driver {
    server: Child,
    port: u16,
    session: String,
}

impl Driver {
    /// Starts `WebKitWebDriver` at a desk and lets it start the program.
    ///
    /// # Panics
    /// Where the driver is missing, or the program does not come up in time.
    pub fn start(desk: &super::Desk, program: &Path, args: &[String]) -> Self {
        let port = std::net::TcpListener::bind(("127.0.0.1", 0))
            .and_then(|free| free.local_addr())
            .expect("a free port")
            .port();
        let said = std::fs::OpenOptions::new().create(true).append(true).open(desk.said());
        let server = desk
            .command_on_disks("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .arg("--host=127.0.0.1")
            .stdin(Stdio::null())
            .stderr(said.expect("a file for what the programs say"))
            .spawn()
            .unwrap_or_else(|error| panic!("WebKitWebDriver starts: {error}"));
        let mut driver = Self { server, port, session: String::new() };
        let patience = Instant::now() + Duration::from_secs(20);
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < patience, "WebKitWebDriver listens");
            std::thread::sleep(Duration::from_millis(20));
        }
        let wish = json!({ "capabilities": { "alwaysMatch": {
            "webkitgtk:browserOptions": { "binary": program, "args": args }
        } } });
        let answer = http::ask(port, "POST", "/session", Some(&wish)).expect("the driver answers");
        let session = answer["value"]["sessionId"].as_str();
        driver.session = session.unwrap_or_else(|| panic!("no session: {answer}")).to_owned();
        driver.command("POST", "timeouts", Some(&json!({ "script": 55_000 }))).expect("patience is settable");
        driver
    }

    fn command(&self, method: &str, name: &str, body: Option<&Value>) -> Result<Value, Failed> {
        let path = format!("/session/{}/{name}", self.session);
        let mut answer =
            http::ask(self.port, method, &path, body).map_err(|error| Failed(error.to_string()))?;
        let value = answer["value"].take();
        if value["error"].is_string() {
            return Err(Failed(format!("{}: {}", value["error"], value["message"])));
        }
        Ok(value)
    }

    /// Runs a script in the page and waits for what it returns; a promise is waited for.
    ///
    /// # Errors
    /// Where the script throws or the driver does not answer.
    pub fn try_run(&self, script: &str, args: &[Value]) -> Result<Value, Failed> {
        let wrapped = format!(
            "const done = arguments[arguments.length - 1]; const given = [...arguments].slice(0, -1);
             (async (...args) => {{ {script} }})(...given).then(
                 (value) => done({{ value: value ?? null }}),
                 (error) => done({{ failed: error instanceof Error ? String(error) : JSON.stringify(error) }}));"
        );
        let mut answer =
            self.command("POST", "execute/async", Some(&json!({ "script": wrapped, "args": args })))?;
        match answer["failed"].as_str() {
            Some(text) => Err(Failed(text.to_owned())),
            None => Ok(answer["value"].take()),
        }
    }

    /// As [`Driver::try_run`].
    ///
    /// # Panics
    /// Where the script throws.
    pub fn run(&self, script: &str, args: &[Value]) -> Value {
        self.try_run(script, args).unwrap_or_else(|error| panic!("{error}\nin: {script}"))
    }

    /// Shows another page.
    ///
    /// # Panics
    /// Where the driver refuses.
    pub fn go(&self, url: &str) {
        self.command("POST", "url", Some(&json!({ "url": url }))).expect("the page opens");
    }

    /// The first element of a CSS selector.
    ///
    /// # Errors
    /// Where there is none.
    pub fn try_find(&self, css: &str) -> Result<Element, Failed> {
        let found =
            self.command("POST", "element", Some(&json!({ "using": "css selector", "value": css })))?;
        let id = found[ELEMENT].as_str().ok_or_else(|| Failed(format!("no element in {found}")))?;
        Ok(Element(id.to_owned()))
    }

    /// The first element of a CSS selector, waiting up to ten seconds for it; one of the map once that lies still, as
    /// another layout makes its elements anew.
    ///
    /// # Panics
    /// Where none comes.
    pub fn find(&self, css: &str) -> Element {
        let found = self.wait_for(css, || self.try_find(css).ok());
        if !css.contains("data-key") {
            return found;
        }
        self.wait_until_still();
        self.wait_for(css, || self.try_find(css).ok())
    }

    /// Waits up to ten seconds until `look` finds something.
    ///
    /// # Panics
    /// Where it does not; `what` says what was awaited.
    pub fn wait_for<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let patience = Instant::now() + Duration::from_secs(10);
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(Instant::now() < patience, "waited in vain for {what}");
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    /// Waits until a script returns true.
    ///
    /// # Panics
    /// Where it does not within ten seconds.
    pub fn wait_until(&self, what: &str, script: &str, args: &[Value]) {
        self.wait_for(what, || (self.try_run(script, args).ok()? == true).then_some(()));
    }

    /// Presses and releases keys one after the other, as a person does, wherever the focus is.
    ///
    /// # Panics
    /// Where the driver refuses.
    pub fn keys(&self, text: &str) {
        let steps: Vec<Value> = text
            .chars()
            .flat_map(|one| {
                [json!({"type": "keyDown", "value": one}), json!({"type": "keyUp", "value": one})]
            })
            .collect();
        self.act(&json!([{ "type": "key", "id": "keyboard", "actions": steps }]));
    }

    /// Presses a key while others are held, like `[CONTROL, SHIFT]` and `z`.
    ///
    /// # Panics
    /// Where the driver refuses.
    pub fn chord(&self, held: &[char], pressed: char) {
        let down = |one: &char| json!({"type": "keyDown", "value": one});
        let up = |one: &char| json!({"type": "keyUp", "value": one});
        let mut steps: Vec<Value> = held.iter().map(down).collect();
        steps.extend([down(&pressed), up(&pressed)]);
        steps.extend(held.iter().rev().map(up));
        self.act(&json!([{ "type": "key", "id": "keyboard", "actions": steps }]));
    }

    /// Presses the left button at one place of the view, moves over the others and lets go at the last.
    ///
    /// # Panics
    /// Where the driver refuses.
    pub fn drag(&self, places: &[(f64, f64)]) {
        let mut steps = Vec::new();
        for (at, (x, y)) in places.iter().enumerate() {
            let duration = if at == 0 { 0 } else { 60 };
            steps.push(json!({"type": "pointerMove", "duration": duration, "origin": "viewport",
                "x": x.round() as i64, "y": y.round() as i64}));
            if at == 0 {
                steps.push(json!({"type": "pointerDown", "button": 0}));
            }
        }
        steps.push(json!({"type": "pause", "duration": 60}));
        steps.push(json!({"type": "pointerUp", "button": 0}));
        self.act(&json!([{ "type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"},
            "actions": steps }]));
    }

    /// Does what the hand does, step by step. A button that is still pressed at the end stays so.
    ///
    /// # Panics
    /// Where the driver refuses.
    pub fn hand(&self, steps: &[Hand]) {
        let steps: Vec<Value> = steps
            .iter()
            .map(|step| match step {
                Hand::Press => json!({"type": "pointerDown", "button": 0}),
                Hand::Release => json!({"type": "pointerUp", "button": 0}),
                Hand::To(x, y) => json!({"type": "pointerMove", "duration": 60, "origin": "viewport",
                    "x": x.round() as i64, "y": y.round() as i64}),
            })
            .collect();
        self.act(&json!([{ "type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"},
            "actions": steps }]));
    }

    /// Holds a key down, or lets it go.
    ///
    /// # Panics
    /// Where the driver refuses.
    pub fn hold(&self, key: char, down: bool) {
        let kind = if down { "keyDown" } else { "keyUp" };
        let steps = json!([{ "type": kind, "value": key }]);
        self.act(&json!([{ "type": "key", "id": "keyboard", "actions": steps }]));
    }

    /// Where a node of the map lies in the view: left, upper edge, width, height. A map that is about to be laid out
    /// anew is waited for, whether the window has another width or an edit is on its way.
    ///
    /// # Panics
    /// Where it does not show.
    pub fn place(&self, key: &str) -> [f64; 4] {
        self.wait_until_still();
        let script = "const box = document.querySelector(`[data-key='${args[0]}']`)?.getBoundingClientRect();
            return box ? [box.x, box.y, box.width, box.height] : null;";
        // What was far away a moment ago comes with the frame that shows its place.
        let found = self.wait_for(key, || Some(self.run(script, &[json!(key)])).filter(Value::is_array));
        [0, 1, 2, 3].map(|at| found[at].as_f64().unwrap_or_default())
    }

    /// The middle of a node of the map in the view.
    ///
    /// # Panics
    /// Where it does not show.
    pub fn middle(&self, key: &str) -> (f64, f64) {
        let [x, y, w, h] = self.place(key);
        (x + w / 2.0, y + h / 2.0)
    }

    /// As [`Driver::drag`], with a key held; where it is cancelled, Escape is pressed before the button is let go.
    ///
    /// # Panics
    /// Where the driver refuses.
    pub fn drag_with(&self, places: &[(f64, f64)], held: Option<char>, cancelled: bool) {
        let pause = json!({"type": "pause"});
        let mut pointer = vec![pause.clone()];
        let mut keyboard = vec![held.map_or(pause.clone(), |held| json!({"type": "keyDown", "value": held}))];
        for (at, (x, y)) in places.iter().enumerate() {
            pointer.push(json!({"type": "pointerMove", "duration": if at == 0 { 0 } else { 40 },
                "origin": "viewport", "x": x.round() as i64, "y": y.round() as i64}));
            if at == 0 {
                pointer.push(json!({"type": "pointerDown", "button": 0}));
            }
        }
        keyboard.resize(pointer.len(), pause.clone());
        if cancelled {
            keyboard.extend(["keyDown", "keyUp"].map(|kind| json!({"type": kind, "value": key::ESCAPE})));
            pointer.extend([pause.clone(), pause.clone()]);
        }
        pointer.push(json!({"type": "pointerUp", "button": 0}));
        keyboard.push(pause.clone());
        pointer.push(pause.clone());
        keyboard.push(held.map_or(pause, |held| json!({"type": "keyUp", "value": held})));
        self.act(&json!([
            { "type": "key", "id": "keyboard", "actions": keyboard },
            { "type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": pointer },
        ]));
    }

    /// Clicks a place of the view `times` in a row with a button (0 left, 1 middle, 2 right), while keys are held.
    ///
    /// # Panics
    /// Where the driver refuses.
    pub fn click_at(&self, (x, y): (f64, f64), times: usize, button: u8, held: &[char]) {
        let pause = json!({"type": "pause"});
        let mut keyboard: Vec<Value> =
            held.iter().map(|one| json!({"type": "keyDown", "value": one})).collect();
        let mut pointer = vec![pause.clone(); keyboard.len()];
        pointer.push(json!({"type": "pointerMove", "duration": 0, "origin": "viewport",
            "x": x.round() as i64, "y": y.round() as i64}));
        for _ in 0..times {
            pointer.push(json!({"type": "pointerDown", "button": button}));
            pointer.push(json!({"type": "pointerUp", "button": button}));
        }
        keyboard.resize(pointer.len(), pause.clone());
        keyboard.extend(held.iter().map(|one| json!({"type": "keyUp", "value": one})));
        pointer.resize(keyboard.len(), pause);
        self.act(&json!([
            { "type": "key", "id": "keyboard", "actions": keyboard },
            { "type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": pointer },
        ]));
    }

    /// Clicks an element, `times` in a row.
    ///
    /// # Panics
    /// Where the driver refuses.
    pub fn click(&self, element: &Element, times: usize) {
        let mut steps = vec![json!({"type": "pointerMove", "duration": 0, "x": 0, "y": 0,
            "origin": { ELEMENT: element.0 }})];
        for _ in 0..times {
            steps.push(json!({"type": "pointerDown", "button": 0}));
            steps.push(json!({"type": "pointerUp", "button": 0}));
        }
        self.act(&json!([{ "type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"},
            "actions": steps }]));
    }

    fn act(&self, actions: &Value) {
        let done = self.command("POST", "actions", Some(&json!({ "actions": actions })));
        done.unwrap_or_else(|error| panic!("{error}\nin: {actions}"));
    }

    /// Makes the window so large that the page has exactly this size.
    ///
    /// # Panics
    /// Where the driver refuses or the window does not take the size.
    pub fn size_page(&self, width: u32, height: u32) {
        let body = json!({ "width": width, "height": height, "x": 0, "y": 0 });
        self.command("POST", "window/rect", Some(&body)).expect("the window takes a size");
        let script = "return innerWidth === args[0] && innerHeight === args[1]";
        self.wait_until("the page's size", script, &[json!(width), json!(height)]);
        self.wait_until_still();
    }

    /// Waits until the page has no answer of Rust's to wait for, and shows what came of those before: an open map is then
    /// laid out for the width that the window has, and says all that was sent. What is typed goes out a moment later.
    ///
    /// # Panics
    /// Where it is not so within ten seconds.
    pub fn wait_until_still(&self) {
        self.wait_until("a page with nothing under way", STILL, &[]);
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
