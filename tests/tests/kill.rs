//! kill -9 at random moments under load: nothing that somebody was told is saved may be missing.

use std::time::Duration;

use end_to_end::binary;
use end_to_end::deadline::in_time;
use end_to_end::dice::Dice;
use end_to_end::server::Server;
use end_to_end::team::Team;

/// Kills when `KILLS` does not say otherwise.
const KILLS: u64 = 30;
/// Kills that one team goes through before another begins: texts stay as long as real ones.
const KILLS_PER_TEAM: u64 = 15;
/// Most messages heard before a kill.
const HEARD_MAX: u64 = 120;
/// The kill comes up to this many milliseconds after a message, at any point of what follows it.
const JITTER_MS: u64 = 12;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_told_saved_is_lost_when_the_server_is_killed() {
    let mut dice = Dice::of_this_run();
    let mut server = Server::start().await;
    let mut teams = Vec::new();
    let mut left = kills();
    while left > 0 {
        let now = left.min(KILLS_PER_TEAM);
        left -= now;
        teams.push(survives(now, &mut server, &mut dice).await);
    }
    for team in &mut teams {
        team.finds_everything_saved(&server).await;
    }
    let words: usize = teams.iter().map(Team::saved_count).sum();
    println!("{} kills, {words} words told saved, all found", kills());
    assert!(
        server.terminate().await.success(),
        "the server drains and exits 0"
    );
    let check = binary::run(&["check"], &server.data());
    assert!(check.success, "{}", check.said);
}

/// A team works through `kills` kills, and at last sees everything it wrote saved.
async fn survives(kills: u64, server: &mut Server, dice: &mut Dice) -> Team {
    let mut team = Team::gathers(server, dice).await;
    for _ in 0..kills {
        let working = team.works(server);
        let moment = 1 + dice.below(HEARD_MAX);
        in_time(
            "the writers to be at work",
            working.progress.advances(moment),
        )
        .await;
        tokio::time::sleep(Duration::from_millis(dice.below(JITTER_MS))).await;
        server.kill().await;
        team = working.stops().await;
        server.restart().await;
        // Before any writer is back: a device would send again what the server lost.
        team.finds_everything_saved(server).await;
    }
    team.finishes(server, 0).await;
    team.finds_everything_saved(server).await;
    team
}

fn kills() -> u64 {
    let asked = std::env::var("KILLS").ok();
    asked.map_or(KILLS, |text| text.parse().expect("KILLS is a number"))
}
