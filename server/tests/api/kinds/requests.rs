//! The requests a kind declares for its documents, each with the least that its description asks for.

use axum::body::Body;
use axum::http::Method;
use crdt::kind::DocumentKind;
use serde_json::{Map, Value, json};

use crate::house::{Answer, Device};

/// A name in an address that names nothing.
const NOTHING: &str = "nothing";

/// One request for a document.
#[derive(Debug)]
pub struct Asked {
    method: Method,
    path: String,
    body: Option<(String, Value)>,
}

impl Asked {
    /// Whether it changes something.
    pub fn writes(&self) -> bool {
        self.method != Method::GET
    }

    /// Whether it is about the document itself and nothing in it.
    pub fn is_about_the_document(&self) -> bool {
        !self.path.contains(NOTHING)
    }

    pub async fn sent_by(&self, device: &Device) -> Answer {
        let (media_type, body) = match &self.body {
            None => ("", Body::empty()),
            Some((media_type, body)) => (media_type.as_str(), Body::from(body.to_string())),
        };
        let headers = [("content-type", media_type)];
        device
            .sends(self.method.clone(), &self.path, body, &headers)
            .await
    }
}

/// What a kind declares for one of its documents; addresses that do not begin with a document are left out,
/// and a kind may have but such that are about its space.
pub fn requests(kind: DocumentKind, id: &str) -> Vec<Asked> {
    let row = atelier::kinds::ROWS
        .into_iter()
        .find(|row| row.kind == kind.as_str());
    let Some(row) = row else {
        return Vec::new();
    };
    let described = serde_json::to_value((row.description)()).expect("JSON");
    let mut requests = Vec::new();
    for (address, item) in described["paths"].as_object().expect("paths") {
        if !is_of_a_document(kind, address) {
            continue;
        }
        for (method, operation) in item.as_object().expect("operations") {
            requests.push(Asked {
                method: method.to_uppercase().parse().expect("a method"),
                path: path(address, id),
                body: body(&described, operation),
            });
        }
    }
    let paths = described["paths"].as_object().expect("paths");
    let are_of_spaces = paths.keys().all(|path| path.starts_with("/api/spaces/"));
    assert!(
        !requests.is_empty() || are_of_spaces,
        "{kind} declares nothing for its documents"
    );
    requests
}

/// Those of one document are `/api/{kind}s/{its name}` and what follows, named by the word of the kind or as a document.
fn is_of_a_document(kind: DocumentKind, address: &str) -> bool {
    let first = address.split('/').find(|part| part.starts_with('{'));
    first.is_some_and(|name| name == "{document}" || name == format!("{{{kind}}}"))
}

/// The document is the first name in an address.
fn path(address: &str, id: &str) -> String {
    let mut is_first = true;
    let parts = address.split('/').map(|part| {
        if !part.starts_with('{') {
            return part;
        }
        if std::mem::take(&mut is_first) {
            id
        } else {
            NOTHING
        }
    });
    parts.collect::<Vec<_>>().join("/")
}

fn body(described: &Value, operation: &Value) -> Option<(String, Value)> {
    let content = operation["requestBody"]["content"].as_object()?;
    let (media_type, content) = content.iter().next()?;
    Some((media_type.clone(), least(described, &content["schema"])))
}

/// The least that a schema takes.
fn least(described: &Value, schema: &Value) -> Value {
    if let Some(reference) = schema["$ref"].as_str() {
        let place = reference.trim_start_matches('#');
        return least(
            described,
            described.pointer(place).expect("it is described"),
        );
    }
    for given in [&schema["example"], &schema["enum"][0]] {
        if !given.is_null() {
            return given.clone();
        }
    }
    match schema["type"].as_str() {
        Some("boolean") => json!(false),
        Some("integer") => json!(schema["minimum"].as_u64().unwrap_or(1)),
        Some("string") => json!("Essai"),
        Some("array") => {
            let count = schema["minItems"].as_u64().unwrap_or(0);
            (0..count)
                .map(|_| least(described, &schema["items"]))
                .collect()
        }
        _ => {
            let required = schema["required"].as_array().into_iter().flatten();
            let names = required.filter_map(Value::as_str);
            let fields = names.map(|name| {
                let value = least(described, &schema["properties"][name]);
                (name.to_owned(), value)
            });
            Value::Object(fields.collect::<Map<_, _>>())
        }
    }
}
