//! Every view of many maps, in every format, light and dark: `gallery [FOLDER] [quick] [VIEW…]`.
//!
//! Writes the files and a contact sheet for each view into the folder, prints a table of what came out, and ends with
//! status 1 where something did not. `quick` leaves the two large maps out; without a VIEW it makes all of them.

use image::RgbImage;
use journey::{Document, Id, Template};
use layout::{Density, Include, Layouter, Options, PageOptions, PageView, Pages, Paper, Theme, View};
use pipeline_tests::{ids, journeys, maps, sheet, storyboard};
use render::export::{ExportOptions, Format, Pixels, export};
use render::png::{Extent, PngOptions};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// Width of a picture on the contact sheet, in pixels.
const THUMB: u32 = 460;

/// A view as the gallery shows it.
struct Show {
    name: &'static str,
    options: fn(&mut PageOptions),
    formats: &'static [Format],
}

const PICTURES: &[Format] = &[Format::Png, Format::Pdf, Format::Svg];

const SHOWS: &[Show] = &[
    Show { name: "canvas", options: |_| (), formats: PICTURES },
    Show {
        name: "slides",
        options: |to| to.layout.view = View::Slides,
        formats: &[Format::Png, Format::Pdf, Format::Svg, Format::Pptx],
    },
    Show {
        name: "projector",
        options: |to| {
            to.layout.view = View::Slides;
            to.layout.density = Density::Projector;
        },
        formats: &[Format::Png, Format::Pdf, Format::Svg, Format::Pptx],
    },
    Show { name: "poster", options: |to| to.layout.view = View::Poster, formats: PICTURES },
    Show {
        name: "tiles",
        options: |to| {
            to.layout.view = View::Poster;
            to.paper = Some(Paper { w_mm: 841.0, h_mm: 594.0 });
            to.tile = Some(Paper::A4);
        },
        formats: PICTURES,
    },
    Show {
        name: "blank",
        options: |to| {
            to.layout.view = View::Poster;
            to.include = Include { cards: false, ..Include::default() };
        },
        formats: PICTURES,
    },
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let folder = PathBuf::from(words.first().map_or("target/gallery", String::as_str));
    std::fs::create_dir_all(&folder).expect("the folder");
    let maps = all(words.iter().any(|word| word == "quick"));
    let layouter = Layouter::new();
    let mut failed = 0;
    println!("| Map | View | Theme | Pages | Smallest | Files | Time |\n|---|---|---|---|---|---|---|");
    let is_asked = |show: &&Show| {
        let asked: Vec<&String> =
            words.iter().filter(|word| SHOWS.iter().any(|show| show.name == *word)).collect();
        asked.is_empty() || asked.iter().any(|word| *word == show.name)
    };
    for show in SHOWS.iter().filter(is_asked) {
        let mut rows: Vec<(String, Vec<RgbImage>)> = Vec::new();
        for (name, document) in &maps {
            let mut thumbs = Vec::new();
            for theme in Theme::ALL {
                let begin = Instant::now();
                match shown(&layouter, show, name, document, theme, &folder) {
                    Ok(made) => {
                        let told = made.told;
                        println!(
                            "| {name} | {} | {theme:?} | {told} | {:.1} s |",
                            show.name,
                            begin.elapsed().as_secs_f64()
                        );
                        thumbs.extend(made.thumbs);
                    }
                    Err(problem) => {
                        failed += 1;
                        println!("| {name} | {} | {theme:?} | **{problem}** | | | |", show.name);
                    }
                }
            }
            rows.push((name.clone(), thumbs));
        }
        let path = folder.join(format!("contact-{}.png", show.name));
        sheet::write(&rows, THUMB, &path);
        println!("\ncontact sheet: {}\n", path.display());
    }
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The maps by their names.
fn all(quick: bool) -> Vec<(String, Document)> {
    let mut found: Vec<(String, Document)> = Template::ALL
        .iter()
        .map(|template| (template.name("en"), template.document(&mut ids(), "en")))
        .collect();
    found.push(("Sample".into(), pipeline_tests::sample()));
    found.extend(journeys::all().into_iter().map(|(name, document)| (name.to_owned(), document)));
    found.push(("Every kind of lane".into(), maps::every_kind()));
    found.push(("Arabic".into(), maps::arabic()));
    found.push(("Japanese".into(), maps::japanese()));
    found.push(("Empty".into(), maps::empty()));
    found.push(("30 stages".into(), maps::long()));
    if !quick {
        found.push(("10,000 cards".into(), maps::of_size(25, 20, 20)));
        found.push(("200 images".into(), storyboard::of_pictures(200)));
    }
    found
}

/// What a view of a map came to.
struct Made {
    told: String,
    thumbs: Vec<RgbImage>,
}

fn shown(
    layouter: &Layouter,
    show: &Show,
    name: &str,
    document: &Document,
    theme: Theme,
    folder: &Path,
) -> Result<Made, String> {
    let map = document.maps_in_order().first().map_or(Id::default(), |map| map.id);
    let mut options =
        PageOptions { layout: Options { map, theme, ..Options::default() }, ..PageOptions::default() };
    (show.options)(&mut options);
    let pages = layouter.pages(document, &options).map_err(|error| error.to_string())?;
    let each = pages.each();
    let mut sizes = Vec::new();
    for format in show.formats {
        let options = ExportOptions {
            format: *format,
            // The largest map at its full size has no picture within a PNG's bounds.
            pixels: Pixels::Width(1920),
            created: Some(0),
            ..ExportOptions::default()
        };
        let made = export(&pages, &options, &mut |_| true).map_err(|error| format!("{format:?}: {error}"))?;
        let own = format!("{name}-{}-{theme:?}", show.name).to_lowercase().replace([' ', ','], "-");
        let several = made.files.len() > 1;
        if several {
            std::fs::create_dir_all(folder.join(&own)).map_err(|error| error.to_string())?;
        }
        for file in &made.files {
            let path = if several {
                folder.join(&own).join(&file.name)
            } else {
                folder.join(format!("{own}.{}", format.ending()))
            };
            std::fs::write(path, &file.bytes).map_err(|error| error.to_string())?;
        }
        let bytes: usize = made.files.iter().map(|file| file.bytes.len()).sum();
        sizes.push(format!("{} {} kB", format.ending(), bytes / 1000));
    }
    let smallest = pages.smallest_pt().map_or("–".to_owned(), |points| format!("{points:.1} pt"));
    let warning = match &pages {
        Pages::Sheets { legibility: Some(told), .. } if told.is_small() => {
            told.say("en").map(|said| format!(" ({said})")).unwrap_or_default()
        }
        Pages::Sheets { .. } | Pages::Slides(_) => String::new(),
    };
    let told = format!("{} | {smallest}{warning} | {}", each.len(), sizes.join(", "));
    let thumbs = chosen(&each).into_iter().map(thumb).collect::<Result<_, _>>()?;
    Ok(Made { told, thumbs })
}

/// Of many pages the first two, one in the middle and the last: enough to see what they are like.
fn chosen<'a>(each: &[PageView<'a>]) -> Vec<PageView<'a>> {
    let mut places = vec![0, 1, each.len() / 2, each.len().saturating_sub(1)];
    places.sort_unstable();
    places.dedup();
    places.into_iter().filter_map(|at| each.get(at)).copied().collect()
}

fn thumb(page: PageView<'_>) -> Result<RgbImage, String> {
    let options = PngOptions { extent: Extent::Width(THUMB), ..PngOptions::default() };
    let mut bytes = Vec::new();
    render::png::write(page.scene, &options, &mut bytes).map_err(|error| error.to_string())?;
    image::load_from_memory(&bytes).map(|picture| picture.into_rgb8()).map_err(|error| error.to_string())
}
