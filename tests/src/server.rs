//! One real server process on a data directory of its own: started, killed, started again.

use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use tempfile::TempDir;
use tokio::process::{Child, Command};

use crate::binary;
use crate::cgroup::Group;
use crate::deadline::in_time;
use crate::process;

/// Milliseconds between two looks at a server that is starting.
const LOOK_MS: u64 = 5;

/// A server that runs, or that was ended and can be started again on the same data and port.
pub struct Server {
    place: TempDir,
    port: u16,
    core: Option<usize>,
    is_behind_proxy: bool,
    process: Option<Child>,
    /// Last, because it goes after the process.
    group: Option<Group>,
}

impl Server {
    /// Starts a server with an empty data directory and waits until it answers.
    pub async fn start() -> Self {
        let mut server = Self::prepared();
        server.restart().await;
        server
    }

    /// A place for a server that does not run yet, with an empty data directory.
    ///
    /// # Panics
    /// When the machine gives no temporary directory.
    pub fn prepared() -> Self {
        let place = tempfile::tempdir().expect("the machine has room for a temporary directory");
        Self {
            place,
            port: free_port(),
            core: None,
            is_behind_proxy: false,
            group: None,
            process: None,
        }
    }

    /// The same server, which from its next start on runs on one core of the machine, as if there were no other.
    pub fn on_core(mut self, core: usize) -> Self {
        self.core = Some(core);
        self
    }

    /// The same server, which from its next start on takes this machine for its proxy: visitors are as many as come, not one.
    pub fn behind_proxy(mut self) -> Self {
        self.is_behind_proxy = true;
        self
    }

    /// The same server, which from its next start on has so little memory.
    pub fn in_group(mut self, group: Group) -> Self {
        self.group = Some(group);
        self
    }

    /// The number of the process.
    ///
    /// # Panics
    /// When the server does not run.
    pub fn process(&self) -> u32 {
        let process = self.process.as_ref().and_then(Child::id);
        process.expect("the server is running")
    }

    /// The server's data directory.
    pub fn data(&self) -> PathBuf {
        self.place.path().join("data")
    }

    /// A path beside the data directory, gone with the server.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    /// Origin of every route.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        SocketAddr::from(([127, 0, 0, 1], self.port))
    }

    /// Address of the WebSocket.
    pub fn sync(&self) -> String {
        format!("ws://127.0.0.1:{}/sync", self.port)
    }

    /// Starts the process on the same data and port, and waits until it answers.
    ///
    /// # Panics
    /// When the process ends instead of answering.
    pub async fn restart(&mut self) {
        assert!(self.process.is_none(), "the server is already running");
        let mut process = self.spawn();
        let health = format!("{}/healthz", self.url());
        let answers = async {
            loop {
                let answer = reqwest::get(&health).await;
                if answer.is_ok_and(|answer| answer.status().is_success()) {
                    return;
                }
                if let Ok(Some(status)) = process.try_wait() {
                    panic!("the server ended with {status} instead of answering");
                }
                tokio::time::sleep(Duration::from_millis(LOOK_MS)).await;
            }
        };
        in_time("the server to answer", answers).await;
        self.process = Some(process);
    }

    /// Ends the process at once, as a power cut would: nothing is drained.
    pub async fn kill(&mut self) {
        self.signal("KILL");
        self.ended().await;
    }

    /// Asks the process to drain, and waits until it has.
    pub async fn terminate(&mut self) -> ExitStatus {
        self.signal("TERM");
        self.ended().await
    }

    /// Whether the process is alive.
    pub fn is_running(&mut self) -> bool {
        self.process
            .as_mut()
            .is_some_and(|process| matches!(process.try_wait(), Ok(None)))
    }

    /// The most memory the process ever held, in bytes.
    pub fn memory_bytes_peak(&self) -> u64 {
        process::memory_bytes_peak(self.process())
    }

    /// Everything the process has logged.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.log_file()).unwrap_or_default()
    }

    fn spawn(&self) -> Child {
        let log = File::options()
            .create(true)
            .append(true)
            .open(self.log_file());
        let log = log.expect("the log file can be written");
        self.command()
            .args([
                "serve",
                "--listen",
                &format!("127.0.0.1:{}", self.port),
                "--data",
            ])
            .arg(self.data())
            .stdout(Stdio::from(
                log.try_clone().expect("a file handle can be cloned"),
            ))
            .stderr(Stdio::from(log))
            .kill_on_drop(true)
            .spawn()
            .expect("the binary can be started")
    }

    fn command(&self) -> Command {
        let mut command = self.program();
        if self.is_behind_proxy {
            command.env("ATELIER_TRUSTED_PROXIES", "127.0.0.1");
        }
        command
    }

    /// On its core and in its group when it was given any: what puts it there becomes the program it starts, and the process is
    /// the server's.
    fn program(&self) -> Command {
        let mut words = Vec::new();
        if let Some(group) = &self.group {
            let enter = "echo $$ > \"$0\" && exec \"$@\"".to_owned();
            let processes = group.processes().display().to_string();
            words.extend(["sh".to_owned(), "-c".to_owned(), enter, processes]);
        }
        if let Some(core) = self.core {
            words.extend(["taskset".to_owned(), "-c".to_owned(), core.to_string()]);
        }
        words.push(binary::path().display().to_string());
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]);
        command
    }

    fn signal(&self, name: &str) {
        let id = self.process().to_string();
        let sent = std::process::Command::new("kill")
            .args(["-s", name, &id])
            .status();
        assert!(
            sent.is_ok_and(|status| status.success()),
            "kill -s {name} {id} failed"
        );
    }

    async fn ended(&mut self) -> ExitStatus {
        let mut process = self.process.take().expect("the server is running");
        in_time("the server to end", process.wait())
            .await
            .expect("the process can be waited for")
    }

    fn log_file(&self) -> PathBuf {
        self.place.path().join("server.log")
    }
}

impl Drop for Server {
    /// A failing test shows what the server last said.
    fn drop(&mut self) {
        if std::thread::panicking() {
            let log = self.log();
            let lines: Vec<&str> = log.lines().collect();
            println!("{}", lines[lines.len().saturating_sub(40)..].join("\n"));
        }
    }
}

/// A port nobody listens on; asked of the system, so that tests can run side by side.
fn free_port() -> u16 {
    let probe = TcpListener::bind("127.0.0.1:0").and_then(|probe| probe.local_addr());
    probe.expect("the machine has a free port").port()
}
