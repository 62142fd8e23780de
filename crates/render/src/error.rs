//! What can keep a picture from being made.

/// Why no picture was made. Whatever was already handed to the output is not a whole file.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The Scene has no extent, or one that is not a number.
    #[error("expected a map with a width and a height, found {w} × {h}")]
    NoExtent {
        /// The Scene's width.
        w: f64,
        /// The Scene's height.
        h: f64,
    },
    /// Something lies where nothing can be drawn, or its place is not a number.
    #[error("expected everything within 1,000,000 units of the corner, found {node} beyond")]
    TooFar {
        /// The name of the node.
        node: String,
    },
    /// The scale, the width or the resolution is not a positive number.
    #[error("expected a {what} above 0, found {found}")]
    NotPositive {
        /// What was asked for: `scale`, `width`, `resolution`, …
        what: &'static str,
        /// The value.
        found: f64,
    },
    /// The picture would have more pixels than a PNG of ours may have.
    #[error(
        "expected a picture of at most {limit} × {limit} pixels, found {width} × {height}; choose a smaller scale"
    )]
    TooManyPixels {
        /// Width in pixels.
        width: f64,
        /// Height in pixels.
        height: f64,
        /// The most pixels along one side.
        limit: u32,
    },
    /// The page would be larger than PDF readers show.
    #[error(
        "expected a page of at most {limit_mm} × {limit_mm} mm, found {w_mm:.0} × {h_mm:.0} mm; choose a paper size"
    )]
    PageTooLarge {
        /// Width in millimetres.
        w_mm: f64,
        /// Height in millimetres.
        h_mm: f64,
        /// The longest side in millimetres.
        limit_mm: u32,
    },
    /// The margins leave nothing of the paper.
    #[error("expected margins that leave room on the paper, found {w_mm:.1} × {h_mm:.1} mm between them")]
    NoRoomOnPaper {
        /// Width between the margins, in millimetres.
        w_mm: f64,
        /// Height between the margins, in millimetres.
        h_mm: f64,
    },
    /// A run of glyphs names a face that the Scene does not have, or whose file it does not hold.
    #[error("expected the file of each face, found none for {name}")]
    NoFace {
        /// The face's name, or its index.
        name: String,
    },
    /// The output refused the bytes.
    #[error("the picture could not be written: {0}")]
    Output(#[from] std::io::Error),
    /// The format holds slides only.
    #[error("{format} files hold slides")]
    NotFor {
        /// The ending of the format.
        format: &'static str,
    },
    /// Somebody stopped it.
    #[error("it was stopped")]
    Stopped,
    /// The PDF writer refused the document.
    #[error("the PDF could not be made: {reason}")]
    Pdf {
        /// What the writer said.
        reason: String,
    },
}

impl RenderError {
    /// A stable name of the case, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoExtent { .. } => "no_extent",
            Self::TooFar { .. } => "too_far",
            Self::NotPositive { .. } => "not_positive",
            Self::TooManyPixels { .. } => "too_many_pixels",
            Self::PageTooLarge { .. } => "page_too_large",
            Self::NoRoomOnPaper { .. } => "no_room_on_paper",
            Self::NoFace { .. } => "no_face",
            Self::Output(_) => "output",
            Self::NotFor { .. } => "not_for",
            Self::Stopped => "stopped",
            Self::Pdf { .. } => "pdf",
        }
    }

    /// The key of its sentence, and what goes into that: for whoever has the words of a language.
    pub fn told(&self) -> (String, Vec<String>) {
        let args = match self {
            Self::NoExtent { w, h } => vec![w.to_string(), h.to_string()],
            Self::TooFar { node } => vec![node.clone()],
            Self::NotPositive { what, found } => vec![(*what).to_owned(), found.to_string()],
            Self::TooManyPixels { width, height, limit } => {
                vec![width.to_string(), height.to_string(), limit.to_string()]
            }
            Self::PageTooLarge { w_mm, h_mm, limit_mm } => {
                vec![format!("{w_mm:.0}"), format!("{h_mm:.0}"), limit_mm.to_string()]
            }
            Self::NoRoomOnPaper { w_mm, h_mm } => vec![format!("{w_mm:.1}"), format!("{h_mm:.1}")],
            Self::NoFace { name } => vec![name.clone()],
            Self::Output(error) => vec![error.to_string()],
            Self::NotFor { format } => vec![(*format).to_owned()],
            Self::Stopped => Vec::new(),
            Self::Pdf { reason } => vec![reason.clone()],
        };
        (format!("render.{}", self.code()), args)
    }
}
