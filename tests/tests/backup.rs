//! A backup taken while people write holds everything that was saved before it began.

use std::io::Write;
use std::os::unix::net::UnixStream;
use std::path::Path;

use end_to_end::binary;
use end_to_end::deadline::in_time;
use end_to_end::dice::Dice;
use end_to_end::server::Server;
use end_to_end::team::Team;

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_under_load_restores_everything_saved_before_it() {
    let mut dice = Dice::of_this_run();
    let mut server = Server::start().await;
    let mut team = Team::gathers(&server, &mut dice).await;
    team.finishes(&server, 50).await;

    let others = Team::gathers(&server, &mut dice).await.works(&server);
    in_time("the others to be at work", others.progress.advances(60)).await;
    let file = server.beside("backup.atelier");
    runs(&["backup", name(&file)], &server.data()).await;
    in_time("the others to go on", others.progress.advances(20)).await;
    server.kill().await;
    others.stops().await;

    let mut elsewhere = Server::prepared();
    runs(&["restore", name(&file)], &elsewhere.data()).await;
    elsewhere.restart().await;
    team.finds_everything_saved(&elsewhere).await;
    assert!(elsewhere.terminate().await.success());
    runs(&["check"], &elsewhere.data()).await;
    runs(&["check", name(&file)], &elsewhere.data()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_backup_is_refused() {
    let mut dice = Dice::of_this_run();
    let mut server = Server::start().await;
    Team::gathers(&server, &mut dice)
        .await
        .finishes(&server, 5)
        .await;
    let file = server.beside("backup.atelier");
    runs(&["backup", name(&file)], &server.data()).await;
    server.kill().await;

    let mut bytes = std::fs::read(&file).expect("the backup is there");
    let middle = bytes.len() / 2;
    bytes.truncate(middle);
    std::fs::write(&file, bytes).expect("the backup can be written over");
    let elsewhere = Server::prepared();
    let refused = binary::run(&["restore", name(&file)], &elsewhere.data());
    assert!(
        !refused.success,
        "half a backup was restored: {}",
        refused.said
    );
}

/// Runs a command to its good end, off the threads that carry the writers.
async fn runs(words: &[&str], data: &Path) {
    let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
    let data = data.to_owned();
    let ended = tokio::task::spawn_blocking(move || {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        binary::run(&words, &data)
    });
    let outcome = ended.await.expect("the command could be run");
    assert!(outcome.success, "{}", outcome.said);
}

fn name(file: &Path) -> &str {
    file.to_str().expect("a temporary path is text")
}

/// Somebody who opened the socket and says nothing, or not all of it.
fn silent(server: &Server, says: &[u8]) -> UnixStream {
    let mut stream = UnixStream::connect(server.data().join("control.sock")).expect("it listens");
    let _ = stream.write_all(says); // a line too long is hung up on
    stream
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_who_is_silent_keeps_the_host_from_a_backup() {
    let server = Server::start().await;
    let mut silents: Vec<_> = (0..3).map(|_| silent(&server, b"")).collect();
    silents.push(silent(&server, b"{\"backup\":"));
    silents.push(silent(&server, &[b' '; 64 * 1024]));
    let file = server.beside("first.atelier");
    runs(&["backup", name(&file)], &server.data()).await;
    // As many as are heard at once, and more: they are given up after a while, and the host has a place.
    silents.extend((0..12).map(|_| silent(&server, b"")));
    let file = server.beside("second.atelier");
    in_time("the silent to be given up", async {
        runs(&["backup", name(&file)], &server.data()).await;
    })
    .await;
    drop(silents);
    runs(&["check", name(&file)], &server.data()).await;
}
