//! One connection to the server, as the device of a visitor: a WebSocket as a rule.

use futures_util::{SinkExt, StreamExt};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, WebSocketConfig};
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async_with_config};

use super::frame::{self, Heard, Said, Synced};
use super::polling::Polling;
use crate::deadline::in_time;

/// The connection is gone: closed by the server (with its reason), or broken.
#[derive(Clone, Debug)]
pub struct Lost {
    /// Why the server closed it, when it said so.
    pub reason: Option<CloseFrame>,
}

impl Lost {
    /// It broke, and nobody said why.
    pub fn without_reason() -> Self {
        Self { reason: None }
    }
}

impl From<Error> for Lost {
    fn from(_: Error) -> Self {
        Self { reason: None }
    }
}

/// An open connection that introduced itself as `peer`.
pub struct Socket {
    /// The peer id this client chose for the connection.
    pub peer: String,
    carrier: Carrier,
}

/// What carries the frames.
enum Carrier {
    WebSocket(Box<Stream>),
    Polling(Polling),
}

type Stream = WebSocketStream<MaybeTlsStream<TcpStream>>;

impl Socket {
    /// Connects with `cookie` and is greeted by the server.
    ///
    /// # Errors
    /// When the server is not there, refuses the cookie or does not greet.
    pub async fn join(address: &str, cookie: &str, peer: &str) -> Result<Self, Lost> {
        let mut socket = Self::connect(address, cookie, peer).await?;
        socket.say(&Said::Join { atelier: true }).await?;
        loop {
            if let Heard::Peer { .. } = socket.hear().await? {
                return Ok(socket);
            }
        }
    }

    /// The same by plain requests to the server at `origin`.
    ///
    /// # Errors
    /// When the server is not there, refuses the cookie or does not greet.
    pub async fn join_by_polling(origin: &str, cookie: &str, peer: &str) -> Result<Self, Lost> {
        let join = frame::encode(peer, &Said::Join { atelier: true });
        let mut socket = Self {
            peer: peer.to_owned(),
            carrier: Carrier::Polling(Polling::open(origin, cookie, join).await?),
        };
        loop {
            if let Heard::Peer { .. } = socket.hear().await? {
                return Ok(socket);
            }
        }
    }

    /// Connects and says nothing.
    ///
    /// # Errors
    /// When the server is not there or refuses the cookie.
    ///
    /// # Panics
    /// When the address or the cookie cannot be written in a request.
    pub async fn connect(address: &str, cookie: &str, peer: &str) -> Result<Self, Lost> {
        let mut request = address
            .into_client_request()
            .expect("the address is a WebSocket's");
        let cookie = HeaderValue::from_str(cookie).expect("a cookie is ASCII");
        request.headers_mut().insert("cookie", cookie);
        let (stream, _) = connect_async_with_config(request, Some(unbounded()), true).await?;
        Ok(Self {
            peer: peer.to_owned(),
            carrier: Carrier::WebSocket(Box::new(stream)),
        })
    }

    /// Sends one message.
    ///
    /// # Errors
    /// When the connection is gone.
    pub async fn say(&mut self, said: &Said<'_>) -> Result<(), Lost> {
        let bytes = frame::encode(&self.peer, said);
        self.say_bytes(bytes).await
    }

    /// Sends a sync message about a document.
    ///
    /// # Errors
    /// When the connection is gone.
    pub async fn sync(&mut self, document: &str, data: &[u8]) -> Result<(), Lost> {
        self.say(&Said::Sync(Synced { document, data })).await
    }

    /// Sends any bytes as one frame, a message of the protocol or not.
    ///
    /// # Errors
    /// When the connection is gone.
    pub async fn say_bytes(&mut self, bytes: Vec<u8>) -> Result<(), Lost> {
        match &mut self.carrier {
            Carrier::WebSocket(stream) => Ok(stream.send(Message::Binary(bytes.into())).await?),
            Carrier::Polling(polling) => polling.say(&bytes).await,
        }
    }

    /// Sends any WebSocket message, a text for instance.
    ///
    /// # Errors
    /// When the connection is gone.
    ///
    /// # Panics
    /// When it is no WebSocket.
    pub async fn say_message(&mut self, message: Message) -> Result<(), Lost> {
        Ok(self.stream().send(message).await?)
    }

    /// The next message of the server.
    ///
    /// # Errors
    /// When the connection is gone.
    ///
    /// # Panics
    /// When the server stays silent, or says what is not of the protocol.
    pub async fn hear(&mut self) -> Result<Heard, Lost> {
        in_time("a message of the server", self.next()).await
    }

    /// The next message of the server, however long it takes.
    ///
    /// # Errors
    /// When the connection is gone.
    ///
    /// # Panics
    /// When the server says what is not of the protocol.
    pub async fn next(&mut self) -> Result<Heard, Lost> {
        let bytes = self.next_bytes().await?;
        Ok(frame::decode(&bytes).expect("the server speaks the protocol"))
    }

    /// The stream itself, for clients that read and write at once.
    ///
    /// # Panics
    /// When it is no WebSocket.
    pub fn into_stream(self) -> WebSocketStream<MaybeTlsStream<TcpStream>> {
        match self.carrier {
            Carrier::WebSocket(stream) => *stream,
            Carrier::Polling(_) => panic!("this connection goes by plain requests"),
        }
    }

    fn stream(&mut self) -> &mut Stream {
        match &mut self.carrier {
            Carrier::WebSocket(stream) => stream,
            Carrier::Polling(_) => panic!("this connection goes by plain requests"),
        }
    }

    /// The next frame, not decoded: for clients that only count and timestamp.
    ///
    /// # Errors
    /// When the connection is gone.
    pub async fn next_bytes(&mut self) -> Result<Vec<u8>, Lost> {
        if let Carrier::Polling(polling) = &mut self.carrier {
            return polling.next().await;
        }
        loop {
            match self.stream().next().await {
                Some(Ok(Message::Binary(bytes))) => return Ok(bytes.into()),
                Some(Ok(Message::Close(reason))) => return Err(Lost { reason }),
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(error.into()),
                None => return Err(Lost::without_reason()),
            }
        }
    }
}

/// As a browser: a frame of any size is read.
fn unbounded() -> WebSocketConfig {
    WebSocketConfig::default()
        .max_frame_size(None)
        .max_message_size(None)
}
