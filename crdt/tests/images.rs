//! Images in pads: how they are read, and how every file shows them.

mod pads;

use std::collections::HashMap;
use std::io::{Cursor, Read, Write};
use std::process::{Command, Stdio};

use automerge::{ActorId, Automerge, ReadDoc, transaction::Transactable};
use crdt::beside::{Beside, Picture};
use crdt::cover::Cover;
use crdt::kind::DocumentKind;
use crdt::language::Language;
use crdt::pad::{
    Block, BlockKind, Chapter, Image, PAD, Size, Volume, VolumeFile, docx, html_fragment,
    is_image_address, markdown, odt, pdf, plain_text, read,
};
use pads::{block, body, edit, paragraph, written};
use zip::ZipArchive;

const HERE: &str = "/api/attachments/4Ev2HhPsMPcRwLNZ7xsBTX";
const GONE: &str = "/api/attachments/5Ev2HhPsMPcRwLNZ7xsBTX";

/// A picture of one red point.
const PNG: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde\0\0\0\x0cIDAT\
\x08\xd7c\xf8\xcf\xc0\0\0\x03\x01\x01\0\x18\xdd\x8d\xb0\0\0\0\0IEND\xaeB`\x82";

fn beside() -> Beside {
    Beside::fetched(|url| {
        (url == HERE).then(|| Picture {
            bytes: PNG.to_vec(),
            media_type: "image/png",
            extension: "png",
            width: 1,
            height: 1,
        })
    })
}

fn image(url: &str, alt: &str, caption: &str) -> Block {
    let image = Image {
        url: url.to_owned(),
        alt: alt.to_owned(),
        width: 1200,
        height: 800,
        size: Size::Medium,
    };
    block(BlockKind::Image(image), caption)
}

fn a_pad() -> Vec<Block> {
    vec![
        paragraph("avant"),
        image(HERE, "le plan & <la> \"salle\"", "Salle *Lilas*"),
        image(HERE, "", ""),
        image(GONE, "ce qui manque", "sous rien"),
        paragraph("après"),
    ]
}

fn cover() -> Cover {
    Cover {
        origin: "https://atelier.example.org".to_owned(),
        beside: beside(),
        ..pads::cover("Notes")
    }
}

fn file(extension: &str) -> String {
    let file = PAD.file(extension).expect("there is such a file");
    let bytes = (file.write)(&written(&a_pad()), &cover()).expect("it is a pad");
    String::from_utf8(bytes).expect("it is text")
}

fn volume() -> Volume {
    Volume::of_one(&cover(), a_pad())
}

fn parts(bytes: &[u8]) -> HashMap<String, Vec<u8>> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).expect("it is a package");
    let read = |at| {
        let mut part = package.by_index(at).expect("the part is there");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("it can be read");
        (part.name().expect("it has a name").into_owned(), bytes)
    };
    let count = 0..ZipArchive::new(Cursor::new(bytes)).expect("again").len();
    count.map(read).collect()
}

#[test]
fn an_image_is_read_as_it_was_written() {
    let blocks = a_pad();
    assert_eq!(read(&written(&blocks)), Ok(blocks.clone()));
    let made = crdt::pad::create_of(ActorId::from([3; 16]), &blocks);
    assert_eq!(read(&made), Ok(blocks));
    assert_eq!(DocumentKind::of(&made), Ok(PAD));
}

#[test]
fn only_addresses_of_files_of_this_server_are_shown() {
    assert!(is_image_address(HERE));
    let long = format!("/api/attachments/{}", "a".repeat(65));
    for other in [
        "",
        "/api/attachments/",
        "/api/attachments/a/b",
        "/api/attachments/..",
        "//evil.example/a",
        "https://evil.example/api/attachments/a",
        "data:image/png;base64,AA",
        "/api/me",
        &long,
        "/api/attachments/a?b",
        "/api/attachments/a\n",
    ] {
        assert!(!is_image_address(other), "{other:?}");
    }
}

/// What one describes while another makes it smaller, and a third writes under it.
#[test]
fn changes_of_one_image_by_several_people_are_all_kept() {
    let base = written(&[image(HERE, "avant", "")]);
    let mut forks: Vec<Automerge> = (5..8)
        .map(|id| base.fork().with_actor(ActorId::from([id; 16])))
        .collect();
    let attribute = |pad: &mut Automerge, key: &str, value: &str| {
        let (_, marker) = pad.get(body(pad), 0).expect("readable").expect("a marker");
        let (_, attrs) = pad
            .get(&marker, "attrs")
            .expect("readable")
            .expect("attributes");
        edit(pad, |edit, _| edit.put(&attrs, key, value));
    };
    attribute(&mut forks[0], "alt", "le plan");
    attribute(&mut forks[1], "size", "small");
    edit(&mut forks[2], |edit, body| {
        edit.splice_text(body, 1, 0, "Salle Lilas")
    });
    let mut merged = base.fork();
    for fork in &mut forks {
        merged.merge(fork).expect("changes merge");
    }
    let blocks = read(&merged).expect("it is a pad");
    let BlockKind::Image(shown) = &blocks[0].kind else {
        panic!("{blocks:?}")
    };
    assert_eq!(
        (shown.alt.as_str(), shown.size, blocks[0].text().as_str()),
        ("le plan", Size::Small, "Salle Lilas")
    );
}

#[test]
fn files_of_text_say_what_it_shows() {
    let text = file("txt");
    assert!(
        text.contains("\n[Image: le plan & <la> \"salle\"] Salle *Lilas*\n[Image] \n"),
        "{text}"
    );
    let markdown = file("md");
    let shown = format!(
        "![le plan & \\<la> \"salle\"](https://atelier.example.org{HERE})\n\nSalle \\*Lilas\\*\n"
    );
    assert!(markdown.contains(&shown), "{markdown}");
    let json = file("json");
    assert!(
        json.contains("\"kind\": \"image\"") && json.contains(HERE),
        "{json}"
    );
}

#[test]
fn the_page_of_a_pad_holds_its_pictures_itself() {
    let page = file("html");
    let shown = "<figure><img src=\"data:image/png;base64,iVBORw0KGgo";
    assert_eq!(page.matches(shown).count(), 2, "{page}");
    assert!(
        page.contains(
            "alt=\"le plan &amp; &lt;la&gt; &quot;salle&quot;\" width=\"1200\" height=\"800\""
        ),
        "{page}"
    );
    assert!(
        page.contains("<figure><p>ce qui manque</p><figcaption>sous rien</figcaption></figure>"),
        "{page}"
    );
    assert!(!page.contains("/api/attachments"));
}

#[test]
fn before_any_script_runs_a_picture_has_its_place() {
    let view = html_fragment(&a_pad());
    let shown = format!(
        "<img src=\"{HERE}\" alt=\"\" width=\"1200\" height=\"800\" loading=\"lazy\" decoding=\"async\">"
    );
    assert!(view.contains(&shown), "{view}");
    let hostile = html_fragment(&[image("", "<script>", "")]);
    assert!(
        hostile.contains("&lt;script&gt;") && !hostile.contains("<img"),
        "{hostile}"
    );
}

#[test]
fn documents_of_word_and_libreoffice_hold_each_picture_once() {
    let word = parts(&docx(&volume()));
    assert_eq!(word["word/media/image0.png"], PNG);
    assert_eq!(
        word.keys()
            .filter(|path| path.starts_with("word/media/"))
            .count(),
        1
    );
    let text = String::from_utf8_lossy(&word["word/document.xml"]).into_owned();
    assert_eq!(text.matches("r:embed=\"image0\"").count(), 2);
    assert!(
        text.contains("descr=\"le plan &amp; &lt;la&gt; &quot;salle&quot;\""),
        "{text}"
    );
    assert!(
        text.contains("adec:decorative") && text.contains("ce qui manque"),
        "{text}"
    );
    let references = String::from_utf8_lossy(&word["word/_rels/document.xml.rels"]).into_owned();
    assert!(
        references.contains("Target=\"media/image0.png\""),
        "{references}"
    );
    let office = parts(&odt(&volume()));
    assert_eq!(office["Pictures/image0.png"], PNG);
    let text = String::from_utf8_lossy(&office["content.xml"]).into_owned();
    assert!(
        text.contains("<svg:desc>le plan &amp; &lt;la&gt; &quot;salle&quot;</svg:desc>"),
        "{text}"
    );
    let manifest = String::from_utf8_lossy(&office["META-INF/manifest.xml"]).into_owned();
    assert!(manifest.contains("Pictures/image0.png"), "{manifest}");
}

#[test]
fn a_package_of_pads_holds_the_pictures_its_texts_show() {
    let volume = Volume {
        title: "Atelier".to_owned(),
        language: Language::French,
        pads: ["Un", "Deux"]
            .map(|title| Chapter {
                title: title.to_owned(),
                authors: Vec::new(),
                blocks: a_pad(),
            })
            .into(),
        beside: beside(),
    };
    let package = parts(&(VolumeFile::ZIP.write)(&volume));
    assert_eq!(package["images/001.png"], PNG);
    let text = String::from_utf8_lossy(&package["02 Deux.md"]).into_owned();
    assert!(
        text.contains("](images/001.png)") && text.contains("ce qui manque"),
        "{text}"
    );
}

#[test]
fn a_pdf_shows_the_picture_and_says_what_it_is() {
    let bytes = pdf(&volume());
    let mut asked = Command::new("pdfimages")
        .args(["-list", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdfimages is needed (Debian: poppler-utils)");
    let mut stdin = asked.stdin.take().expect("it is piped");
    stdin.write_all(&bytes).expect("it reads all");
    drop(stdin);
    let output = asked.wait_with_output().expect("it ends");
    let list = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(
        list.lines().filter(|line| line.contains(" image ")).count(),
        2,
        "{list}"
    );
    let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    assert!(holds(b"/Figure"), "the structure has it");
}

#[test]
fn a_picture_that_is_damaged_is_its_words() {
    let broken = Beside::fetched(|_| {
        Some(Picture {
            bytes: PNG[..20].to_vec(),
            media_type: "image/png",
            extension: "png",
            width: 1,
            height: 1,
        })
    });
    let volume = Volume {
        beside: broken,
        ..volume()
    };
    assert!(pdf(&volume).starts_with(b"%PDF"));
}

#[test]
fn blocks_without_files_are_written_all_the_same() {
    let blocks = [image("", "mots", "")];
    assert_eq!(markdown(&blocks), "mots\n");
    assert_eq!(plain_text(&blocks), "[Image: mots] ");
}
