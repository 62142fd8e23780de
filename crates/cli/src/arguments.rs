//! The words of the command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Customer journey maps without a window.
#[derive(Parser)]
#[command(name = "journey", version, about, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// The language of messages, new maps, and words that an export adds: en, de; else the computer's, and in an export
    /// the map's own
    #[arg(long, global = true, value_name = "TAG")]
    pub(crate) language: Option<String>,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// List the templates, one name a line
    Templates,
    /// Make a new map file
    New(New),
    /// Make a map file from a text
    Import(Import),
    /// Make a picture or a text from a map file
    Export(Export),
    /// Check a file's integrity and the map's invariants
    Check(Check),
    /// Print the outline of a map file
    Show(Show),
}

#[derive(Args)]
pub(crate) struct New {
    #[command(flatten)]
    pub(crate) from: From,
    /// The file to make (.journey)
    pub(crate) out: PathBuf,
    /// Replace the file where it exists
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Args)]
#[group(required = true, multiple = false)]
pub(crate) struct From {
    /// Stages and lanes of a template, by its name
    #[arg(long, value_name = "NAME")]
    pub(crate) template: Option<String>,
    /// The finished sample map
    #[arg(long)]
    pub(crate) sample: bool,
    /// One stage and the starter lanes
    #[arg(long)]
    pub(crate) blank: bool,
}

#[derive(Args)]
pub(crate) struct Import {
    /// The text to read (.mmd, .md, .json)
    pub(crate) input: PathBuf,
    /// The file to make (.journey)
    pub(crate) out: PathBuf,
    /// Replace the file where it exists
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Args)]
pub(crate) struct Export {
    /// The map file
    pub(crate) input: PathBuf,
    /// The file to make; its ending tells the format: .png .pdf .svg .pptx .json .md .mmd
    pub(crate) out: PathBuf,
    /// What to draw: slides for .pptx, else the canvas; several pictures go to a folder of the name
    #[arg(long, value_enum)]
    pub(crate) view: Option<View>,
    /// How much a slide holds
    #[arg(long, value_enum, default_value = "normal")]
    pub(crate) density: Density,
    /// The map to take, by its title
    #[arg(long, value_name = "TITLE")]
    pub(crate) map: Option<String>,
    /// Light or dark; light if you say nothing, or as the deck of --into is
    #[arg(long, value_enum)]
    pub(crate) theme: Option<Theme>,
    /// Lay the map out to this width
    #[arg(long, value_name = "PX")]
    pub(crate) fit: Option<f64>,
    /// Width of the picture in pixels
    #[arg(long, value_name = "PX", conflicts_with = "scale")]
    pub(crate) width: Option<u32>,
    /// Pixels of the picture for each unit of the layout
    #[arg(long, value_name = "N")]
    pub(crate) scale: Option<f64>,
    /// Dots per inch that the picture says it has
    #[arg(long, value_name = "N")]
    pub(crate) dpi: Option<f64>,
    /// Put the map on a paper: a4 a3 a2 a1 a0 letter tabloid WxHmm WxHin; a poster without it is an a3
    #[arg(long, value_name = "SIZE")]
    pub(crate) paper: Option<String>,
    /// Cut a poster into sheets of this paper, to be glued
    #[arg(long, value_enum)]
    pub(crate) tile: Option<Tile>,
    /// Print a poster's stages and lanes without cards, for paper notes
    #[arg(long)]
    pub(crate) blank_cards: bool,
    /// Put the slides into this deck: those made before are made anew, all others stay
    #[arg(long, value_name = "DECK.pptx")]
    pub(crate) into: Option<PathBuf>,
    /// Draw the letters of an .svg, for programs that do not read the fonts in it
    #[arg(long)]
    pub(crate) outlines: bool,
    /// Replace the file where it exists
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub(crate) enum View {
    /// The whole map
    Canvas,
    /// A deck: overview, one slide a stage, gaps, action plan
    Slides,
    /// The whole map on paper, with a key
    Poster,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub(crate) enum Tile {
    /// 297 × 210 mm
    A4,
    /// 420 × 297 mm
    A3,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Density {
    /// Nothing below 12 pt
    Normal,
    /// Nothing below 18 pt, and fewer things
    Projector,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Theme {
    /// Dark ink on light paper
    Light,
    /// Light ink on dark paper
    Dark,
}

#[derive(Args)]
pub(crate) struct Check {
    /// The map file
    pub(crate) input: PathBuf,
    /// Write what was found as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Show {
    /// The map file
    pub(crate) input: PathBuf,
    /// The map to show, by its title
    #[arg(long, value_name = "TITLE")]
    pub(crate) map: Option<String>,
}
