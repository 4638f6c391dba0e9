//! Plans as files: what is in each, and that nothing people wrote does anything but stand there.

use std::collections::HashMap;

use automerge::Automerge;
use crdt::cover::{Cover, DaysAs};
use crdt::kanban::files::{Feed, calendar, csv, html_page, markdown, trello};
use crdt::kanban::read;
use crdt::language::Language;
use serde_json::Value;

use automerge::transaction::Transactable;

use crate::foreign::understand;
use crate::samples::{add_card, add_label, add_to_card, edit, inside, kanban};

fn names() -> HashMap<String, String> {
    HashMap::from([("lea".to_owned(), "Léa *Martin*".to_owned())])
}

fn cover(names: &HashMap<String, String>, language: Language) -> Cover {
    Cover {
        title: "Plan <été>, suite".to_owned(),
        language,
        origin: "https://atelier.example.org".to_owned(),
        path: "/w/space/plan".to_owned(),
        names: names.clone(),
        authors: Vec::new(),
        comments: true,
        days: DaysAs::Events,
        beside: crdt::beside::Beside::default(),
    }
}

/// A card with everything on it, one of each sort beside it that is not shown.
fn full() -> Automerge {
    let mut kanban = kanban();
    edit(&mut kanban, |edit| {
        add_label(edit, "l1", "Bar; buvette", "violet")?;
        let card = add_card(edit, "k1", "=Demander le *devis*", "c1", "V")?;
        edit.splice_text(
            inside(edit, &card, "description"),
            0,
            0,
            "Trois **devis**\n<script>alert(1)</script>",
        )?;
        for (key, text) in [
            ("start", "2026-11-20"),
            ("due", "2026-12-01"),
            ("cover", "brown"),
        ] {
            edit.put(&card, key, text)?;
        }
        edit.put(inside(edit, &card, "people"), "lea", true)?;
        edit.put(inside(edit, &card, "people"), "gone", true)?;
        edit.put(inside(edit, &card, "labels"), "l1", true)?;
        for (id, text, done, due) in [
            ("x1", "Appeler", true, ""),
            ("x2", "Relancer", false, "2026-11-25"),
        ] {
            let check = add_to_card(
                edit,
                &card,
                "checks",
                id,
                &[("text", text), ("rank", id), ("due", due)],
            )?;
            edit.put(&check, "done", done)?;
        }
        let said = add_to_card(
            edit,
            &card,
            "comments",
            "m1",
            &[("by", "lea"), ("text", "Reçu\n# non")],
        )?;
        edit.put(&said, "at", 1_795_000_100_000_i64)?;
        let file = [
            ("title", "devis.pdf"),
            ("url", "/api/attachments/abc"),
            ("by", "lea"),
        ];
        let file = add_to_card(edit, &card, "attachments", "a1", &file)?;
        edit.put(&file, "bytes", 12)?;
        let done = add_card(edit, "k2", "Choisir la date", "c3", "V")?;
        edit.put(&done, "done", true)?;
        edit.put(&done, "doneAt", 1_795_000_200_000_i64)?;
        edit.put(&done, "due", "2026-11-01")?;
        for (id, key) in [("k3", "archived"), ("k4", "deleted")] {
            let away = add_card(edit, id, &format!("carte {key}"), "c1", id)?;
            edit.put(&away, "due", "2026-12-24")?;
            edit.put(&away, key, 1_795_000_300_000_i64)?;
        }
        let model = add_card(edit, "k5", "un modèle", "c1", "z")?;
        edit.put(&model, "template", true)
    });
    kanban
}

#[test]
fn a_table_holds_every_card_and_no_formula() {
    let names = names();
    let table = csv(&read(&full()), &cover(&names, Language::French));
    assert!(table.starts_with("\u{feff}\"Titre\";\"Description\";\"Colonne\";\"Responsables\""));
    assert!(table.contains("\r\n\"'=Demander le *devis*\";\"Trois **devis**\n<script>"));
    assert!(table.contains(";\"Léa *Martin*\";\"Bar; buvette\";\"2026-11-20\";\"2026-12-01\";\"\";\"\";\"[x] Appeler\n[ ] Relancer\";"));
    assert!(table.contains("\"devis.pdf https://atelier.example.org/api/attachments/abc\""));
    assert!(
        table.contains("carte archived")
            && !table.contains("carte deleted")
            && !table.contains("un modèle")
    );
    assert!(
        csv(&read(&full()), &cover(&names, Language::English))
            .starts_with("\u{feff}\"Title\",\"Description\"")
    );
}

#[test]
fn a_table_of_ours_comes_back() {
    let names = names();
    let table = csv(&read(&full()), &cover(&names, Language::French));
    let found = understand(&table).expect("a plan");
    let card = &found.kanban.cards[0];
    assert_eq!(
        (card.title.as_str(), card.due.as_str()),
        ("=Demander le *devis*", "2026-12-01")
    );
    assert_eq!(
        (
            card.checks.len(),
            card.checks[0].done,
            card.people.as_slice()
        ),
        (2, true, &["Léa *Martin*".to_owned()][..])
    );
    assert_eq!(
        card.comments[0].text,
        "2026-11-18 Léa *Martin*\u{a0}: Reçu # non"
    );
    assert!(
        found
            .kanban
            .cards
            .iter()
            .any(|card| card.title == "Choisir la date" && card.done)
    );
    assert_eq!(found.losses.all().count(), 0);
}

