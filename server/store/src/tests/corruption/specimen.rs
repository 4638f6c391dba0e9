//! A database with many spaces and documents, and what stands on each of its pages.

use std::{
    collections::BTreeMap,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
};

use rusqlite::{Connection, types::ValueRef};

use crate::{
    DocumentId, NewAttachment, NewRound, Rules, SpaceId, Structure,
    limits::NOTICE_MS,
    tests::{
        votes::poll::{ballot, choices, voting},
        world::World,
    },
};

const STRUCTURES: usize = 24;
const ROWS_PER_DOCUMENT: usize = 6;
const NOW: u64 = 2_000_000_000_000;

/// The rows of every table, as text.
pub type Rows = BTreeMap<String, Vec<String>>;

/// A page and what SQLite uses it for.
#[derive(Debug, Clone)]
pub struct Page {
    pub number: usize,
    pub kind: Kind,
    /// The table its rows are of; none for what holds no rows.
    pub table: Option<String>,
    /// Rows that stand on it, wholly or in part.
    pub rows: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Header,
    Schema,
    Leaf,
    Interior,
    Overflow,
    Index,
    Free,
}

pub struct Specimen {
    pub file: Vec<u8>,
    pub pages: Vec<Page>,
    pub rows: Rows,
    pub spaces: Vec<SpaceId>,
    /// With their heads.
    pub documents: Vec<(DocumentId, Vec<[u8; 32]>)>,
}

impl Specimen {
    pub async fn new() -> Self {
        let world = World::new();
        let (mut spaces, mut documents) = (Vec::new(), Vec::new());
        for number in 0..STRUCTURES {
            let made = world.structure(None, b"root").await;
            spaces.push(made.space);
            for document in fill(&world, &made, number).await {
                documents.push((document, world.loads(document).await.heads));
            }
        }
        let doomed = world.structure(None, &[9; 30_000]).await;
        world.store.end_space(doomed.space, NOW).await.unwrap();
        let over = NOW + NOTICE_MS;
        assert!(world.store.erase_space(doomed.space, over).await.unwrap());
        world.store.close().await;
        let connection = Connection::open(world.database()).unwrap();
        Specimen {
            file: fs::read(world.database()).unwrap(),
            pages: pages(&connection),
            rows: rows(&connection).unwrap(),
            spaces,
            documents,
        }
    }
}

/// People, documents of several rows, files, ballots.
async fn fill(world: &World, made: &Structure, number: usize) -> Vec<DocumentId> {
    for person in 0..8 {
        let name = format!("Person {person} of {number}");
        world.joins(&made.links.participant, &name).await;
    }
    let pad = world.pad(made.space, &[number as u8; 900]).await;
    for row in 1..ROWS_PER_DOCUMENT {
        let bytes = vec![row as u8; 150 + (number * 977 + row * 2_311) % 9_000];
        world.writes(pad, &bytes).await.unwrap();
        world.writes(made.document, &bytes[..100]).await.unwrap();
    }
    if number.is_multiple_of(3) {
        let bytes = [number as u8; 6_000];
        world.snapshots(pad, &bytes, 4, |_| true).await.unwrap();
    }
    let file = NewAttachment {
        document: made.document,
        participant: made.participant,
        name: "devis.pdf".into(),
        bytes: vec![7; 200 * number],
    };
    world.store.attach(file).await.unwrap();
    votes(world, made).await;
    vec![pad, made.document]
}

async fn votes(world: &World, made: &Structure) {
    let new = NewRound {
        after: 0,
        document: made.document,
        rules: Rules::default(),
        choices: choices("a b c"),
        run_off_of: None,
    };
    let round = world.store.create_round(new).await.unwrap().id;
    let opened = world.store.open_round(made.document, round).await;
    opened.unwrap();
    for person in world.store.people(made.space).await.unwrap() {
        let cast = world
            .store
            .put_ballot(made.document, round, voting(person.id), ballot("aab"));
        cast.await.unwrap();
    }
}

pub fn rows(connection: &Connection) -> rusqlite::Result<Rows> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table'";
    let mut statement = connection.prepare(sql)?;
    let tables = statement.query_map([], |row| row.get::<_, String>(0))?;
    tables
        .map(|table| table.and_then(|table| Ok((table.clone(), rows_of(connection, &table)?))))
        .collect()
}

fn rows_of(connection: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    // Without an index: what is asked is what stands in the table.
    let mut statement = connection.prepare(&format!("SELECT * FROM {table} NOT INDEXED"))?;
    let columns = statement.column_count();
    let found = statement.query_map([], |row| {
        let values = (0..columns).map(|column| Ok(told(row.get_ref(column)?)));
        Ok(values.collect::<rusqlite::Result<Vec<_>>>()?.join(" "))
    })?;
    found.collect()
}

/// Long values by a number that stands for them.
fn told(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) if bytes.len() > 32 => {
            let mut hasher = DefaultHasher::new();
            bytes.hash(&mut hasher);
            format!("{}#{:x}", bytes.len(), hasher.finish())
        }
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => format!("{bytes:?}"),
        other => format!("{other:?}"),
    }
}

/// What SQLite says about its pages; the ones it says nothing about are free.
fn pages(connection: &Connection) -> Vec<Page> {
    let sql = "SELECT d.pageno, d.pagetype, d.ncell, d.name, s.type = 'index', s.tbl_name
               FROM dbstat d LEFT JOIN sqlite_schema s ON s.name = d.name";
    let mut statement = connection.prepare(sql).unwrap();
    let used = statement.query_map([], |row| {
        let (number, kind): (usize, String) = (row.get(0)?, row.get(1)?);
        let (cells, name): (usize, String) = (row.get(2)?, row.get(3)?);
        let is_index = row.get::<_, Option<bool>>(4)?.unwrap_or(false);
        let table: Option<String> = row.get(5)?;
        Ok(page(number, &kind, cells, &name, is_index, table))
    });
    let mut pages: Vec<Page> = used.unwrap().map(Result::unwrap).collect();
    let count: usize = connection
        .pragma_query_value(None, "page_count", |row| row.get(0))
        .unwrap();
    let free: Vec<_> = (1..=count)
        .filter(|number| pages.iter().all(|page| page.number != *number))
        .collect();
    pages.extend(free.into_iter().map(|number| Page {
        number,
        kind: Kind::Free,
        table: None,
        rows: 0,
    }));
    pages
}

/// In these the rows themselves are kept as in an index: also on pages above the leaves.
const WITHOUT_ROWID: [&str; 5] = [
    "actors",
    "ballot_devices",
    "ballots",
    "electors",
    "round_keys",
];

fn page(
    number: usize,
    kind: &str,
    cells: usize,
    name: &str,
    is_index: bool,
    table: Option<String>,
) -> Page {
    let is_tree = WITHOUT_ROWID.contains(&name);
    let (kind, rows) = match kind {
        _ if name == "sqlite_schema" => (Kind::Schema, 0),
        _ if is_index => (Kind::Index, 0),
        "overflow" => (Kind::Overflow, 1),
        "internal" if !is_tree => (Kind::Interior, 0),
        _ => (Kind::Leaf, cells),
    };
    let table = table.filter(|_| rows > 0);
    Page {
        number,
        kind,
        table,
        rows,
    }
}
