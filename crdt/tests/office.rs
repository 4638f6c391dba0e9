//! Documents of Word and LibreOffice: what is written in one is read from it again.

mod pads;

use std::io::{Cursor, Read};

use automerge::ActorId;
use crdt::language::Language;
use crdt::pad::foreign::{Format, Found, Loss, NotUnderstood, understand};
use crdt::pad::{Block, BlockKind, Chapter, Volume, create_of, docx, odt, read};
use pads::{any_blocks, block, linked, paragraph, run, table, tidy};
use proptest::prelude::*;
use zip::ZipArchive;

use BlockKind::{BulletItem, CheckItem, Heading, NumberedItem, Quote};

type Write = fn(&Volume) -> Vec<u8>;
const WRITERS: [(&str, Write, Format); 2] =
    [("a.docx", docx, Format::Docx), ("a.odt", odt, Format::Odt)];

fn volume(blocks: Vec<Block>) -> Volume {
    let cover = pads::cover("Compte rendu <du> 14 & 15");
    Volume::of_one(&cover, blocks)
}

fn part(bytes: &[u8], path: &str) -> String {
    let mut package = ZipArchive::new(Cursor::new(bytes)).expect("it is a package");
    let mut text = String::new();
    let mut part = package.by_name(path).expect("the part is there");
    part.read_to_string(&mut text).expect("the part is text");
    text
}

/// The blocks as they come back: an item is inside one that exists, and nothing is said of empty lines at the end.
fn as_they_come(blocks: &[Block]) -> Vec<Block> {
    let mut open: Vec<u8> = Vec::new();
    let mut come: Vec<Block> = Vec::new();
    for block in blocks {
        match block.kind.indent() {
            Some(indent) => open.retain(|outer| *outer < indent),
            None => open.clear(),
        }
        let depth = u8::try_from(open.len()).expect("few items are open");
        open.extend(block.kind.indent());
        let mut block = block.clone();
        match &mut block.kind {
            BulletItem { indent } | NumberedItem { indent } | CheckItem { indent, .. } => {
                *indent = depth;
            }
            _ => {}
        }
        for run in &mut block.runs {
            if let Some(link) = &mut run.marks.link {
                *link = link.replace(['\\', '<', '>', '"'], "");
                run.marks.underline = false;
            }
        }
        let under = Block {
            kind: if block.kind == BlockKind::Rule {
                BlockKind::Paragraph
            } else {
                block.kind.clone()
            },
            runs: std::mem::take(&mut block.runs),
        };
        let under = tidy(under);
        if block.kind == BlockKind::Rule {
            come.push(block);
            come.extend((!under.runs.is_empty()).then_some(under));
        } else {
            come.push(under);
        }
    }
    let is_nothing = |block: &Block| block.runs.is_empty() && block.kind != BlockKind::Rule;
    while come.last().is_some_and(is_nothing) {
        come.pop();
    }
    come
}

/// The same, whatever became of letters no address may hold.
fn as_they_came(blocks: Vec<Block>) -> Vec<Block> {
    let mut blocks = blocks;
    for run in blocks.iter_mut().flat_map(|block| &mut block.runs) {
        if let Some(link) = &mut run.marks.link {
            for encoded in ["%5C", "%3C", "%3E", "%22", "\\", "<", ">", "\""] {
                *link = link.replace(encoded, "");
            }
            run.marks.underline = false;
        }
    }
    blocks.into_iter().map(tidy).collect()
}

/// The same without the sign of what is not text: a file has it in a pad's text only from a broken client.
fn without_placeholders(blocks: Vec<Block>) -> Vec<Block> {
    let without = |mut block: Block| {
        for run in &mut block.runs {
            run.text = run.text.replace('\u{fffc}', "");
        }
        tidy(block)
    };
    blocks.into_iter().map(without).collect()
}

fn found(name: &str, bytes: &[u8]) -> Found {
    understand(name, bytes).expect("it is understood")
}

#[test]
fn a_title_is_what_the_text_is_called_and_nobody_is_named_unasked() {
    for (name, write, format) in WRITERS {
        let bytes = write(&volume(vec![paragraph("Bonjour")]));
        let found = found(name, &bytes);
        assert_eq!(found.title.as_deref(), Some("Compte rendu <du> 14 & 15"));
        assert_eq!(
            (found.format, found.blocks),
            (format, vec![paragraph("Bonjour")])
        );
        assert_eq!(found.losses.all().count(), 0);
    }
}

#[test]
fn several_pads_are_one_document_with_their_titles_and_authors() {
    let chapter = |title: &str| Chapter {
        title: title.to_owned(),
        authors: vec!["Zoé".to_owned(), "Ana".to_owned()],
        blocks: vec![block(Heading { level: 1 }, "Suites")],
    };
    let volume = Volume {
        title: "Atelier".to_owned(),
        language: Language::French,
        pads: vec![chapter("Matin"), chapter("Soir")],
        beside: crdt::beside::Beside::default(),
    };
    for (name, write, _) in WRITERS {
        let one = [
            block(Heading { level: 1 }, "Matin"),
            paragraph("Écrit par Zoé et Ana"),
            block(Heading { level: 2 }, "Suites"),
        ];
        let blocks = found(name, &write(&volume)).blocks;
        assert_eq!(blocks[..3], one, "{name}");
        assert_eq!(blocks.len(), 6, "{name}");
    }
}

