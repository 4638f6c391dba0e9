//! A connection by plain requests, as the device of a visitor: for networks that let no WebSocket through.

use std::collections::VecDeque;

use reqwest::header::COOKIE;
use reqwest::{Client, Response, StatusCode};
use serde_json::Value;

use super::socket::Lost;

/// The bytes before each frame that say how long it is.
const LENGTH_BYTES: usize = 4;

/// An open connection.
pub struct Polling {
    http: Client,
    address: String,
    cookie: String,
    posted: u64,
    received: u64,
    waiting: VecDeque<Vec<u8>>,
}

impl Polling {
    /// Opens one on the server at `origin` with the frame that says `join`.
    ///
    /// # Errors
    /// When the server is not there, or refuses the cookie or the greeting.
    pub async fn open(origin: &str, cookie: &str, join: Vec<u8>) -> Result<Self, Lost> {
        let mut polling = Self {
            http: Client::new(),
            address: format!("{origin}/api/sync"),
            cookie: cookie.to_owned(),
            posted: 0,
            received: 0,
            waiting: VecDeque::new(),
        };
        let opened = polling.asks("", join, StatusCode::CREATED).await?;
        let opened: Value = opened.json().await.map_err(|_| Lost::without_reason())?;
        let connection = opened["connection"].as_str();
        let connection = connection.ok_or_else(Lost::without_reason)?;
        polling.address = format!("{}/{connection}", polling.address);
        Ok(polling)
    }

    /// Posts one frame.
    ///
    /// # Errors
    /// When the connection is gone.
    pub async fn say(&mut self, frame: &[u8]) -> Result<(), Lost> {
        self.posted += 1;
        let path = format!("/messages?number={}", self.posted);
        let length = u32::try_from(frame.len()).expect("no frame is this long");
        let body = [&length.to_be_bytes()[..], frame].concat();
        self.asks(&path, body, StatusCode::NO_CONTENT)
            .await
            .map(drop)
    }

    /// The next frame, however long it takes.
    ///
    /// # Errors
    /// When the connection is gone.
    pub async fn next(&mut self) -> Result<Vec<u8>, Lost> {
        loop {
            if let Some(frame) = self.waiting.pop_front() {
                return Ok(frame);
            }
            let path = format!("/poll?after={}", self.received);
            let answer = self.request(&path, Vec::new()).await?;
            match answer.status() {
                StatusCode::OK => self.take_in(answer).await?,
                StatusCode::NO_CONTENT => {}
                _ => return Err(Lost::without_reason()),
            }
        }
    }

    async fn take_in(&mut self, answer: Response) -> Result<(), Lost> {
        let body = answer.bytes().await.map_err(|_| Lost::without_reason())?;
        let mut body = body.as_ref();
        while let Some((length, rest)) = body.split_first_chunk::<LENGTH_BYTES>() {
            let length = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX);
            let frame = rest.split_at_checked(length);
            let (frame, rest) = frame.ok_or_else(Lost::without_reason)?;
            self.waiting.push_back(frame.to_vec());
            body = rest;
        }
        self.received += 1;
        Ok(())
    }

    async fn asks(&self, path: &str, body: Vec<u8>, done: StatusCode) -> Result<Response, Lost> {
        let answer = self.request(path, body).await?;
        if answer.status() == done {
            Ok(answer)
        } else {
            Err(Lost::without_reason())
        }
    }

    async fn request(&self, path: &str, body: Vec<u8>) -> Result<Response, Lost> {
        let request = self.http.post(format!("{}{path}", self.address));
        let request = request.header(COOKIE, &self.cookie).body(body);
        request.send().await.map_err(|_| Lost::without_reason())
    }
}
