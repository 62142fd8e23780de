//! The symbols placed on maps, as outlines that layout turns into paths.

mod outline;

use crate::geometry::{Point, Segment};
use std::collections::HashMap;
use std::sync::OnceLock;

/// A symbol: lines to be stroked, 1.75–2 wide at its own size, with round ends and corners.
#[derive(Clone, Debug, PartialEq)]
pub struct Icon {
    /// The name of its file in `icons/map/`.
    pub name: &'static str,
    /// Its lines in a box of [`Icon::BOX`] by [`Icon::BOX`].
    pub segments: Vec<Segment>,
}

impl Icon {
    /// Side of the box that the outlines are drawn in.
    pub const BOX: f64 = 24.0;

    /// The lines, in a square of side `size` whose upper left corner is at `corner`.
    pub fn placed(&self, corner: Point, size: f64) -> Vec<Segment> {
        let scale = size / Self::BOX;
        let put = |at: Point| Point::new(corner.x + at.x * scale, corner.y + at.y * scale);
        self.segments
            .iter()
            .map(|segment| match *segment {
                Segment::Move(to) => Segment::Move(put(to)),
                Segment::Line(to) => Segment::Line(put(to)),
                Segment::Cubic(one, two, to) => Segment::Cubic(put(one), put(two), put(to)),
                Segment::Close => Segment::Close,
            })
            .collect()
    }

    /// The stroke's width at a size of `size`: 2 in the icon's own box.
    pub fn stroke_width(size: f64) -> f64 {
        2.0 * size / Self::BOX
    }
}

macro_rules! sources {
    ($($name:literal)*) => {
        const SOURCES: &[(&str, &str)] = &[$(
            ($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../icons/map/", $name, ".svg"))),
        )*];
    };
}

sources! {
    "activity" "arrow-down" "arrow-right" "arrow-right-left" "arrow-up" "arrow-up-down" "book-open" "briefcase"
    "building-2" "calendar" "chart-column" "chart-no-axes-column" "check" "circle-question-mark" "clock"
    "credit-card" "file-text" "flag" "footprints" "frown" "gauge" "gift" "globe" "handshake" "headphones" "image"
    "layout-grid" "lightbulb" "link" "lock" "log-in" "log-out" "mail" "map-pin" "megaphone" "meh"
    "message-circle" "message-square-text" "messages-square" "monitor-play" "monitor-smartphone" "move-right"
    "newspaper" "package" "panels-top-left" "pen-line" "phone" "presentation" "printer" "quote" "receipt"
    "rocket" "rss" "search" "server" "share-2" "shield-alert" "shopping-cart" "silos" "smartphone" "smile"
    "sparkles" "star" "store" "target" "thumbs-down" "thumbs-up" "trending-down" "trending-up" "triangle-alert"
    "truck" "type" "undo-2" "unlink" "user" "users" "video" "waypoints"
}

/// The symbol of this name; none where there is no such file.
pub fn outline(name: &str) -> Option<&'static Icon> {
    static ICONS: OnceLock<HashMap<&str, Icon>> = OnceLock::new();
    ICONS
        .get_or_init(|| {
            SOURCES.iter().map(|&(name, svg)| (name, Icon { name, segments: outline::read(svg) })).collect()
        })
        .get(name)
}

/// The names of all symbols, sorted.
pub fn names() -> impl Iterator<Item = &'static str> {
    SOURCES.iter().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_listed_and_drawn() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../icons/map");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .filter_map(|entry| {
                entry.unwrap().file_name().to_string_lossy().strip_suffix(".svg").map(str::to_owned)
            })
            .collect();
        files.sort();
        assert_eq!(files, names().collect::<Vec<_>>());
        for name in names() {
            let icon = outline(name).unwrap();
            assert!(matches!(icon.segments[0], Segment::Move(_)), "{name} begins in the air");
            for segment in &icon.segments {
                let ends = match *segment {
                    Segment::Move(to) | Segment::Line(to) | Segment::Cubic(_, _, to) => to,
                    Segment::Close => continue,
                };
                assert!(
                    (1.0..=23.0).contains(&ends.x) && (1.0..=23.0).contains(&ends.y),
                    "{name} leaves its box at {ends:?}"
                );
            }
        }
    }

    #[test]
    fn every_lane_kind_and_channel_has_its_symbol() {
        for kind in journey::LaneKind::ALL {
            assert!(outline(kind.icon()).is_some(), "{kind:?} has no symbol {}", kind.icon());
        }
        for channel in journey::Channel::ALL {
            assert!(outline(channel.icon).is_some(), "{} has no symbol {}", channel.name, channel.icon);
        }
    }

    #[test]
    fn placing_scales_and_moves() {
        let icon = outline("search").unwrap();
        let placed = icon.placed(Point::new(100.0, 50.0), 12.0);
        // The handle of the magnifying glass begins at 21, 21.
        assert_eq!(placed[0], Segment::Move(Point::new(110.5, 60.5)));
        assert_eq!(Icon::stroke_width(12.0), 1.0);
    }
}
