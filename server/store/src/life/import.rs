//! A structure that comes from somewhere else with its people, documents and files: all of it, or nothing.

use rusqlite::Connection;

use crate::{
    AttachmentId, ConductedStep, DocumentId, Language, Message, NewAttachment, NewDocument,
    ParticipantId, Person, Role, Secret, SpaceId, Star, Store, StoreError,
    content::{attachments, chunks, conduct, documents, messages, stars},
    disk::job::Necessity,
    life::structure::{self, Structure},
    limits::NAME_CHARS_MAX,
    people::person,
    text::filled_line,
};

/// What is needed to import a structure. Every identifier in it is a fresh one.
#[derive(Debug, Clone)]
pub struct StructureImport {
    /// The space to be made.
    pub space: SpaceId,
    /// Its title.
    pub title: String,
    /// The language it speaks.
    pub language: Language,
    /// Its people, who have not come here yet. Whoever held it elsewhere is a member here.
    pub people: Vec<Person>,
    /// Its documents, in their order. There is at least one.
    pub documents: Vec<ImportedDocument>,
    /// The files beside them.
    pub attachments: Vec<(AttachmentId, NewAttachment)>,
    /// What people said to each other, the oldest first.
    pub messages: Vec<Message>,
    /// The steps of its agendas that ran, in their order.
    pub steps: Vec<(DocumentId, ConductedStep)>,
    /// The name of the one who brings it, a member of its own; may be left out and given later.
    pub name: Option<String>,
    /// The browser's session, when it has one already.
    pub session: Option<Secret>,
}

/// A document with its history.
#[derive(Debug, Clone)]
pub struct ImportedDocument {
    /// What it is, and all its changes.
    pub document: NewDocument,
    /// Whether it was put away.
    pub archived: bool,
    /// Who wrote under which actor.
    pub actors: Vec<(Vec<u8>, ParticipantId)>,
    /// The versions of it that have a star.
    pub stars: Vec<Star>,
}

impl Store {
    /// Imports a structure, with fresh links. Nothing of it is kept when anything in it is over a limit.
    pub async fn import_structure(&self, new: StructureImport) -> Result<Structure, StoreError> {
        let files = new.attachments.iter().map(|(_, file)| file.bytes.len());
        let rows = new.documents.iter().map(|each| each.document.bytes.len());
        let (bytes, now_ms) = (files.sum::<usize>() + rows.sum::<usize>(), self.now_ms());
        self.write_weighing(bytes, Necessity::Ordinary, move |connection| {
            import(connection, new, now_ms)
        })
        .await
    }
}

fn import(
    connection: &Connection,
    new: StructureImport,
    now_ms: u64,
) -> Result<Structure, StoreError> {
    let space = new.space;
    structure::insert(connection, space, &new.title, new.language, now_ms)?;
    for person in &new.people {
        import_person(connection, space, person)?;
    }
    let first = new.documents.first().map(|each| each.document.id);
    let document = first.ok_or(StoreError::Empty("archive"))?;
    for each in new.documents {
        import_document(connection, each)?;
    }
    for (id, file) in &new.attachments {
        attachments::insert(connection, *id, file)?;
    }
    messages::insert_all(connection, space, new.messages)?;
    conduct::insert_all(connection, space, &new.steps)?;
    let (participant, session) =
        structure::first_member(connection, space, new.name, new.session, now_ms)?;
    Ok(Structure {
        space,
        document,
        links: structure::links_of(connection, space)?,
        participant,
        session,
    })
}

fn import_person(
    connection: &Connection,
    space: SpaceId,
    person: &Person,
) -> Result<(), StoreError> {
    let name = filled_line("name", &person.name, NAME_CHARS_MAX)?;
    let role = person.role.min(Role::Participant);
    let structure = person.structure.as_deref();
    person::insert_as(connection, person.id, space, &name, structure, role)
}

fn import_document(connection: &Connection, each: ImportedDocument) -> Result<(), StoreError> {
    let id: DocumentId = documents::create(connection, each.document)?.id;
    chunks::bind_actors(connection, id, &each.actors)?;
    for star in &each.stars {
        stars::insert(connection, id, star)?;
    }
    let sql = "UPDATE documents SET archived = ?2 WHERE id = ?1";
    connection.execute(sql, (id, each.archived))?;
    Ok(())
}
