//! The command line: what may be asked of `atelier`, in words a host reads with `--help`.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use lettre::message::Mailbox;

use crate::config;
use crate::config::Config;
use crate::config::{Creators, HostCode, MailConfig};

/// A real-time workshop board: pads, votes and action plans, on your own machine.
#[derive(Parser, Debug)]
#[command(name = "atelier", version, propagate_version = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// What the logs say: `error`, `warn`, `info`, `debug`, or a tracing filter.
    #[arg(long, global = true, env = "ATELIER_LOG", default_value = "info")]
    pub log: String,
    /// How the logs are written.
    #[arg(
        long,
        global = true,
        env = "ATELIER_LOG_FORMAT",
        value_enum,
        default_value = "text"
    )]
    pub log_format: LogFormat,
}

/// What the binary does.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Serve Atelier until it is told to stop (Ctrl+C or SIGTERM).
    Serve(Serve),
    /// Open and verify every document of a data directory or of a backup file; mend them if asked to.
    Check(Check),
    /// Write a verified copy of everything to a file, also while the server runs.
    Backup(Backup),
    /// Bring a backup back into a data directory.
    Restore(Restore),
    /// Say what is wrong with a server and its data, changing nothing. Takes the options of `serve`; a server that runs is
    /// asked for its own. Exits with 0 when nothing is wrong.
    Doctor(Serve),
    /// See the workshops and organisations of a server, close, open or erase one, also while it runs.
    Spaces(Spaces),
}

/// Where the data is.
#[derive(Args, Clone, Debug)]
pub struct DataDirectory {
    /// Directory that holds everything Atelier keeps.
    #[arg(long, global = true, env = "ATELIER_DATA", default_value = "./data")]
    pub data: PathBuf,
}

/// Options of `atelier serve`.
#[derive(Args, Clone, Debug)]
pub struct Serve {
    /// Address and port to listen on; port 0 takes a free one.
    #[arg(long, env = "ATELIER_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Where the data is.
    #[command(flatten)]
    pub directory: DataDirectory,
    /// Address people use to reach this server, for instance https://atelier.example.org.
    /// Needed behind a reverse proxy; with https, cookies are made secure.
    #[arg(long, env = "ATELIER_PUBLIC_URL", value_parser = public_url)]
    pub public_url: Option<String>,
    /// Reverse proxies (IP addresses, separated by commas) whose X-Forwarded-For is believed.
    #[arg(long, env = "ATELIER_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<IpAddr>,
    /// Who may make workshops and organisations: everybody, those who have the code of the host, or nobody.
    /// Everybody when neither this nor a code is given.
    #[arg(
        long,
        env = "ATELIER_CREATION",
        value_enum,
        requires_if("code", "creation_code")
    )]
    pub creation: Option<Creation>,
    /// The code that those need who make workshops and organisations: 8 to 64 letters, digits or signs.
    #[arg(long, env = "ATELIER_CREATION_CODE", hide_env_values = true, value_parser = HostCode::parse)]
    pub creation_code: Option<HostCode>,
    /// Mail server for reminders, for instance smtps://name:password@mail.example.org
    /// or smtp://name:password@mail.example.org?tls=required. Without it no mail is sent.
    #[arg(long, env = "ATELIER_SMTP_URL", hide_env_values = true, value_parser = config::smtp_url,
        requires_all = ["mail_from", "public_url"])]
    pub smtp_url: Option<String>,
    /// Who reminders are from, for instance "Atelier <atelier@example.org>".
    #[arg(long, env = "ATELIER_MAIL_FROM", requires = "smtp_url")]
    pub mail_from: Option<Mailbox>,
}

/// Options of `atelier check`.
#[derive(Args, Clone, Debug)]
pub struct Check {
    /// A backup file to verify instead of the data directory.
    pub file: Option<PathBuf>,
    /// Set aside the changes that keep a document from loading, in the data directory; take a backup first.
    #[arg(long, conflicts_with = "file")]
    pub repair: bool,
    /// Where the data is.
    #[command(flatten)]
    pub directory: DataDirectory,
}

/// Options of `atelier backup`.
#[derive(Args, Clone, Debug)]
pub struct Backup {
    /// File to write; it must not exist yet.
    pub file: PathBuf,
    /// Where the data is.
    #[command(flatten)]
    pub directory: DataDirectory,
}

/// Options of `atelier restore`.
#[derive(Args, Clone, Debug)]
pub struct Restore {
    /// Backup file to read.
    pub file: PathBuf,
    /// Where the data is.
    #[command(flatten)]
    pub directory: DataDirectory,
    /// Set aside what the data directory holds; without it a directory in use is refused.
    #[arg(long)]
    pub replace: bool,
}

/// Options of `atelier spaces`.
#[derive(Args, Clone, Debug)]
pub struct Spaces {
    /// What to do with them.
    #[command(subcommand)]
    pub command: SpacesCommand,
    /// Where the data is.
    #[command(flatten)]
    pub directory: DataDirectory,
}

