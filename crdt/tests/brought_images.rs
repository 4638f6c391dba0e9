//! Images in texts of other tools: which come, where they stand, and what stays behind.

mod pads;

use std::io::{Cursor, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use crdt::beside::{Beside, Picture};
use crdt::cover::Cover;
use crdt::pad::foreign::{Found, Loss, NotUnderstood, understand};
use crdt::pad::{Block, BlockKind, Image, PAD};
use pads::{block, paragraph, written};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const HERE: &str = "/api/attachments/4Ev2HhPsMPcRwLNZ7xsBTX";
const BYTES: &[u8] = b"a picture of anybody";

fn image(alt: &str, caption: &str) -> Block {
    let image = Image {
        url: HERE.to_owned(),
        alt: alt.to_owned(),
        ..Image::default()
    };
    block(BlockKind::Image(image), caption)
}

fn cover() -> Cover {
    let picture = Picture {
        bytes: BYTES.to_vec(),
        media_type: "image/png",
        extension: "png",
        width: 30,
        height: 20,
    };
    Cover {
        beside: Beside::fetched(move |_| Some(picture.clone())),
        ..pads::cover("Notes")
    }
}

/// The blocks in a line each, images with what they show in brackets.
fn lines(found: &Found) -> Vec<String> {
    let line = |block: &Block| match &block.kind {
        BlockKind::Image(image) => format!("[{}] {}", image.alt, block.text()),
        BlockKind::Table { rows } => format!("{} rows", rows.len()),
        _ => block.text(),
    };
    found.blocks.iter().map(line).collect()
}

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        package.start_file(*name, stored).expect("it begins");
        package.write_all(bytes).expect("it is written");
    }
    package.finish().expect("it ends").into_inner()
}

/// A document of Word with these elements in its body; `rId1` is a picture where `target` says.
fn word(body: &str, target: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let references = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/relationships/image\" Target=\"{target}\"/></Relationships>"
    );
    let mut parts = vec![
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", references.as_bytes()),
    ];
    parts.extend(more);
    package(&parts)
}

fn drawing(alt: &str) -> String {
    format!(
        "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" descr=\"{alt}\"/><a:blip r:embed=\"rId1\"/></wp:inline></w:drawing></w:r>"
    )
}

fn lost(found: &Found) -> (usize, &[String]) {
    (
        found.losses.of(Loss::Images),
        found.losses.names(Loss::Images),
    )
}

#[test]
fn what_this_program_writes_comes_back_with_its_images() {
    let pad = written(&[
        paragraph("avant"),
        image("le plan & la <salle>", "Salle Lilas"),
        image("", ""),
        paragraph("après"),
    ]);
    for extension in ["docx", "odt", "html"] {
        let file = PAD.file(extension).expect("pads have it");
        let bytes = (file.write)(&pad, &cover()).expect("it is written");
        let found = understand(&format!("a.{extension}"), &bytes).expect("it is understood");
        let expected = [
            "avant",
            "[le plan & la <salle>] Salle Lilas",
            "[] ",
            "après",
        ];
        assert_eq!(lines(&found), expected, "{extension}");
        assert_eq!(found.pictures, [BYTES, BYTES], "{extension}");
        assert_eq!(found.losses.all().count(), 0, "{extension}");
    }
}

#[test]
fn a_picture_in_a_line_or_a_table_stands_below_it() {
    let paragraph = |text: &str, alt: &str| {
        format!(
            "<w:p><w:r><w:t>{text}</w:t></w:r>{}<w:r><w:t>, suite</w:t></w:r></w:p>",
            drawing(alt)
        )
    };
    let body = format!(
        "{}<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl><w:p><w:r><w:t>fin</w:t></w:r></w:p>",
        paragraph("ligne", "un"),
        paragraph("case", "deux")
    );
    let file = word(&body, "media/a.png", &[("word/media/a.png", BYTES)]);
    let found = understand("a.docx", &file).expect("it is understood");
    let expected = ["ligne, suite", "[un] ", "1 rows", "[deux] ", "fin"];
    assert_eq!(lines(&found), expected);
    assert_eq!(found.pictures.len(), 2);
}