#[test]
fn a_count_begins_again_with_each_list() {
    let items = [
        block(NumberedItem { indent: 0 }, "a"),
        block(NumberedItem { indent: 1 }, "b"),
        block(NumberedItem { indent: 0 }, "c"),
        paragraph("entre"),
        block(NumberedItem { indent: 0 }, "d"),
    ];
    let bytes = docx(&volume(items.to_vec()));
    let text = part(&bytes, "word/document.xml");
    let ids: Vec<&str> = text
        .split("<w:numId w:val=\"")
        .skip(1)
        .map(|rest| &rest[..1])
        .collect();
    assert_eq!(ids, ["2", "3", "2", "4"]);
}

#[test]
fn the_first_part_of_an_odt_says_what_it_is() {
    let bytes = odt(&volume(vec![paragraph("a")]));
    assert_eq!(&bytes[30..38], b"mimetype");
    assert_eq!(&bytes[38..77], b"application/vnd.oasis.opendocument.text");
}

#[test]
fn the_same_pad_always_makes_the_same_bytes() {
    for (_, write, _) in WRITERS {
        let bytes = || write(&volume(vec![block(Quote, "a")]));
        assert_eq!(bytes(), bytes());
    }
}

#[test]
fn what_office_programs_have_and_a_pad_has_not_is_counted() {
    let body = "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r>\
        <w:del w:author=\"Ana\"><w:r><w:delText>x</w:delText></w:r></w:del>\
        <w:r><w:drawing><wp:docPr descr=\"Un chat\"/><a:blip/></w:drawing></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let found = found("a.docx", &with_body(body));
    assert_eq!(found.blocks, [paragraph("a"), table("", &[&["b", "c"]])]);
    let losses: Vec<_> = found.losses.all().collect();
    assert_eq!(
        losses,
        [(Loss::Images, 1), (Loss::Notes, 1), (Loss::Removed, 1)]
    );
    assert_eq!(found.losses.names(Loss::Images), ["Un chat"]);
}

/// A document of Word with this text.
fn with_body(body: &str) -> Vec<u8> {
    let mut package = crdt::package::Package::default();
    let text = format!("<w:document><w:body>{body}</w:body></w:document>");
    package.add("word/document.xml", text.as_bytes());
    package.finish()
}

#[test]
fn fields_of_word_are_links_and_other_addresses_are_not() {
    let field = |address: &str| {
        format!(
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK &quot;{address}&quot; </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>ici</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
        )
    };
    let link = |address: &str| found("a.docx", &with_body(&field(address)));
    let runs = vec![run("ici", linked("https://x.org"))];
    assert_eq!(link("https://x.org").blocks[0].runs, runs);
    let script = link("javascript:alert(1)");
    assert_eq!(script.blocks, [paragraph("ici")]);
    assert_eq!(script.losses.of(Loss::Links), 1);
}

#[test]
fn hostile_packages_are_refused() {
    let refused = |bytes: &[u8]| understand("a.docx", bytes).expect_err("it is refused");
    let entities = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><w:document/>";
    let mut package = crdt::package::Package::default();
    package.add("word/document.xml", entities.as_bytes());
    assert_eq!(refused(&package.finish()), NotUnderstood::Entities);
    let mut package = crdt::package::Package::default();
    let remark = format!("<!--{}-->", " ".repeat(1_000_000));
    package.add("word/document.xml", remark.repeat(80).as_bytes());
    assert_eq!(refused(&package.finish()), NotUnderstood::Bomb);
    assert_eq!(
        refused(&with_body(&"<w:p>".repeat(9))),
        NotUnderstood::Broken
    );
    let long = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "a".repeat(400_000));
    assert_eq!(refused(&with_body(&long)), NotUnderstood::TooMuch);
    assert_eq!(
        refused(b"PK\x03\x04 and nothing more"),
        NotUnderstood::Broken
    );
    assert_eq!(
        refused(b"\xd0\xcf\x11\xe0\xa1\xb1"),
        NotUnderstood::OldOrLocked
    );
    assert_eq!(refused(b"%PDF-1.7"), NotUnderstood::Pdf);
    assert_eq!(refused(b""), NotUnderstood::Empty);
    let many = with_body("")
        .into_iter()
        .chain(b"PK\x01\x02".repeat(20_000));
    assert_eq!(refused(&many.collect::<Vec<_>>()), NotUnderstood::Bomb);
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(blocks in any_blocks()) {
        let blocks = without_placeholders(blocks);
        for (name, write, _) in WRITERS {
            let expected = as_they_come(&blocks);
            match understand(name, &write(&volume(blocks.clone()))) {
                Ok(found) => prop_assert_eq!(as_they_came(found.blocks), as_they_came(expected), "{}", name),
                Err(NotUnderstood::Empty) => prop_assert!(expected.is_empty()),
                Err(error) => prop_assert!(false, "{name}: {error}"),
            }
        }
    }

    #[test]
    fn a_pad_made_of_blocks_holds_them(blocks in any_blocks()) {
        let blocks = without_placeholders(blocks);
        let pad = create_of(ActorId::from([1; 16]), &blocks);
        prop_assert_eq!(read(&pad), Ok(blocks));
    }

    #[test]
    fn no_package_breaks_the_reader(at in any::<prop::sample::Index>(), to in any::<u8>(), text in "(<[/a-z:]{0,6}|>|&|\"|=| |w:p|w:r|w:t|[a-z]){0,40}") {
        for (name, write, _) in WRITERS {
            let mut bytes = write(&volume(vec![block(Quote, "a")]));
            let place = at.index(bytes.len());
            bytes[place] = to;
            drop(understand(name, &bytes));
        }
        drop(understand("a.docx", &with_body(&text)));
    }
}
