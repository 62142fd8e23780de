//! The words of the command line. What each is for is told in `journey::words`.

use crate::language::help;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// What can be asked for.
#[derive(Parser)]
#[command(name = "journey", version, about = help("help.about"), disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[arg(long, global = true, value_name = "TAG", help = help("help.language"))]
    pub(crate) language: Option<String>,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    #[command(about = help("help.templates"))]
    Templates,
    #[command(about = help("help.new"))]
    New(New),
    #[command(about = help("help.import"))]
    Import(Import),
    #[command(about = help("help.export"))]
    Export(Export),
    #[command(about = help("help.check"))]
    Check(Check),
    #[command(about = help("help.show"))]
    Show(Show),
}

#[derive(Args)]
pub(crate) struct New {
    #[command(flatten)]
    pub(crate) from: From,
    #[arg(help = help("help.out"))]
    pub(crate) out: PathBuf,
    #[arg(long, help = help("help.force"))]
    pub(crate) force: bool,
}

#[derive(Args)]
#[group(required = true, multiple = false)]
pub(crate) struct From {
    #[arg(long, value_name = "NAME", help = help("help.template"))]
    pub(crate) template: Option<String>,
    #[arg(long, help = help("help.sample"))]
    pub(crate) sample: bool,
    #[arg(long, help = help("help.blank"))]
    pub(crate) blank: bool,
}

#[derive(Args)]
pub(crate) struct Import {
    #[arg(help = help("help.input-text"))]
    pub(crate) input: PathBuf,
    #[arg(help = help("help.out"))]
    pub(crate) out: PathBuf,
    #[arg(long, help = help("help.force"))]
    pub(crate) force: bool,
}

#[derive(Args)]
pub(crate) struct Export {
    #[arg(help = help("help.input"))]
    pub(crate) input: PathBuf,
    #[arg(help = help("help.out-any"))]
    pub(crate) out: PathBuf,
    #[arg(long, value_enum, help = help("help.view"))]
    pub(crate) view: Option<View>,
    #[arg(long, value_enum, default_value = "normal", help = help("help.density"))]
    pub(crate) density: Density,
    #[arg(long, value_name = "TITLE", help = help("help.map"))]
    pub(crate) map: Option<String>,
    #[arg(long, value_enum, help = help("help.theme"))]
    pub(crate) theme: Option<Theme>,
    #[arg(long, value_name = "PX", help = help("help.fit"))]
    pub(crate) fit: Option<f64>,
    #[arg(long, value_name = "PX", conflicts_with = "scale", help = help("help.width"))]
    pub(crate) width: Option<u32>,
    #[arg(long, value_name = "N", help = help("help.scale"))]
    pub(crate) scale: Option<f64>,
    #[arg(long, value_name = "N", help = help("help.dpi"))]
    pub(crate) dpi: Option<f64>,
    #[arg(long, value_name = "SIZE", help = help("help.paper"))]
    pub(crate) paper: Option<String>,
    #[arg(long, value_enum, help = help("help.tile"))]
    pub(crate) tile: Option<Tile>,
    #[arg(long, help = help("help.blank-cards"))]
    pub(crate) blank_cards: bool,
    #[arg(long, value_name = "DECK.pptx", help = help("help.into"))]
    pub(crate) into: Option<PathBuf>,
    #[arg(long, help = help("help.outlines"))]
    pub(crate) outlines: bool,
    #[arg(long, help = help("help.force"))]
    pub(crate) force: bool,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub(crate) enum View {
    #[value(help = help("help.view.canvas"))]
    Canvas,
    #[value(help = help("help.view.slides"))]
    Slides,
    #[value(help = help("help.view.poster"))]
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
    #[value(help = help("help.density.normal"))]
    Normal,
    #[value(help = help("help.density.projector"))]
    Projector,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Theme {
    #[value(help = help("help.theme.light"))]
    Light,
    #[value(help = help("help.theme.dark"))]
    Dark,
}

#[derive(Args)]
pub(crate) struct Check {
    #[arg(help = help("help.input"))]
    pub(crate) input: PathBuf,
    #[arg(long, help = help("help.json"))]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Show {
    #[arg(help = help("help.input"))]
    pub(crate) input: PathBuf,
    #[arg(long, value_name = "TITLE", help = help("help.map-shown"))]
    pub(crate) map: Option<String>,
}
