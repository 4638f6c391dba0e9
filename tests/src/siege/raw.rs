//! A connection of which every byte is chosen: half requests, half frames, and silence.

use std::io;
use std::net::{IpAddr, SocketAddr};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

/// Longest answer to a handshake that is read.
const ANSWER_BYTES_MAX: usize = 4_096;
/// What is sent at once of something long.
const PIECE: &[u8] = &[0; 16 * 1024];
/// What a client that does not read keeps in its system.
const RECEIVED_BYTES_MAX: u32 = 4_096;

/// One connection.
pub struct Raw(TcpStream);

impl Raw {
    /// Connects from one of this machine's own addresses.
    ///
    /// # Errors
    /// When the server is not there.
    pub async fn connects(to: SocketAddr, from: IpAddr) -> io::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.set_recv_buffer_size(RECEIVED_BYTES_MAX)?;
        socket.bind(SocketAddr::new(from, 0))?;
        Ok(Self(socket.connect(to).await?))
    }

    /// Becomes a WebSocket that has said nothing yet.
    ///
    /// # Errors
    /// When the server refuses.
    pub async fn upgrades(&mut self, cookie: &str) -> io::Result<()> {
        let head = format!(
            "GET /sync HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: {cookie}\r\n\r\n"
        );
        self.sends(head.as_bytes()).await?;
        let mut answer = Vec::new();
        while !answer.ends_with(b"\r\n\r\n") && answer.len() < ANSWER_BYTES_MAX {
            answer.push(self.0.read_u8().await?);
        }
        match answer.starts_with(b"HTTP/1.1 101") {
            true => Ok(()),
            false => Err(io::ErrorKind::ConnectionRefused.into()),
        }
    }

    /// Announces a frame of so many bytes, masked with nothing.
    ///
    /// # Errors
    /// When the connection is gone.
    pub async fn announces(&mut self, bytes: usize) -> io::Result<()> {
        let mut head = vec![0x82, 0xff];
        head.extend((bytes as u64).to_be_bytes());
        head.extend([0; 4]);
        self.sends(&head).await
    }

    /// Sends a whole frame.
    ///
    /// # Errors
    /// When the connection is gone.
    pub async fn says(&mut self, frame: &[u8]) -> io::Result<()> {
        self.announces(frame.len()).await?;
        self.sends(frame).await
    }

    /// Sends bytes as they are.
    ///
    /// # Errors
    /// When the connection is gone.
    pub async fn sends(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes).await
    }

    /// Sends so many zeros.
    ///
    /// # Errors
    /// When the connection is gone.
    pub async fn sends_zeros(&mut self, bytes: usize) -> io::Result<()> {
        let mut left = bytes;
        while left > 0 {
            let piece = left.min(PIECE.len());
            self.sends(&PIECE[..piece]).await?;
            left -= piece;
        }
        Ok(())
    }
}
