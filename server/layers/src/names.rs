//! From a path as written to the file that holds what it names, through every `pub use` on the way.

use std::collections::BTreeMap;

use crate::imports::{Path, Use, uses};

/// How many `pub use` may hand a name on.
const HANDED_ON_MAX: usize = 8;

/// The modules of a crate by their path from its root, and what each brings in.
pub(crate) struct Names {
    modules: BTreeMap<Path, Vec<Use>>,
}

impl Names {
    pub(crate) fn of<'a>(files: impl Iterator<Item = (Path, &'a str)>) -> Self {
        let modules = files.map(|(module, code)| (module, uses(code)));
        Names {
            modules: modules.collect(),
        }
    }

    /// The module that holds what a path names when `module` writes it; nothing for what is not of this crate.
    pub(crate) fn module_of(&self, module: &Path, written: &Path) -> Option<Path> {
        let mut path = absolute(module, written)?;
        for _ in 0..HANDED_ON_MAX {
            let (holder, rest) = self.deepest(&path);
            let handed_on = rest.first().and_then(|name| self.brought_in(&holder, name));
            match handed_on {
                Some(onwards) if onwards != path => {
                    path = onwards
                        .into_iter()
                        .chain(rest.into_iter().skip(1))
                        .collect()
                }
                _ => return Some(holder),
            }
        }
        None
    }

    /// The longest beginning of a path that is a module, and what comes after it.
    fn deepest(&self, path: &Path) -> (Path, Path) {
        let is_module = |length: &usize| self.modules.contains_key(&path[..*length]);
        let length = (0..=path.len()).rev().find(is_module).unwrap_or(0);
        (path[..length].to_vec(), path[length..].to_vec())
    }

    /// Where a module has a name from.
    fn brought_in(&self, module: &Path, name: &str) -> Option<Path> {
        let found = self
            .modules
            .get(module)?
            .iter()
            .find(|each| each.name == name)?;
        absolute(module, &found.path).or_else(|| {
            let below: Path = module.iter().chain(&found.path).cloned().collect();
            (self.deepest(&below).0.len() > module.len()).then_some(below)
        })
    }
}

/// A path from the root of the crate; nothing when it starts elsewhere.
fn absolute(module: &Path, written: &Path) -> Option<Path> {
    let ups = written.iter().take_while(|name| *name == "super").count();
    match written.first()?.as_str() {
        "crate" => Some(written[1..].to_vec()),
        "super" => {
            let from = module.len().checked_sub(ups)?;
            Some(
                module[..from]
                    .iter()
                    .chain(&written[ups..])
                    .cloned()
                    .collect(),
            )
        }
        _ => None,
    }
}
