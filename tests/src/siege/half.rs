//! What is begun and never ended: headers, bodies, frames, and sockets that are not read. Each answers how many got as far.

use std::time::Duration;

use futures_util::future::join_all;
use tokio::time::{sleep, timeout};

use super::Siege;
use super::raw::Raw;
use crate::client::frame::{self, Said, Synced};

/// A server that reads no more of something lets its sender wait: so long, then the sender is content.
const PATIENCE: Duration = Duration::from_secs(2);
/// Longest message of the protocol.
const FRAME_BYTES: usize = 16 * 1024 * 1024;
/// Headers that do not end.
const HEAD_BYTES: usize = 30 * 1024;
/// A body without a file that does not end.
const BODY_BYTES: usize = 60 * 1024;
/// An import that does not end.
const FILE_BYTES: usize = 10 * 1024 * 1024;
/// 'I have nothing', in a sync message.
const NOTHING: &[u8] = &[0x42, 0, 0, 1, 0, 0, 0];

impl Siege {
    /// So many frames, of which nearly all comes, on sockets that have not said who they are.
    pub async fn begins_frames_as_nobody(&self, count: usize) -> usize {
        all((0..count).map(async |nth| {
            let mut raw = self.upgrades(nth).await?;
            sends_most(&mut raw).await;
            Some(raw)
        }))
        .await
    }

    /// So many frames, of which nearly all comes, of people.
    pub async fn begins_frames(&self, count: usize) -> usize {
        all((0..count).map(async |nth| {
            let mut raw = self.joins(nth).await?;
            sends_most(&mut raw).await;
            Some(raw)
        }))
        .await
    }

    /// So many connections whose headers do not end.
    pub async fn begins_headers(&self, count: usize) -> usize {
        let head = format!("GET / HTTP/1.1\r\nHost: a\r\nX: {}", "x".repeat(HEAD_BYTES));
        all((0..count).map(async |nth| {
            let mut raw = self.connects(nth).await?;
            raw.sends(head.as_bytes()).await.ok()?;
            Some(raw)
        }))
        .await
    }

    /// So many requests whose bodies do not end: short ones, and imports.
    pub async fn begins_bodies(&self, count: usize) -> usize {
        all((0..count).map(async |nth| {
            let (path, bytes) = match nth % 2 {
                0 => ("/api/join".to_owned(), BODY_BYTES),
                _ => (self.imports(), FILE_BYTES),
            };
            let mut raw = self.connects(nth).await?;
            let head = self.head(nth, &path, bytes);
            raw.sends(head.as_bytes()).await.ok()?;
            // It may be refused before all of it came.
            drop(timeout(PATIENCE, raw.sends_zeros(bytes - 1)).await);
            Some(raw)
        }))
        .await
    }

    fn head(&self, nth: usize, path: &str, bytes: usize) -> String {
        let cookie = self.cookie(nth);
        format!(
            "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\
             Content-Type: application/json\r\nContent-Length: {bytes}\r\n\r\n"
        )
    }

    /// So many sockets that ask for a long pad and read nothing of it, for a while.
    pub async fn does_not_read(&self, count: usize) -> usize {
        let said = Said::Request(Synced {
            document: &self.long_pad,
            data: NOTHING,
        });
        let request = frame::encode("mallory", &said);
        all((0..count).map(async |nth| {
            let mut raw = self.joins(nth).await?;
            raw.says(&request).await.ok()?;
            sleep(PATIENCE).await;
            Some(raw)
        }))
        .await
    }

    /// So many sockets that introduce themselves and say nothing more.
    pub async fn stays_silent(&self, count: usize) -> usize {
        all((0..count).map(|nth| self.joins(nth))).await
    }
}

/// All of them are there at once, then all leave.
async fn all(attempts: impl Iterator<Item = impl Future<Output = Option<Raw>>>) -> usize {
    let there = join_all(attempts).await;
    there.iter().flatten().count()
}

/// Until it is cut, or not read any further.
async fn sends_most(raw: &mut Raw) {
    let frame = async {
        raw.announces(FRAME_BYTES).await?;
        raw.sends_zeros(FRAME_BYTES - 1).await
    };
    drop(timeout(PATIENCE, frame).await);
}
