//! Pads of Etherpad, as it exports them whole: the text, who wrote in it, and every change since it was made.

mod changeset;
mod history;
mod lines;
mod records;
mod text;

pub use history::Past;

use super::NotUnderstood;
use super::draft::Draft;
use super::losses::Loss;
use lines::push_lines;
use records::Records;
use text::Text;

/// Reads a pad; answers who wrote in it, and its past if all of it can be played again.
pub(super) fn read(
    bytes: &[u8],
    draft: &mut Draft,
) -> Result<(Vec<String>, Option<Past>), NotUnderstood> {
    let records = Records::read(bytes)?;
    draft.title = Some(records.title());
    draft.losses.add(Loss::Chat, records.messages);
    let written = &records.pad.atext;
    let text =
        Text::of(&written.text, &written.attribs).unwrap_or_else(|| Text::plain(&written.text));
    push_lines(&text, &records.pool, draft)?;
    let authors = records.authors.clone();
    Ok((authors, Past::of(records)))
}
