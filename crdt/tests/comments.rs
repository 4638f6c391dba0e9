//! Comments on pads: what is read of them, where their passages are, and the notes in files.

mod pads;

use std::collections::HashMap;

use automerge::marks::{ExpandMark, Mark};
use automerge::transaction::{Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjId, ObjType, ROOT, ReadDoc};
use crdt::cover::Cover;
use crdt::kind::DocumentKind;
use crdt::pad::comments::{
    COMMENT_CHARS_MAX, COMMENTS_MAX, Comment, Noted, QUOTE_CHARS_MAX, REPLIES_MAX, comments, noted,
};
use crdt::pad::foreign::understand;
use crdt::pad::{Block, PAD, create, read};
use pads::{body, edit, paragraph, written};
use proptest::prelude::*;

type Done = Result<(), AutomergeError>;

/// A pad with a place for comments, and this text.
fn pad(text: &str) -> Automerge {
    let mut pad = create(ActorId::from([1; 16]));
    pad.set_actor(ActorId::from([2; 16]));
    edit(&mut pad, |edit, body| edit.splice_text(body, 1, 0, text));
    pad
}

/// The map comments are in.
fn place(pad: &impl ReadDoc) -> ObjId {
    let found = pad.get(ROOT, "comments").expect("it is read");
    found.expect("the root has it").1
}

/// The map of a comment.
fn found(pad: &Automerge, id: &str) -> ObjId {
    let comment = pad.get(place(pad), id).expect("it is read");
    comment.expect("it is there").1
}

