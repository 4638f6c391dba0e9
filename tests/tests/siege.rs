//! One visitor does not end the room: what takes memory leaves the server small, and whoever writes meanwhile loses nothing.
//!
//! `SIEGE_ROUNDS=20` makes it 1,280 imports and 30,000 half requests and sockets. `SIEGE_MIB=512` gives the server a machine of
//! so much memory, as root.

use std::time::Duration;

use end_to_end::cgroup::Group;
use end_to_end::deadline::in_time;
use end_to_end::person::Person;
use end_to_end::process;
use end_to_end::server::Server;
use end_to_end::siege::{self, Siege};
use end_to_end::typist::Typist;
use end_to_end::workshop::{Role, Workshop};
use reqwest::StatusCode;

const MIB: u64 = 1024 * 1024;
/// What the server may hold at any moment: half of a machine of 512 MB.
const MEMORY_BYTES_MAX: u64 = 250 * MIB;
/// What may be left once all is over: open documents, one of which somebody wrote in all the time, and their sessions.
const LEFT_BYTES_MAX: u64 = 100 * MIB;
/// Milliseconds between two looks at the memory.
const LOOK_MS: u64 = 50;

/// Sessions and addresses of the attacker.
const SESSIONS: usize = 32;
/// See [`SESSIONS`].
const ADDRESSES: u8 = 4;
/// Connections at once, as many as every system lets a process have.
const SOCKETS: usize = 400;

fn machine() -> Server {
    let server = Server::prepared();
    let Ok(size) = std::env::var("SIEGE_MIB") else {
        return server;
    };
    let size: u64 = size.parse().expect("SIEGE_MIB is a number of mebibytes");
    let group =
        Group::of(size * MIB).expect("root can make a group of processes with little memory");
    server.in_group(group)
}

struct Scene {
    server: Server,
    workshop: Workshop,
    pad: String,
    siege: Siege,
    calm_bytes: u64,
}

impl Scene {
    async fn begins() -> (Self, Typist) {
        let mut server = machine();
        server.restart().await;
        let mut workshop = Workshop::opens(&server).await;
        let pad = workshop.opens_pad().await;
        let siege = Siege::prepares(&server, &mut workshop, SESSIONS, ADDRESSES).await;
        let alice = Person::opens(&server, &workshop, &pad, "alice", Role::Participant).await;
        let typist = Typist::begins(alice);
        let mut scene = Self {
            server,
            workshop,
            pad,
            siege,
            calm_bytes: 0,
        };
        scene.survived("nothing");
        scene.calm_bytes = process::memory_bytes(scene.server.process());
        (scene, typist)
    }

    /// The server is there, and was never large since this was last asked.
    fn survived(&mut self, attack: &str) {
        assert!(self.server.is_running(), "{attack} ended the server");
        let process = self.server.process();
        let (peak, now) = (
            process::memory_bytes_peak(process),
            process::memory_bytes(process),
        );
        println!("{attack}: {} MiB, then {} MiB", peak / MIB, now / MIB);
        assert!(
            peak <= MEMORY_BYTES_MAX,
            "{attack}: the server held {peak} bytes"
        );
        process::forget_peak(process);
    }

    async fn bears_what_is_whole(&mut self) {
        // After an earlier round, what it held of the room for long frames is being given back.
        let are_taken = async { while self.siege.sends_empty_texts(2).await < 2 {} };
        in_time("long frames to be taken", are_taken).await;
        self.survived("frames of empty texts");
        for file in [siege::empty_maps(), siege::many_cards()] {
            let answers = self.siege.brings(32, &file).await;
            assert!(answers.contains(&StatusCode::PAYLOAD_TOO_LARGE));
            self.survived("32 imports at once");
        }
        for path in [self.siege.export(), self.siege.archive()] {
            let answers = self.siege.fetches(8, &path).await;
            assert!(answers.contains(&StatusCode::OK), "{path}: {answers:?}");
            self.survived("8 exports or archives at once");
        }
    }

    async fn bears_what_is_half(&mut self) {
        let siege = &self.siege;
        assert_eq!(siege.begins_frames_as_nobody(60).await, 60);
        self.survived("60 half frames of nobody");
        let siege = &self.siege;
        assert_eq!(siege.begins_frames(60).await, 60);
        self.survived("60 half frames");
        let siege = &self.siege;
        assert_eq!(siege.begins_bodies(200).await, 200);
        self.survived("200 half bodies");
        let siege = &self.siege;
        assert_eq!(siege.begins_headers(SOCKETS).await, SOCKETS);
        self.survived("half headers");
        let siege = &self.siege;
        assert_eq!(siege.stays_silent(SOCKETS).await, SOCKETS);
        self.survived("silent sockets");
        let siege = &self.siege;
        assert_eq!(siege.does_not_read(SOCKETS).await, SOCKETS);
        self.survived("sockets that read nothing");
    }

    /// Waits until the memory is back with the system.
    async fn is_calm_again(&self) {
        let process = self.server.process();
        let given_back = async {
            while process::memory_bytes(process) > self.calm_bytes + LEFT_BYTES_MAX {
                tokio::time::sleep(Duration::from_millis(LOOK_MS)).await;
            }
        };
        in_time("the memory to be given back", given_back).await;
    }

    /// Everything that was told saved is there after a power cut.
    async fn holds(&mut self, words: &[String]) {
        self.server.kill().await;
        self.server.restart().await;
        let (server, workshop) = (&self.server, &self.workshop);
        let auditor = Person::opens(server, workshop, &self.pad, "auditor", Role::Reader).await;
        let text = auditor.replica.text();
        let lost = words.iter().find(|word| !text.contains(word.as_str()));
        assert_eq!(lost, None);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_besieged_server_stays_small_and_whoever_writes_loses_nothing() {
    let rounds = std::env::var("SIEGE_ROUNDS").map_or(1, |count| count.parse().expect("a number"));
    let (mut scene, typist) = Scene::begins().await;
    for _ in 0..rounds {
        scene.bears_what_is_whole().await;
        scene.bears_what_is_half().await;
    }
    scene.is_calm_again().await;
    scene.survived("the end");
    let (_, words) = typist.ends().await;
    println!("{} words were saved meanwhile", words.len());
    scene.holds(&words).await;
    // A group of processes goes only when there are none in it.
    scene.server.kill().await;
}
