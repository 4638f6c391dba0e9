//! Many people at once: each connection listens all the time, and some type.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use end_to_end::client::light::Checksum;
use futures_util::stream::SplitSink;
use futures_util::{SinkExt, StreamExt};
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use crate::book::Book;
use crate::ear::Ear;
use crate::samples::Samples;
use crate::typist::{Table, Typist};
use crate::wire::Wire;

/// A connection that is open.
pub type Stream = WebSocketStream<MaybeTlsStream<TcpStream>>;
type Sink = SplitSink<Stream, Message>;

/// How long after the last edit everything must have arrived everywhere.
const ARRIVED_WITHIN: Duration = Duration::from_secs(60);
const LOOK_EVERY: Duration = Duration::from_millis(100);
/// Before the first edit, so that everybody begins together.
const BREATH: Duration = Duration::from_millis(300);

/// One person's place.
pub struct Seat {
    /// Which pad, counted from 0.
    pub pad: usize,
    /// The connection.
    pub stream: Stream,
    /// Whom it leads to.
    pub wire: Wire,
    /// What is known of the pad.
    pub table: Table,
    /// Whether this person types.
    pub types: bool,
    /// Whether frames are decoded as they come, to know when what arrived. The others keep their last frame only:
    /// decoding a thousand times what is the same for everybody would measure the one who measures.
    pub watches: bool,
}

/// How fast and how long people type.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Edits per second and person.
    pub per_second: f64,
    /// For this long.
    pub seconds: f64,
}

/// What was measured.
pub struct Outcome {
    /// From sending an edit until somebody else heard it.
    pub received: Samples,
    /// From sending an edit until its author was told that it is saved.
    pub saved: Samples,
    /// Edits that were sent, by pad.
    pub sent: Vec<Vec<Checksum>>,
    /// One for each edit and person at its pad.
    pub delivered: usize,
    /// Bytes of all frames that anybody received.
    pub bytes: u64,
    /// Number of these frames.
    pub frames: u64,
    /// Keeps the connections open.
    pub fleet: Fleet,
}

/// Connections that stay open as long as this is held.
pub struct Fleet {
    people: Vec<Person>,
    _sinks: Vec<Sink>,
}

struct Person {
    pad: usize,
    ear: Ear,
    listening: JoinHandle<()>,
}

impl Drop for Fleet {
    fn drop(&mut self) {
        for person in &self.people {
            person.listening.abort();
        }
    }
}

/// Lets people type, waits until everything has arrived everywhere, and tells how long it took.
///
/// # Errors
/// When an edit does not arrive, a connection is lost, or people at one pad end with different documents.
pub async fn run(seats: Vec<Seat>, pace: Pace) -> Result<Outcome> {
    let book = Book::default();
    let start = Instant::now() + BREATH;
    let typing = seats.iter().filter(|seat| seat.types).count();
    let (mut people, mut sinks, mut hands) = (Vec::new(), Vec::new(), Vec::new());
    for (number, seat) in seats.into_iter().enumerate() {
        let (sink, stream) = seat.stream.split();
        let ear = Ear::new(number, seat.wire.clone(), seat.watches);
        let listening = ear.clone().listen(stream, seat.table.clone(), book.clone());
        people.push(Person {
            pad: seat.pad,
            ear,
            listening: tokio::spawn(listening),
        });
        if !seat.types {
            sinks.push(sink);
            continue;
        }
        // Everybody types in turn, evenly over the time between two edits of one person.
        let turn = hands.len() as f64 / typing as f64 / pace.per_second;
        let hand = Hand {
            number,
            pad: seat.pad,
            sink,
            wire: seat.wire,
            typist: Typist::at(&seat.table),
            book: book.clone(),
        };
        hands.push(tokio::spawn(hand.type_on(start, turn, pace)));
    }
    for hand in hands {
        sinks.push(hand.await??);
    }
    arrival(&people, &book).await?;
    Ok(outcome(people, sinks, &book))
}

/// One person who types.
struct Hand {
    number: usize,
    pad: usize,
    sink: Sink,
    wire: Wire,
    typist: Typist,
    book: Book,
}

impl Hand {
    async fn type_on(mut self, start: Instant, turn: f64, pace: Pace) -> Result<Sink> {
        let mut at = turn;
        while at < pace.seconds {
            let due = start + Duration::from_secs_f64(at);
            tokio::time::sleep_until(due.into()).await;
            let typed = self.typist.types();
            let frame = self.wire.dress(&typed);
            self.book.note(self.pad, typed.checksum, self.number);
            self.sink
                .send(Message::Binary(frame))
                .await
                .context("a connection was lost while typing")?;
            at += 1.0 / pace.per_second;
        }
        Ok(self.sink)
    }
}

/// Waits until everybody has everything.
async fn arrival(people: &[Person], book: &Book) -> Result<()> {
    let deadline = Instant::now() + ARRIVED_WITHIN;
    let pads = 1 + people.iter().map(|person| person.pad).max().unwrap_or(0);
    for pad in 0..pads {
        let sent = book.of_pad(pad);
        let here: Vec<&Person> = people.iter().filter(|person| person.pad == pad).collect();
        let mut missing = lacking(&here, &sent);
        while missing > 0 {
            ensure!(
                Instant::now() < deadline,
                "{missing} people of {} at pad {pad} still lack edits {} s after the last one",
                here.len(),
                ARRIVED_WITHIN.as_secs()
            );
            let lost = here.iter().filter(|person| person.ear.heard().lost).count();
            ensure!(lost == 0, "{lost} connections to pad {pad} were lost");
            tokio::time::sleep(LOOK_EVERY).await;
            missing = lacking(&here, &sent);
        }
    }
    Ok(())
}

/// How many people of a pad lack something: edits that they should recognise or count, or the heads others have.
fn lacking(here: &[&Person], sent: &[Checksum]) -> usize {
    let lacks = |ear: &Ear| {
        let heard = ear.heard();
        ear.watches && !sent.iter().all(|edit| heard.edits.contains(edit))
            || matches!(ear.wire, Wire::Bare) && heard.counted < sent.len()
    };
    let lacking = here.iter().filter(|person| lacks(&person.ear)).count();
    if lacking > 0 {
        return lacking;
    }
    // Decoding the last frame of everybody takes a while: only once those who watch have everything.
    let heads = here.first().map(|person| person.ear.heads());
    let differ = |person: &&&Person| Some(person.ear.heads()) != heads;
    here.iter().filter(differ).count()
}

fn outcome(people: Vec<Person>, sinks: Vec<Sink>, book: &Book) -> Outcome {
    let pads = 1 + people.iter().map(|person| person.pad).max().unwrap_or(0);
    let sent: Vec<Vec<Checksum>> = (0..pads).map(|pad| book.of_pad(pad)).collect();
    let (mut received, mut saved) = (Samples::default(), Samples::default());
    let (mut delivered, mut bytes, mut frames) = (0, 0, 0);
    for person in &people {
        let heard = person.ear.heard();
        received.join(heard.received.clone());
        saved.join(heard.saved.clone());
        delivered += sent[person.pad].len();
        bytes += heard.bytes;
        frames += heard.frames;
    }
    Outcome {
        received,
        saved,
        sent,
        delivered,
        bytes,
        frames,
        fleet: Fleet {
            people,
            _sinks: sinks,
        },
    }
}
