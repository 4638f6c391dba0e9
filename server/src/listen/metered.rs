//! A connection whose reading is metered, and that ends when nothing of what is written to it is taken. How much is written is
//! bounded where it is queued.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

use super::meter::Meter;
use crate::budget::shares::Share;

pub(super) struct Metered<S> {
    stream: S,
    meter: Meter,
    /// Given back with the connection, also once a WebSocket took it over.
    _connection: Share,
    write_wait_max: Duration,
    /// Runs while nothing is taken.
    stalled: Option<Pin<Box<Sleep>>>,
}

impl<S> Metered<S> {
    /// A peer that takes nothing for `write_wait_max` while something is to be written is gone.
    pub(super) fn new(
        stream: S,
        meter: Meter,
        connection: Share,
        write_wait_max: Duration,
    ) -> Self {
        Self {
            stream,
            meter,
            _connection: connection,
            write_wait_max,
            stalled: None,
        }
    }

    /// What came of writing; an error once nothing was taken for too long.
    fn progress<T>(
        &mut self,
        context: &mut Context<'_>,
        written: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.stalled = None;
            return written;
        }
        let wait_max = self.write_wait_max;
        let stalled = self
            .stalled
            .get_or_insert_with(|| Box::pin(sleep(wait_max)));
        stalled
            .as_mut()
            .poll(context)
            .map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Metered<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        ready!(self.meter.may_read(context.waker()));
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, buffer))?;
        Poll::Ready(self.meter.has_read(buffer.filled().len() - before))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Metered<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.progress(context, written)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(context);
        self.progress(context, flushed)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.progress(context, written)
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;
    use crate::budget::Budget;
    use crate::budget::shares::Owner;

    const WAIT_MAX: Duration = Duration::from_millis(50);

    #[tokio::test]
    async fn a_peer_that_takes_nothing_is_let_go() {
        let owner = Owner::at(IpAddr::from([192, 0, 2, 1]));
        let place = Budget::default().connections.none(owner);
        let (ours, mut theirs) = tokio::io::duplex(8);
        let mut metered = Metered::new(ours, Meter::default(), place, WAIT_MAX);
        let (written, read) = tokio::join!(metered.write_all(&[7; 64]), async {
            theirs.read_exact(&mut [0; 64]).await
        });
        assert!(written.is_ok() && read.is_ok(), "who reads is written to");
        let stalled = metered.write_all(&[7; 64]).await;
        let error = stalled.expect_err("nobody reads");
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    }
}
