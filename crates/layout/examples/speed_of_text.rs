//! How long it takes to set a typical card: `cargo run --release -p layout --example speed_of_text`.

use layout::{Fonts, Shaper, Theme, type_roles};
use std::hint::black_box;
use std::time::Instant;

fn main() {
    let start = Instant::now();
    let shaper = Shaper::new(Fonts::new());
    println!("fonts                    {:>9.1} µs", start.elapsed().as_secs_f64() * 1e6);
    let style = type_roles::CARD.style(Theme::Light.palette().ink);
    let width = Some(204.0);
    let cards = |label: &str, texts: &[String]| {
        for round in ["uncached", "cached"] {
            let start = Instant::now();
            for text in texts {
                black_box(shaper.paragraph(text, style, width, "en"));
            }
            let each = start.elapsed().as_secs_f64() * 1e6 / texts.len() as f64;
            println!("{label:<15} {round:<9} {each:>8.2} µs");
        }
    };
    cards("first card", &["Waits".to_owned()]);
    let many = |text: &str| -> Vec<String> { (0..2_000).map(|index| format!("{text} {index}")).collect() };
    cards("45 characters", &many("Waits too long for feedback on a demo request"));
    cards("Arabic", &many("ينتظر المشتري رد المبيعات وقتا طويلا"));
    cards("emoji", &many("Hopeful 🙂 and then 👩‍👩‍👧‍👦 wait"));
    cards("Chinese, first", &["需求调查".to_owned()]);
    cards("Chinese", &many("需求调查与供应商选择"));
    let long = "The committee waits for an answer, and nobody knows whose turn it is. ".repeat(72);
    cards("5,000 characters", &[long.clone(), format!("{long}!")]);
}
