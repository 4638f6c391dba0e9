//! What a hostile text of another tool may cost in memory, whatever is written in it.

use crdt::pad::foreign::understand;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The longest file the server takes.
const FILE_BYTES: usize = 8 * 1024 * 1024;
/// The longest part of a package, unpacked: a bomb that is small on the way.
const PART_BYTES: usize = 64 * 1024 * 1024;
/// Reading it may take this much beside the file itself.
const COST_BYTES_MAX: usize = 112 * 1024 * 1024;

/// `before`, as many `unit`s as there is room for, and `after`.
fn filled(room: usize, before: &str, unit: &str, after: &str) -> Vec<u8> {
    let room = room - before.len() - after.len();
    (before.to_owned() + &unit.repeat(room / unit.len()) + after).into_bytes()
}

fn text(name: &'static str, before: &str, unit: &str, after: &str) -> (&'static str, Vec<u8>) {
    (name, filled(FILE_BYTES, before, unit, after))
}

/// A package with one part as long as may be.
fn package(name: &'static str, before: &str, unit: &str, after: &str) -> (&'static str, Vec<u8>) {
    let path = if name.ends_with("docx") {
        "word/document.xml"
    } else {
        "content.xml"
    };
    let mut package = crdt::package::Package::default();
    package.add(path, &filled(PART_BYTES, before, unit, after));
    (name, package.finish())
}

fn hostile() -> Vec<(&'static str, Vec<u8>)> {
    let (word, end) = ("<w:document><w:body>", "</w:body></w:document>");
    let (office, close) = (
        "<office:document-content><office:body><office:text>",
        "</office:text></office:body></office:document-content>",
    );
    let rows = "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>";
    let cells = "<table:table-row table:number-rows-repeated=\"9999\"><table:table-cell table:number-columns-repeated=\"9999\"/></table:table-row>";
    vec![
        text("lines.txt", "", "a\n", ""),
        text("empty lines.txt", "", "\n", ""),
        text("one line.txt", "", "é", ""),
        text("items.md", "", "- a\n", ""),
        text("items in items.md", "", "> - ", "a"),
        text("stars.md", "", "*a ", ""),
        text("brackets.md", "", "[a](", ""),
        text("cells.md", "|a|b|\n|-|-|\n", "|", "\n"),
        text("rows.md", "|a|b|\n|-|-|\n", "|a|b|\n", ""),
        text("paragraphs.html", "", "<p>a", ""),
        text("open tags.html", "", "<b>", "a"),
        text("lists in lists.html", "", "<ul><li>", "a"),
        text("attributes.html", "<p ", "a=1 ", ">a"),
        text("cells.html", "<table><tr>", "<td>", "</table>"),
        text("rows.html", "<table>", "<tr><td>a", "</table>"),
        text("links.html", "", "<a href='https://a'>b</a>", ""),
        text(
            "pool.etherpad",
            "{\"pad:a\":{\"atext\":{\"text\":\"a\\n\",\"attribs\":\"|1+2\"},\"pool\":{\"numToAttrib\":{",
            "\"0\":[\"bold\",\"true\"],",
            "\"1\":[\"bold\",\"true\"]}}}}",
        ),
        text(
            "revisions.etherpad",
            "{\"pad:a\":{\"atext\":{\"text\":\"a\\n\",\"attribs\":\"|1+2\"},\"pool\":{\"numToAttrib\":{},\"nextNum\":0},\"head\":0},",
            "\"pad:a:revs:0\":{\"changeset\":\"Z:1>1+1$a\",\"meta\":{\"author\":\"a\",\"timestamp\":1}},",
            "\"pad:a:revs:1\":{\"changeset\":\"Z:2>0$\",\"meta\":{\"author\":\"a\",\"timestamp\":1}}}",
        ),
        package(
            "paragraphs of a docx",
            word,
            "<w:p><w:r><w:t>a</w:t></w:r></w:p>",
            end,
        ),
        package("empty paragraphs of a docx", word, "<w:p/>", end),
        package(
            "rows of a docx",
            &format!("{word}<w:tbl>"),
            rows,
            &format!("</w:tbl>{end}"),
        ),
        package("open elements of a docx", word, "<w:p>", end),
        package(
            "attributes of a docx",
            &format!("{word}<w:p "),
            "a=\"1\" ",
            &format!("/>{end}"),
        ),
        package("paragraphs of an odt", office, "<text:p>a</text:p>", close),
        package(
            "spaces of an odt",
            &format!("{office}<text:p>"),
            "<text:s text:c=\"99999999\"/>",
            &format!("</text:p>{close}"),
        ),
        package(
            "repeated cells of an odt",
            &format!("{office}<table:table>"),
            cells,
            &format!("</table:table>{close}"),
        ),
        package(
            "lists in lists of an odt",
            office,
            "<text:list><text:list-item>",
            close,
        ),
    ]
}

#[test]
fn no_text_costs_much_more_than_its_length() {
    for (what, file) in hostile() {
        let name = match what.split_whitespace().last() {
            Some("docx") => "a.docx",
            Some("odt") => "a.odt",
            _ => what,
        };
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let start = std::time::Instant::now();
        let found = understand(name, &file);
        let cost = MEMORY.peak_usage().saturating_sub(before);
        println!(
            "{:>6.1} MB {:>5} ms  {what}: {:?}",
            cost as f64 / 1e6,
            start.elapsed().as_millis(),
            found.map(|found| found.blocks.len())
        );
        assert!(cost <= COST_BYTES_MAX, "{what} cost {cost} bytes");
    }
}
