//! What a hostile file of another tool may cost in memory, whatever is written in it.

use crdt::kanban::foreign::{Clock, Here, understand};
use crdt::language::Language;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The longest file the server takes.
const FILE_BYTES: usize = 8 * 1024 * 1024;
/// Reading it may take this much beside the file itself.
const COST_BYTES_MAX: usize = 48 * 1024 * 1024;

const HERE: Here = Here {
    clock: Clock::PARIS,
    language: Language::French,
    now_ms: 1_795_867_200_000,
};

/// `before`, as many `unit`s as there is room for, and `after`.
fn filled(before: &str, unit: &str, after: &str) -> String {
    let room = FILE_BYTES - before.len() - after.len();
    before.to_owned() + &unit.repeat(room / unit.len()) + after
}

/// Files that are short, and whose plan would be long: something stands once and is meant by many.
fn repeating() -> Vec<(&'static str, String)> {
    let long = "é".repeat(500_000);
    let cards = |card: &str| [card].repeat(5_000).join(",");
    let comment = format!(
        r#"{{"type":"commentCard","data":{{"card":{{"id":"k"}},"text":"{}"}}}}"#,
        "c".repeat(4_000)
    );
    let item = format!(r#"{{"name":"{}"}}"#, "i".repeat(200));
    let own = |list: &str, more: &str, card: &str| {
        format!(
            r#"{{"lists":[{{"id":"{list}","name":"A"}}],"cards":[{}]{more}}}"#,
            cards(card)
        )
    };
    let members = format!(r#","members":[{{"id":"m","fullName":"{long}"}}]"#);
    let comments = format!(
        r#","actions":[{}]"#,
        [comment.as_str()].repeat(200).join(",")
    );
    let checks = format!(
        r#","checklists":[{{"idCard":"k","name":"{long}","checkItems":[{}]}}]"#,
        [item.as_str()].repeat(100).join(",")
    );
    let lists = [r#"{"_id":"L","cardId":"k"}"#].repeat(10_000).join(",");
    let items = [r#"{"checklistId":"L","title":"t"}"#]
        .repeat(10_000)
        .join(",");
    vec![
        (
            "comments of one id on all cards",
            own("a", &comments, r#"{"id":"k","idList":"a"}"#),
        ),
        (
            "check-lists of one id on all cards",
            own("a", &checks, r#"{"id":"k","idList":"a"}"#),
        ),
        (
            "a long name on all cards",
            own("a", &members, r#"{"id":"k","idMembers":["m"]}"#),
        ),
        (
            "cards of no column, the first of which has a long id",
            own(&long, "", "{}"),
        ),
        (
            "lines of lists of the same id",
            format!(
                r#"{{"_format":"wekan-board","cards":[{{"_id":"k"}}],"checklists":[{lists}],"checklistItems":[{items}]}}"#
            ),
        ),
    ]
}

/// Files as long as may be, of the shortest parts.
fn dense() -> Vec<(&'static str, String)> {
    let trello = r#"{"lists":[],"cards":["#;
    vec![
        (
            "empty keys",
            filled("{\"lists\":[],\"cards\":[],\"x\":{", "\"\":0,", "\"\":0}}"),
        ),
        ("empty cards", filled(trello, "{},", "{}]}")),
        (
            "empty cards of Wekan",
            filled(r#"{"_format":"wekan-board","cards":["#, "{},", "{}]}"),
        ),
        (
            "comments of Wekan",
            filled(
                r#"{"_format":"wekan-board","cards":[{"_id":""}],"comments":["#,
                "{},",
                "{}]}",
            ),
        ),
        ("numbers", filled("[", "0,", "0]")),
        ("escaped texts", filled(trello, r#""\n","#, r#"""]}"#)),
        ("cells", filled("Titre,\n", ",", "x\n")),
        ("rows", filled("Description,Titre\n", "x\n", "")),
        (
            "lines to check",
            filled("Titre;Checklist\nx;\"", "x\n", "\""),
        ),
        ("comments", filled("Titre;Commentaires\nx;\"", "x\n", "\"")),
        ("links", filled("Titre;Liens\nx;\"", "x\n", "\"")),
        ("words of a title", filled("Titre;Description\n", "x ", "")),
        ("people", filled("Titre;Qui\nx;\"", "é,", "\"")),
        (
            "accents apart from their letters",
            filled("Titre;Description\n", "e\u{301};\u{301}\n", ""),
        ),
        (
            "days of the largest table",
            filled("Titre\tQuand\tDate\n", "x\t14 mars\t3/4/27\r", ""),
        ),
        (
            "labels of a card of Deck",
            filled(
                r#"{"boards":{"1":{"stacks":[{"cards":[{"labels":["#,
                r#"{"id":1,"title":"é"},"#,
                "{}]}]}]}}}",
            ),
        ),
        ("titles above columns", filled("Titre,", "a,", "\n")),
    ]
}

#[test]
fn no_file_costs_much_more_than_its_length() {
    for (what, file) in dense().into_iter().chain(repeating()) {
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let found = understand(&file, HERE);
        let cost = MEMORY.peak_usage().saturating_sub(before);
        println!("{:>6.1} MB  {what}: {}", cost as f64 / 1e6, found.is_ok());
        assert!(cost <= COST_BYTES_MAX, "{what} cost {cost} bytes");
    }
}
