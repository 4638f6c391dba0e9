//! What a host does with spaces from the command line, beside a running server and without one.

use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use end_to_end::binary::{self, Outcome};
use end_to_end::deadline::in_time;
use end_to_end::server::Server;
use end_to_end::visitor::{Created, Visitor};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

const TITLE: &str = "Quartier des Lilas";

async fn with_workshop() -> (Server, Visitor, Created) {
    let server = Server::start().await;
    let mut nadia = Visitor::new(&server.url());
    let made = nadia.creates_workshop().await;
    nadia.opens_pad(&made.id).await;
    (server, nadia, made)
}

async fn doctor(data: &Path) -> Outcome {
    let data = data.to_owned();
    let ended = tokio::task::spawn_blocking(move || binary::run(&["doctor"], &data));
    ended.await.expect("the command could be run")
}

async fn runs(words: &[&str], data: &Path) -> Outcome {
    let all = [&["spaces"][..], words, &["--log", "error"]].concat();
    let words: Vec<String> = all.into_iter().map(str::to_owned).collect();
    let data = data.to_owned();
    let ended = tokio::task::spawn_blocking(move || {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        binary::run(&words, &data)
    });
    ended.await.expect("the command could be run")
}

async fn succeeds(words: &[&str], data: &Path) -> String {
    let outcome = runs(words, data).await;
    assert!(outcome.success, "{words:?}: {}", outcome.said);
    outcome.said
}

async fn asks(visitor: &mut Visitor, status: StatusCode, id: &str) -> Value {
    let path = format!("/api/spaces/{id}");
    visitor
        .expects(status, Method::GET, &path, Value::Null)
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_host_sees_spaces_with_and_without_the_server() {
    let (mut server, _, made) = with_workshop().await;
    let beside = succeeds(&["list"], &server.data()).await;
    let line = beside.lines().nth(1).expect("a line");
    assert!(
        line.starts_with(&made.id) && line.ends_with(TITLE),
        "{line}"
    );
    let shown = succeeds(&["show", &made.id], &server.data()).await;
    assert!(shown.contains(TITLE) && shown.contains(&made.id));
    assert!(server.terminate().await.success());
    let json = succeeds(&["list", "--json"], &server.data()).await;
    let spaces: Value = serde_json::from_str(&json).expect("JSON alone");
    assert_eq!(spaces[0]["id"], made.id);
    assert_eq!(
        (&spaces[0]["people"], &spaces[0]["documents"]),
        (&json!(1), &json!(1))
    );
    assert!(spaces[0]["bytes"].as_u64() > Some(0) && spaces[0]["activeMs"].as_u64() > Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_space_is_shut_at_once_and_opens_as_it_was() {
    let (mut server, mut nadia, made) = with_workshop().await;
    succeeds(&["close", &made.id], &server.data()).await;
    let refused = asks(&mut nadia, StatusCode::FORBIDDEN, &made.id).await;
    assert_eq!(refused["error"]["code"], "closed");
    assert!(succeeds(&["list"], &server.data()).await.contains("closed"));
    server.kill().await;
    server.restart().await;
    asks(&mut nadia, StatusCode::FORBIDDEN, &made.id).await;
    succeeds(&["open", &made.id], &server.data()).await;
    let space = asks(&mut nadia, StatusCode::OK, &made.id).await;
    assert_eq!(space["role"], "facilitator");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_host_erases_is_gone_from_every_file_at_once() {
    let (server, mut nadia, made) = with_workshop().await;
    let erased = succeeds(&["erase", &made.id, "--yes"], &server.data()).await;
    assert!(
        erased.contains(TITLE) && erased.contains("backups"),
        "{erased}"
    );
    asks(&mut nadia, StatusCode::NOT_FOUND, &made.id).await;
    for entry in std::fs::read_dir(server.data()).expect("a directory") {
        let path = entry.expect("an entry").path();
        let bytes = path
            .is_file()
            .then(|| std::fs::read(&path).expect("a file"));
        let bytes = bytes.unwrap_or_default();
        let found = bytes
            .windows(TITLE.len())
            .any(|window| window == TITLE.as_bytes());
        assert!(!found, "{}", path.display());
    }
    let again = runs(&["show", &made.id], &server.data()).await;
    assert!(
        !again.success && again.said.contains("no such space"),
        "{}",
        again.said
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn erasing_asks_for_the_title_and_takes_no_other() {
    let (mut server, mut nadia, made) = with_workshop().await;
    let data = server.data();
    let id = made.id.clone();
    let types = async |title: &str| {
        let (data, id, title) = (data.clone(), id.clone(), title.to_owned());
        let ended = tokio::task::spawn_blocking(move || erases(&data, &id, &title));
        in_time("the command to end", ended)
            .await
            .expect("it could be run")
    };
    assert!(!types("Lilas\n").await && !types("").await);
    asks(&mut nadia, StatusCode::OK, &made.id).await;
    assert!(server.terminate().await.success());
    assert!(types(&format!("{TITLE}\n")).await);
    server.restart().await;
    asks(&mut nadia, StatusCode::NOT_FOUND, &made.id).await;
}

/// Whether it was erased by somebody who types this.
fn erases(data: &Path, id: &str, typed: &str) -> bool {
    let mut child = Command::new(binary::path())
        .args(["spaces", "erase", id, "--data"])
        .arg(data)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("the binary can be started");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(typed.as_bytes()).expect("it listens");
    drop(stdin);
    child.wait().expect("it ends").success()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_says_what_is_wrong_and_changes_nothing() {
    let (mut server, _, _) = with_workshop().await;
    let data = server.data();
    let ill = doctor(&data).await;
    assert!(
        !ill.success && ill.said.contains("[WRONG] No backup"),
        "{}",
        ill.said
    );
    let file = server.beside("copy.atelier");
    let copied = binary::run(&["backup", file.to_str().expect("a path")], &data);
    assert!(copied.success, "{}", copied.said);
    let well = doctor(&data).await;
    assert!(
        well.success && well.said.contains("Nothing is wrong"),
        "{}",
        well.said
    );
    let opened = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(&data, opened).expect("it is ours");
    for _ in 0..2 {
        let ill = doctor(&data).await;
        assert!(!ill.success && ill.said.contains("(0755)"), "{}", ill.said);
        if server.is_running() {
            assert!(server.terminate().await.success());
        }
    }
    server.restart().await;
    let well = doctor(&data).await;
    assert!(well.success, "closed at the start: {}", well.said);
}
