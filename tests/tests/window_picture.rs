//! The window against the PNG of the same Scene: every box and every node's ink, at three zooms, in both themes.
//! Needs the program (`cargo build -p desire-path`); `cargo xtask test` sees to that.

use image::RgbImage;
use layout::{Layouter, NodeKey, Options, Prim, Rect, Scene, Theme};
use pipeline_tests::window::{App, Desk, Difference, View, differences, key};
use render::png::{self, Extent, PngOptions};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::{Duration, Instant};

fn drawn(scene: &Scene, zoom: f64) -> RgbImage {
    let mut bytes = Vec::new();
    let options = PngOptions { extent: Extent::Scale(zoom), ..PngOptions::default() };
    png::write(scene, &options, &mut bytes).expect("the Scene is drawn");
    image::load_from_memory(&bytes).expect("a picture").to_rgb8()
}

/// The Scene with the last line of a card's text taken away, and the card.
fn without_a_line(scene: &Scene) -> (Scene, NodeKey) {
    let mut scene = scene.clone();
    let mut keys: Vec<NodeKey> =
        scene.nodes.keys().filter(|key| key.0.starts_with("card/")).cloned().collect();
    keys.sort();
    for key in keys {
        let node = Arc::make_mut(scene.nodes.get_mut(&key).expect("it was listed"));
        for prim in &mut node.prims {
            if let Prim::Text(text) = prim
                && text.lines.len() > 1
            {
                text.lines.pop();
                return (scene, key);
            }
        }
    }
    panic!("no card has two lines");
}

/// Where the Scene lies in the window, by what the page says.
fn view(app: &App<'_>, zoom: f64) -> View {
    let script = "const world = document.querySelector('.scene-world');
        const [at, shown] = [world.getBoundingClientRect(), world.parentElement.getBoundingClientRect()];
        return [at.x, at.y, shown.x, shown.y, shown.width, shown.height];";
    let found = app.run(script, &[]);
    let number = |at: usize| found[at].as_f64().unwrap_or_default();
    View {
        x: number(0).round() as i64,
        y: number(1).round() as i64,
        zoom,
        clear: Rect::new(number(2), number(3), number(4), number(5)),
    }
}

/// How far each painted box lies from where the Scene puts it, in px, the furthest edge of each.
fn boxes(app: &App<'_>, scene: &Scene, view: View) -> Vec<(String, f64)> {
    let script = "return [...document.querySelectorAll('.scene-world [data-key]')].map((node) => {
            const box = node.getBoundingClientRect();
            return [node.dataset.key, box.left, box.top, box.right, box.bottom];
        });";
    let found = app.run(script, &[]);
    let mut offsets = Vec::new();
    for one in found.as_array().into_iter().flatten() {
        let name = one[0].as_str().unwrap_or_default();
        // The header's strip is made wider than its node, so that cards do not show beside it when it sticks.
        if name.starts_with("header/") || name.starts_with("lens/") || name.starts_with("map/") {
            continue;
        }
        let Some(place) = scene.place(&NodeKey::new(name)) else { panic!("{name} is not in the Scene") };
        let expected = [
            view.x as f64 + place.x * view.zoom,
            view.y as f64 + place.y * view.zoom,
            view.x as f64 + place.right() * view.zoom,
            view.y as f64 + place.bottom() * view.zoom,
        ];
        let off = (0..4).map(|edge| (one[edge + 1].as_f64().unwrap_or(f64::NAN) - expected[edge]).abs());
        offsets.push((name.to_owned(), off.fold(0.0, f64::max)));
    }
    offsets
}

fn worst(differences: &[Difference]) -> Vec<String> {
    let mut bad: Vec<&Difference> = differences.iter().filter(|one| !one.agrees()).collect();
    bad.sort_by(|a, b| b.wrong.total_cmp(&a.wrong).then(b.off.total_cmp(&a.off)));
    let line = |one: &&Difference| {
        format!("{} ink {} off {:.1} % wrong {:.2} %", one.key, one.ink, one.off * 100.0, one.wrong * 100.0)
    };
    bad.iter().map(line).collect()
}

