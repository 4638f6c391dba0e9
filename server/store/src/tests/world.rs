//! The vocabulary of the stories: a data directory with a workshop, pads, and people who write.

use std::{path::PathBuf, time::Duration};

use tempfile::TempDir;

use crate::{
    Append, ChunkNumber, CommitError, DocumentId, Join, Joined, KindWord, Language, NewDocument,
    NewStructure, NewWorkshop, Options, Reread, Role, Secret, Snapshot, SpaceId, Store, StoreError,
    Stored, Structure, Way, Workshop,
};

/// A store in a directory of its own.
pub struct World {
    pub store: Store,
    pub dir: TempDir,
}

/// Small and quick, so that stories about a full disk are.
pub fn options() -> Options {
    Options {
        ballast_bytes: 1,
        full_poll: Duration::from_millis(5),
        ..Options::default()
    }
}

impl World {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        World {
            store: Store::open_with(dir.path(), options()).unwrap(),
            dir,
        }
    }

    pub fn path(&self) -> PathBuf {
        self.dir.path().to_owned()
    }

    pub fn database(&self) -> PathBuf {
        self.dir.path().join("atelier.sqlite")
    }

    /// Stops and starts the server.
    pub async fn restart(&mut self) {
        self.store.close().await;
        self.store = Store::open_with(self.dir.path(), options()).unwrap();
    }

    /// Changes the files while the server is stopped.
    pub async fn behind_its_back(&mut self, change: impl FnOnce(&rusqlite::Connection)) {
        self.store.close().await;
        let connection = rusqlite::Connection::open(self.database()).unwrap();
        change(&connection);
        connection.close().unwrap();
        self.store = Store::open_with(self.dir.path(), options()).unwrap();
    }

    pub async fn workshop(&self) -> Workshop {
        let new = NewWorkshop {
            title: "Bilan".into(),
            language: Language::French,
            name: Some("Ana".into()),
            session: None,
        };
        self.store.create_workshop(new).await.unwrap()
    }

    /// A structure with a first document that holds `root`.
    pub async fn structure(&self, workshop: Option<SpaceId>, root: &[u8]) -> Structure {
        let new = new_structure(workshop, root);
        self.store.create_structure(new).await.unwrap()
    }

    pub async fn joins(&self, link: &Secret, name: &str) -> Joined {
        self.joins_again(link, name, None).await
    }

    pub async fn joins_again(&self, link: &Secret, name: &str, session: Option<Secret>) -> Joined {
        let name = Some(name.to_owned());
        let join = Join {
            way: Way::Link(link.hash()),
            name,
            structure: None,
            session,
        };
        self.store.join(join).await.unwrap()
    }

    pub async fn role(&self, session: &Secret, space: SpaceId) -> Option<Role> {
        let member = self.store.member(session.hash(), space).await.unwrap();
        member.map(|member| member.role)
    }

    /// A pad whose first row holds `root`.
    pub async fn pad(&self, space: SpaceId, root: &[u8]) -> DocumentId {
        let new = new_pad(space, root);
        self.store.create_document(new).await.unwrap().id
    }

    /// A pad in a workshop of its own.
    pub async fn some_pad(&self, root: &[u8]) -> DocumentId {
        self.pad(self.workshop().await.space, root).await
    }

    pub async fn writes(&self, pad: DocumentId, bytes: &[u8]) -> Result<ChunkNumber, CommitError> {
        self.store.append(changes(pad, bytes)).await
    }

    pub async fn loads(&self, pad: DocumentId) -> Stored {
        self.store.load_document(pad).await.unwrap().unwrap()
    }

    /// Everything the pad holds, in the order of its rows.
    pub async fn reads(&self, pad: DocumentId) -> Vec<Vec<u8>> {
        self.loads(pad)
            .await
            .chunks
            .into_iter()
            .map(|chunk| chunk.bytes)
            .collect()
    }

    pub async fn snapshots(
        &self,
        pad: DocumentId,
        bytes: &[u8],
        covers_to: ChunkNumber,
        verify: impl FnOnce(Reread) -> bool + Send + 'static,
    ) -> Result<ChunkNumber, StoreError> {
        let snapshot = Snapshot {
            document: pad,
            bytes: bytes.to_vec(),
            heads: vec![head(bytes)],
            covers_to,
        };
        self.store.add_snapshot(snapshot, verify).await
    }
}

pub fn new_structure(workshop: Option<SpaceId>, root: &[u8]) -> NewStructure {
    NewStructure {
        title: "La Ruche".into(),
        language: Language::French,
        name: Some("Léa".into()),
        session: None,
        workshop,
        document: new_pad(SpaceId::random(), root),
    }
}

pub fn new_pad(space: SpaceId, root: &[u8]) -> NewDocument {
    NewDocument {
        id: DocumentId::random(),
        space,
        kind: KindWord::from_static("pad"),
        title: "Notes".into(),
        bytes: root.to_vec(),
        heads: vec![head(root)],
    }
}

pub fn changes(pad: DocumentId, bytes: &[u8]) -> Append {
    Append {
        document: pad,
        bytes: bytes.to_vec(),
        heads: vec![head(bytes)],
        actors: vec![],
    }
}

/// Stands for the hash of what was written last.
pub fn head(bytes: &[u8]) -> [u8; 32] {
    let mut head = [0; 32];
    let length = bytes.len().min(32);
    head[..length].copy_from_slice(&bytes[..length]);
    head
}
