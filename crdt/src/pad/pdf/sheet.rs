//! Where everything stands on which page.

use super::fonts::shaped;
use super::lines::{Span, inked, lines, runs_backward};
use super::shapes::{INDENT, INK, LINK, MARGIN, PAGE, Style};
use super::structure::{Place, Role, Structure};
use crate::pad::block::Run;

/// A line of text that stands on a page.
pub(super) struct Text {
    pub(super) x: f32,
    /// The line the letters stand on.
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) span: Span,
    pub(super) ink: (u8, u8, u8),
    pub(super) underline: bool,
    pub(super) strike: bool,
    pub(super) link: Option<String>,
    /// Its number among all that is drawn.
    pub(super) number: usize,
}

/// A rectangle behind the text.
pub(super) struct Ground {
    pub(super) place: (f32, f32, f32, f32),
    pub(super) ink: (u8, u8, u8),
}

/// A picture that stands on a page.
pub(super) struct Shown {
    pub(super) image: krilla::image::Image,
    pub(super) place: (f32, f32, f32, f32),
    /// Its number among all that is drawn; none when it only decorates.
    pub(super) number: Option<usize>,
}

/// A page.
#[derive(Default)]
pub(super) struct Sheet {
    pub(super) grounds: Vec<Ground>,
    pub(super) texts: Vec<Text>,
    pub(super) pictures: Vec<Shown>,
}

/// A heading, as the outline has it.
pub(super) struct Mark {
    pub(super) level: u8,
    pub(super) text: String,
    pub(super) sheet: usize,
    pub(super) y: f32,
}

/// All pages.
pub(super) struct Sheets {
    pub(super) all: Vec<Sheet>,
    pub(super) structure: Structure,
    pub(super) marks: Vec<Mark>,
    /// How many texts are drawn.
    pub(super) drawn: usize,
    /// Where the next line begins, from the top.
    pub(super) y: f32,
}

impl Default for Sheets {
    fn default() -> Self {
        Self {
            all: vec![Sheet::default()],
            structure: Structure::default(),
            marks: Vec::new(),
            drawn: 0,
            y: MARGIN,
        }
    }
}

impl Sheets {
    /// Begins another page, unless this one is empty.
    pub(super) fn new_page(&mut self) {
        if self.y > MARGIN {
            self.all.push(Sheet::default());
            self.y = MARGIN;
        }
    }

    /// Where lines end.
    pub(super) fn bottom() -> f32 {
        PAGE.1 - MARGIN
    }

    /// Makes room for so much, on the next page if need be.
    pub(super) fn room(&mut self, height: f32) {
        if self.y + height > Self::bottom() {
            self.new_page();
        }
    }

    /// Puts a block as a part of the structure; a paragraph's lines may stand on two pages.
    pub(super) fn block(&mut self, style: Style, runs: &[Run], part: Place) {
        if self.y > MARGIN {
            self.y += style.before;
        }
        let width = (PAGE.0 - 2.0 * MARGIN - style.left) / style.size;
        let is_code = style.ground.is_some() && style.bar.is_none();
        let lines = lines(runs, width, is_code);
        let is_backward = runs_backward(runs) && !is_code;
        if style.leads {
            self.room(style.line * lines.len() as f32 + 3.0 * style.line);
        }
        let mut link: Option<(usize, Place)> = None;
        for line in lines {
            self.room(style.line);
            self.ground(style);
            let free = if is_backward {
                (width - inked(&line)).max(0.0)
            } else {
                0.0
            };
            let left = style.left + free * style.size;
            self.line(Style { left, ..style }, line, runs, part, &mut link);
            self.y += style.line;
        }
        self.y += style.after;
    }

    fn ground(&mut self, style: Style) {
        let left = MARGIN + style.left;
        let width = PAGE.0 - MARGIN - left;
        let top = self.y - style.line * 0.15;
        if let Some(ink) = style.ground {
            let place = (left - 8.0, top, width + 8.0, style.line + 0.4);
            self.push_ground(place, ink);
        }
        if let Some(ink) = style.bar {
            self.push_ground((left - 11.0, top, 3.0, style.line + 0.4), ink);
        }
    }

    /// Puts a rectangle behind what stands on the page.
    pub(super) fn push_ground(&mut self, place: (f32, f32, f32, f32), ink: (u8, u8, u8)) {
        let sheet = self.all.last_mut().expect("there is a page");
        sheet.grounds.push(Ground { place, ink });
    }

    /// Puts a line of a block at its height.
    pub(super) fn line(
        &mut self,
        style: Style,
        line: Vec<Span>,
        runs: &[Run],
        part: Place,
        open: &mut Option<(usize, Place)>,
    ) {
        let mut x = MARGIN + style.left;
        let y = self.y + style.size;
        for span in line {
            let width = span.width * style.size;
            let marks = &runs[span.run].marks;
            let within = match &marks.link {
                None => part,
                Some(_) => match *open {
                    Some((run, place)) if run == span.run => place,
                    _ => self.structure.part(Role::Link, Some(part)),
                },
            };
            *open = marks.link.is_some().then_some((span.run, within));
            let text = Text {
                x,
                y,
                size: style.size,
                ink: if marks.link.is_some() { LINK } else { INK },
                underline: marks.underline || marks.link.is_some(),
                strike: marks.strike,
                link: marks.link.clone(),
                number: self.drawn,
                span,
            };
            self.text(text, within);
            x += width;
        }
    }

    fn text(&mut self, text: Text, within: Place) {
        self.structure.drawn(self.drawn, within);
        self.drawn += 1;
        let sheet = self.all.last_mut().expect("there is a page");
        sheet.texts.push(text);
    }

    /// Puts what stands in front of an item, in the line where its text will begin.
    pub(super) fn label(&mut self, style: Style, sign: &str, gap: f32, within: Place) {
        self.room(style.line);
        let hand = super::fonts::hand_of(sign.chars().next().unwrap_or(' '), 0);
        let (glyphs, width) = shaped(sign, hand);
        let right = MARGIN + style.left - gap;
        let x = (right - width * style.size).max(MARGIN + style.left - INDENT);
        let text = Text {
            x,
            y: self.y + style.size,
            size: style.size,
            ink: INK,
            underline: false,
            strike: false,
            link: None,
            number: self.drawn,
            span: Span {
                text: sign.to_owned(),
                glyphs,
                hand,
                width,
                run: 0,
            },
        };
        self.text(text, within);
    }
}
