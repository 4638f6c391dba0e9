//! When the steps of agendas were planned and when they really were, in a file of its own beside the manifest: one step a line.

use serde::{Deserialize, Serialize};
use store::limits::CONDUCTED_STEPS_PER_SPACE_MAX;
use store::{ConductedStep, DocumentId};

use super::names::Names;
use super::refusals::Unusable;

/// Where they are in the archive. One of a space that was never conducted, or an older one, has no such file.
pub(super) const PATH: &str = "conduct.jsonl";

/// Longest text of a step, in bytes: a title of 200 characters.
const TEXT_BYTES_MAX: usize = 800;
/// No moment lies beyond it, in milliseconds since 1970: the end of the year 9999.
const TIME_MS_MAX: u64 = 253_402_300_799_999;

/// A step that ran. Identifiers are those of the server the archive was made on, times in milliseconds since 1970.
#[derive(Debug, Serialize, Deserialize)]
struct ArchivedStep {
    agenda: String,
    step: String,
    title: String,
    planned: u64,
    /// How long it was to take.
    minutes: u32,
    began: u64,
    /// Null for one that still ran.
    ended: Option<u64>,
    paused: u64,
    added: i64,
}

/// The file.
pub(super) fn write(steps: &[(DocumentId, ConductedStep)]) -> serde_json::Result<Vec<u8>> {
    let mut lines = Vec::new();
    for (agenda, step) in steps {
        serde_json::to_writer(&mut lines, &archived(*agenda, step))?;
        lines.push(b'\n');
    }
    Ok(lines)
}

fn archived(agenda: DocumentId, step: &ConductedStep) -> ArchivedStep {
    ArchivedStep {
        agenda: agenda.to_string(),
        step: step.step.clone(),
        title: step.title.clone(),
        planned: step.planned_ms,
        minutes: step.minutes,
        began: step.began_ms,
        ended: step.ended_ms,
        paused: step.paused_ms,
        added: step.added_ms,
    }
}

/// Reads the file that anybody may have made, in its order. What ran when the archive was made ended then.
pub(super) fn read(
    bytes: &[u8],
    names: &Names,
    now_ms: u64,
) -> Result<Vec<(DocumentId, ConductedStep)>, Unusable> {
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    if lines.clone().count() as u64 > CONDUCTED_STEPS_PER_SPACE_MAX {
        return Err(Unusable::TooLarge);
    }
    let read = |line| serde_json::from_slice(line).map_err(|_| Unusable::Unreadable);
    let steps = (1..).zip(lines);
    steps
        .map(|(number, line)| arrived(read(line)?, number, names, now_ms))
        .collect()
}

fn arrived(
    archived: ArchivedStep,
    number: u64,
    names: &Names,
    now_ms: u64,
) -> Result<(DocumentId, ConductedStep), Unusable> {
    let agenda = names.documents.get(&archived.agenda).copied();
    let texts = [&archived.step, &archived.title];
    if texts.iter().any(|text| text.len() > TEXT_BYTES_MAX) {
        return Err(Unusable::TooLarge);
    }
    let began_ms = archived.began.min(now_ms);
    let length_max = i64::try_from(TIME_MS_MAX).unwrap_or(i64::MAX);
    let step = ConductedStep {
        number,
        step: archived.step,
        title: archived.title,
        planned_ms: archived.planned.min(TIME_MS_MAX),
        minutes: archived.minutes,
        began_ms,
        ended_ms: Some(archived.ended.unwrap_or(now_ms).clamp(began_ms, now_ms)),
        paused_ms: archived.paused.min(TIME_MS_MAX),
        added_ms: archived.added.clamp(-length_max, length_max),
    };
    Ok((agenda.ok_or(Unusable::Unreadable)?, step))
}
