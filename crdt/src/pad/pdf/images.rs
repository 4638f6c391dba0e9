//! Pictures on their page, whole: never cut by its end.

use krilla::image::Image as Drawn;

use super::blocks::plain;
use super::shapes::{FOOT_SIZE, MARGIN, PAGE, Style, TEXT};
use super::sheet::{Sheets, Shown};
use super::structure::Role;
use crate::beside::{Beside, Picture};
use crate::pad::block::{Image, Run};
use crate::pad::volume::placed;

/// What stands under a picture.
const CAPTION: Style = Style {
    size: 10.0,
    line: 14.0,
    ..TEXT
};

impl Sheets {
    /// Puts a picture and its caption; what it shows in words where it is not there.
    pub(super) fn image(&mut self, image: &Image, caption: &[Run], beside: &Beside) {
        let picture = beside.picture(&image.url);
        let drawn = picture.and_then(|picture| Some((drawn(&picture)?, picture)));
        match drawn {
            Some((drawn, picture)) => self.picture(image, drawn, &picture, !caption.is_empty()),
            None if image.alt.is_empty() => {}
            None => self.single(TEXT, &plain(&image.alt, false), Role::Paragraph),
        }
        if !caption.is_empty() {
            self.single(CAPTION, caption, Role::Paragraph);
        }
    }

    fn picture(&mut self, image: &Image, drawn: Drawn, picture: &Picture, has_caption: bool) {
        let below = if has_caption {
            CAPTION.line + CAPTION.after
        } else {
            0.0
        };
        let room = (
            PAGE.0 - 2.0 * MARGIN,
            Self::bottom() - MARGIN - below - FOOT_SIZE,
        );
        let (width, height) = placed(image, picture, room);
        self.room(height + below);
        let number = (!image.alt.is_empty()).then(|| {
            let figure = self.structure.part(Role::Figure(image.alt.clone()), None);
            self.structure.drawn(self.drawn, figure);
            self.drawn += 1;
            self.drawn - 1
        });
        let place = (MARGIN, self.y, width, height);
        let sheet = self.all.last_mut().expect("there is a page");
        sheet.pictures.push(Shown {
            image: drawn,
            place,
            number,
        });
        self.y += height + TEXT.after;
    }
}

/// As a PDF embeds it; none when it is damaged.
fn drawn(picture: &Picture) -> Option<Drawn> {
    let bytes = picture.bytes.clone().into();
    let read = match picture.media_type {
        "image/png" => Drawn::from_png(bytes, true),
        _ => Drawn::from_jpeg(bytes, true),
    };
    read.ok()
}
