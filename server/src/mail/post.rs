//! Hands letters to the mail server, with the headers by which mail programs offer to unsubscribe.

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::Error as SmtpError;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::letter::Letter;
use crate::config::MailConfig;
use crate::limits::MAIL_SERVER_WAIT_MAX;

/// Why a letter was not sent.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PostError {
    #[error("the letter cannot be written: {0}")]
    Letter(#[from] lettre::error::Error),
    #[error("the address cannot be written to: {0}")]
    Address(#[from] lettre::address::AddressError),
    #[error("the mail server: {0}")]
    Server(#[from] SmtpError),
}

impl PostError {
    /// Whether trying again would end in the same way.
    pub(super) fn is_final(&self) -> bool {
        match self {
            Self::Letter(_) | Self::Address(_) => true,
            Self::Server(error) => error.is_permanent(),
        }
    }
}

impl MailConfig {
    /// Sends a letter; with `unsubscribe`, mail programs offer to end them without opening it (RFC 8058).
    pub(super) async fn send(
        &self,
        to: &str,
        letter: &Letter,
        unsubscribe: Option<&str>,
    ) -> Result<(), PostError> {
        let message = message(&self.from, to, letter, unsubscribe)?;
        self.transport()?.send(message).await?;
        Ok(())
    }

    fn transport(&self) -> Result<AsyncSmtpTransport<Tokio1Executor>, SmtpError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&self.smtp_url)?;
        Ok(transport.timeout(Some(MAIL_SERVER_WAIT_MAX)).build())
    }
}

/// Whether the mail server lets us in, without a letter being sent.
///
/// # Errors
/// When it does not.
pub async fn answers(config: &MailConfig) -> anyhow::Result<()> {
    let is_ready = config.transport()?.test_connection().await?;
    anyhow::ensure!(is_ready, "it refused");
    Ok(())
}

/// Reads a mail address as people type it.
///
/// # Errors
/// When it is none.
pub fn address(typed: &str) -> Result<Address, lettre::address::AddressError> {
    typed.trim().parse()
}

fn message(
    from: &Mailbox,
    to: &str,
    letter: &Letter,
    unsubscribe: Option<&str>,
) -> Result<Message, PostError> {
    let mut message = Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, address(to)?))
        .subject(&letter.subject)
        .raw_header(plain("Auto-Submitted", "auto-generated"));
    if let Some(url) = unsubscribe {
        message = message
            .raw_header(plain("List-Unsubscribe", &format!("<{url}>")))
            .raw_header(plain("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    let body = MultiPart::alternative_plain_html(letter.text(), letter.html());
    Ok(message.multipart(body)?)
}

fn plain(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_has_both_forms_and_offers_to_unsubscribe() {
        let letter = Letter {
            subject: "Été\r\nBcc: x@example.org".to_owned(),
            language: "fr",
            parts: Vec::new(),
            footer: Vec::new(),
        };
        let from = "Atelier <atelier@example.org>".parse().expect("a mailbox");
        let sent = message(&from, "lea@example.org", &letter, Some("https://a/mail/x"));
        let bytes = sent.expect("a message").formatted();
        let text = String::from_utf8(bytes).expect("mail is ASCII");
        assert!(
            text.contains("List-Unsubscribe: <https://a/mail/x>\r\n"),
            "{text}"
        );
        assert!(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
        assert!(text.contains("text/plain") && text.contains("text/html"));
        let headers = text.split("\r\n\r\n").next().expect("headers");
        assert!(!headers.contains("\r\nBcc:"), "{headers}");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for wrong in [
            "",
            "lea",
            "lea@",
            "@example.org",
            "a b@example.org",
            "a@b\r\nRCPT",
        ] {
            assert!(address(wrong).is_err(), "{wrong:?}");
        }
        assert!(address(" lea@example.org ").is_ok());
    }
}
