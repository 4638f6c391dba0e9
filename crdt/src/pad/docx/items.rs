//! Items: how deep they are, what stands in front of them, and which count they continue.

use crate::pad::block::BlockKind;
use crate::pad::limits::INDENT_MAX;
use crate::pad::outline::Item;

/// A box that can be ticked in the program that opens the file.
const TICKED: &str = "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"1\"/>\
<w14:checkedState w14:val=\"2612\" w14:font=\"MS Gothic\"/><w14:uncheckedState w14:val=\"2610\" w14:font=\"MS Gothic\"/>\
</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rFonts w:ascii=\"MS Gothic\" w:hAnsi=\"MS Gothic\" \
w:eastAsia=\"MS Gothic\"/></w:rPr><w:t>\u{2612}</w:t></w:r></w:sdtContent></w:sdt><w:r><w:tab/></w:r>";
const UNTICKED: &str = "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"0\"/>\
<w14:checkedState w14:val=\"2612\" w14:font=\"MS Gothic\"/><w14:uncheckedState w14:val=\"2610\" w14:font=\"MS Gothic\"/>\
</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rFonts w:ascii=\"MS Gothic\" w:hAnsi=\"MS Gothic\" \
w:eastAsia=\"MS Gothic\"/></w:rPr><w:t>\u{2610}</w:t></w:r></w:sdtContent></w:sdt><w:r><w:tab/></w:r>";

/// From one depth to the next, in twentieths of a point.
const STEP: usize = 425;
/// Bullets, in the order of depths; then again.
const BULLETS: [char; 3] = ['•', '◦', '▪'];
/// The count all bullets belong to.
const BULLETS_ID: usize = 1;

/// The counts of a file: each numbered list is one.
#[derive(Default)]
pub(super) struct Numbering {
    /// At which depth each of them begins at 1.
    depths: Vec<usize>,
}

/// A list that is being written: the count at each depth.
pub(super) struct List {
    open: Vec<Option<usize>>,
}

/// Where an item stands.
pub(super) struct Place {
    /// Properties of its paragraph.
    pub(super) properties: String,
    /// What is written in front of its text.
    pub(super) sign: &'static str,
}

impl Numbering {
    /// A list without items.
    pub(super) fn list(&self) -> List {
        List { open: Vec::new() }
    }

    fn begin(&mut self, depth: usize) -> usize {
        self.depths.push(depth);
        BULLETS_ID + self.depths.len()
    }

    /// All of them as a part of the package.
    pub(super) fn written(&self) -> String {
        let levels =
            |of: fn(usize) -> String| (0..=usize::from(INDENT_MAX)).map(of).collect::<String>();
        let (bullets, numbers) = (levels(bullet), levels(number));
        let begun: String = self.depths.iter().enumerate().map(begun).collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
             <w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{bullets}</w:abstractNum>\
             <w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{numbers}</w:abstractNum>\
             <w:num w:numId=\"{BULLETS_ID}\"><w:abstractNumId w:val=\"0\"/></w:num>{begun}</w:numbering>"
        )
    }
}

impl List {
    /// Where the next item stands.
    pub(super) fn place(&mut self, numbering: &mut Numbering, item: &Item<'_>) -> Place {
        let depth = item.depth;
        self.open.truncate(depth + 1);
        let before = (self.open.len() > depth)
            .then(|| self.open.pop())
            .flatten()
            .flatten();
        let count = matches!(item.block.kind, BlockKind::NumberedItem { .. })
            .then(|| before.unwrap_or_else(|| numbering.begin(depth)));
        self.open.push(count);
        let (properties, sign) = match item.block.kind {
            BlockKind::CheckItem { checked, .. } => (hanging(depth), tick(checked)),
            _ => (listed(depth, count.unwrap_or(BULLETS_ID)), ""),
        };
        Place {
            properties: format!("<w:pStyle w:val=\"ListParagraph\"/>{properties}"),
            sign,
        }
    }
}

fn tick(checked: bool) -> &'static str {
    if checked { TICKED } else { UNTICKED }
}

fn listed(depth: usize, count: usize) -> String {
    format!("<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{count}\"/></w:numPr>")
}

fn hanging(depth: usize) -> String {
    let left = STEP * (depth + 1);
    format!("<w:ind w:left=\"{left}\" w:hanging=\"{STEP}\"/>")
}

fn bullet(depth: usize) -> String {
    level(depth, "bullet", &BULLETS[depth % BULLETS.len()].to_string())
}

fn number(depth: usize) -> String {
    level(depth, "decimal", &format!("%{}.", depth + 1))
}

fn level(depth: usize, format: &str, text: &str) -> String {
    let hanging = hanging(depth);
    format!(
        "<w:lvl w:ilvl=\"{depth}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/>\
         <w:lvlJc w:val=\"left\"/><w:pPr>{hanging}</w:pPr></w:lvl>"
    )
}

fn begun((before, depth): (usize, &usize)) -> String {
    let id = BULLETS_ID + before + 1;
    format!(
        "<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"{depth}\">\
         <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
    )
}
