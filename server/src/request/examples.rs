//! Servers and headers for the tests of this interface.

use std::net::IpAddr;

use axum::http::HeaderMap;

use crate::config::{Config, Creators};

/// A server under this address.
pub(crate) fn config(public_url: Option<&str>) -> Config {
    Config {
        listen: ([127, 0, 0, 1], 0).into(),
        data: "/nowhere".into(),
        public_url: public_url.map(str::to_owned),
        trusted_proxies: vec![IpAddr::from([10, 0, 0, 1])],
        creators: Creators::Everybody,
        mail: None,
    }
}

/// The headers of a request.
pub(crate) fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
    let pairs = pairs.iter();
    pairs
        .map(|(name, value)| {
            (
                name.parse().expect("a name"),
                value.parse().expect("a value"),
            )
        })
        .collect()
}
