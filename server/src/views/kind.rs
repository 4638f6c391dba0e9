//! The kinds of documents and what they begin with, as the API and the web app know them: both follow from the list in
//! `crdt`.

use std::borrow::Cow;
use std::path::PathBuf;

use crdt::kind;
use serde::{Deserialize, Deserializer, de};
use ts_rs::{Config, TS};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct DocumentKind(pub kind::DocumentKind);

/// What a new document begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template(pub &'static str);

/// What a document is written as: the extension of a file.
pub struct Extension;

impl Template {
    fn of_word(word: &str) -> Option<Self> {
        templates()
            .into_iter()
            .find(|known| *known == word)
            .map(Self)
    }
}

impl<'de> Deserialize<'de> for Template {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let word = Cow::<str>::deserialize(from)?;
        let unknown = || de::Error::custom(format_args!("there is no template called {word:?}"));
        Self::of_word(&word).ok_or_else(unknown)
    }
}

fn kinds() -> Vec<&'static str> {
    kind::DocumentKind::ALL
        .map(kind::DocumentKind::as_str)
        .to_vec()
}

/// Each once, although several kinds may begin with one of that name.
fn templates() -> Vec<&'static str> {
    let kinds = kind::DocumentKind::ALL.into_iter();
    once(
        kinds
            .flat_map(|kind| kind.row().templates)
            .map(|each| each.word),
    )
}

fn extensions() -> Vec<&'static str> {
    let kinds = kind::DocumentKind::ALL.into_iter();
    once(
        kinds
            .flat_map(|kind| kind.row().files)
            .map(|file| file.extension),
    )
}

fn once(words: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut known = Vec::new();
    for word in words {
        if !known.contains(&word) {
            known.push(word);
        }
    }
    known
}

/// One of several words, in TypeScript and in the description of the API.
macro_rules! one_of {
    ($name:ident, $words:ident, $docs:literal) => {
        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let words = ObjectBuilder::new().schema_type(Type::String);
                words
                    .description(Some($docs))
                    .enum_values(Some($words()))
                    .into()
            }
        }

        impl ToSchema for $name {}
    };
}

/// Writes the union of the words into the code of the web app.
macro_rules! exported {
    ($name:ident, $words:ident, $docs:literal) => {
        impl TS for $name {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;

            fn docs() -> Option<String> {
                Some(concat!("/**\n * ", $docs, "\n */\n").to_owned())
            }

            fn name(_: &Config) -> String {
                stringify!($name).to_owned()
            }

            fn inline(_: &Config) -> String {
                $words()
                    .iter()
                    .map(|word| format!("{word:?}"))
                    .collect::<Vec<_>>()
                    .join(" | ")
            }

            fn decl(config: &Config) -> String {
                format!("type {} = {};", stringify!($name), Self::inline(config))
            }

            fn decl_concrete(config: &Config) -> String {
                Self::decl(config)
            }

            fn output_path() -> Option<PathBuf> {
                Some(concat!("../../web/src/generated/", stringify!($name), ".ts").into())
            }
        }
    };
}

one_of!(DocumentKind, kinds, "What a document is.");
one_of!(Template, templates, "What a new document begins with.");
one_of!(
    Extension,
    extensions,
    "What a document is written as; each kind has some of them."
);
exported!(DocumentKind, kinds, "What a document is.");
exported!(Template, templates, "What a new document begins with.");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn export_bindings_of_kinds() {
        let config = Config::from_env();
        DocumentKind::export(&config).expect("the union of kinds is written");
        Template::export(&config).expect("the union of templates is written");
    }

    #[test]
    fn what_is_in_no_list_is_refused() {
        let template = |text: &str| serde_json::from_str::<Template>(text);
        assert_eq!(
            template("\"bricks\"").expect("it is ours"),
            Template("bricks")
        );
        assert!(template("\"novel\"").is_err());
        assert!(serde_json::from_str::<DocumentKind>("\"novel\"").is_err());
    }

    #[test]
    fn every_kind_is_a_word_the_store_keeps() {
        for word in kinds() {
            assert_eq!(store::KindWord::from_static(word).as_str(), word);
        }
    }
}
