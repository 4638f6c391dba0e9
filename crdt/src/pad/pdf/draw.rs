//! Draws the pages, with their structure, their links and their outline.

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{Page, PageSettings};
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::text::Font;
use krilla::{Document, SerializeSettings};

use super::fonts::{fonts, shaped};
use super::shapes::{FOOT_SIZE, MARGIN, PAGE, SOFT, colour};
use super::sheet::{Mark, Sheet, Sheets, Shown, Text};
use crate::pad::volume::Volume;

type Ink = (u8, u8, u8);

/// The pages as the bytes of a PDF.
pub(super) fn drawn(volume: &Volume, sheets: &Sheets) -> Vec<u8> {
    let mut document = Document::new_with(SerializeSettings::default());
    let fonts = fonts();
    let mut names: Vec<Vec<Identifier>> = (0..sheets.drawn).map(|_| Vec::new()).collect();
    for (before, sheet) in sheets.all.iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1);
        let mut page = document.start_page_with(settings.expect("A4 is a page"));
        let count = (before + 1, sheets.all.len());
        draw_page(&mut page, sheet, count, &fonts, &mut names);
        page.finish();
    }
    let language = volume.language.tag();
    document.set_tag_tree(sheets.structure.tree(&mut names, language));
    document.set_outline(outline(&sheets.marks));
    document.set_metadata(metadata(volume));
    document.finish().expect("our own pages are a PDF")
}

fn metadata(volume: &Volume) -> Metadata {
    let authors = volume.authors().into_iter().map(str::to_owned).collect();
    Metadata::new()
        .title(volume.title.clone())
        .language(volume.language.tag().to_owned())
        .creator("Atelier".to_owned())
        .authors(authors)
}

fn draw_page(
    page: &mut Page<'_>,
    sheet: &Sheet,
    count: (usize, usize),
    fonts: &[Font],
    names: &mut [Vec<Identifier>],
) {
    let mut surface = page.surface();
    for ground in &sheet.grounds {
        artifact(&mut surface, |surface| {
            rectangle(surface, ground.place, ground.ink)
        });
    }
    for shown in &sheet.pictures {
        match shown.number {
            None => artifact(&mut surface, |surface| picture(surface, shown)),
            Some(number) => {
                let name = surface.start_tagged(ContentTag::Other);
                picture(&mut surface, shown);
                surface.end_tagged();
                names[number].push(name);
            }
        }
    }
    for text in &sheet.texts {
        let name = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        letters(&mut surface, text, fonts);
        surface.end_tagged();
        names[text.number].push(name);
        lines(&mut surface, text);
    }
    draw_foot(&mut surface, count, fonts);
    surface.finish();
    for text in &sheet.texts {
        if let Some(link) = link(text) {
            names[text.number].push(page.add_tagged_annotation(link));
        }
    }
}

fn picture(surface: &mut Surface<'_>, shown: &Shown) {
    let (x, y, width, height) = shown.place;
    if let Some(size) = Size::from_wh(width, height) {
        surface.push_transform(&Transform::from_translate(x, y));
        surface.draw_image(shown.image.clone(), size);
        surface.pop();
    }
}

fn link(text: &Text) -> Option<Annotation> {
    let address = text.link.as_ref()?;
    let width = (text.span.width * text.size).max(1.0);
    let place = Rect::from_xywh(text.x, text.y - text.size, width, text.size * 1.3)?;
    let target = Target::Action(Action::Link(LinkAction::new(address.clone())));
    let link = LinkAnnotation::new(place, target);
    Some(Annotation::new_link(link, Some(address.clone())))
}

fn letters(surface: &mut Surface<'_>, text: &Text, fonts: &[Font]) {
    surface.set_fill(Some(fill(text.ink)));
    let start = Point::from_xy(text.x, text.y);
    let font = fonts[text.span.hand].clone();
    surface.draw_glyphs(
        start,
        &text.span.glyphs,
        font,
        &text.span.text,
        text.size,
        false,
    );
}

/// Lines under letters and through them.
fn lines(surface: &mut Surface<'_>, text: &Text) {
    let width = text.span.width * text.size;
    let thick = text.size * 0.06;
    let heights = [
        (text.underline, text.y + text.size * 0.12),
        (text.strike, text.y - text.size * 0.28),
    ];
    for (_, y) in heights.into_iter().filter(|(is_drawn, _)| *is_drawn) {
        artifact(surface, |surface| {
            rectangle(surface, (text.x, y, width, thick), text.ink)
        });
    }
}

/// The number of the page and how many there are.
fn draw_foot(surface: &mut Surface<'_>, (number, all): (usize, usize), fonts: &[Font]) {
    let text = format!("{number} / {all}");
    let (glyphs, width) = shaped(&text, 0);
    let start = Point::from_xy(PAGE.0 - MARGIN - width * FOOT_SIZE, PAGE.1 - MARGIN / 2.0);
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
        ArtifactType::PageNumber,
    )));
    surface.set_fill(Some(fill(SOFT)));
    surface.draw_glyphs(start, &glyphs, fonts[0].clone(), &text, FOOT_SIZE, false);
    surface.end_tagged();
}

/// Draws what is not of the text.
fn artifact(surface: &mut Surface<'_>, draw: impl FnOnce(&mut Surface<'_>)) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
        ArtifactType::Other,
    )));
    draw(surface);
    surface.end_tagged();
}

fn rectangle(surface: &mut Surface<'_>, (x, y, width, height): (f32, f32, f32, f32), ink: Ink) {
    let mut path = PathBuilder::new();
    if let Some(place) = Rect::from_xywh(x, y, width, height) {
        path.push_rect(place);
    }
    if let Some(path) = path.finish() {
        surface.set_fill(Some(fill(ink)));
        surface.draw_path(&path);
    }
}

fn fill(ink: Ink) -> Fill {
    Fill {
        paint: colour(ink).into(),
        ..Fill::default()
    }
}

/// The headings, each under the last one that is larger.
fn outline(marks: &[Mark]) -> Outline {
    let mut outline = Outline::new();
    for node in entries(marks) {
        outline.push_child(node);
    }
    outline
}

/// Headings with those under each. Levels grow with each depth, and there are few.
fn entries(marks: &[Mark]) -> impl Iterator<Item = OutlineNode> {
    let mut rest = marks;
    std::iter::from_fn(move || {
        let (first, after) = rest.split_first()?;
        let is_within = |mark: &&Mark| mark.level > first.level;
        let (within, others) = after.split_at(after.iter().take_while(is_within).count());
        rest = others;
        Some(entry(first, within))
    })
}

fn entry(mark: &Mark, within: &[Mark]) -> OutlineNode {
    let place = XyzDestination::new(mark.sheet, Point::from_xy(0.0, mark.y));
    let mut node = OutlineNode::new(mark.text.clone(), place);
    for inner in entries(within) {
        node.push_child(inner);
    }
    node
}