#[test]
fn a_picture_that_libreoffice_writes_under_has_its_caption() {
    let content = "<office:document-content><office:body><office:text>\
        <text:p><draw:frame><draw:text-box><text:p><draw:frame><draw:image xlink:href=\"Pictures/a.svg\"/>\
        <draw:image xlink:href=\"./Pictures/a.png\"/><svg:title>court</svg:title><svg:desc>la salle</svg:desc></draw:frame>\
        Illustration <text:sequence>1</text:sequence> : Salle Lilas</text:p></draw:text-box></draw:frame></text:p>\
        <text:p>fin</text:p></office:text></office:body></office:document-content>";
    let file = package(&[
        ("content.xml", content.as_bytes()),
        ("Pictures/a.svg", b"<svg/>"),
        ("Pictures/a.png", BYTES),
    ]);
    let found = understand("a.odt", &file).expect("it is understood");
    let expected = ["[la salle] Illustration 1 : Salle Lilas", "fin"];
    assert_eq!(lines(&found), expected);
    assert_eq!(found.pictures, [BYTES]);
}

#[test]
fn a_picture_that_cannot_be_had_is_counted_and_the_text_comes() {
    let body = format!(
        "<w:p>{}</w:p><w:p><w:r><w:t>texte</w:t></w:r></w:p>",
        drawing("un chat")
    );
    let long = vec![0; 12 * 1024 * 1024 + 1];
    for (target, part) in [
        ("media/a.png", "word/media/b.png"),
        ("../../etc/passwd", "word/media/a.png"),
        ("media/a.png", "word/media/a.png"),
    ] {
        let file = word(&body, target, &[(part, &long)]);
        let found = understand("a.docx", &file).expect("it is understood");
        assert_eq!(lines(&found), ["texte"], "{target}");
        assert_eq!(lost(&found), (1, ["un chat".to_owned()].as_slice()));
        assert!(found.pictures.is_empty());
    }
    let alone = word(&format!("<w:p>{}</w:p>", drawing("")), "media/a.png", &[]);
    assert_eq!(understand("a.docx", &alone), Err(NotUnderstood::Empty));
}

#[test]
fn a_page_brings_the_pictures_that_it_holds_and_asks_nobody_for_others() {
    let held = STANDARD.encode(BYTES);
    let page = format!(
        "<p>avant <img alt=\"dedans\" src=\"DATA:image/png;base64,{held}\"> après</p>\
         <img alt=\"ailleurs\" src=\"https://elsewhere.example/a.png\"><img alt=\"abîmée\" src=\"data:image/png;base64,é\">\
         <img alt=\"texte\" src=\"data:text/html;base64,{held}\">"
    );
    let found = understand("a.html", page.as_bytes()).expect("it is understood");
    assert_eq!(lines(&found), ["avant après", "[dedans] "]);
    assert_eq!(found.pictures, [BYTES]);
    assert_eq!(lost(&found).1, ["ailleurs", "abîmée", "texte"]);
}

#[test]
fn a_text_brings_so_many_pictures_and_the_others_are_counted() {
    let held = STANDARD.encode(BYTES);
    let page = format!("<img alt=\"une\" src=\"data:image/png;base64,{held}\">").repeat(101);
    let found = understand("a.html", page.as_bytes()).expect("it is understood");
    assert_eq!((found.pictures.len(), lost(&found).0), (100, 1));
}

#[test]
fn what_becomes_of_pictures_is_said_in_their_order() {
    let held = STANDARD.encode(BYTES);
    let tag = |alt: &str| format!("<img alt=\"{alt}\" src=\"data:image/png;base64,{held}\">");
    let page = format!("{}{}{}", tag("un"), tag("deux"), tag("trois"));
    let mut found = understand("a.html", page.as_bytes()).expect("it is understood");
    let kept = Image {
        url: HERE.to_owned(),
        width: 30,
        height: 20,
        ..Image::default()
    };
    let placed = found.place(vec![Some(kept.clone()), None, Some(kept)]);
    assert_eq!(placed, Ok(()));
    assert_eq!(lines(&found), ["[un] ", "[trois] "]);
    assert_eq!(lost(&found), (1, ["deux".to_owned()].as_slice()));
    let mut nothing = understand("a.html", tag("un").as_bytes()).expect("it is understood");
    assert_eq!(nothing.place(vec![None]), Err(NotUnderstood::Empty));
}
