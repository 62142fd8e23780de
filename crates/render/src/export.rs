//! From pages to files: one call for the window and the command line, so that both make the same bytes.

use crate::pdf::{self, Margins, Page, PdfOptions};
use crate::png::{self, Extent, PngOptions};
use crate::pptx::{self, PptxOptions};
use crate::svg::{self, SvgOptions};
use crate::{RenderError, Warning, Warnings};
use layout::paper::MM_PER_INCH;
use layout::{PageView, Pages, Scene};
use std::io::{self, Write};

/// Dots per inch of a picture that lies on a paper, where nobody says.
const PAPER_DPI: f64 = 300.0;

/// A format that pages leave as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Pixels; a file a page.
    #[default]
    Png,
    /// A document of all pages.
    Pdf,
    /// A drawing; a file a page.
    Svg,
    /// A deck; slides only.
    Pptx,
}

impl Format {
    /// The ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Svg => "svg",
            Self::Pptx => "pptx",
        }
    }
}

/// How many pixels a picture has.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Pixels {
    /// One a unit, 1920 × 1080 for a slide; on a paper 300 an inch.
    #[default]
    Natural,
    /// This many in its width.
    Width(u32),
    /// This many for a unit.
    Scale(f64),
    /// This many an inch of the paper.
    Dpi(f64),
}

/// How pages become files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExportOptions {
    /// The format. Default: PNG.
    pub format: Format,
    /// The size of pictures.
    pub pixels: Pixels,
    /// Dots per inch that a picture tells, beside those of its size. Default: those at which it has its size on paper.
    pub dpi: Option<f64>,
    /// How text is written into an SVG. Default: as text, with the faces.
    pub svg: SvgOptions,
    /// When the map was last changed, in seconds since 1970 (UTC); the only time that a file tells.
    pub created: Option<i64>,
    /// The document's title. Default: the first page's.
    pub title: Option<String>,
}

/// A finished file.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// Its name with the ending.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for File {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "File({}, {} bytes)", self.name, self.bytes.len())
    }
}

/// What an export came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Exported {
    /// The files, in the order of the pages.
    pub files: Vec<File>,
    /// What came out differently from what was asked.
    pub warnings: Warnings,
}

/// How far an export is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The page that is being drawn, from 0.
    pub page: usize,
    /// How many there are.
    pub of: usize,
}

/// Whether the pages become several files, which belong in a folder: slides as pictures always do.
pub fn needs_folder(pages: &Pages, format: Format) -> bool {
    let is_picture = matches!(format, Format::Png | Format::Svg);
    is_picture
        && match pages {
            Pages::Slides(_) => true,
            Pages::Sheets { sheets, .. } => sheets.len() > 1,
        }
}

/// Makes the files of these pages. `go_on` is asked at each page and now and then between; `false` ends it.
///
/// # Errors
/// [`RenderError::Stopped`] where `go_on` said so, [`RenderError::NotFor`] where the format cannot hold these pages; or
/// whatever the painter names.
pub fn export(
    pages: &Pages,
    options: &ExportOptions,
    go_on: &mut dyn FnMut(Step) -> bool,
) -> Result<Exported, RenderError> {
    let each = pages.each();
    if each.is_empty() {
        return Err(RenderError::NoExtent { w: 0.0, h: 0.0 });
    }
    let mut warnings = Warnings::default();
    let mut watch =
        Watch { bytes: Vec::new(), step: Step { page: 0, of: each.len() }, go_on, is_stopped: false };
    let mut files = Vec::new();
    let title = options.title.clone().unwrap_or_else(|| each[0].scene.title.clone());
    let ending = options.format.ending();
    match options.format {
        Format::Png | Format::Svg => {
            for (at, page) in each.iter().enumerate() {
                watch.begin(at)?;
                let made = match options.format {
                    Format::Svg => svg::write(page.scene, &options.svg, &mut watch),
                    Format::Png | Format::Pdf | Format::Pptx => {
                        png::write(page.scene, &picture(page, options), &mut watch)
                    }
                };
                let bytes = watch.finish(made, &mut warnings)?;
                files.push(File { name: format!("{}.{ending}", page.name), bytes });
            }
        }
        Format::Pdf => {
            watch.begin(0)?;
            let leaves: Vec<(&Scene, Page)> =
                each.iter().map(|page| (page.scene, leaf(page, &mut warnings))).collect();
            let options = PdfOptions {
                created: options.created,
                title: options.title.clone(),
                ..PdfOptions::default()
            };
            let made = pdf::write_leaves(&leaves, &options, &mut watch);
            files.push(File { name: format!("{title}.{ending}"), bytes: watch.finish(made, &mut warnings)? });
        }
        Format::Pptx => {
            let Pages::Slides(slides) = pages else {
                return Err(RenderError::NotFor { format: ending });
            };
            watch.begin(0)?;
            let options = PptxOptions { title: options.title.clone(), created: options.created };
            let made = pptx::write(slides, &options, &mut watch);
            files.push(File { name: format!("{title}.{ending}"), bytes: watch.finish(made, &mut warnings)? });
        }
    }
    Ok(Exported { files, warnings })
}

