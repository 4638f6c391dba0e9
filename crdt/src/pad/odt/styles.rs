//! How each sort of paragraph, of marked text and of list looks.

use std::sync::LazyLock;

use super::content::NAMESPACES;
use crate::language::Language;
use crate::pad::block::Marks;
use crate::pad::limits::INDENT_MAX;

/// Bullets, in the order of depths; then again.
const BULLETS: [char; 3] = ['•', '◦', '▪'];
/// From one depth to the next, in millimetres.
const STEP_MM: usize = 8;

/// A style for each way marks meet; links have their own.
pub(super) static MARKS: LazyLock<String> = LazyLock::new(|| (1..16).map(mark).collect());

/// The sorts of lists.
pub(super) static LISTS: LazyLock<String> = LazyLock::new(|| {
    let bullets = list("Bullets", |depth| {
        bullet(depth, BULLETS[depth % BULLETS.len()])
    });
    let checks = list("Checks", |depth| bullet(depth, '☐'));
    let checked = list("Checked", |depth| bullet(depth, '☑'));
    bullets + &checks + &checked + &list("Numbers", number)
});

/// The style of text with these marks; none when it has none.
pub(super) fn mark_style(marks: &Marks) -> Option<String> {
    let bit = |on: bool, bit: u8| u8::from(on) << bit;
    let bits =
        bit(marks.strong, 0) | bit(marks.em, 1) | bit(marks.underline, 2) | bit(marks.strike, 3);
    (bits > 0).then(|| format!("Marks{bits}"))
}

fn mark(bits: u8) -> String {
    let all = [
        "fo:font-weight=\"bold\"",
        "fo:font-style=\"italic\"",
        "style:text-underline-style=\"solid\" style:text-underline-width=\"auto\" style:text-underline-color=\"font-color\"",
        "style:text-line-through-style=\"solid\"",
    ];
    let on = all
        .iter()
        .enumerate()
        .filter(|(bit, _)| bits & (1 << bit) != 0);
    let properties: Vec<&str> = on.map(|(_, property)| *property).collect();
    format!(
        "<style:style style:name=\"Marks{bits}\" style:family=\"text\"><style:text-properties {}/></style:style>",
        properties.join(" ")
    )
}

fn list(name: &str, level: impl Fn(usize) -> String) -> String {
    let levels: String = (0..=usize::from(INDENT_MAX)).map(level).collect();
    format!("<text:list-style style:name=\"{name}\">{levels}</text:list-style>")
}

fn bullet(depth: usize, sign: char) -> String {
    let (level, place) = (depth + 1, place(depth));
    format!(
        "<text:list-level-style-bullet text:level=\"{level}\" text:bullet-char=\"{sign}\">{place}</text:list-level-style-bullet>"
    )
}

fn number(depth: usize) -> String {
    let (level, place) = (depth + 1, place(depth));
    format!(
        "<text:list-level-style-number text:level=\"{level}\" style:num-format=\"1\" style:num-suffix=\".\">{place}\
         </text:list-level-style-number>"
    )
}

fn place(depth: usize) -> String {
    let left = STEP_MM * (depth + 1);
    format!(
        "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">\
         <style:list-level-label-alignment text:label-followed-by=\"listtab\" text:list-tab-stop-position=\"{left}mm\" \
         fo:text-indent=\"-{STEP_MM}mm\" fo:margin-left=\"{left}mm\"/></style:list-level-properties>"
    )
}

/// The styles as a part of the package: A4, and letters of a size to read on paper.
pub(super) fn written(language: Language) -> String {
    let country = match language {
        Language::French => "FR",
        Language::English => "GB",
    };
    let tag = language.tag();
    let headings: String = [(1, "17pt"), (2, "14pt"), (3, "12.5pt"), (4, "11.5pt")]
        .map(heading)
        .concat();
    let sorts: String = SORTS.map(sort).concat();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <office:document-styles {NAMESPACES}><office:styles>\
         <style:default-style style:family=\"paragraph\"><style:paragraph-properties fo:line-height=\"120%\" style:writing-mode=\"page\"/>\
         <style:text-properties fo:font-family=\"Carlito, Calibri, 'Liberation Sans'\" fo:font-size=\"11pt\" \
         fo:language=\"{tag}\" fo:country=\"{country}\"/></style:default-style>\
         <style:style style:name=\"Standard\" style:family=\"paragraph\" style:class=\"text\"/>\
         {sorts}{headings}</office:styles><office:automatic-styles><style:page-layout style:name=\"A4\">\
         <style:page-layout-properties fo:page-width=\"210mm\" fo:page-height=\"297mm\" fo:margin=\"20mm\" \
         style:print-orientation=\"portrait\"/></style:page-layout></office:automatic-styles><office:master-styles>\
         <style:master-page style:name=\"Standard\" style:page-layout-name=\"A4\"/></office:master-styles></office:document-styles>"
    )
}

