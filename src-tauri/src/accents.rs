//! Dead keys: the web view tells its page that one was pressed, but not which accent it stands for.

use gtk::glib::Propagation;
use gtk::prelude::WidgetExt;
use webkit2gtk::{WebView, WebViewExt};

/// Tells the page the accent of each dead key, before it gets the key (`ui/shell/accent.ts`).
pub fn tell(view: &WebView) {
    view.connect_key_press_event(|view, event| {
        if let Some(mark) = mark(*event.keyval()) {
            let script = format!("window.desirePathAccent = '{mark}'");
            view.evaluate_javascript(&script, None, None, gtk::gio::Cancellable::NONE, |_| ());
        }
        Propagation::Proceed
    });
}

/// The combining mark of a dead key, by its name among X11's keysyms (`X11/keysymdef.h`, `XK_dead_*`).
fn mark(keysym: u32) -> Option<char> {
    Some(match keysym {
        0xfe50 => '\u{300}', // grave
        0xfe51 => '\u{301}', // acute
        0xfe52 => '\u{302}', // circumflex
        0xfe53 => '\u{303}', // tilde
        0xfe54 => '\u{304}', // macron
        0xfe55 => '\u{306}', // breve
        0xfe56 => '\u{307}', // dot above
        0xfe57 => '\u{308}', // diaeresis
        0xfe58 => '\u{30a}', // ring above
        0xfe59 => '\u{30b}', // double acute
        0xfe5a => '\u{30c}', // caron
        0xfe5b => '\u{327}', // cedilla
        0xfe5c => '\u{328}', // ogonek
        0xfe5d => '\u{345}', // iota
        0xfe60 => '\u{323}', // dot below
        0xfe61 => '\u{309}', // hook above
        0xfe62 => '\u{31b}', // horn
        0xfe64 => '\u{313}', // comma above (psili)
        0xfe65 => '\u{314}', // reversed comma above (dasia)
        0xfe66 => '\u{30f}', // double grave
        0xfe67 => '\u{325}', // ring below
        0xfe68 => '\u{331}', // macron below
        0xfe69 => '\u{32d}', // circumflex below
        0xfe6a => '\u{330}', // tilde below
        0xfe6b => '\u{32e}', // breve below
        0xfe6c => '\u{324}', // diaeresis below
        0xfe6d => '\u{311}', // inverted breve
        0xfe6e => '\u{326}', // comma below
        _ => return None,
    })
}
