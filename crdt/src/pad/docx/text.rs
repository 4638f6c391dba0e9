//! The text of a paragraph: runs with their marks, and the addresses of links.

use crate::pad::block::{Marks, Run};
use crate::xml::{escaped, push};

/// The addresses links lead to; text refers to them by number.
#[derive(Default)]
pub(super) struct Links(Vec<String>);

impl Links {
    fn id(&mut self, address: &str) -> usize {
        let known = self.0.iter().position(|known| known == address);
        known.unwrap_or_else(|| {
            self.0.push(address.to_owned());
            self.0.len() - 1
        })
    }

    /// All of them, as the package refers to them.
    pub(super) fn relationships(&self) -> String {
        self.0.iter().enumerate().map(link).collect()
    }
}

fn link((id, address): (usize, &String)) -> String {
    let address = escaped(&percent_encoded(address));
    format!(
        "<Relationship Id=\"link{id}\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" \
         Target=\"{address}\" TargetMode=\"External\"/>"
    )
}

/// Word calls a document damaged when an address in it holds other letters.
fn percent_encoded(address: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
    let encoded = |byte: u8| match is_plain(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    address.bytes().map(encoded).collect()
}

/// Adds the runs; those of one link are one.
pub(super) fn push_runs(xml: &mut String, links: &mut Links, runs: &[Run]) {
    for same in runs.chunk_by(|a, b| a.marks.link == b.marks.link) {
        let text: String = same.iter().map(run).collect();
        match &same[0].marks.link {
            Some(address) => {
                let id = links.id(address);
                xml.push_str(&format!(
                    "<w:hyperlink r:id=\"link{id}\">{text}</w:hyperlink>"
                ));
            }
            None => xml.push_str(&text),
        }
    }
}

fn run(run: &Run) -> String {
    let (properties, text) = (properties(&run.marks), plain(&run.text));
    format!("<w:r>{properties}{text}</w:r>")
}

/// In the order the format wants them.
fn properties(marks: &Marks) -> String {
    let all = [
        (marks.link.is_some(), "<w:rStyle w:val=\"Hyperlink\"/>"),
        (marks.strong, "<w:b/>"),
        (marks.em, "<w:i/>"),
        (marks.strike, "<w:strike/>"),
        (marks.underline, "<w:u w:val=\"single\"/>"),
    ];
    let on: String = all
        .iter()
        .filter(|(on, _)| *on)
        .map(|(_, tag)| *tag)
        .collect();
    match on.is_empty() {
        true => on,
        false => format!("<w:rPr>{on}</w:rPr>"),
    }
}

/// Text without marks: line feeds and tabs are elements.
pub(super) fn plain(text: &str) -> String {
    let mut xml = String::with_capacity(text.len() + 40);
    xml.push_str("<w:t xml:space=\"preserve\">");
    for character in text.chars() {
        match character {
            '\n' => xml.push_str("</w:t><w:br/><w:t xml:space=\"preserve\">"),
            '\t' => xml.push_str("</w:t><w:tab/><w:t xml:space=\"preserve\">"),
            other => push(&mut xml, other),
        }
    }
    xml.push_str("</w:t>");
    xml
}
