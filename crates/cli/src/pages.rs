//! `journey export` to .png, .pdf, .svg and .pptx: a view of a map becomes pages, and the pages become files.

use crate::arguments::{Density, Export, Theme, Tile, View};
use crate::language::{asked, language, said, say, told};
use crate::outcome::{Outcome, Problem};
use crate::{folder, into, source};
use journey::{Document, Id, Map};
use layout::{Include, Layouter, Options, PageOptions, Pages, Paper, Width};
use render::export::{ExportOptions, Exported, Format, Pixels, needs_folder};
use render::pptx::refresh::Deck;
use render::svg::{SvgOptions, TextForm};

/// Refuses words that do not go together, before any work.
pub(crate) fn check(arguments: &Export, view: View, format: Format) -> Outcome {
    let wrong = |key: &str| Err(Problem::Usage(said(key, &[])));
    match (view, format) {
        (View::Canvas | View::Poster, Format::Pptx) => wrong("cli.deck-holds-slides"),
        _ if view != View::Poster && arguments.tile.is_some() => wrong("cli.tile-with-poster"),
        (_, Format::Png | Format::Pdf | Format::Pptx) if arguments.outlines => wrong("cli.outlines-with-svg"),
        _ if view != View::Poster && arguments.blank_cards => wrong("cli.blank-with-poster"),
        _ => Ok(()),
    }
}

/// What the words of the command ask of pages.
pub(crate) fn options(arguments: &Export, view: View, map: &Map) -> Result<PageOptions, Problem> {
    let paper = arguments.paper.as_deref().map(Paper::parse).transpose();
    Ok(PageOptions {
        layout: Options {
            map: map.id,
            view: match view {
                View::Canvas => layout::View::Canvas,
                View::Slides => layout::View::Slides,
                View::Poster => layout::View::Poster,
            },
            theme: match arguments.theme {
                None | Some(Theme::Light) => layout::Theme::Light,
                Some(Theme::Dark) => layout::Theme::Dark,
            },
            width: arguments.fit.map_or(Width::Natural, Width::Fit),
            language: asked(),
            density: match arguments.density {
                Density::Normal => layout::Density::Normal,
                Density::Projector => layout::Density::Projector,
            },
            ..Options::default()
        },
        paper: paper.map_err(|error| Problem::Usage(say(&error.phrase())))?,
        tile: arguments.tile.map(|tile| match tile {
            Tile::A4 => Paper::A4,
            Tile::A3 => Paper::A3,
        }),
        include: Include { cards: !arguments.blank_cards, ..Include::default() },
        ..PageOptions::default()
    })
}

/// Makes the pages of these maps and writes their files. Pictures are of the first map, other formats hold all of them.
pub(crate) fn export(
    arguments: &Export,
    view: View,
    format: Format,
    document: &Document,
    maps: &[&Map],
    changed_at: i64,
) -> Outcome {
    let is_picture = matches!(format, Format::Png | Format::Svg);
    let shown = if is_picture { &maps[..maps.len().min(1)] } else { maps };
    let Some(first) = shown.first() else { return Err(Problem::Failed(said("cli.no-map", &[]))) };
    let deck = arguments.into.as_deref().map(into::open).transpose()?;
    // Slides look as the deck does, unless somebody says otherwise.
    let theme = deck.as_ref().filter(|_| arguments.theme.is_none()).map(Deck::theme);
    let mut options = options(arguments, view, first)?;
    options.layout.theme = theme.unwrap_or(options.layout.theme);
    let ids: Vec<Id> = shown.iter().map(|map| map.id).collect();
    let pages = Layouter::new().pages_of(document, &ids, &options);
    let pages = pages.map_err(|error| Problem::Failed(say(&error.phrase())))?;
    if needs_folder(&pages, format) {
        folder::expect_free(&arguments.out, arguments.force)?;
    } else {
        source::expect_free(&arguments.out, arguments.force)?;
    }
    tell(&pages, language());
    if let (Some(deck), Pages::Slides(slides)) = (deck, &pages) {
        return into::refresh(arguments, deck, slides);
    }
    let title = (view == View::Slides).then(|| first.title.clone());
    let options = ExportOptions {
        format,
        pixels: match (arguments.width, arguments.scale, arguments.dpi) {
            (Some(width), _, _) => Pixels::Width(width),
            (None, Some(scale), _) => Pixels::Scale(scale),
            (None, None, Some(dpi)) => Pixels::Dpi(dpi),
            (None, None, None) => Pixels::Natural,
        },
        dpi: arguments.dpi,
        svg: SvgOptions {
            text: if arguments.outlines { TextForm::Outlines } else { TextForm::Words },
            ..SvgOptions::default()
        },
        created: Some(changed_at / 1000),
        title,
    };
    let made = render::export::export(&pages, &options, &mut |_| true);
    let made = made.map_err(|error| Problem::of_file(&arguments.out, told(error.told())))?;
    made.warnings.iter().for_each(|warning| eprintln!("{}", told(warning.told())));
    write(arguments, &pages, format, made)
}

fn write(arguments: &Export, pages: &Pages, format: Format, made: Exported) -> Outcome {
    let files = made.files.into_iter().map(|file| (file.name, file.bytes));
    if needs_folder(pages, format) {
        return folder::write(&files.collect::<Vec<_>>(), &arguments.out, arguments.force);
    }
    for (_, bytes) in files {
        source::write(&bytes, &arguments.out, arguments.force)?;
    }
    Ok(())
}

/// Tells on stderr what a person should know of the pages.
fn tell(pages: &Pages, language: &str) {
    for notice in pages.notices() {
        eprintln!("{}", of_notice(&notice));
    }
    if let Pages::Sheets { legibility: Some(legibility), .. } = pages
        && legibility.is_small()
        && let Some(sentence) = legibility.say(language)
    {
        eprintln!("{sentence}");
    }
}

fn of_notice(notice: &layout::Notice) -> String {
    match notice {
        layout::Notice::MissingGlyph { character } => {
            said("cli.no-glyph", &[character, &format!("{:04X}", u32::from(*character))])
        }
        layout::Notice::SystemFont { family } => said("cli.own-font", &[family]),
    }
}
