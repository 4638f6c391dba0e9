//! How the server begins and ends: alone on its data, and never without finishing what it was given.

use end_to_end::binary;
use end_to_end::deadline::in_time;
use end_to_end::dice::Dice;
use end_to_end::server::Server;
use end_to_end::team::Team;

#[tokio::test(flavor = "multi_thread")]
async fn a_server_asked_to_stop_drains_and_exits_0() {
    let mut dice = Dice::of_this_run();
    let mut server = Server::start().await;
    let working = Team::gathers(&server, &mut dice).await.works(&server);
    in_time("the writers to be at work", working.progress.advances(40)).await;
    let status = server.terminate().await;
    assert!(status.success(), "it ended with {status}");
    let mut team = working.stops().await;
    server.restart().await;
    team.finds_everything_saved(&server).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_server_on_the_same_data_is_refused_and_harms_nothing() {
    let mut dice = Dice::of_this_run();
    let mut server = Server::start().await;
    let mut team = Team::gathers(&server, &mut dice).await;
    let second = binary::run(&["serve", "--listen", "127.0.0.1:0"], &server.data());
    assert!(!second.success, "a second server must not start");
    assert!(
        second.said.contains("in use"),
        "the refusal says why: {}",
        second.said
    );
    assert!(server.is_running());
    team.finishes(&server, 20).await;
}

#[test]
fn the_command_line_explains_itself() {
    let help = std::process::Command::new(binary::path())
        .arg("--help")
        .output();
    let text = String::from_utf8(help.expect("the binary runs").stdout).expect("help is text");
    for command in ["serve", "check", "backup", "restore"] {
        assert!(text.contains(command), "--help names {command}:\n{text}");
    }
}
