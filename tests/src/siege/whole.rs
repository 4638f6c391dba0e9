//! What is sent whole and costs a lot: frames and files that are small on the wire and large in memory.

use bytes::Bytes;
use futures_util::future::join_all;
use reqwest::header::{CONTENT_TYPE, COOKIE};
use reqwest::{Client, StatusCode};
use serde_json::json;

use super::Siege;

const FRAME_BYTES: usize = 16 * 1024 * 1024;
const FILE_BYTES: usize = 8 * 1024 * 1024;
/// Of a board that is taken.
const CARDS: usize = 2_000;

/// A frame of as many empty texts as fit into it.
fn empty_texts() -> Vec<u8> {
    let texts = FRAME_BYTES - 64;
    let mut frame = vec![0xa2];
    frame.extend(b"\x64type\x64sync\x64data\x9a");
    frame.extend((texts as u32).to_be_bytes());
    frame.resize(frame.len() + texts, 0x60);
    frame
}

/// A file of as many maps with an empty name as fit into it.
pub fn empty_maps() -> String {
    let map = "{\"\":0},";
    format!("[{}0]", map.repeat(FILE_BYTES / map.len() - 1))
}

/// A board of Trello with as many cards as fit into a file.
pub fn many_cards() -> String {
    let mut text = r#"{"lists":[{"id":"l","name":"L"}],"cards":["#.to_owned();
    for nth in 0.. {
        let card = format!(r#"{{"id":"c{nth}","idList":"l","name":"x"}},"#);
        if text.len() + card.len() > FILE_BYTES - 8 {
            break;
        }
        text.push_str(&card);
    }
    text.pop();
    text + "]}"
}

/// A board of Trello that is taken: as many cards as a plan may have, each with something to read.
pub fn full_board() -> String {
    let description = "Réserver la salle, prévenir les voisins. ".repeat(40);
    let card =
        |nth| json!({"id": format!("c{nth}"), "idList": "l", "name": "Salle", "desc": description});
    let cards: Vec<_> = (0..CARDS).map(card).collect();
    json!({"lists": [{"id": "l", "name": "L"}], "cards": cards}).to_string()
}

/// The body of a request that looks into this file.
pub fn import_of(file: &str) -> Bytes {
    json!({"text": file, "apply": false}).to_string().into()
}

impl Siege {
    /// So many frames of empty texts at once; how many could be sent.
    pub async fn sends_empty_texts(&self, count: usize) -> usize {
        let bytes = empty_texts();
        let all = (0..count).map(async |nth| {
            let mut raw = self.joins(nth).await?;
            raw.says(&bytes).await.ok()
        });
        join_all(all).await.iter().flatten().count()
    }

    /// So many imports of this file at once; how those that were answered were.
    pub async fn brings(&self, count: usize, file: &str) -> Vec<StatusCode> {
        let body = import_of(file);
        let all = (0..count).map(async |nth| {
            let request = self.client(nth).post(self.url(&self.imports()));
            let request = request
                .header(COOKIE, self.cookie(nth))
                .header(CONTENT_TYPE, "application/json");
            let answer = request.body(body.clone()).send().await;
            answer.ok().map(|answer| answer.status())
        });
        join_all(all).await.into_iter().flatten().collect()
    }

    /// So many requests for this at once, read to their ends; how those that were answered were.
    pub async fn fetches(&self, count: usize, path: &str) -> Vec<StatusCode> {
        let all = (0..count).map(async |nth| {
            let request = self.client(nth).get(self.url(path));
            let request = request.header(COOKIE, &self.facilitator);
            let answer = request.send().await.ok()?;
            let status = answer.status();
            answer.bytes().await.ok()?;
            Some(status)
        });
        join_all(all).await.into_iter().flatten().collect()
    }

    /// One of many who ask for heavy work without end, each again once answered: imports, exports, archives. `board` is a
    /// request's body, see [`import_of`].
    pub async fn asks_for_heavy_work(&self, nth: usize, board: Bytes) {
        let path = match nth % 3 {
            0 => self.imports(),
            1 => self.export(),
            _ => self.archive(),
        };
        let (client, url) = (self.client(nth), self.url(&path));
        loop {
            let request = match nth % 3 {
                0 => client.post(&url).body(board.clone()),
                _ => client.get(&url),
            };
            let request = request
                .header(COOKIE, &self.facilitator)
                .header(CONTENT_TYPE, "application/json");
            // Refused or not, the next one follows.
            if let Ok(answer) = request.send().await {
                drop(answer.bytes().await);
            }
        }
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    fn client(&self, nth: usize) -> Client {
        let client = Client::builder().local_address(self.from(nth)).build();
        client.expect("a client needs nothing")
    }
}