/// Name, name that is shown, properties of paragraphs, properties of text.
const SORTS: [(&str, &str, &str, &str); 14] = [
    ("Text_20_body", "Text body", "fo:margin-bottom=\"2mm\"", ""),
    (
        "Title",
        "Title",
        "fo:margin-bottom=\"4mm\" fo:keep-with-next=\"always\"",
        "fo:font-size=\"22pt\" fo:font-weight=\"bold\"",
    ),
    (
        "Subtitle",
        "Subtitle",
        "fo:margin-bottom=\"3mm\"",
        "fo:font-style=\"italic\" fo:color=\"#555555\"",
    ),
    (
        "Quotations",
        "Quotations",
        "fo:margin-left=\"7mm\" fo:margin-bottom=\"2mm\" fo:padding-left=\"3mm\" fo:border-left=\"0.8mm solid #999999\"",
        "",
    ),
    (
        "Table",
        "Table",
        "fo:margin-bottom=\"1mm\" fo:keep-with-next=\"always\"",
        "fo:font-weight=\"bold\"",
    ),
    (
        "Image",
        "Image",
        "fo:margin-bottom=\"2mm\" fo:keep-with-next=\"always\"",
        "",
    ),
    (
        "Illustration",
        "Illustration",
        "fo:margin-bottom=\"3mm\"",
        "fo:font-style=\"italic\"",
    ),
    ("Table_20_Contents", "Table Contents", "", ""),
    (
        "Code",
        "Code",
        "fo:margin-bottom=\"2mm\" fo:padding=\"2mm\" fo:background-color=\"#f0f0f0\"",
        "fo:font-family=\"'Liberation Mono', Consolas, monospace\" fo:font-size=\"10pt\"",
    ),
    (
        "Horizontal_20_Line",
        "Horizontal Line",
        "fo:margin-bottom=\"3mm\" fo:border-bottom=\"0.5mm solid #777777\"",
        "",
    ),
    (
        "Callout_20_note",
        "Callout note",
        "fo:margin-left=\"4mm\" fo:margin-bottom=\"1mm\" fo:padding=\"2mm\" fo:background-color=\"#e8f0fa\" fo:border-left=\"1mm solid #2f6fb5\"",
        "",
    ),
    (
        "Callout_20_tip",
        "Callout tip",
        "fo:margin-left=\"4mm\" fo:margin-bottom=\"1mm\" fo:padding=\"2mm\" fo:background-color=\"#e6f4ea\" fo:border-left=\"1mm solid #2e7d46\"",
        "",
    ),
    (
        "Callout_20_warning",
        "Callout warning",
        "fo:margin-left=\"4mm\" fo:margin-bottom=\"1mm\" fo:padding=\"2mm\" fo:background-color=\"#fdf1dc\" fo:border-left=\"1mm solid #a86400\"",
        "",
    ),
    (
        "List_20_Item",
        "List Item",
        "fo:margin-bottom=\"0.7mm\"",
        "",
    ),
];

fn sort((name, shown, paragraph, text): (&str, &str, &str, &str)) -> String {
    format!(
        "<style:style style:name=\"{name}\" style:display-name=\"{shown}\" style:family=\"paragraph\" \
         style:parent-style-name=\"Standard\" style:class=\"text\"><style:paragraph-properties {paragraph}/>\
         <style:text-properties {text}/></style:style>"
    )
}

fn heading((level, size): (u8, &str)) -> String {
    format!(
        "<style:style style:name=\"Heading_20_{level}\" style:display-name=\"Heading {level}\" style:family=\"paragraph\" \
         style:parent-style-name=\"Standard\" style:next-style-name=\"Text_20_body\" style:default-outline-level=\"{level}\" \
         style:class=\"text\"><style:paragraph-properties fo:margin-top=\"5mm\" fo:margin-bottom=\"2mm\" fo:keep-with-next=\"always\"/>\
         <style:text-properties fo:font-size=\"{size}\" fo:font-weight=\"bold\"/></style:style>"
    )
}
