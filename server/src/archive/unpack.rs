//! Reads an archive that may come from anybody: all of it is found good before anything is kept of it.

use std::collections::HashSet;

use hub::HistoryBudget;
use store::{
    AttachmentId, ConductedStep, DocumentId, ImportedDocument, Language, Message, NewAttachment,
    NewDocument, ParticipantId, Person, SpaceId, Star, StarId,
};

use super::conduct;
use super::files::Files;
use super::history::admit;
use super::manifest::{
    ArchivedDocument, ArchivedFile, ArchivedPerson, ArchivedStar, Manifest, PATH, attachment_path,
    digest, document_path, from_hexadecimal,
};
use super::messages;
use super::names::Names;
use super::refusals::Unusable;

/// A structure out of an archive, under fresh names.
#[derive(Debug)]
pub(crate) struct Arrival {
    pub(crate) space: SpaceId,
    pub(crate) title: String,
    pub(crate) language: Language,
    pub(crate) people: Vec<Person>,
    /// The first is one to begin with.
    pub(crate) documents: Vec<ImportedDocument>,
    pub(crate) attachments: Vec<(AttachmentId, NewAttachment)>,
    /// The oldest first.
    pub(crate) messages: Vec<Message>,
    /// The steps of agendas that ran, in their order.
    pub(crate) steps: Vec<(DocumentId, ConductedStep)>,
}

/// What is being unpacked.
struct Unpacking<'a> {
    files: Files<'a>,
    names: Names,
    /// The documents that are pads, by their old names.
    pads: HashSet<String>,
    budget: HistoryBudget,
    server: [u8; 16],
    now_ms: u64,
}

/// Reads an archive. `server` is the actor this server writes under at the moment: nobody else's, whatever is claimed.
/// This takes a processor for some seconds when the archive is large.
pub(crate) fn unpack(bytes: &[u8], server: [u8; 16], now_ms: u64) -> Result<Arrival, Unusable> {
    let files = Files::of(bytes)?;
    let manifest = Manifest::read(files.at(PATH)?)?;
    let names = Names::fresh(&manifest)?;
    let mut unpacking = Unpacking {
        files,
        names,
        pads: pads(&manifest),
        budget: HistoryBudget::default(),
        server,
        now_ms,
    };
    Ok(Arrival {
        space: unpacking.names.space,
        people: unpacking.people(manifest.people, manifest.language)?,
        documents: unpacking.documents(manifest.documents)?,
        attachments: unpacking.attachments(manifest.attachments)?,
        messages: unpacking.messages()?,
        steps: unpacking.steps()?,
        title: manifest.title,
        language: manifest.language,
    })
}

fn pads(manifest: &Manifest) -> HashSet<String> {
    let documents = manifest.documents.iter();
    let pads = documents.filter(|document| document.kind == crdt::pad::KIND);
    pads.map(|pad| pad.id.clone()).collect()
}