fn put(pad: &mut Automerge, id: &str, write: impl FnOnce(&mut Transaction<'_>, &ObjId) -> Done) {
    let place = place(pad);
    edit(pad, |edit, _| {
        let map = edit.put_object(&place, id, ObjType::Map)?;
        write(edit, &map)
    });
}

/// A comment on the units from `from` to `to`, as the web app writes it.
fn remark(pad: &mut Automerge, id: &str, (from, to): (usize, usize), at: i64) {
    let text = pad.text(body(pad)).expect("a text");
    let units: Vec<u16> = text.encode_utf16().collect();
    let quote = String::from_utf16_lossy(&units[from..to]);
    edit(pad, |edit, body| {
        let mark = Mark::new(format!("comment:{id}"), true, from, to);
        edit.mark(body, mark, ExpandMark::None)
    });
    put(pad, id, |edit, map| {
        edit.put(map, "quote", quote)?;
        edit.put(map, "by", "ana")?;
        edit.put(map, "at", at)?;
        edit.put(map, "text", "Vraiment ?")?;
        edit.put_object(map, "replies", ObjType::Map).map(|_| ())
    });
}

fn reply(pad: &mut Automerge, to: &str, id: &str, text: &str) {
    let map = found(pad, to);
    let (_, replies) = pad.get(map, "replies").expect("read").expect("a map");
    edit(pad, |edit, _| {
        let reply = edit.put_object(&replies, id, ObjType::Map)?;
        edit.put(&reply, "by", "bob")?;
        edit.put(&reply, "at", 1_795_000_001_000_i64)?;
        edit.put(&reply, "text", text)
    });
}

/// The words of a comment's passage.
fn passage(pad: &Automerge, comment: &Comment) -> Option<String> {
    let text = pad.text(body(pad)).expect("a text");
    let units: Vec<u16> = text.encode_utf16().collect();
    let passage = comment.passage.clone()?;
    Some(String::from_utf16_lossy(&units[passage]))
}

fn cover() -> Cover {
    let names = [("ana", "Ana <b>"), ("bob", "Bob")];
    Cover {
        names: HashMap::from(names.map(|(id, name)| (id.to_owned(), name.to_owned()))),
        ..pads::cover("Notes")
    }
}

fn file(pad: &Automerge, extension: &str) -> String {
    let file = PAD.file(extension).expect("pads have it");
    let bytes = (file.write)(pad, &cover()).expect("it is written");
    String::from_utf8(bytes).expect("it is text")
}

#[test]
fn a_comment_is_read_with_its_passage_and_its_replies() {
    let mut pad = pad("Le pain est bon.");
    remark(&mut pad, "c", (4, 8), 1_795_000_000_000);
    reply(&mut pad, "c", "r", "Oui.");
    let [comment] = &comments(&pad)[..] else {
        panic!("one comment");
    };
    assert_eq!(passage(&pad, comment).as_deref(), Some("pain"));
    assert_eq!(comment.quote, "pain");
    assert_eq!(comment.words.text, "Vraiment ?");
    assert_eq!(comment.words.actor, "02".repeat(16));
    assert_eq!(comment.replies[0].text, "Oui.");
}

#[test]
fn what_is_typed_beside_a_passage_is_not_in_it_and_what_is_typed_inside_is() {
    let mut pad = pad("Le pain est bon.");
    remark(&mut pad, "c", (4, 8), 1);
    for (at, typed) in [(4, "gros "), (13, "s"), (11, "x")] {
        edit(&mut pad, |edit, body| edit.splice_text(body, at, 0, typed));
    }
    let found = passage(&pad, &comments(&pad)[0]);
    assert_eq!(found.as_deref(), Some("paxin"));
}

#[test]
fn a_passage_that_is_gone_leaves_its_words() {
    let mut pad = pad("Le pain est bon.");
    remark(&mut pad, "c", (4, 8), 1);
    edit(&mut pad, |edit, body| edit.splice_text(body, 3, 6, ""));
    let comment = &comments(&pad)[0];
    assert_eq!(
        (comment.passage.clone(), comment.quote.as_str()),
        (None, "pain")
    );
}

#[test]
fn a_comment_that_was_taken_back_stays_while_it_has_an_answer() {
    let mut pad = pad("Le pain est bon.");
    remark(&mut pad, "c", (4, 8), 1);
    let map = found(&pad, "c");
    edit(&mut pad, |edit, _| edit.put(&map, "deleted", 5));
    assert_eq!(comments(&pad), []);
    reply(&mut pad, "c", "r", "Oui.");
    let words = &comments(&pad)[0].words;
    assert_eq!((words.deleted, words.text.as_str()), (5, ""));
}

#[test]
fn no_more_is_read_than_the_limits_say() {
    let mut pad = pad("Le pain est bon.");
    let long = "é".repeat(COMMENT_CHARS_MAX + 1);
    let place = place(&pad);
    edit(&mut pad, |edit, _| {
        for number in 0..=COMMENTS_MAX {
            let map = edit.put_object(&place, format!("c{number:04}"), ObjType::Map)?;
            edit.put(&map, "text", long.as_str())?;
            edit.put(&map, "quote", long.as_str())?;
        }
        let (_, map) = edit.get(&place, "c0000")?.expect("it is there");
        let replies = edit.put_object(&map, "replies", ObjType::Map)?;
        for number in 0..=REPLIES_MAX {
            edit.put_object(&replies, format!("r{number:04}"), ObjType::Map)?;
        }
        Ok(())
    });
    let found = comments(&pad);
    assert_eq!(found.len(), COMMENTS_MAX);
    assert_eq!(found[0].replies.len(), REPLIES_MAX);
    assert_eq!(found[0].words.text.chars().count(), COMMENT_CHARS_MAX);
    assert_eq!(found[0].quote.chars().count(), QUOTE_CHARS_MAX);
}

#[test]
fn a_pad_made_before_there_were_comments_is_given_their_place_once() {
    let mut old = written(&[paragraph("Bonjour")]);
    let complete = PAD.complete.expect("pads are completed");
    assert_eq!(comments(&old), []);
    for is_missing in [true, false] {
        let mut root = old.transaction();
        assert_eq!(complete(&mut root), Ok(is_missing));
        root.commit();
    }
    remark(&mut old, "c", (1, 4), 1);
    assert_eq!(comments(&old).len(), 1);
    assert_eq!(DocumentKind::of(&old), Ok(PAD));
}

#[test]
fn files_have_comments_as_notes() {
    let mut pad = pad("Le pain est bon.");
    remark(&mut pad, "b", (13, 16), 1_795_000_000_000);
    remark(&mut pad, "a", (4, 8), 1_795_000_000_000);
    reply(&mut pad, "a", "r", "Oui *si*\nfrais");
    remark(&mut pad, "gone", (9, 12), 1_795_000_000_000);
    edit(&mut pad, |edit, body| edit.splice_text(body, 9, 4, ""));
    let markdown = file(&pad, "md");
    assert!(markdown.starts_with("Le pain[^1] bon[^2].\n"), "{markdown}");
    assert!(markdown.contains("\n[^1]: Ana \\<b>, 18 novembre 2026\u{a0}: Vraiment ?\n\n    Bob, 18 novembre 2026\u{a0}: Oui \\*si\\*<br>frais\n"), "{markdown}");
    assert!(
        markdown.contains("\n## Sur des passages retirés\n\n- «\u{a0}est\u{a0}»\n"),
        "{markdown}"
    );
    let page = file(&pad, "html");
    assert!(
        page.contains("Le pain<sup id=\"passage-1\"><a href=\"#note-1\">1</a></sup> bon"),
        "{page}"
    );
    assert!(
        page.contains("<strong>Ana &lt;b&gt;, 18 novembre 2026</strong>"),
        "{page}"
    );
    assert!(page.contains("<del>«\u{a0}est\u{a0}»</del>"), "{page}");
    let json: serde_json::Value = serde_json::from_str(&file(&pad, "json")).expect("it is JSON");
    assert_eq!(json["comments"][0]["id"], "a");
    assert_eq!(json["blocks"][0]["runs"][1]["marks"]["notes"][0], 1);
    assert!(file(&pad, "txt").contains("Vraiment"));
}

#[test]
fn a_note_on_a_link_stands_behind_the_link() {
    let mut pad = pad("voir ici demain");
    edit(&mut pad, |edit, body| {
        let mark = Mark::new("link".to_owned(), "https://a.org", 6, 9);
        edit.mark(body, mark, ExpandMark::None)
    });
    remark(&mut pad, "c", (6, 8), 1);
    assert!(file(&pad, "md").starts_with("voir [ici](https://a.org)[^1] demain"));
}

#[test]
fn whose_words_they_are_the_server_knows_better_than_they_say() {
    let mut pad = pad("Le pain est bon.");
    remark(&mut pad, "c", (4, 8), 1);
    let mut cover = cover();
    cover.names.insert("02".repeat(16), "Zoé".to_owned());
    let Noted { notes, .. } = noted(&pad, &cover).expect("a pad");
    assert_eq!(notes[0].said[0].name, "Zoé");
}

/// Something somebody does to the text: at a place, taken modulo its length, so many units go and these letters come.
type Deed = (usize, usize, String);

fn any_deed() -> impl Strategy<Value = Deed> {
    (0..40_usize, 0..4_usize, "[a-c😀é]{0,3}")
}

fn perform(pad: &mut Automerge, deeds: &[Deed]) {
    for (at, gone, come) in deeds {
        edit(pad, |edit, body| {
            let text = edit.text(body)?;
            // Never in the middle of a character, and the marker stays.
            let edges: Vec<usize> = std::iter::once(0)
                .chain(text.chars().scan(0, |end, letter| {
                    *end += letter.len_utf16();
                    Some(*end)
                }))
                .skip(1)
                .collect();
            let from = at % edges.len();
            let to = (from + gone).min(edges.len() - 1);
            let units = isize::try_from(edges[to] - edges[from]).expect("a few");
            edit.splice_text(body, edges[from], units, come)
        });
    }
}

proptest! {
    /// Each letter of the passage that is left is in it, and no letter that was beside it.
    #[test]
    fn a_passage_keeps_its_letters_whatever_two_people_do(
        first in prop::collection::vec(any_deed(), 0..12),
        second in prop::collection::vec(any_deed(), 0..12),
    ) {
        let mut pad = pad("ABCDEFGHIJKLMNOP");
        remark(&mut pad, "c", (6, 11), 1);
        let mut other = pad.fork().with_actor(ActorId::from([3; 16]));
        perform(&mut pad, &first);
        perform(&mut other, &second);
        pad.merge(&mut other).expect("changes merge");
        other.merge(&mut pad).expect("changes merge");
        let left: String = pad.text(body(&pad)).expect("a text").chars().filter(|l| "FGHIJ".contains(*l)).collect();
        let found = comments(&pad);
        prop_assert_eq!(&found, &comments(&other));
        let passage = passage(&pad, &found[0]).unwrap_or_default();
        let kept: String = passage.chars().filter(char::is_ascii_uppercase).collect();
        prop_assert_eq!(kept, left);
        prop_assert!(noted(&pad, &cover()).is_ok());
        prop_assert_eq!(read(&pad).is_ok(), true);
    }
}

/// A pad with all that people write about one, and with what only a careless client does.
fn golden() -> Automerge {
    let mut pad = pad("Le pain 😀 est bon. Et le thé ?");
    remark(&mut pad, "open", (4, 8), 1_795_000_000_000);
    reply(&mut pad, "open", "r1", "Oui.");
    remark(&mut pad, "gone", (12, 15), 1_795_000_000_500);
    edit(&mut pad, |edit, body| edit.splice_text(body, 12, 4, ""));
    remark(&mut pad, "settled", (5, 11), 1_795_000_000_700);
    let settled = found(&pad, "settled");
    edit(&mut pad, |edit, _| {
        edit.put(&settled, "resolved", 1_795_000_009_000_i64)?;
        edit.put(&settled, "resolvedBy", "bob")?;
        edit.put(&settled, "edited", 1_795_000_008_000_i64)
    });
    put(&mut pad, "bare", |edit, map| edit.put(map, "at", 7.9));
    put(&mut pad, "odd", |edit, map| {
        edit.put(map, "at", -3)?;
        edit.put(map, "text", true)?;
        edit.put(map, "resolvedBy", "bob")?;
        edit.put(map, "replies", "none")
    });
    put(&mut pad, "taken-back", |edit, map| {
        edit.put(map, "deleted", 1)
    });
    pad
}

/// What is read of it, for both sides.
fn said(pad: &Automerge) -> String {
    let said: Vec<serde_json::Value> = comments(pad)
        .iter()
        .map(|comment| {
            let mut json = serde_json::to_value(comment).expect("it is JSON");
            json["passage"] = passage(pad, comment).map_or(serde_json::Value::Null, Into::into);
            json
        })
        .collect();
    serde_json::to_string_pretty(&said).expect("it is JSON") + "\n"
}

#[test]
fn this_side_still_writes_and_reads_the_golden_document() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("golden/pad-from-server-with-comments");
    let (document, json) = (
        path.with_extension("automerge"),
        path.with_extension("json"),
    );
    let pad = golden();
    if std::env::var_os("ATELIER_GOLDEN").is_some_and(|word| word == "write") {
        std::fs::write(&document, pad.save()).expect("the folder is writable");
        std::fs::write(&json, said(&pad)).expect("the folder is writable");
    }
    let kept = std::fs::read(&document).expect("the document is there");
    let kept = crdt::open::open([kept.as_slice()]).expect("it opens");
    assert_eq!(kept.get_heads(), pad.get_heads());
    assert_eq!(
        said(&kept),
        std::fs::read_to_string(&json).expect("the json is there")
    );
}

