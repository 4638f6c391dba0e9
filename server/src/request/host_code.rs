//! The code of the host, in a header of its own: an archive is a body without fields, and addresses are logged.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

/// The name of the header.
pub const HEADER: &str = "atelier-host-code";

/// What was given as the code of the host, if anything; whether it is right is not known yet.
pub struct GivenCode(pub Option<String>);

impl<S: Sync> FromRequestParts<S> for GivenCode {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let given = parts.headers.get(HEADER);
        let given = given.map(|given| String::from_utf8_lossy(given.as_bytes()).into_owned());
        Ok(Self(given))
    }
}
