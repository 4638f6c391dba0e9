//! New names for old ones: everybody and everything from an archive is somebody and something new here.

use std::collections::HashMap;

use store::{AttachmentId, DocumentId, ParticipantId, SpaceId};

use super::manifest::Manifest;
use super::refusals::Unusable;
use crate::kinds::kanban::attachments;

/// The new names. Old ones are identifiers, or addresses with one in them: a text that equals one means it.
pub(super) struct Names {
    pub(super) space: SpaceId,
    pub(super) people: HashMap<String, ParticipantId>,
    pub(super) documents: HashMap<String, DocumentId>,
    pub(super) attachments: HashMap<String, AttachmentId>,
    texts: HashMap<String, String>,
    /// People of the archive's documents who are not among its people: they were removed, or never there.
    strangers: HashMap<String, ParticipantId>,
}

impl Names {
    /// Fresh names for all that a manifest lists. One that names what is no identifier, or two things alike, is refused.
    pub(super) fn fresh(manifest: &Manifest) -> Result<Self, Unusable> {
        let old: SpaceId = read(&manifest.space)?;
        let people = renamed(
            manifest.people.iter().map(|person| &person.id),
            ParticipantId::random,
        )?;
        let documents = renamed(
            manifest.documents.iter().map(|document| &document.id),
            DocumentId::random,
        )?;
        let attachments = renamed(
            manifest.attachments.iter().map(|file| &file.id),
            AttachmentId::random,
        )?;
        let mut names = Self {
            space: SpaceId::random(),
            people,
            documents,
            attachments,
            texts: HashMap::new(),
            strangers: HashMap::new(),
        };
        names.texts = names.texts(old)?;
        Ok(names)
    }

    fn texts(&self, old: SpaceId) -> Result<HashMap<String, String>, Unusable> {
        let space = self.space;
        let mut texts = HashMap::from([(format!("/w/{old}"), format!("/w/{space}"))]);
        for (old, new) in &self.people {
            texts.insert(old.clone(), new.to_string());
        }
        for (document, new) in &self.documents {
            texts.insert(document.clone(), new.to_string());
            texts.insert(format!("/w/{old}/{document}"), format!("/w/{space}/{new}"));
        }
        for (file, new) in &self.attachments {
            let file: AttachmentId = read(file)?;
            texts.insert(attachments::address(file), attachments::address(*new));
        }
        Ok(texts)
    }

    /// What a text is called now, if it is a name; what follows an address behind `#` or `?` stays. A name of something that
    /// is not in the archive becomes empty: it may be anybody's.
    pub(super) fn of(&self, text: &str) -> Option<String> {
        let end = text.find(['#', '?']).unwrap_or(text.len());
        let (name, rest) = text.split_at(end);
        match self.texts.get(name) {
            Some(known) => Some(known.clone() + rest),
            None => names_something(name).then(String::new),
        }
    }

    /// Who a participant is now. Somebody who is not in the archive is somebody nobody knows, the same in all documents.
    pub(super) fn of_person(&mut self, old: &str) -> Option<String> {
        if old.is_empty() {
            return None;
        }
        let known = self.people.get(old).copied();
        let stranger = || {
            *self
                .strangers
                .entry(old.to_owned())
                .or_insert_with(ParticipantId::random)
        };
        Some(known.unwrap_or_else(stranger).to_string())
    }
}

/// Whether a text is the identifier of a document, or an address on a server with any identifier in it.
fn names_something(text: &str) -> bool {
    let is_id = |part: &str| part.parse::<SpaceId>().is_ok() || part.parse::<DocumentId>().is_ok();
    match text.strip_prefix('/') {
        Some(path) => path.split(['/', '.']).any(is_id),
        None => text.parse::<DocumentId>().is_ok(),
    }
}

fn renamed<'a, Id: std::str::FromStr + std::fmt::Display>(
    old: impl Iterator<Item = &'a String>,
    fresh: fn() -> Id,
) -> Result<HashMap<String, Id>, Unusable> {
    let mut names = HashMap::new();
    for old in old {
        read::<Id>(old)?;
        if names.insert(old.clone(), fresh()).is_some() {
            return Err(Unusable::Unreadable);
        }
    }
    Ok(names)
}

/// An identifier written as we write it, and in no other way.
fn read<Id: std::str::FromStr + std::fmt::Display>(text: &str) -> Result<Id, Unusable> {
    let id: Id = text.parse().map_err(|_| Unusable::Unreadable)?;
    (id.to_string() == text)
        .then_some(id)
        .ok_or(Unusable::Unreadable)
}
