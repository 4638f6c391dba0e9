//! The files of a crate, the arrows between them, and what is wrong with those.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path as FilePath,
};

use crate::{
    imports::{Path, paths},
    names::Names,
    text::without_comments_and_tests,
};

/// One module that uses another of the same crate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrow {
    /// Who uses, as `folder/file`.
    pub from: String,
    /// Whose is used, as `folder/file`.
    pub to: String,
}

/// The modules of a crate and what each uses.
pub struct Sources {
    modules: BTreeSet<String>,
    arrows: BTreeSet<Arrow>,
}

/// The most files that may use each other in a circle.
const CIRCLE_FILES_MAX: usize = 2;

impl Sources {
    /// Reads the sources below a directory, `src` of a crate.
    pub fn read(src: &FilePath) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        read_into(src, &Vec::new(), &mut files)?;
        let names = Names::of(
            files
                .iter()
                .map(|(path, code)| (path.clone(), code.as_str())),
        );
        let mut arrows = BTreeSet::new();
        for (module, code) in &files {
            let used = paths(code);
            let used = used.iter().filter_map(|path| names.module_of(module, path));
            arrows.extend(
                used.filter(|to| to != module && !to.is_empty())
                    .map(|to| Arrow {
                        from: module.join("/"),
                        to: to.join("/"),
                    }),
            );
        }
        arrows.retain(|arrow| !arrow.from.is_empty());
        let modules = files.keys().map(|path| path.join("/"));
        Ok(Sources {
            modules: modules.filter(|module| !module.is_empty()).collect(),
            arrows,
        })
    }

    /// What does not keep to the order. It is given lowest floor first; on one floor stand the names of files and
    /// folders directly in `src`, and those of a floor may use each other. The root of the crate stands outside.
    pub fn against(&self, order: &[&[&str]]) -> Vec<String> {
        let floor = |module: &str| {
            let top = top(module);
            order.iter().position(|floor| floor.contains(&top))
        };
        let homeless = self.modules.iter().filter(|module| floor(module).is_none());
        let mut found: Vec<_> = homeless
            .map(|module| format!("{module} stands on no floor: add it to the order"))
            .collect();
        let upwards = self
            .arrows
            .iter()
            .filter(|arrow| floor(&arrow.from) < floor(&arrow.to));
        found.extend(
            upwards.map(|arrow| format!("{} uses {}, which stands above it", arrow.from, arrow.to)),
        );
        found
    }

    /// The circles that are of more files than a crate can be read with.
    pub fn large_circles(&self) -> Vec<Vec<String>> {
        let mut circles = self.circles();
        circles.retain(|files| files.len() > CIRCLE_FILES_MAX);
        circles
    }

    /// The files that use each other in circles, each circle with all its files.
    pub fn circles(&self) -> Vec<Vec<String>> {
        let reached: BTreeMap<_, _> = self
            .modules
            .iter()
            .map(|module| (module, self.reached_from(module)))
            .collect();
        let mut circles = BTreeSet::new();
        for (module, reached_from_it) in &reached {
            if reached_from_it.contains(*module) {
                let around = reached_from_it.iter().filter(|other| {
                    reached
                        .get(*other)
                        .is_some_and(|back| back.contains(*module))
                });
                circles.insert(around.cloned().collect());
            }
        }
        circles.into_iter().collect()
    }

    /// Every module that is used by one, directly or not.
    fn reached_from(&self, module: &str) -> BTreeSet<String> {
        let mut reached = BTreeSet::new();
        let mut waiting = vec![module.to_owned()];
        while let Some(next) = waiting.pop() {
            for arrow in self.arrows.iter().filter(|arrow| arrow.from == next) {
                if reached.insert(arrow.to.clone()) {
                    waiting.push(arrow.to.clone());
                }
            }
        }
        reached
    }
}

/// The file or folder directly in `src`.
fn top(module: &str) -> &str {
    module.split('/').next().unwrap_or(module)
}

fn read_into(dir: &FilePath, above: &Path, files: &mut BTreeMap<Path, String>) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else {
            continue;
        };
        let module: Path = above.iter().cloned().chain([stem.to_owned()]).collect();
        if stem == "tests" {
            continue;
        } else if path.is_dir() {
            read_into(&path, &module, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let is_folder = ["mod", "lib", "main"].contains(&stem);
            let module = if is_folder { above.clone() } else { module };
            let code = without_comments_and_tests(&fs::read_to_string(&path)?);
            files.entry(module).or_default().push_str(&code);
        }
    }
    Ok(())
}
