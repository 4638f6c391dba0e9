//! How spaces are shown to their host: in columns, line by line, or as JSON for programs.

use anyhow::Result;
use store::SpaceKind;

use super::orders::SpaceLine;
use crate::command::speech;
use crate::day::Day;
use crate::language::Sentence;

/// All of them: the title last, since it may have any length.
pub fn list(spaces: &[SpaceLine], as_json: bool) -> Result<String> {
    if as_json {
        return Ok(serde_json::to_string_pretty(spaces)?);
    }
    let heads = HEADS.map(|head| speech::r#in(head).to_owned());
    let rows = spaces.iter().map(row);
    Ok(columns(std::iter::once(heads).chain(rows).collect()))
}

/// One, with everything that is known of it.
pub fn whole(space: &SpaceLine, as_json: bool) -> Result<String> {
    if as_json {
        return Ok(serde_json::to_string_pretty(space)?);
    }
    let values = row(space);
    let mut lines: Vec<_> = HEADS
        .iter()
        .zip(values)
        .map(|(head, value)| format!("{}: {value}", speech::r#in(*head)))
        .collect();
    lines.push(format!("{}: {}", speech::r#in(MADE), day(space.created_ms)));
    Ok(lines.join("\n"))
}

const HEADS: [Sentence; 8] = [
    Sentence {
        fr: "identifiant",
        en: "id",
    },
    Sentence {
        fr: "sorte",
        en: "kind",
    },
    Sentence {
        fr: "personnes",
        en: "people",
    },
    Sentence {
        fr: "documents",
        en: "documents",
    },
    Sentence {
        fr: "octets",
        en: "bytes",
    },
    Sentence {
        fr: "dernière activité",
        en: "last activity",
    },
    Sentence {
        fr: "état",
        en: "state",
    },
    Sentence {
        fr: "titre",
        en: "title",
    },
];

const MADE: Sentence = Sentence {
    fr: "créé",
    en: "made",
};

fn row(space: &SpaceLine) -> [String; 8] {
    [
        space.id.clone(),
        speech::r#in(kind(space.kind)).to_owned(),
        space.people.to_string(),
        space.documents.to_string(),
        space.bytes.to_string(),
        day(space.active_ms),
        state(space),
        space.title.clone(),
    ]
}

fn kind(kind: SpaceKind) -> Sentence {
    match kind {
        SpaceKind::Workshop => Sentence {
            fr: "atelier",
            en: "workshop",
        },
        SpaceKind::Structure => Sentence {
            fr: "structure",
            en: "organisation",
        },
    }
}

fn state(space: &SpaceLine) -> String {
    let closed = Sentence {
        fr: "fermé",
        en: "closed",
    };
    let open = Sentence {
        fr: "ouvert",
        en: "open",
    };
    let erased = Sentence {
        fr: "effacé le",
        en: "erased on",
    };
    match (space.closed_ms, space.deletes_ms) {
        (Some(_), _) => speech::r#in(closed).to_owned(),
        (None, Some(at_ms)) => format!("{} {}", speech::r#in(erased), day(at_ms)),
        (None, None) => speech::r#in(open).to_owned(),
    }
}

fn day(at_ms: u64) -> String {
    Day::at(at_ms).to_string()
}

/// Each column as wide as its widest entry, but the last.
fn columns(rows: Vec<[String; 8]>) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
    let widths: Vec<_> = (0..7).map(|column| width(column).unwrap_or(0)).collect();
    let lines = rows.iter().map(|row| {
        let cells = row.iter().enumerate().map(|(column, cell)| {
            let width = widths.get(column).copied().unwrap_or(0);
            format!("{cell:width$}")
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_each_other_whatever_is_in_them() {
        let space = |title: &str, people| SpaceLine {
            id: "4NtU".to_owned(),
            kind: SpaceKind::Workshop,
            title: title.to_owned(),
            people,
            documents: 3,
            bytes: 12_345,
            created_ms: 0,
            active_ms: 86_400_000,
            closed_ms: None,
            deletes_ms: None,
        };
        let shown = list(&[space("Été", 2), space("Un titre", 1_000)], false).expect("columns");
        let lines: Vec<_> = shown.lines().collect();
        let at = |line: &str, word: &str| {
            let before = line.split(word).next().expect("a part");
            before.chars().count()
        };
        assert_eq!(at(lines[1], "Été"), at(lines[2], "Un titre"));
        assert!(lines[1].contains("1970-01-02"));
    }

    #[test]
    fn programs_read_every_value() {
        let shown = list(&[], true).expect("json");
        assert_eq!(shown, "[]");
    }
}
