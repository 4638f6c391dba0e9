//! `/api/openapi.json` says what the server does: all of it, and nothing else.

use std::collections::BTreeSet;
use std::net::SocketAddr;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, StatusCode};
use serde_json::Value;
use tower::ServiceExt;

use crate::house::House;

type Operation = (String, String);

async fn description(house: &House) -> Value {
    house
        .device()
        .gets("/api/openapi.json")
        .await
        .is(StatusCode::OK)
        .json()
}

fn described(description: &Value) -> BTreeSet<Operation> {
    let paths = description["paths"].as_object().expect("paths");
    let operations = paths.iter().flat_map(|(path, item)| {
        // A file stands at the document's own address, with a format behind a dot.
        let path = path.replace(".{format}", "");
        let methods = item.as_object().expect("operations").keys();
        methods
            .map(move |method| (method.to_uppercase(), path.clone()))
            .collect::<Vec<_>>()
    });
    operations.collect()
}

/// What the router answers with anything but 'that is not done here'.
async fn served(house: &House) -> BTreeSet<Operation> {
    let mut served = BTreeSet::new();
    for (path, methods) in atelier::api::routes() {
        let router = Router::new()
            .route(path, methods)
            .with_state(house.app.clone());
        let address = path.replace(['{', '}'], "");
        for method in [
            Method::GET,
            Method::POST,
            Method::PUT,
            Method::PATCH,
            Method::DELETE,
        ] {
            let mut request = Request::new(Body::empty());
            (*request.method_mut(), *request.uri_mut()) =
                (method.clone(), address.parse().expect("a path"));
            request
                .extensions_mut()
                .insert(ConnectInfo(SocketAddr::from(([192, 0, 2, 1], 40_000))));
            let answer = router
                .clone()
                .oneshot(request)
                .await
                .expect("a router always answers");
            if answer.status() != StatusCode::METHOD_NOT_ALLOWED {
                served.insert((method.to_string(), path.to_owned()));
            }
        }
    }
    served
}

#[tokio::test]
async fn every_route_is_described_and_every_description_is_served() {
    let house = House::local();
    assert_eq!(described(&description(&house).await), served(&house).await);
}

#[tokio::test]
async fn every_operation_says_how_it_refuses() {
    let description = description(&House::local()).await;
    for (path, item) in description["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            let refusal =
                &operation["responses"]["default"]["content"]["application/json"]["schema"]["$ref"];
            assert_eq!(refusal, "#/components/schemas/ErrorView", "{method} {path}");
        }
    }
}

#[tokio::test]
async fn whatever_is_referred_to_is_there() {
    let description = description(&House::local()).await;
    let text = description.to_string();
    let references = text.split("#/components/schemas/").skip(1);
    for name in references.filter_map(|rest| rest.split('"').next()) {
        assert!(
            !description["components"]["schemas"][name].is_null(),
            "{name} is not described"
        );
    }
}

#[tokio::test]
async fn every_operation_has_a_name_of_its_own() {
    let description = description(&House::local()).await;
    let paths = description["paths"].as_object().expect("paths").values();
    let operations = paths.flat_map(|item| item.as_object().expect("operations").values());
    let names: Vec<_> = operations
        .map(|operation| operation["operationId"].to_string())
        .collect();
    let different: BTreeSet<_> = names.iter().collect();
    assert_eq!(different.len(), names.len(), "{names:?}");
}
