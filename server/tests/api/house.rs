//! The vocabulary of these tests: a house where the server lives, devices that ask, answers they get.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use atelier::app::App;
use atelier::command::serve;
use atelier::config::{Config, Creators, MailConfig};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use serde_json::{Value, json};
use store::Store;
use tempfile::TempDir;
use tower::ServiceExt;

use crate::sink::Sink;

/// A server with its data.
pub struct House {
    pub app: App,
    router: Router,
    data: TempDir,
}

/// A workshop as its maker was told about it.
#[derive(Clone)]
pub struct Workshop {
    pub id: String,
    pub code: String,
    pub facilitator: String,
    pub participant: String,
    pub reader: String,
}

impl House {
    /// On the local network, under no address of its own.
    pub fn local() -> Self {
        Self::at(None, &[], None, Creators::Everybody)
    }

    /// On the local network, where its host decided who may make spaces.
    pub fn created_by(creators: Creators) -> Self {
        Self::at(None, &[], None, creators)
    }

    /// On the internet, with a mail server.
    pub fn mailing(url: &str, sink: &Sink) -> Self {
        let mail = MailConfig {
            smtp_url: sink.url(),
            from: "Atelier <atelier@example.org>".parse().expect("a mailbox"),
            origin: url.to_owned(),
        };
        Self::at(Some(url), &[], Some(mail), Creators::Everybody)
    }

    /// On the internet.
    pub fn public(url: &str) -> Self {
        Self::at(Some(url), &[], None, Creators::Everybody)
    }

    /// Behind a proxy it trusts.
    pub fn behind(proxy: &str) -> Self {
        Self::at(None, &[proxy], None, Creators::Everybody)
    }

    fn at(
        public_url: Option<&str>,
        proxies: &[&str],
        mail: Option<MailConfig>,
        creators: Creators,
    ) -> Self {
        let data = tempfile::tempdir().expect("a temporary directory");
        let store = Store::open(data.path()).expect("an empty directory opens");
        let config = Config {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            data: data.path().to_owned(),
            mail,
            creators,
            public_url: public_url.map(str::to_owned),
            trusted_proxies: proxies
                .iter()
                .map(|proxy| proxy.parse().expect("an address"))
                .collect(),
        };
        let app = App::new(store, Arc::new(config));
        Self {
            router: serve::router(&app),
            app,
            data,
        }
    }

    /// The server stops and starts again.
    pub async fn restarts(&mut self) {
        self.app.rooms.close().await;
        self.app.store.close().await;
        let store = Store::open(self.data.path()).expect("the directory opens again");
        self.app = App::new(store, Arc::clone(&self.app.config));
        self.router = serve::router(&self.app);
    }

    /// A device that comes back after the server started again.
    pub fn again(&self, device: &Device) -> Device {
        let back = self.device();
        back.takes_cookie(&device.cookie());
        back
    }

    /// Whether any file in its data directory holds these bytes.
    pub fn keeps(&self, part: &[u8]) -> bool {
        let holds = |bytes: &[u8]| bytes.windows(part.len()).any(|window| window == part);
        let entries = std::fs::read_dir(self.data.path()).expect("the directory is there");
        let paths = entries.map(|entry| entry.expect("an entry").path());
        let files = paths.filter(|path| path.is_file());
        files
            .into_iter()
            .any(|path| holds(&std::fs::read(path).expect("a file")))
    }

    /// A device that was never here, in the room.
    pub fn device(&self) -> Device {
        self.device_at("192.0.2.1")
    }

    /// A device that was never here, at some address.
    pub fn device_at(&self, address: &str) -> Device {
        Device {
            router: self.router.clone(),
            address: SocketAddr::new(address.parse().expect("an address"), 40_000),
            cookie: Mutex::default(),
        }
    }
}

/// A browser or program with a cookie jar for one cookie.
pub struct Device {
    router: Router,
    address: SocketAddr,
    cookie: Mutex<String>,
}

impl Device {
    /// Makes a workshop and is its facilitator.
    pub async fn makes_workshop(&self, title: &str) -> Workshop {
        let body = json!({"title": title, "language": "fr", "name": "Nadia"});
        let made = self
            .posts("/api/workshops", body)
            .await
            .is(StatusCode::CREATED)
            .json();
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        Workshop {
            id: text(&made["id"]),
            code: text(&made["code"]),
            facilitator: text(&made["links"]["facilitator"]),
            participant: text(&made["links"]["participant"]),
            reader: text(&made["links"]["reader"]),
        }
    }

    /// Joins by a link; who it is there.
    pub async fn joins(&self, link: &str, name: &str) -> String {
        let joined = self
            .posts("/api/join", json!({"link": link, "name": name}))
            .await;
        joined.is(StatusCode::OK).json()["participant"]
            .as_str()
            .expect("an id")
            .to_owned()
    }

    /// Makes a pad; its id.
    pub async fn makes_pad(&self, space: &str, title: &str) -> String {
        let body = json!({"kind": "pad", "title": title});
        let made = self
            .posts(&format!("/api/spaces/{space}/documents"), body)
            .await;
        made.is(StatusCode::CREATED).json()["id"]
            .as_str()
            .expect("an id")
            .to_owned()
    }

