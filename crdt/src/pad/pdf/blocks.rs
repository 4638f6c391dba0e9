//! Each part of a volume on its page, and as what it is in the structure.

use super::shapes::{
    CAPTION, CODE_STYLE, INDENT, ITEM, LABEL_GAP, MARGIN, PAGE, QUOTE, Style, TEXT, TITLE, heading,
};
use super::sheet::{Mark, Sheets};
use super::structure::{Place, Role};
use crate::beside::Beside;
use crate::pad::block::{BlockKind, Marks, Run, Tone};
use crate::pad::outline::Item;
use crate::pad::volume::Piece;

/// Bullets, in the order of depths; then again.
const BULLETS: [&str; 3] = ["•", "◦", "▪"];

impl Sheets {
    /// Puts a part of a volume.
    pub(super) fn put(&mut self, piece: &Piece<'_>, beside: &Beside) {
        match piece {
            Piece::Title(title) => self.single(TITLE, &plain(title, true), Role::Title),
            Piece::Chapter(title) => {
                self.new_page();
                self.heading(1, &plain(title, true));
            }
            Piece::Remark(sentence) => self.single(TEXT, &slanted(sentence), Role::Paragraph),
            Piece::Heading { level, runs } => self.heading(*level, &strong(runs)),
            Piece::Paragraph(runs) => self.single(TEXT, runs, Role::Paragraph),
            Piece::Quotes(blocks) => {
                let quotation = self.structure.part(Role::Quotation, None);
                for block in blocks {
                    self.within(QUOTE, &block.runs, quotation);
                }
            }
            Piece::Callouts(tone, blocks) => {
                let note = self.structure.part(Role::Note, None);
                for block in blocks {
                    self.within(callout(*tone), &block.runs, note);
                }
            }
            Piece::Code(runs) => {
                let paragraph = self.structure.part(Role::Paragraph, None);
                let code = self.structure.part(Role::Code, Some(paragraph));
                self.block(CODE_STYLE, runs, code);
            }
            Piece::Rule => self.rule(),
            Piece::Image(image, caption) => self.image(image, caption, beside),
            Piece::Table(title, rows) => {
                if !title.is_empty() {
                    self.single(CAPTION, &strong(title), Role::Paragraph);
                }
                self.table(rows);
            }
            Piece::Items(items) => self.items(items),
        }
    }

    pub(super) fn single(&mut self, style: Style, runs: &[Run], role: Role) {
        let part = self.structure.part(role, None);
        self.block(style, runs, part);
    }

    fn within(&mut self, style: Style, runs: &[Run], outer: Place) {
        let part = self.structure.part(Role::Paragraph, Some(outer));
        self.block(style, runs, part);
    }

    fn heading(&mut self, level: u8, runs: &[Run]) {
        let part = self.structure.part(Role::Heading(level), None);
        self.block(heading(level), runs, part);
        let style = heading(level);
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        if !text.trim().is_empty() {
            let y = (self.y - style.line - style.after).max(0.0);
            let sheet = self.all.len() - 1;
            self.marks.push(Mark {
                level,
                text,
                sheet,
                y,
            });
        }
    }

    fn rule(&mut self) {
        self.room(TEXT.line);
        let place = (MARGIN, self.y + 5.0, PAGE.0 - 2.0 * MARGIN, 0.8);
        self.push_ground(place, (0x77, 0x77, 0x77));
        self.y += TEXT.line;
    }

    fn items(&mut self, items: &[Item<'_>]) {
        let mut open: Vec<Open> = Vec::new();
        for item in items {
            open.truncate(item.depth + 1);
            let numbered = matches!(item.block.kind, BlockKind::NumberedItem { .. });
            let before = (open.len() > item.depth).then(|| open.pop()).flatten();
            let before = before.filter(|before| before.numbered == numbered);
            let outer = open.last().map(|outer| outer.body);
            let list = match &before {
                Some(before) => before.list,
                None => self.structure.part(Role::List(numbered), outer),
            };
            let count = before.map_or(1, |before| before.count + 1);
            let body = self.item(item, list, count);
            open.push(Open {
                list,
                body,
                numbered,
                count,
            });
        }
        self.y += TEXT.after - ITEM.after;
    }

    fn item(&mut self, item: &Item<'_>, list: Place, count: usize) -> Place {
        let style = Style {
            left: INDENT * (item.depth + 1) as f32,
            ..ITEM
        };
        let entry = self.structure.part(Role::Item, Some(list));
        let label = self.structure.part(Role::Label, Some(entry));
        let body = self.structure.part(Role::Body, Some(entry));
        let sign = match item.block.kind {
            BlockKind::NumberedItem { .. } => format!("{count}."),
            BlockKind::CheckItem { checked: true, .. } => "☑".to_owned(),
            BlockKind::CheckItem { checked: false, .. } => "☐".to_owned(),
            _ => BULLETS[item.depth % BULLETS.len()].to_owned(),
        };
        self.label(style, &sign, LABEL_GAP, label);
        self.block(style, &item.block.runs, body);
        body
    }
}

/// An item whose list is still open.
struct Open {
    list: Place,
    body: Place,
    numbered: bool,
    count: usize,
}

fn callout(tone: Tone) -> Style {
    let (ground, bar) = match tone {
        Tone::Note => ((0xe8, 0xf0, 0xfa), (0x2f, 0x6f, 0xb5)),
        Tone::Tip => ((0xe6, 0xf4, 0xea), (0x2e, 0x7d, 0x46)),
        Tone::Warning => ((0xfd, 0xf1, 0xdc), (0xa8, 0x64, 0x00)),
    };
    Style {
        ground: Some(ground),
        bar: Some(bar),
        ..QUOTE
    }
}

pub(super) fn plain(text: &str, strong: bool) -> Vec<Run> {
    let marks = Marks {
        strong,
        ..Marks::default()
    };
    vec![Run {
        text: text.to_owned(),
        marks,
    }]
}

fn slanted(text: &str) -> Vec<Run> {
    let mut runs = plain(text, false);
    runs[0].marks.em = true;
    runs
}

fn strong(runs: &[Run]) -> Vec<Run> {
    let mut runs = runs.to_vec();
    for run in &mut runs {
        run.marks.strong = true;
    }
    runs
}