/// The page of a PDF: a canvas without a paper is as large as its map, as far as readers show it.
fn leaf(page: &PageView<'_>, warnings: &mut Warnings) -> Page {
    let (w_mm, h_mm) = (page.paper.w_mm, page.paper.h_mm);
    let shown = f64::from(pdf::LONGEST_MM) / w_mm.max(h_mm);
    if page.is_natural && shown < 1.0 {
        warnings.add(Warning::SmallerPage { percent: (shown * 100.0).floor() as u32 });
        return Page::Paper { w_mm: w_mm * shown, h_mm: h_mm * shown, margins: Margins::all(0.0) };
    }
    if page.is_natural {
        return Page::Map;
    }
    Page::Paper { w_mm, h_mm, margins: Margins::all(page.margin_mm) }
}

fn picture(page: &PageView<'_>, options: &ExportOptions) -> PngOptions {
    // Inches of the paper for a unit; a picture has no margin.
    let inches = (page.paper.w_mm / page.scene.size.w).min(page.paper.h_mm / page.scene.size.h) / MM_PER_INCH;
    let (extent, dpi) = match options.pixels {
        Pixels::Natural if page.is_on_paper => (Extent::Scale(PAPER_DPI * inches), Some(PAPER_DPI)),
        Pixels::Natural => (Extent::Scale(1.0), None),
        Pixels::Width(width) => (Extent::Width(width), None),
        Pixels::Scale(scale) => (Extent::Scale(scale), None),
        Pixels::Dpi(dpi) => (Extent::Scale(dpi * inches), Some(dpi)),
    };
    let at_natural_size = match extent {
        Extent::Scale(scale) => scale / inches,
        Extent::Width(width) => f64::from(width) / page.scene.size.w / inches,
    };
    let dpi = options.dpi.or(dpi).unwrap_or(at_natural_size);
    PngOptions { extent, dpi: Some(dpi), ..PngOptions::default() }
}

/// Bytes of a file that is being made, as long as somebody wants it.
struct Watch<'a> {
    bytes: Vec<u8>,
    step: Step,
    go_on: &'a mut dyn FnMut(Step) -> bool,
    is_stopped: bool,
}

impl Watch<'_> {
    fn begin(&mut self, page: usize) -> Result<(), RenderError> {
        self.step.page = page;
        if (self.go_on)(self.step) { Ok(()) } else { Err(RenderError::Stopped) }
    }

    /// The bytes that were written, if all of them were.
    fn finish(
        &mut self,
        made: Result<Warnings, RenderError>,
        all: &mut Warnings,
    ) -> Result<Vec<u8>, RenderError> {
        if self.is_stopped {
            return Err(RenderError::Stopped);
        }
        made?.into_iter().for_each(|warning: Warning| all.add(warning));
        Ok(std::mem::take(&mut self.bytes))
    }
}

impl Write for Watch<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_stopped || !(self.go_on)(self.step) {
            self.is_stopped = true;
            return Err(io::Error::other("it was stopped"));
        }
        self.bytes.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