#[test]
fn files_that_know_no_notes_have_numbers_in_the_text_and_what_was_said_at_the_end() {
    let mut pad = pad("Le pain est bon.");
    remark(&mut pad, "c", (4, 8), 1_795_000_000_000);
    reply(&mut pad, "c", "r", "Oui.");
    let text = file(&pad, "txt");
    assert_eq!(
        text.lines()
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>(),
        [
            "Le pain[1] est bon.",
            "Commentaires",
            "[1] «\u{a0}pain\u{a0}»",
            "- Ana <b>, 18 novembre 2026\u{a0}: Vraiment ?",
            "- Bob, 18 novembre 2026\u{a0}: Oui.",
        ]
    );
    for extension in ["docx", "odt"] {
        let file = PAD.file(extension).expect("pads have it");
        let bytes = (file.write)(&pad, &cover()).expect("it is written");
        let found = understand(&format!("a.{extension}"), &bytes).expect("it is read");
        let lines: Vec<String> = found.blocks.iter().map(Block::text).collect();
        assert_eq!(
            lines[..3],
            [
                "Le pain[1] est bon.",
                "Commentaires",
                "[1] «\u{a0}pain\u{a0}»"
            ]
        );
        assert!(
            lines[3].ends_with("Vraiment ?") && lines[4].ends_with("Oui."),
            "{lines:?}"
        );
    }
}

#[test]
fn comments_are_left_out_of_every_file_when_they_are_not_wanted() {
    let mut pad = pad("Le pain est bon.");
    remark(&mut pad, "c", (4, 8), 1_795_000_000_000);
    let cover = Cover {
        comments: false,
        ..cover()
    };
    for extension in ["md", "html", "txt", "json"] {
        let file = PAD.file(extension).expect("pads have it");
        let bytes = (file.write)(&pad, &cover).expect("it is written");
        let text = String::from_utf8(bytes).expect("it is text");
        assert!(text.contains("Le pain est bon."), "{text}");
        assert!(!text.contains("Vraiment"), "{text}");
    }
}
