//! Structures that come from elsewhere: whole, or not at all.

use super::world::{World, new_pad};
use crate::{
    AttachmentId, ConductedStep, DocumentId, ImportedDocument, Language, Message, MessageId,
    NewAttachment, NewDocument, ParticipantId, Person, Role, SpaceId, Star, StoreError,
    StructureImport, limits,
};

fn import() -> StructureImport {
    let space = SpaceId::random();
    let awa = Person {
        id: ParticipantId::random(),
        name: "Awa".into(),
        structure: None,
        role: Role::Facilitator,
    };
    let document = new_pad(space, b"history");
    let document_id = document.id;
    let file = NewAttachment {
        document: document.id,
        participant: awa.id,
        name: "devis.pdf".into(),
        bytes: vec![1, 2, 3],
    };
    StructureImport {
        space,
        title: "La Ruche".into(),
        language: Language::French,
        documents: vec![ImportedDocument {
            document,
            archived: true,
            actors: vec![(b"actor".to_vec(), awa.id)],
            stars: vec![Star::new(awa.id, "Midi".into(), vec![[7; 32]])],
        }],
        people: vec![awa],
        attachments: vec![(AttachmentId::random(), file)],
        steps: vec![(document_id, ran(1, "Accueil"))],
        messages: vec![said(ParticipantId::random(), "Bonjour")],
        name: Some("Léa".into()),
        session: None,
    }
}

fn ran(number: u64, title: &str) -> ConductedStep {
    ConductedStep {
        number,
        step: "s1".into(),
        title: title.into(),
        planned_ms: 60_000,
        minutes: 30,
        began_ms: 120_000,
        ended_ms: Some(180_000),
        paused_ms: 7,
        added_ms: -8,
    }
}

fn said(participant: ParticipantId, body: &str) -> Message {
    Message {
        id: MessageId::random(),
        document: None,
        participant,
        body: body.into(),
        at_ms: 7,
        number: 0,
    }
}

#[tokio::test]
async fn a_structure_is_imported_with_everything_it_has() {
    let mut world = World::new();
    let new = import();
    let (awa, file) = (new.people[0].id, new.attachments[0].0);
    let made = world.store.import_structure(new).await.unwrap();
    world.restart().await;
    let people = world.store.people(made.space).await.unwrap();
    let known: Vec<_> = people
        .iter()
        .map(|who| (who.name.as_str(), who.role))
        .collect();
    assert_eq!(
        known,
        [("Awa", Role::Participant), ("Léa", Role::Participant)]
    );
    let stored = world.loads(made.document).await;
    assert_eq!(
        (stored.archived, stored.actors),
        (true, vec![(b"actor".to_vec(), awa)])
    );
    assert_eq!(world.reads(made.document).await, [b"history"]);
    let kept = world.store.attachment(file).await.unwrap().unwrap();
    assert_eq!((kept.document, kept.bytes), (made.document, vec![1, 2, 3]));
    let said = world.store.messages(made.space, None, None).await.unwrap();
    assert_eq!(
        (said.len(), said[0].body.as_str(), said[0].number),
        (1, "Bonjour", 1)
    );
    let steps = world.store.conducted_steps(made.space).await.unwrap();
    assert_eq!(steps, [(made.document, ran(1, "Accueil"))]);
    let link = world.store.expected_link(made.space, awa).await.unwrap();
    assert_eq!(world.joins(&link, "Awa").await.participant, awa);
    let joined = world.joins(&made.links.participant, "Bob").await;
    assert_eq!(joined.space.id, made.space);
}

#[tokio::test]
async fn what_is_imported_together_keeps_its_order() {
    let world = World::new();
    let mut new = import();
    let wanted: Vec<_> = (0..20).map(|place| format!("Notes {place}")).collect();
    new.documents = wanted
        .iter()
        .map(|title| titled(new.space, title))
        .collect();
    new.attachments.clear();
    new.steps.clear();
    let space = new.space;
    world.store.import_structure(new).await.unwrap();
    let documents = world.store.documents(space).await.unwrap();
    let titles: Vec<_> = documents.into_iter().map(|each| each.title).collect();
    assert_eq!(titles, wanted);
}

fn titled(space: SpaceId, title: &str) -> ImportedDocument {
    let document = NewDocument {
        title: title.into(),
        ..new_pad(space, b"root")
    };
    ImportedDocument {
        document,
        archived: false,
        actors: vec![],
        stars: Vec::new(),
    }
}

#[tokio::test]
async fn what_cannot_be_imported_whole_is_not_imported_at_all() {
    let world = World::new();
    let breaks: [fn(&mut StructureImport); 6] = [
        |new| new.documents.clear(),
        |new| new.people[0].name = String::new(),
        |new| new.messages[0].body = " ".into(),
        |new| new.messages[0].document = Some(DocumentId::random()),
        |new| new.attachments[0].1.bytes = vec![0; limits::ATTACHMENT_BYTES_MAX + 1],
        |new| {
            let other = NewDocument {
                title: "".into(),
                ..new_pad(new.space, b"root")
            };
            new.documents.push(ImportedDocument {
                document: other,
                archived: false,
                actors: vec![],
                stars: Vec::new(),
            });
        },
    ];
    for each in breaks {
        let mut new = import();
        each(&mut new);
        let space = new.space;
        let refused = world.store.import_structure(new).await;
        assert!(!matches!(refused, Ok(_) | Err(StoreError::Database(_))));
        assert!(world.store.space(space).await.unwrap().is_none());
    }
    assert!(world.store.document_ids().await.unwrap().is_empty());
}