impl Unpacking<'_> {
    fn people(
        &self,
        people: Vec<ArchivedPerson>,
        language: Language,
    ) -> Result<Vec<Person>, Unusable> {
        let person = |archived: ArchivedPerson| {
            Ok(Person {
                id: self.person(&archived.id).ok_or(Unusable::Unreadable)?,
                name: named(archived.name, language),
                structure: archived.structure,
                role: archived.role,
            })
        };
        people.into_iter().map(person).collect()
    }

    /// In their order, but for one to begin with: the first action plan that was not put away.
    fn documents(
        &mut self,
        documents: Vec<ArchivedDocument>,
    ) -> Result<Vec<ImportedDocument>, Unusable> {
        let settled = documents.into_iter().map(|each| self.document(each));
        let mut settled = settled.collect::<Result<Vec<_>, _>>()?;
        let is_kanban =
            |each: &ImportedDocument| each.document.kind == crdt::kanban::KIND && !each.archived;
        if let Some(first) = settled.iter().position(is_kanban) {
            settled[..=first].rotate_right(1);
        }
        Ok(settled)
    }

    fn document(&mut self, archived: ArchivedDocument) -> Result<ImportedDocument, Unusable> {
        let bytes = self.files.at(&document_path(&archived.id))?;
        let kind = archived.kind;
        let history = admit(bytes, &kind, &mut self.names, &mut self.budget, self.now_ms)?;
        let known = |actor: &Vec<u8>| history.actors.contains(actor) && *actor != self.server;
        let owner = |(actor, who): (String, String)| {
            let actor = from_hexadecimal(&actor).filter(known)?;
            Some((actor, self.person(&who)?))
        };
        let actors = archived.actors.into_iter().filter_map(owner).collect();
        let stars = archived.stars.into_iter().map(|star| self.star(star));
        let stars = stars.collect::<Result<_, _>>()?;
        let id = self.names.documents.get(&archived.id);
        let document = NewDocument {
            id: *id.ok_or(Unusable::Unreadable)?,
            space: self.names.space,
            kind,
            title: archived.title,
            bytes: history.bytes,
            heads: history.heads,
        };
        Ok(ImportedDocument {
            document,
            archived: archived.archived,
            actors,
            stars,
        })
    }

    /// A version nobody can find is no harm: it is shown as lost.
    fn star(&self, archived: ArchivedStar) -> Result<Star, Unusable> {
        let head = |hash: &String| from_hexadecimal(hash)?.try_into().ok();
        let heads: Option<Vec<[u8; 32]>> = archived.heads.iter().map(head).collect();
        Ok(Star {
            id: StarId::random(),
            // Whoever was removed is nobody here.
            participant: self
                .person(&archived.participant)
                .unwrap_or_else(ParticipantId::random),
            label: archived.label,
            heads: heads.ok_or(Unusable::Unreadable)?,
            at_ms: archived.at.min(self.now_ms),
        })
    }

    fn attachments(
        &self,
        files: Vec<ArchivedFile>,
    ) -> Result<Vec<(AttachmentId, NewAttachment)>, Unusable> {
        files
            .into_iter()
            .map(|each| self.attachment(each))
            .collect()
    }

    fn attachment(&self, file: ArchivedFile) -> Result<(AttachmentId, NewAttachment), Unusable> {
        let bytes = self.files.at(&attachment_path(&file.id))?;
        let ids = (
            self.names.attachments.get(&file.id),
            self.names.documents.get(&file.document),
        );
        let (Some(id), Some(document)) = ids else {
            return Err(Unusable::Unreadable);
        };
        // Those of a pad are shown: nothing but a picture may be in them.
        let is_fit = !self.pads.contains(&file.document) || images::is_plain(bytes);
        if digest(bytes) != file.sha256 || !is_fit {
            return Err(Unusable::Unreadable);
        }
        let by = self.person(&file.participant);
        let new = NewAttachment {
            document: *document,
            // Whoever was removed is nobody here.
            participant: by.unwrap_or_else(ParticipantId::random),
            name: file.name,
            bytes: bytes.to_vec(),
        };
        Ok((*id, new))
    }

    fn messages(&self) -> Result<Vec<Message>, Unusable> {
        match self.files.maybe_at(messages::PATH) {
            Some(bytes) => messages::read(bytes, &self.names, self.now_ms),
            None => Ok(Vec::new()),
        }
    }

    fn steps(&self) -> Result<Vec<(DocumentId, ConductedStep)>, Unusable> {
        match self.files.maybe_at(conduct::PATH) {
            Some(bytes) => conduct::read(bytes, &self.names, self.now_ms),
            None => Ok(Vec::new()),
        }
    }

    fn person(&self, old: &str) -> Option<ParticipantId> {
        self.names.people.get(old).copied()
    }
}

/// Members may have no name; somebody who has not come yet must have one.
fn named(name: String, language: Language) -> String {
    match (name.trim(), language) {
        ("", Language::French) => "Sans nom".to_owned(),
        ("", Language::English) => "No name".to_owned(),
        _ => name,
    }
}

impl From<std::io::Error> for Unusable {
    fn from(_: std::io::Error) -> Self {
        Self::Unreadable
    }
}
