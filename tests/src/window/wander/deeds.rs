//! What is done at random: keys, words, clicks, drags, menus, dialogs and the wheel.

use super::super::key;
use super::Wanderer;
use serde_json::json;

/// A small generator of numbers (xorshift64*, Vigna 2016): a seed tells the whole walk.
#[derive(Clone, Debug)]
pub(super) struct Dice(pub(super) u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() >> 33) as usize % end.max(1)
    }

    fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }
}

/// What people say, in a few scripts.
const WORDS: &[&str] = &[
    "asks for a quote",
    "waits",
    "Größe prüfen",
    "compares prices",
    "ログイン",
    "calls support 📞",
    "يقارن الأسعار",
    "budget",
    "who decides?",
    "forwards the offer to procurement and three more people",
    "№ 7",
    "a",
    "– dash",
];

/// Things on the map that a pointer can take hold of.
const THINGS: &[&str] = &[
    "[data-key^='card/']",
    "[data-key^='cell/']",
    "[data-key^='stage/']",
    "[data-key^='label/']",
    "[data-key^='gap/']",
    "[data-key^='feeling/']",
    "[data-key^='path/']",
    "[data-key^='title/']",
];

/// Keys of the grid, each with what is held.
const KEYS: &[(&[char], char)] = &[
    (&[], 'g'),
    (&[], 's'),
    (&[key::SHIFT], 's'),
    (&[], 'n'),
    (&[], 'e'),
    (&[], 'v'),
    (&[key::SHIFT], 'v'),
    (&[], '1'),
    (&[], '3'),
    (&[], '5'),
    (&[], 'f'),
    (&[], 'r'),
    (&[], 'm'),
    (&[], 't'),
    (&[], 'o'),
    (&[], 'p'),
    (&[], 'l'),
    (&[], key::DELETE),
    (&[], key::ENTER),
    (&[], ' '),
    (&[], key::ESCAPE),
    (&[], key::UP),
    (&[], key::DOWN),
    (&[], key::LEFT),
    (&[], key::RIGHT),
    (&[key::SHIFT], key::RIGHT),
    (&[key::SHIFT], key::DOWN),
    (&[key::ALT], key::UP),
    (&[key::ALT], key::DOWN),
    (&[key::ALT], key::LEFT),
    (&[key::ALT], key::RIGHT),
    (&[key::ALT, key::SHIFT], key::UP),
    (&[key::ALT, key::SHIFT], key::DOWN),
    (&[key::CONTROL], key::RIGHT),
    (&[key::CONTROL], key::LEFT),
    (&[key::CONTROL], 'a'),
    (&[key::CONTROL], 'd'),
    (&[key::CONTROL], 'c'),
    (&[key::CONTROL], 'x'),
    (&[key::CONTROL], 'v'),
    (&[key::CONTROL], 'z'),
    (&[key::CONTROL], 'y'),
    (&[key::CONTROL], key::HOME),
    (&[key::CONTROL], key::END),
    (&[], key::PAGE_DOWN),
    (&[], key::PAGE_UP),
];

/// What opens a dialog, a bar or a panel, from anywhere.
const DOORS: &[(&[char], char)] = &[
    (&[key::CONTROL], 'k'),
    (&[key::CONTROL], 'f'),
    (&[], key::F1),
    (&[key::CONTROL], '.'),
    (&[], 'm'),
    (&[key::CONTROL], key::ENTER),
    (&[key::CONTROL, key::SHIFT], 'f'),
    (&[key::CONTROL], ','),
    (&[key::SHIFT], key::F10),
    (&[key::CONTROL], 'e'),
];
/// Where a random one of these things can be hit: a place in it at which nothing else lies above.
const AIM: &str = "
    const found = [...document.querySelectorAll(args[0])];
    for (let tries = 0; tries < 12 && found.length > 0; tries += 1) {
        const one = found[(args[1] + tries * 7) % found.length];
        const box = one.getBoundingClientRect();
        const at = [box.x + box.width * args[2], box.y + box.height * args[3]];
        const hit = document.elementFromPoint(...at);
        if (hit && (one.contains(hit) || hit.contains(one))) return at;
    }
    return null;";
impl Wanderer<'_, '_> {
    /// Does something.
    pub(super) fn deed(&mut self) {
        match self.dice.below(100) {
            0..=24 => self.type_something(),
            25..=49 => self.press_some_key(),
            50..=64 => self.drag_something(),
            65..=76 => self.click_something(),
            77..=86 => self.choose_from_a_menu(),
            87..=91 => self.open_a_door(),
            92..=95 => self.press_a_button(),
            _ => self.turn_the_wheel(),
        }
    }

    fn aim(&mut self, css: &str) -> Option<(f64, f64)> {
        let (which, x, y) = (self.dice.below(10_000), self.dice.below(80) + 10, self.dice.below(80) + 10);
        let given = [json!(css), json!(which), json!(x as f64 / 100.0), json!(y as f64 / 100.0)];
        let at = self.app.run(AIM, &given);
        Some((at[0].as_f64()?, at[1].as_f64()?))
    }

    fn thing(&mut self) -> Option<(f64, f64)> {
        let css = self.dice.of(THINGS);
        self.aim(css)
    }

