//! What a file says besides what is in its document: the document does not hold names, addresses or its own title.

use std::collections::HashMap;

use crate::beside::Beside;
use crate::language::Language;

/// What every writer of a file is given, whatever the kind.
#[derive(Debug, Clone)]
pub struct Cover {
    /// What the document is called.
    pub title: String,
    /// The language of the file.
    pub language: Language,
    /// Where this server is, without a final `/`.
    pub origin: String,
    /// Where the document is on it: `/w/{space}/{document}`.
    pub path: String,
    /// What participants are called; whoever wrote in the document also by their actors, in hexadecimal.
    pub names: HashMap<String, String>,
    /// Who wrote in a text, by name; nobody when names are left out.
    pub authors: Vec<String>,
    /// Whether what was said about a text is in the file.
    pub comments: bool,
    /// How days are shown in calendars.
    pub days: DaysAs,
    /// The files beside it.
    pub beside: Beside,
}

/// How days are shown: every calendar knows appointments, some know tasks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DaysAs {
    /// `VEVENT`, a whole day each.
    #[default]
    Events,
    /// `VTODO`.
    Tasks,
}

impl Cover {
    /// What somebody is called; empty for whoever is not known any more.
    pub(crate) fn name(&self, participant: &str) -> &str {
        self.names.get(participant).map_or("", String::as_str)
    }

    /// The whole address of something on this server or elsewhere.
    pub(crate) fn address(&self, url: &str) -> String {
        if url.starts_with('/') {
            format!("{}{url}", self.origin)
        } else {
            url.to_owned()
        }
    }
}
