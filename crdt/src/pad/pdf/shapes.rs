//! Sizes and colours of a printed pad. Lengths are points.

use krilla::color::rgb::Color;

/// A4.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
/// Two centimetres on every side.
pub(super) const MARGIN: f32 = 56.7;
/// From one depth of items to the next.
pub(super) const INDENT: f32 = 20.0;
/// Between a label and the text of its item.
pub(super) const LABEL_GAP: f32 = 6.0;
/// The number of a page.
pub(super) const FOOT_SIZE: f32 = 9.0;

/// How a sort of block is set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) size: f32,
    /// From one line to the next.
    pub(super) line: f32,
    pub(super) before: f32,
    pub(super) after: f32,
    pub(super) left: f32,
    pub(super) ground: Option<(u8, u8, u8)>,
    /// A bar at its left edge.
    pub(super) bar: Option<(u8, u8, u8)>,
    /// It stays with what follows.
    pub(super) leads: bool,
}

/// A paragraph.
pub(super) const TEXT: Style = Style {
    size: 11.0,
    line: 16.0,
    before: 0.0,
    after: 6.0,
    left: 0.0,
    ground: None,
    bar: None,
    leads: false,
};
/// The title of the whole.
pub(super) const TITLE: Style = Style {
    size: 22.0,
    line: 28.0,
    after: 12.0,
    leads: true,
    ..TEXT
};
/// What stands above a table.
pub(super) const CAPTION: Style = Style {
    after: 3.0,
    leads: true,
    ..TEXT
};
/// Around the text of a cell.
pub(super) const CELL_PAD: f32 = 4.0;
/// Somebody else's words.
pub(super) const QUOTE: Style = Style {
    left: 16.0,
    bar: Some((0x99, 0x99, 0x99)),
    ..TEXT
};
/// Letters as they were typed.
pub(super) const CODE_STYLE: Style = Style {
    size: 9.5,
    line: 13.5,
    left: 8.0,
    ground: Some((0xf0, 0xf0, 0xf0)),
    ..TEXT
};
/// An item.
pub(super) const ITEM: Style = Style { after: 2.0, ..TEXT };

/// A heading; 1 is the largest.
pub(super) fn heading(level: u8) -> Style {
    let (size, line, before) = match level {
        1 => (17.0, 22.0, 16.0),
        2 => (14.0, 19.0, 13.0),
        3 => (12.5, 17.0, 10.0),
        _ => (11.5, 16.0, 8.0),
    };
    Style {
        size,
        line,
        before,
        after: 5.0,
        leads: true,
        ..TEXT
    }
}

/// A colour of three parts.
pub(super) fn colour((red, green, blue): (u8, u8, u8)) -> Color {
    Color::new(red, green, blue)
}

pub(super) const INK: (u8, u8, u8) = (0x1a, 0x1a, 0x1a);
pub(super) const LINK: (u8, u8, u8) = (0x0b, 0x57, 0xa4);
pub(super) const SOFT: (u8, u8, u8) = (0x55, 0x55, 0x55);
