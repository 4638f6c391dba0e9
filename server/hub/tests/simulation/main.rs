//! A room among people, bad networks and failing disks, under a seed that replays.
//!
//! `HUB_SEED=17 cargo test -p hub --test simulation` runs one seed and tells what happened in it;
//! `HUB_SEEDS=5000` runs that many.

#![allow(clippy::unwrap_used)] // What fails in a simulated world is a failed test.

mod dice;
mod disk;
mod link;
mod loading;
mod machine;
mod manners;
mod person;
mod seeds;
mod server;
mod stories;
mod time;
mod trace;
mod traffic;
mod truth;
mod world;
