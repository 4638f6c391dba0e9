//! Code in Markdown: letters between fences, as they were typed.

/// The text between fences that it cannot close.
pub(super) fn fenced(text: &str) -> String {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    let text = text.replace(is_control, "\u{fffd}");
    format!("{fence}\n{text}\n{fence}")
}

/// How many backticks follow each other at most.
fn longest_run(text: &str) -> usize {
    let runs = text.split(|character| character != '`');
    runs.map(str::len).max().unwrap_or(0)
}

fn is_control(character: char) -> bool {
    character.is_control() && !matches!(character, '\n' | '\t')
}
