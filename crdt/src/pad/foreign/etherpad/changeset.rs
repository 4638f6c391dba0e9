//! The changes of Etherpad: how long the text was, what of it is kept, removed and added, and the letters that are added.
//! Numbers are in base 36, lengths in UTF-16 units.

/// What is done to the next letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    Keep,
    Remove,
    Add,
}

/// One step along the text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) deed: Deed,
    /// How many letters.
    pub(super) length: usize,
    /// The numbers of how they look, or look from now on.
    pub(super) attributes: Vec<usize>,
}

/// A change.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Changeset<'a> {
    /// How long the text was before it.
    pub(super) before: usize,
    pub(super) steps: Vec<Step>,
    /// The letters that are added.
    pub(super) bank: &'a str,
}

impl<'a> Changeset<'a> {
    /// Reads a change; none when it is written otherwise.
    pub(super) fn of(text: &'a str) -> Option<Self> {
        let (head, bank) = text.strip_prefix("Z:")?.split_once('$')?;
        let (before, rest) = number(head)?;
        let rest = rest.strip_prefix(['>', '<'])?;
        let (_, rest) = number(rest)?;
        Some(Self {
            before,
            steps: steps(rest)?,
            bank,
        })
    }
}

/// Steps one after the other.
pub(super) fn steps(text: &str) -> Option<Vec<Step>> {
    let mut rest = text;
    let mut steps = Vec::new();
    while !rest.is_empty() {
        let (step, after) = step(rest)?;
        steps.push(step);
        rest = after;
    }
    Some(steps)
}

fn step(text: &str) -> Option<(Step, &str)> {
    let mut rest = text;
    let mut attributes = Vec::new();
    while let Some(after) = rest.strip_prefix('*') {
        let (attribute, after) = number(after)?;
        attributes.push(attribute);
        rest = after;
    }
    if let Some(after) = rest.strip_prefix('|') {
        rest = number(after)?.1;
    }
    let deed = match rest.chars().next()? {
        '=' => Deed::Keep,
        '-' => Deed::Remove,
        '+' => Deed::Add,
        _ => return None,
    };
    let (length, rest) = number(&rest[1..])?;
    let step = Step {
        deed,
        length,
        attributes,
    };
    Some((step, rest))
}

/// The number a text begins with, and what follows.
fn number(text: &str) -> Option<(usize, &str)> {
    let is_digit = |c: char| c.is_ascii_digit() || c.is_ascii_lowercase();
    let length = text.len() - text.trim_start_matches(is_digit).len();
    let value = usize::from_str_radix(&text[..length], 36).ok()?;
    Some((value, &text[length..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_read_step_by_step() {
        let change = Changeset::of("Z:1>a*0*z|1+2=3-1$ab").expect("it is a change");
        let step = |deed, length, attributes| Step {
            deed,
            length,
            attributes,
        };
        assert_eq!((change.before, change.bank), (1, "ab"));
        let steps = [
            step(Deed::Add, 2, vec![0, 35]),
            step(Deed::Keep, 3, vec![]),
            step(Deed::Remove, 1, vec![]),
        ];
        assert_eq!(change.steps, steps);
        for broken in [
            "",
            "Z:",
            "Z:1>1",
            "Z:1>1+$",
            "Z:1>1?1$",
            "Z:1>1*+1$",
            "Z:zzzzzzzzzzzzzzzz>1$",
        ] {
            assert_eq!(Changeset::of(broken), None, "{broken}");
        }
    }
}
