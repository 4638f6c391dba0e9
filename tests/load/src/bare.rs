//! The physical limit to compare with: a broadcaster of axum that sends every message to everybody, knows nothing of
//! documents and keeps nothing on disk. Unbatched, or in batches with the pace of Atelier's ticks.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use axum::routing::get;
use axum::serve::ListenerExt;
use bytes::{Bytes, BytesMut};
use futures_util::{SinkExt, StreamExt};
use tokio::net::TcpListener;
use tokio::sync::{Notify, mpsc};

/// As Atelier rests after a tick: four times what it cost, and a millisecond for twenty people.
const REST_FACTOR: u32 = 4;
/// See [`REST_FACTOR`].
const PEOPLE_PER_REST_MS: usize = 20;
/// Small read buffers, as in Atelier.
const READ_BUFFER_BYTES: usize = 4 * 1024;

#[derive(Clone)]
struct Hall {
    everybody: Arc<Mutex<Vec<mpsc::UnboundedSender<Bytes>>>>,
    batch: Option<Arc<Batch>>,
}

#[derive(Default)]
struct Batch {
    waiting: Mutex<BytesMut>,
    changed: Notify,
}

/// Serves on a port of the loopback until the process is ended.
///
/// # Errors
/// When the port is taken.
pub async fn serve(port: u16, batched: bool) -> Result<()> {
    let hall = Hall {
        everybody: Arc::default(),
        batch: batched.then(Arc::default),
    };
    if let Some(batch) = hall.batch.clone() {
        tokio::spawn(tick(hall.clone(), batch));
    }
    let listener = TcpListener::bind(("127.0.0.1", port))
        .await
        .context("listening")?;
    let listener = listener.tap_io(|stream| {
        // A connection that ended before it began is nobody's loss.
        drop(stream.set_nodelay(true));
    });
    let router = Router::new().route("/", get(upgrade)).with_state(hall);
    axum::serve(listener, router).await.context("serving")
}

async fn upgrade(State(hall): State<Hall>, upgrade: WebSocketUpgrade) -> Response {
    upgrade
        .read_buffer_size(READ_BUFFER_BYTES)
        .on_upgrade(move |socket| meet(hall, socket))
}

async fn meet(hall: Hall, socket: WebSocket) {
    let (mut sink, mut stream) = socket.split();
    let (sender, mut queue) = mpsc::unbounded_channel::<Bytes>();
    hall.everybody().push(sender);
    let writing = tokio::spawn(async move {
        let mut frames = Vec::new();
        while queue.recv_many(&mut frames, usize::MAX >> 1).await > 0 {
            for frame in frames.drain(..) {
                sink.feed(Message::Binary(frame)).await?;
            }
            sink.flush().await?;
        }
        Ok::<(), axum::Error>(())
    });
    while let Some(Ok(message)) = stream.next().await {
        if let Message::Binary(frame) = message {
            hall.pass_on(frame);
        }
    }
    writing.abort();
}

impl Hall {
    fn pass_on(&self, frame: Bytes) {
        match &self.batch {
            None => self.send(&frame),
            Some(batch) => {
                batch.waiting().extend_from_slice(&frame);
                batch.changed.notify_one();
            }
        }
    }

    fn send(&self, frame: &Bytes) {
        self.everybody()
            .retain(|one| one.send(frame.clone()).is_ok());
    }

    fn everybody(&self) -> MutexGuard<'_, Vec<mpsc::UnboundedSender<Bytes>>> {
        self.everybody
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Batch {
    fn waiting(&self) -> MutexGuard<'_, BytesMut> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn tick(hall: Hall, batch: Arc<Batch>) {
    loop {
        batch.changed.notified().await;
        let start = Instant::now();
        let frame = std::mem::take(&mut *batch.waiting()).freeze();
        hall.send(&frame);
        let people = hall.everybody().len() / PEOPLE_PER_REST_MS;
        let rest = start.elapsed() * REST_FACTOR + Duration::from_millis(people as u64);
        tokio::time::sleep(rest).await;
    }
}