#[test]
fn markdown_has_a_heading_for_each_card() {
    let names = names();
    let text = markdown(&read(&full()), &cover(&names, Language::French));
    for line in [
        "# Plan \\<été>, suite\n",
        "\n## À faire\n\n### =Demander le \\*devis\\*\n\n- Responsables\u{a0}: Léa \\*Martin\\*\n",
        "- Échéance\u{a0}: 1er décembre 2026\n",
        "\nTrois **devis**\n",
        "- [x] Appeler\n- [ ] Relancer",
        "- [devis.pdf](https://atelier.example.org/api/attachments/abc)",
        "> **Léa \\*Martin\\***, 18 novembre 2026\n>\n> Reçu\n> # non\n",
        "\n## En cours\n\nRien ici.\n",
        "### ✓ Choisir la date\n",
        "## Archivée\n\n### carte archived\n",
    ] {
        assert!(text.contains(line), "{line:?} in {text}");
    }
    assert!(!text.contains("deleted") && !text.contains("modèle"));
}

#[test]
fn a_page_to_print_holds_no_markup_of_people() {
    let names = names();
    let page = html_page(&read(&full()), &cover(&names, Language::English));
    assert!(
        page.contains("<html lang=\"en\">") && page.contains("<h1>Plan &lt;été&gt;, suite</h1>")
    );
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script"));
    assert!(
        page.contains("<dt>Due: </dt><dd>1 December 2026</dd>")
            && page.contains("<li>☐ Relancer (25 November 2026)</li>")
    );
}

fn feed(shown: DaysAs, feed: Feed) -> String {
    let names = names();
    calendar(
        &read(&full()),
        &cover(&names, Language::French),
        shown,
        feed,
    )
    .replace("\r\n ", "")
}

#[test]
fn a_calendar_shows_days_as_appointments() {
    let events = feed(DaysAs::Events, Feed::Open);
    let first = "BEGIN:VEVENT\r\nUID:k1-plan@atelier.example.org\r\nDTSTAMP:20261118T110640Z\r\n\
        CREATED:20261118T110640Z\r\nLAST-MODIFIED:20261118T110640Z\r\nSEQUENCE:0\r\nSUMMARY:=Demander le *devis*\r\n\
        URL:https://atelier.example.org/w/space/plan?card=k1\r\nDTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261202\r\n\
        TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
    assert!(events.contains(first), "{events}");
    for line in [
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Atelier//Action plan//EN\r\n",
        "X-WR-CALNAME:Plan <été>\\, suite\r\n",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n",
        "UID:k1-x2-plan@atelier.example.org\r\n",
        "SUMMARY:Relancer — =Demander le *devis*\r\n",
        "SUMMARY:✓ Choisir la date\r\n",
    ] {
        assert!(events.contains(line), "{line}");
    }
    assert_eq!(events.matches("BEGIN:VEVENT").count(), 3);
    assert!(events.ends_with("END:VCALENDAR\r\n"));
}

#[test]
fn a_calendar_shows_days_as_tasks() {
    let tasks = feed(DaysAs::Tasks, Feed::Whole);
    for lines in [
        "DTSTART;VALUE=DATE:20261120\r\nDUE;VALUE=DATE:20261201\r\nSTATUS:IN-PROCESS\r\nPERCENT-COMPLETE:50\r\n",
        "DUE;VALUE=DATE:20261101\r\nSTATUS:COMPLETED\r\nCOMPLETED:20261118T111000Z\r\nPERCENT-COMPLETE:100\r\n",
        "DESCRIPTION:Trois **devis**\\n<script>alert(1)</script>\r\nCATEGORIES:Bar\\; buvette\r\n",
    ] {
        assert!(tasks.contains(lines), "{lines} in {tasks}");
    }
    assert!(!tasks.contains("DURATION:P1D") && !tasks.contains("VEVENT"));
}

#[test]
fn whoever_knows_the_address_of_a_calendar_reads_titles_and_days_only() {
    for shown in [DaysAs::Events, DaysAs::Tasks] {
        let open = feed(shown, Feed::Open);
        for secret in ["Trois", "Léa", "Bar", "Reçu", "devis.pdf"] {
            assert!(!open.contains(secret), "{secret}");
        }
    }
}

#[test]
fn the_shape_of_trello_has_what_other_tools_look_for() {
    let names = names();
    let text = trello(&read(&full()), &cover(&names, Language::French));
    let board: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(
        (&board["name"], &board["lists"][0]["name"]),
        (&"Plan <été>, suite".into(), &"À faire".into())
    );
    let card = &board["cards"][0];
    assert_eq!(card["idList"], board["lists"][0]["id"]);
    assert_eq!(
        (&card["due"], &card["dueComplete"]),
        (&"2026-12-01T12:00:00.000Z".into(), &false.into())
    );
    assert_eq!(
        (&card["idMembers"][0], &card["idLabels"][0]),
        (&board["members"][0]["id"], &board["labels"][0]["id"])
    );
    assert_eq!(board["checklists"][0]["checkItems"][0]["state"], "complete");
    assert_eq!(
        card["attachments"][0]["url"],
        "https://atelier.example.org/api/attachments/abc"
    );
    assert_eq!(
        board["members"].as_array().map(Vec::len),
        Some(1),
        "those without a name are nobody elsewhere"
    );
    assert!(!text.contains("deleted") && text.contains("un modèle"));
}
