//! The paths a source file names: every `crate::…` and `super::…`, and every `use` and `pub use` as single paths.

/// A path as written, one name after the other; the last may be `*` or `self`.
pub(crate) type Path = Vec<String>;

/// One name brought in by `use`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Use {
    /// What it is called here.
    pub(crate) name: String,
    /// Where it comes from.
    pub(crate) path: Path,
}

/// Every path in the text that starts at the crate or at the module above, those of `use` trees included.
pub(crate) fn paths(code: &str) -> Vec<Path> {
    let mut found = Vec::new();
    for start in ["crate::", "super::"] {
        for (at, _) in code.match_indices(start) {
            let is_whole =
                !code[..at].ends_with(|each: char| each.is_alphanumeric() || "_:$".contains(each));
            if is_whole {
                unfold(&[], tree_at(&code[at..]), &mut |path, _| found.push(path));
            }
        }
    }
    found
}

/// What the `use` items of the text bring in, whether they are public or not.
pub(crate) fn uses(code: &str) -> Vec<Use> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("use ") {
        if code[..at].ends_with(|each: char| each.is_alphanumeric() || each == '_') {
            continue;
        }
        let tree = code[at + 4..].split(';').next().unwrap_or_default();
        unfold(&[], tree, &mut |path, name| found.push(Use { name, path }));
    }
    found
}

/// The path at the beginning of the text, with its braces.
fn tree_at(code: &str) -> &str {
    let mut depth = 0_usize;
    for (at, each) in code.char_indices() {
        match each {
            '{' if depth > 0 || code[..at].ends_with("::") => depth += 1,
            '}' if depth > 0 => depth -= 1,
            _ if depth > 0 => continue,
            _ if each.is_alphanumeric() || "_:*".contains(each) => continue,
            _ => return &code[..at],
        }
        if depth == 0 {
            return &code[..=at];
        }
    }
    code
}

/// Tells each path of a tree, and what it is called.
fn unfold(before: &[String], tree: &str, tell: &mut dyn FnMut(Path, String)) {
    let tree = tree.trim();
    if let Some((head, inside)) = tree.split_once('{') {
        let before = joined(before, head.trim().trim_end_matches("::"));
        let inside = inside.rsplit_once('}').map_or(inside, |(inside, _)| inside);
        for each in branches(inside) {
            unfold(&before, each, tell);
        }
        return;
    }
    let (path, name) = tree.split_once(" as ").unwrap_or((tree, ""));
    let mut path = joined(before, path.trim());
    if path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    if let Some(last) = path.last() {
        let name = if name.is_empty() { last } else { name.trim() };
        let name = name.to_owned();
        tell(path, name);
    }
}

fn joined(before: &[String], path: &str) -> Path {
    let names = path
        .split("::")
        .map(str::trim)
        .filter(|name| !name.is_empty());
    before
        .iter()
        .cloned()
        .chain(names.map(str::to_owned))
        .collect()
}

/// The parts between the commas that stand in no braces.
fn branches(inside: &str) -> Vec<&str> {
    let (mut depth, mut from, mut found) = (0_usize, 0, Vec::new());
    for (at, each) in inside.char_indices() {
        match each {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                found.push(&inside[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    found.push(&inside[from..]);
    found.retain(|each| !each.trim().is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(paths: Vec<Path>) -> Vec<String> {
        paths.into_iter().map(|path| path.join("::")).collect()
    }

    #[test]
    fn a_tree_is_as_many_paths() {
        let code = "use crate::{A, disk::{self, job::Job}, people::spaces};\n";
        let found = written(paths(code));
        assert_eq!(
            found,
            [
                "crate::A",
                "crate::disk",
                "crate::disk::job::Job",
                "crate::people::spaces"
            ]
        );
    }

    #[test]
    fn a_path_in_the_middle_of_code_counts() {
        let code = "fn f() { crate::rows::some_row(1)?; $crate::x; super::y(); }";
        assert_eq!(written(paths(code)), ["crate::rows::some_row", "super::y"]);
    }

    #[test]
    fn a_name_is_what_it_is_called_here() {
        let code = "pub use votes::{Round, rules::Rules as Law};\nuse std::fmt;\n";
        let names: Vec<_> = uses(code).into_iter().map(|each| each.name).collect();
        assert_eq!(names, ["Round", "Law", "fmt"]);
    }
}
