//! How mail is sent.

use lettre::message::Mailbox;
use lettre::{AsyncSmtpTransport, Tokio1Executor};

/// How mail is sent.
#[derive(Clone)]
pub struct MailConfig {
    /// The mail server, with the name and password to use there; checked by [`smtp_url`].
    pub smtp_url: String,
    /// Who the mail is from.
    pub from: Mailbox,
    /// The origin of the links in it, without a final `/`.
    pub origin: String,
}

impl std::fmt::Debug for MailConfig {
    /// Without the address of the server: there may be a password in it.
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "MailConfig({})", self.from)
    }
}

impl MailConfig {
    /// The host of our links, as people know it.
    pub(crate) fn host(&self) -> &str {
        self.origin
            .split_once("://")
            .map_or(self.origin.as_str(), |(_, host)| host)
    }
}

/// Reads the address of a mail server.
///
/// # Errors
/// When it is none, or would send a password unprotected.
pub fn smtp_url(text: &str) -> Result<String, String> {
    let wrong = || {
        "give an address such as smtps://name:password@mail.example.org, or \
         smtp://name:password@mail.example.org?tls=required"
            .to_owned()
    };
    AsyncSmtpTransport::<Tokio1Executor>::from_url(text).map_err(|_| wrong())?;
    let is_bare = text.starts_with("smtp://") && !text.contains("tls=required");
    if is_bare && text.contains('@') {
        return Err(format!("a password would be sent unprotected; {}", wrong()));
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_sent_unprotected() {
        for good in [
            "smtps://a:b@mail.example.org",
            "smtp://a:b@mail.example.org?tls=required",
            "smtp://127.0.0.1:2525",
        ] {
            assert!(smtp_url(good).is_ok(), "{good}");
        }
        for wrong in [
            "smtp://a:b@mail.example.org",
            "smtp://a:b@mail.example.org?tls=opportunistic",
            "http://mail.example.org",
            "mail.example.org",
        ] {
            assert!(smtp_url(wrong).is_err(), "{wrong}");
        }
    }
}
