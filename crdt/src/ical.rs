//! The lines of iCalendar (RFC 5545): escaped, folded, ended as the format wants it.

use crate::day;

/// Longest line in bytes, without its end.
const LINE_BYTES_MAX: usize = 75;

/// A calendar that is being written.
#[derive(Default)]
pub(crate) struct Lines(String);

impl Lines {
    /// A calendar with what it is called, written by a part of this program. `end_calendar` ends it.
    pub(crate) fn calendar(part: &str, title: &str) -> Self {
        let mut lines = Self::default();
        lines.put("BEGIN", "VCALENDAR");
        lines.put("VERSION", "2.0");
        lines.put("PRODID", &format!("-//Atelier//{part}//EN"));
        lines.put("CALSCALE", "GREGORIAN");
        lines.text("NAME", title);
        lines.text("X-WR-CALNAME", title);
        lines
    }

    /// A property whose value is written as it is.
    pub(crate) fn put(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// A property whose value people wrote; none when it is empty.
    pub(crate) fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.put(name, &escaped(value));
        }
    }

    /// A day; none when it is empty.
    pub(crate) fn day(&mut self, name: &str, day: &str) {
        if !day.is_empty() {
            self.put(&format!("{name};VALUE=DATE"), &day.replace('-', ""));
        }
    }

    /// A moment in milliseconds since 1970; none for 0.
    pub(crate) fn moment(&mut self, name: &str, ms: u64) {
        if ms > 0 {
            self.put(name, &stamp(ms));
        }
    }

    /// The calendar, ended.
    pub(crate) fn end_calendar(mut self) -> String {
        self.put("END", "VCALENDAR");
        self.end()
    }

    fn end(self) -> String {
        self.0
    }

    /// Cuts a line where it is too long, never inside a character: what follows begins with a space.
    fn fold(&mut self, line: &str) {
        let mut room = LINE_BYTES_MAX;
        for character in line.chars() {
            let bytes = character.len_utf8();
            if bytes > room {
                self.0.push_str("\r\n ");
                room = LINE_BYTES_MAX - 1;
            }
            self.0.push(character);
            room -= bytes;
        }
        self.0.push_str("\r\n");
    }
}

/// What people wrote, as one value.
pub(crate) fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ',' | ';' => value.extend(['\\', character]),
            '\n' => value.push_str("\\n"),
            control if control.is_control() => value.push(' '),
            other => value.push(other),
        }
    }
    value
}

/// `20261123T103000Z`.
pub(crate) fn stamp(ms: u64) -> String {
    let seconds = ms / 1_000 % 86_400;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    let day = day::of_ms(ms).replace('-', "");
    format!("{day}T{hours:02}{minutes:02}{seconds:02}Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut lines = Lines::default();
        let title = "é€😀".repeat(40);
        lines.text("SUMMARY", &title);
        let folded = lines.end();
        assert!(
            folded
                .split("\r\n")
                .all(|line| line.len() <= LINE_BYTES_MAX)
        );
        assert_eq!(folded.replace("\r\n ", ""), format!("SUMMARY:{title}\r\n"));
    }

    #[test]
    fn nothing_people_write_ends_a_line_or_a_value() {
        assert_eq!(
            escaped("a\\b,c;d\r\nEND:VEVENT\u{0}\r"),
            "a\\\\b\\,c\\;d\\nEND:VEVENT  "
        );
        assert_eq!(stamp(1_795_000_000_000), "20261118T110640Z");
    }
}
