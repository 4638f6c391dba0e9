//! A body as it comes: each piece in time, and none without room for it.

use std::error::Error;
use std::time::Duration;

use axum::RequestExt;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use http_body_util::{BodyExt, LengthLimitError};
use tokio::time::timeout;

use super::{Held, unreadable};
use crate::budget::shares::Share;
use crate::limits::PIECE_WAIT_MAX;
use crate::problem::Problem;

/// A body that is being received.
pub(crate) struct Pieces {
    body: Body,
    share: Share,
    too_large: Problem,
}

impl Pieces {
    /// The body of a request, as long as its route takes; what comes of it is added to the share.
    pub(super) fn of(request: Request, share: Share, too_large: Problem) -> Self {
        Self {
            body: request.into_limited_body(),
            share,
            too_large,
        }
    }

    /// The next piece; none at the end.
    ///
    /// # Errors
    /// When it is one too many, does not come in time, or when others send too much at the moment.
    pub(crate) async fn next(&mut self) -> Result<Option<Bytes>, Problem> {
        loop {
            let frame = timeout(PIECE_WAIT_MAX, self.body.frame()).await;
            let frame = frame.map_err(|_| unreadable("the body did not come in time"))?;
            let Some(frame) = frame else {
                return Ok(None);
            };
            let Ok(piece) = frame.map_err(|error| self.refused(&error))?.into_data() else {
                continue;
            };
            return match self.share.grow(piece.len()) {
                true => Ok(Some(piece)),
                false => Err(Problem::BUSY),
            };
        }
    }

    /// How many bytes are to come, when the sender says so, and no more than the route allows.
    fn bytes_announced(&self) -> usize {
        let exact = self.body.size_hint().exact();
        exact.map_or(0, |bytes| usize::try_from(bytes).unwrap_or(0))
    }

    /// All of it.
    ///
    /// # Errors
    /// As for each piece, and when all of them together do not come in time.
    pub(super) async fn whole(mut self, wait_max: Duration) -> Result<Held<Bytes>, Problem> {
        let all = async {
            // A vector that grows by itself takes up to three times what is in it.
            let mut content = Vec::with_capacity(self.bytes_announced());
            while let Some(piece) = self.next().await? {
                content.extend_from_slice(&piece);
            }
            Ok::<_, Problem>(content)
        };
        let content = timeout(wait_max, all).await;
        let content = content.map_err(|_| unreadable("the body did not come in time"))??;
        Ok(Held {
            content: content.into(),
            share: self.share,
        })
    }

    fn refused(&self, error: &axum::Error) -> Problem {
        let mut cause: Option<&dyn Error> = Some(error);
        while let Some(error) = cause {
            if error.is::<LengthLimitError>() {
                return self.too_large.clone();
            }
            cause = error.source();
        }
        unreadable("the body did not come whole")
    }

    /// What its pieces take.
    pub(crate) fn into_share(self) -> Share {
        self.share
    }
}