/// What a host does with spaces.
#[derive(Subcommand, Clone, Debug)]
pub enum SpacesCommand {
    /// All of them, with what they take.
    List {
        /// As JSON, for programs.
        #[arg(long)]
        json: bool,
    },
    /// One of them.
    Show {
        /// Its id, from the list.
        space: String,
        /// As JSON, for programs.
        #[arg(long)]
        json: bool,
    },
    /// Let nobody in any more; nothing is erased.
    Close(OneSpace),
    /// Let people in again.
    Open(OneSpace),
    /// Erase everything of it at once. Only a backup brings it back.
    Erase {
        /// Its id, from the list.
        space: String,
        /// Do not ask for its title.
        #[arg(long)]
        yes: bool,
    },
}

/// Which space.
#[derive(Args, Clone, Debug)]
pub struct OneSpace {
    /// Its id, from the list.
    pub space: String,
}

/// Who may make workshops and organisations.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Creation {
    /// Whoever comes.
    Everybody,
    /// Those who have the code of the host.
    Code,
    /// Nobody.
    Nobody,
}

/// How logs are written.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// Lines for people.
    Text,
    /// One JSON object per line, for machines.
    Json,
}

impl From<Serve> for Config {
    fn from(options: Serve) -> Self {
        // The command line wants all three or none of the first two.
        let mail = options.smtp_url.zip(options.mail_from);
        let mail = mail.zip(options.public_url.clone());
        Self {
            mail: mail.map(|((smtp_url, from), origin)| MailConfig {
                smtp_url,
                from,
                origin,
            }),
            creators: creators(options.creation, options.creation_code),
            listen: options.listen,
            data: options.directory.data,
            public_url: options.public_url,
            trusted_proxies: options.trusted_proxies,
        }
    }
}

/// A code that is given is asked for, unless it is said that everybody or nobody may.
fn creators(who: Option<Creation>, code: Option<HostCode>) -> Creators {
    match (who, code) {
        (Some(Creation::Everybody), _) | (None, None) => Creators::Everybody,
        (None | Some(Creation::Code), Some(code)) => Creators::WhoHasCode(code),
        (Some(Creation::Nobody), _) | (Some(Creation::Code), None) => Creators::Nobody,
    }
}

/// An origin: scheme and host, no path. Its final `/` is dropped.
fn public_url(text: &str) -> Result<String, String> {
    let origin = text.trim_end_matches('/');
    let host = origin
        .strip_prefix("https://")
        .or_else(|| origin.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']) => {
            Ok(origin.to_ascii_lowercase())
        }
        _ => Err("give an origin such as https://atelier.example.org, without a path".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    fn served(with: &[&str]) -> Result<Config, clap::Error> {
        let cli = Cli::try_parse_from(["atelier", "serve"].iter().chain(with))?;
        match cli.command {
            Command::Serve(options) => Ok(options.into()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn mail_needs_a_server_a_sender_and_an_address_for_its_links() {
        let all = [
            "--smtp-url=smtps://a:b@mail.example.org",
            "--mail-from=Atelier <atelier@example.org>",
            "--public-url=https://atelier.example.org",
        ];
        let mail = served(&all).expect("enough").mail.expect("mail");
        assert_eq!(mail.origin, "https://atelier.example.org");
        assert!(!format!("{mail:?}").contains("a:b"));
        assert!(served(&all[..2]).is_err() && served(&all[1..]).is_err());
        assert!(served(&[all[0], all[2]]).is_err());
        assert!(served(&all[2..]).expect("enough").mail.is_none());
    }

    #[test]
    fn who_may_make_workshops_is_never_more_than_was_said() {
        let creators = |with: &[&str]| served(with).map(|config| config.creators);
        let code = || HostCode::parse("lilas-2026").expect("a code");
        let is = |with: &[&str], wanted| assert_eq!(creators(with).expect("enough"), wanted);
        is(&[], Creators::Everybody);
        is(&["--creation=everybody"], Creators::Everybody);
        is(&["--creation=nobody"], Creators::Nobody);
        let with_code = "--creation-code=lilas-2026";
        is(&[with_code], Creators::WhoHasCode(code()));
        is(
            &["--creation=code", with_code],
            Creators::WhoHasCode(code()),
        );
        is(&["--creation=nobody", with_code], Creators::Nobody);
        assert!(creators(&["--creation=code"]).is_err());
        assert!(creators(&["--creation=code", "--creation-code=short"]).is_err());
    }

    #[test]
    fn a_public_url_is_an_origin() {
        assert_eq!(
            public_url("https://A.example.org/"),
            Ok("https://a.example.org".to_owned())
        );
        for wrong in [
            "a.example.org",
            "https://",
            "https://a.org/x",
            "ftp://a.org",
            "https://u@a.org",
        ] {
            assert!(public_url(wrong).is_err(), "{wrong} must be refused");
        }
    }
}
