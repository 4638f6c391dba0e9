//! One person's device on the HTTP interface: what it can ask for, and the cookie it keeps.

use reqwest::header::{COOKIE, SET_COOKIE};
use reqwest::{Client, Method, Response, StatusCode};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A device with one cookie; without it until it creates or joins a workshop.
#[derive(Clone, Debug)]
pub struct Visitor {
    origin: String,
    http: Client,
    /// The `Cookie` header of this device.
    pub cookie: String,
}

/// What a workshop's creator is given.
#[derive(Clone, Debug, Deserialize)]
pub struct Created {
    /// The workshop's id.
    pub id: String,
    /// The short code people type.
    pub code: String,
    /// The invitations.
    pub links: Links,
}

/// One link per role.
#[derive(Clone, Debug, Deserialize)]
pub struct Links {
    /// May do everything.
    pub facilitator: String,
    /// May write.
    pub participant: String,
    /// May only read.
    pub reader: String,
}

#[derive(Deserialize)]
struct Document {
    id: String,
}

impl Visitor {
    /// A device that was never here, for the server at `origin`.
    pub fn new(origin: &str) -> Self {
        Self {
            origin: origin.to_owned(),
            http: Client::new(),
            cookie: String::new(),
        }
    }

    /// The same device on another server that holds the same data, a restored one for instance.
    pub fn elsewhere(&self, origin: &str) -> Self {
        Self {
            origin: origin.to_owned(),
            ..self.clone()
        }
    }

    /// Creates a workshop and becomes its facilitator.
    pub async fn creates_workshop(&mut self) -> Created {
        let body = json!({"title": "Quartier des Lilas", "language": "fr", "name": "Nadia"});
        self.expects(StatusCode::CREATED, Method::POST, "/api/workshops", body)
            .await
    }

    /// Joins by a link under `name`.
    pub async fn joins(&mut self, link: &str, name: &str) {
        let body = json!({"link": link, "name": name});
        self.expects::<Value>(StatusCode::OK, Method::POST, "/api/join", body)
            .await;
    }

    /// Creates a pad; its id.
    pub async fn opens_pad(&mut self, workshop: &str) -> String {
        let body = json!({"kind": "pad", "title": "Compte rendu"});
        self.opens(workshop, body).await
    }

    /// Creates an action plan without cards; its id.
    pub async fn opens_kanban(&mut self, workshop: &str) -> String {
        let body = json!({"kind": "kanban", "title": "Plan d’action", "template": "empty"});
        self.opens(workshop, body).await
    }

    async fn opens(&mut self, workshop: &str, body: Value) -> String {
        let path = format!("/api/spaces/{workshop}/documents");
        let document: Document = self
            .expects(StatusCode::CREATED, Method::POST, &path, body)
            .await;
        document.id
    }

    /// What a pad reads, as the server exports it.
    ///
    /// # Panics
    /// When the server does not export it.
    pub async fn exports(&mut self, document: &str) -> String {
        let path = format!("/api/documents/{document}.txt");
        let answer = self.asks(Method::GET, &path, Value::Null).await;
        assert_eq!(answer.status(), StatusCode::OK, "exporting {document}");
        answer.text().await.expect("an export is text")
    }

    /// One request as this device, whatever the answer is.
    ///
    /// # Panics
    /// When the server does not answer at all.
    pub async fn asks(&mut self, method: Method, path: &str, body: Value) -> Response {
        let mut request = self.http.request(method, format!("{}{path}", self.origin));
        if !self.cookie.is_empty() {
            request = request.header(COOKIE, &self.cookie);
        }
        if !body.is_null() {
            request = request.json(&body);
        }
        let answer = request
            .send()
            .await
            .unwrap_or_else(|error| panic!("{path}: {error}"));
        if let Some(given) = answer.headers().get(SET_COOKIE) {
            let given = given.to_str().expect("a cookie is ASCII");
            self.cookie = given.split(';').next().unwrap_or_default().to_owned();
        }
        answer
    }

    /// One request as this device, which the server answers as expected.
    ///
    /// # Panics
    /// When it answers otherwise.
    pub async fn expects<T: DeserializeOwned>(
        &mut self,
        status: StatusCode,
        method: Method,
        path: &str,
        body: Value,
    ) -> T {
        let answer = self.asks(method, path, body).await;
        let given = answer.status();
        let text = answer.text().await.unwrap_or_default();
        assert_eq!(given, status, "{path} answered {text}");
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error} in {text}"))
    }
}