    /// Makes an action plan; its id.
    pub async fn makes_board(&self, space: &str) -> String {
        let body = json!({"kind": "kanban", "title": "Plan"});
        let path = format!("/api/spaces/{space}/documents");
        let made = self.posts(&path, body).await;
        made.is(StatusCode::CREATED).text_at("/id")
    }

    /// Sends a file.
    pub async fn sends_file(&self, path: &str, bytes: Vec<u8>) -> Answer {
        let kind = [(CONTENT_TYPE.as_str(), "application/octet-stream")];
        self.sends(Method::POST, path, Body::from(bytes), &kind)
            .await
    }

    /// Puts an image beside a pad, under an identifier of its own making.
    pub async fn puts_image(&self, pad: &str, id: &str, bytes: Vec<u8>) -> Answer {
        let kind = [(CONTENT_TYPE.as_str(), "application/octet-stream")];
        let path = format!("/api/pads/{pad}/images/{id}?name=salle.heic");
        self.sends(Method::PUT, &path, Body::from(bytes), &kind)
            .await
    }

    /// What it sees of a space.
    pub async fn sees(&self, space: &str) -> Value {
        self.gets(&format!("/api/spaces/{space}"))
            .await
            .is(StatusCode::OK)
            .json()
    }

    /// Who it is in a space.
    pub async fn own_id(&self, space: &str) -> String {
        self.sees(space).await["participant"]
            .as_str()
            .expect("an id")
            .to_owned()
    }

    pub async fn gets(&self, path: &str) -> Answer {
        self.asks(Method::GET, path, Value::Null).await
    }

    pub async fn posts(&self, path: &str, body: Value) -> Answer {
        self.asks(Method::POST, path, body).await
    }

    pub async fn patches(&self, path: &str, body: Value) -> Answer {
        self.asks(Method::PATCH, path, body).await
    }

    pub async fn puts(&self, path: &str, body: Value) -> Answer {
        self.asks(Method::PUT, path, body).await
    }

    pub async fn deletes(&self, path: &str) -> Answer {
        self.asks(Method::DELETE, path, Value::Null).await
    }

    /// One request as a browser or program sends it.
    pub async fn asks(&self, method: Method, path: &str, body: Value) -> Answer {
        self.asks_with(method, path, body, &[]).await
    }

    /// The same with more headers.
    pub async fn asks_with(
        &self,
        method: Method,
        path: &str,
        body: Value,
        headers: &[(&str, &str)],
    ) -> Answer {
        let body = if body.is_null() {
            Body::empty()
        } else {
            Body::from(body.to_string())
        };
        let json = [(CONTENT_TYPE.as_str(), "application/json")];
        self.sends(method, path, body, &[&json, headers].concat())
            .await
    }

    /// A request letter by letter; of two headers of one name the last one counts.
    pub async fn sends(
        &self,
        method: Method,
        path: &str,
        body: Body,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .body(body)
            .expect("a request");
        request.extensions_mut().insert(ConnectInfo(self.address));
        let cookie = self.cookie();
        let own = [
            (HOST.as_str(), "atelier.test"),
            (COOKIE.as_str(), cookie.as_str()),
        ];
        for (name, value) in own
            .iter()
            .chain(headers)
            .filter(|(_, value)| !value.is_empty())
        {
            let name: axum::http::HeaderName = name.parse().expect("a header name");
            request
                .headers_mut()
                .insert(name, value.parse().expect("a header value"));
        }
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("a router always answers");
        self.keep_cookie(response.headers());
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX)
            .await
            .expect("an answer is complete");
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: body.to_vec(),
        }
    }

    /// The `Cookie` header this device sends.
    pub fn cookie(&self) -> String {
        self.cookie.lock().expect("no test panics here").clone()
    }

    /// Puts a cookie in its jar.
    pub fn takes_cookie(&self, cookie: &str) {
        cookie.clone_into(&mut self.cookie.lock().expect("no test panics here"));
    }

    fn keep_cookie(&self, headers: &HeaderMap) {
        let given = headers
            .get(SET_COOKIE)
            .and_then(|value| value.to_str().ok());
        if let Some(pair) = given.and_then(|line| line.split(';').next()) {
            self.takes_cookie(pair);
        }
    }
}

/// What a device is answered.
#[derive(Debug, PartialEq)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// Expects a status.
    #[track_caller]
    pub fn is(self, status: StatusCode) -> Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }

    /// Expects a refusal of a kind.
    #[track_caller]
    pub fn refused(self, status: StatusCode, code: &str) -> Self {
        let answer = self.is(status);
        assert_eq!(answer.json()["error"]["code"], code);
        answer
    }

    /// Expects the refusal of what does not exist or is not for this device.
    #[track_caller]
    pub fn not_found(self) -> Self {
        self.refused(StatusCode::NOT_FOUND, "not_found")
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error} in {}", self.text()))
    }

    /// A text in the answer, by its place in the JSON (RFC 6901).
    #[track_caller]
    pub fn text_at(&self, place: &str) -> String {
        let json = self.json();
        let text = json.pointer(place).and_then(Value::as_str);
        text.expect("a text").to_owned()
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("a header is text"))
    }

    /// What is told to people.
    #[track_caller]
    pub fn message(&self) -> String {
        self.json()["error"]["message"]
            .as_str()
            .expect("a message")
            .to_owned()
    }
}