fn window_shows_the_picture(theme: Theme, name: &str) {
    let desk = Desk::new(3000, 1800);
    desk.set_theme(name);
    let document = pipeline_tests::sample();
    let file = desk.home().join("seven-phases.journey");
    store::export_file(&document, &file, false).expect("the sample");
    let app = App::start(&desk, &[&file]);
    app.find("[data-key^='card/']");
    // The pointer waits where nothing lights up, the driver's and that of the screen: a window that gets another size
    // under it hears of that one.
    app.drag(&[(700.0, 20.0)]);
    let moved = desk.command("xdotool").args(["mousemove", "700", "20"]).status();
    assert!(moved.is_ok_and(|status| status.success()), "xdotool moves the pointer");
    app.chord(&[key::CONTROL], '0');
    let map = document.maps_in_order()[0].id;
    let scene =
        Layouter::new().layout(&document, &Options { map, theme, ..Options::default() }).expect("a Scene");
    let kept = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("window-picture");
    std::fs::create_dir_all(&kept).expect("a folder for the pictures");

    let mut differing = Vec::new();
    for (zoom, press) in [(1.0, None), (0.8, Some('-')), (1.25, Some('+'))] {
        // A little narrower than the map, which is then not centred and begins on a whole pixel.
        app.size_page((scene.size.w * zoom).floor() as u32 - 2, 1800);
        if let Some(press) = press {
            app.chord(&[key::CONTROL], '0');
            app.chord(&[key::CONTROL], press);
        }
        let width: Value = json!(scene.size.w * zoom);
        app.wait_until(
            "the zoom",
            "return Math.abs(document.querySelector('.scene-world').offsetWidth - args[0]) < 1.5",
            &[width],
        );
        // The map's header stays at the left while the rest scrolls: compare both at their beginning.
        app.run("document.querySelector('.scene-world').parentElement.scrollTo(0, 0)", &[]);
        app.wait_until_still();
        let view = view(&app, zoom);

        let boxes = boxes(&app, &scene, view);
        assert!(boxes.len() > 80, "only {} nodes are painted", boxes.len());
        let far: Vec<_> = boxes.iter().filter(|(_, off)| off.is_nan() || *off > 1.0).collect();
        assert!(far.is_empty(), "{name} at {zoom}: boxes off by more than 1 px: {far:?}");

        let shot = kept.join(format!("{name}-{zoom}.png"));
        let picture = drawn(&scene, zoom);
        picture.save(kept.join(format!("{name}-{zoom}-drawn.png"))).expect("the picture is kept");
        // The page does not tell when its frame is on the screen: that comes a moment later, or never.
        let patience = Instant::now() + Duration::from_secs(10);
        let (screen, found) = loop {
            desk.picture(&shot);
            let screen = image::open(&shot).expect("the screen").to_rgb8();
            let found = differences(&scene, &picture, &screen, view);
            if worst(&found).is_empty() || Instant::now() > patience {
                break (screen, found);
            }
        };
        assert!(found.len() > 80, "only {} nodes have ink to compare", found.len());
        differing.extend(worst(&found).into_iter().map(|line| format!("at {zoom}: {line}")));

        let (changed, card) = without_a_line(&scene);
        let found = differences(&scene, &drawn(&changed, zoom), &screen, view);
        let told = found.iter().any(|one| one.key == card && !one.agrees());
        assert!(told, "{name} at {zoom}: a line less in {card} goes unnoticed");
    }
    app.quit();
    assert!(differing.is_empty(), "{name}: nodes whose ink differs:\n{}", differing.join("\n"));
}

#[test]
fn light() {
    window_shows_the_picture(Theme::Light, "light");
}

#[test]
fn dark() {
    window_shows_the_picture(Theme::Dark, "dark");
}
