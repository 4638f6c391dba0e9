//! A mail server that keeps what it is given, on this machine.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// Where mail ends up.
pub struct Sink {
    address: SocketAddr,
    kept: Arc<Mutex<Vec<Mail>>>,
}

/// A mail as it came.
#[derive(Debug, Clone)]
pub struct Mail {
    pub to: String,
    /// With its headers, the parts decoded.
    pub text: String,
}

impl Sink {
    /// Takes mail for anybody but those whose name is `nobody`.
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let kept = Arc::new(Mutex::new(Vec::new()));
        let keeping = Arc::clone(&kept);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&keeping)));
            }
        });
        Self { address, kept }
    }

    /// For `--smtp-url`.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// What came since the last time, oldest first.
    pub fn empty(&self) -> Vec<Mail> {
        std::mem::take(&mut self.kept.lock().expect("no test panics here"))
    }

    /// The one mail that came since the last time.
    #[track_caller]
    pub fn only(&self) -> Mail {
        let [mail] = <[Mail; 1]>::try_from(self.empty()).expect("one mail");
        mail
    }
}

impl Mail {
    /// The path of the link with this label in the plain text.
    #[track_caller]
    pub fn link(&self, label: &str) -> String {
        let after = self.text.split(&format!("→ {label}")).nth(1);
        let after = after.unwrap_or_else(|| panic!("no {label} in {}", self.text));
        let url = after.split_whitespace().next().expect("an address");
        let path = url.splitn(4, '/').nth(3).expect("a path");
        format!("/{path}")
    }
}

async fn serve(stream: TcpStream, kept: Arc<Mutex<Vec<Mail>>>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 sink\r\n").await?;
    let (mut to, mut line) = (String::new(), String::new());
    loop {
        line.clear();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let answer: &[u8] = match line.split([' ', ':', '\r']).next().unwrap_or("") {
            "RCPT" if line.contains("nobody@") => b"550 unknown\r\n",
            "RCPT" => {
                to = line.trim_end().replace("RCPT TO:<", "").replace('>', "");
                b"250 ok\r\n"
            }
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                let text = decoded(&data(&mut stream).await?);
                let mail = Mail {
                    to: to.clone(),
                    text,
                };
                kept.lock().expect("no test panics here").push(mail);
                b"250 kept\r\n"
            }
            "QUIT" => b"221 bye\r\n",
            _ => b"250 ok\r\n",
        };
        stream.write_all(answer).await?;
    }
}

async fn data(stream: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut text = String::new();
    while !text.ends_with("\r\n.\r\n") {
        stream.read_line(&mut text).await?;
    }
    Ok(text)
}

/// Quoted-printable read back, which is how letters in French are sent.
fn decoded(text: &str) -> String {
    let joined = text.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = joined.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail
            .get(..2)
            .and_then(|code| std::str::from_utf8(code).ok());
        let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        match byte {
            Some(byte) if *first == b'=' => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