    pub(super) fn note(&mut self, what: String) {
        self.last.push_back(what);
        if self.last.len() > 60 {
            self.last.pop_front();
        }
    }

    /// Presses a key while others are held.
    pub(super) fn press(&mut self, held: &[char], pressed: char) {
        self.note(format!("{held:?} {pressed:?}"));
        self.app.chord(held, pressed);
        self.walk.events += 2 + 2 * held.len();
    }

    fn keys(&mut self, text: &str) {
        self.note(format!("types {text:?}"));
        self.app.keys(text);
        self.walk.events += 2 * text.chars().count();
    }

    fn type_something(&mut self) {
        let css = if self.dice.below(3) == 0 { "[data-key^='card/']" } else { "[data-key^='cell/']" };
        let place = self.aim(css);
        let Some(at) = place else { return };
        let times = 1 + self.dice.below(2);
        self.click(at, times, &[]);
        for _ in 0..=self.dice.below(3) {
            let words = self.dice.of(WORDS);
            self.keys(words);
            let end = [key::ENTER, key::ENTER, key::TAB, key::ESCAPE][self.dice.below(4)];
            self.press(&[], end);
        }
        self.press(&[], key::ESCAPE);
    }

    fn press_some_key(&mut self) {
        if self.dice.below(2) == 0
            && let Some(at) = self.thing()
        {
            self.click(at, 1, &[]);
        }
        for _ in 0..=self.dice.below(5) {
            let (held, pressed) = KEYS[self.dice.below(KEYS.len())];
            self.press(held, pressed);
        }
        self.press(&[], key::ESCAPE);
    }

    fn drag_something(&mut self) {
        let (Some(from), Some(to)) = (self.thing(), self.thing()) else { return };
        self.note(format!("drags {from:?} to {to:?}"));
        let held = [None, None, None, Some(key::CONTROL), Some(key::SHIFT)][self.dice.below(5)];
        let cancelled = self.dice.below(6) == 0;
        self.app.drag_with(&[from, ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0), to], held, cancelled);
        self.walk.events += 5 + 2 * usize::from(held.is_some()) + 2 * usize::from(cancelled);
    }

    fn click(&mut self, at: (f64, f64), times: usize, held: &[char]) {
        self.note(format!("clicks {at:?} {times} {held:?}"));
        self.app.click_at(at, times, 0, held);
        self.walk.events += 1 + 2 * times + 2 * held.len();
    }

    fn click_something(&mut self) {
        let Some(at) = self.thing() else { return };
        let held: &[char] = [&[][..], &[], &[key::CONTROL], &[key::SHIFT]][self.dice.below(4)];
        let times = 1 + self.dice.below(2);
        self.click(at, times, held);
        if self.dice.below(2) == 0 {
            self.press(&[], key::ESCAPE);
        }
    }

    fn choose_from_a_menu(&mut self) {
        let Some(at) = self.thing() else { return };
        self.note(format!("opens the menu at {at:?}"));
        self.app.click_at(at, 1, 2, &[]);
        self.walk.events += 3;
        if self.dice.below(5) == 0 {
            self.press(&[], key::ESCAPE);
            return;
        }
        if let Some(item) = self.aim("[role=menu] [role^=menuitem]:not([aria-disabled=true])") {
            self.click(item, 1, &[]);
            if let Some(item) = self.aim("[role=menu] [role^=menuitem]:not([aria-disabled=true])") {
                self.click(item, 1, &[]);
            }
        }
        let words = self.dice.of(WORDS);
        if self.dice.below(3) == 0 {
            self.keys(words);
            self.press(&[], key::ENTER);
        }
        self.rest();
    }

    fn open_a_door(&mut self) {
        let (held, pressed) = DOORS[self.dice.below(DOORS.len())];
        self.press(held, pressed);
        if self.dice.below(2) == 0 {
            let words = self.dice.of(WORDS);
            self.keys(words);
        }
        for _ in 0..self.dice.below(4) {
            let pressed = [key::TAB, key::DOWN, key::ENTER, ' '][self.dice.below(4)];
            self.press(&[], pressed);
        }
        self.rest();
    }

    /// Buttons of the bars, but for those that leave the map or the program.
    fn press_a_button(&mut self) {
        let Some(at) = self.aim(".top-bar button:not(.home), .bottom-bar button, .inspector button") else {
            return;
        };
        self.click(at, 1, &[]);
        self.rest();
    }

    fn turn_the_wheel(&mut self) {
        let by = [-240, -120, 120, 240][self.dice.below(4)];
        let held: &[char] = [&[][..], &[key::SHIFT], &[key::CONTROL]][self.dice.below(3)];
        let Some(at) = self.aim("[data-key^='cell/']") else { return };
        // The driver cannot hold keys while the wheel turns.
        let script = "const [at, by, held] = args;
            document.elementFromPoint(...at)?.dispatchEvent(new WheelEvent('wheel', { deltaY: by, bubbles: true,
                cancelable: true, clientX: at[0], clientY: at[1], shiftKey: held === 'shift', ctrlKey: held === 'control' }));";
        let held = match held {
            [key::SHIFT] => "shift",
            [key::CONTROL] => "control",
            _ => "",
        };
        self.app.run(script, &[json!([at.0, at.1]), json!(by), json!(held)]);
        self.walk.events += 1;
    }
}
