//! Worlds in which anything may happen, in an order only the seed knows.

use hub::Access;

use super::world::World;

const SEEDS: u64 = 250;
const STEPS: u64 = 120;
const NAMES: [&str; 6] = ["ana", "bob", "cleo", "dan", "eve", "fay"];

#[test]
fn whatever_happens_all_see_the_same_and_nothing_saved_is_lost() {
    let number = |name: &str| std::env::var(name).ok().and_then(|v| v.parse().ok());
    match number("HUB_SEED") {
        Some(seed) => live(seed),
        None => (0..number("HUB_SEEDS").unwrap_or(SEEDS)).for_each(live),
    }
}

/// The seed is printed when something in this world is wrong.
struct Named(u64);

impl Drop for Named {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("replay with HUB_SEED={}", self.0);
        }
    }
}

fn live(seed: u64) {
    let named = Named(seed);
    let mut world = World::new(seed);
    world.slow = world.dice.once_in(3);
    populate(&mut world);
    for _ in 0..STEPS {
        let ms = world.dice.below(80);
        world.passes(ms);
        step(&mut world);
    }
    finish(&mut world);
    drop(named);
}

fn populate(world: &mut World) {
    let count = 2 + world.dice.index(NAMES.len() - 1);
    for name in &NAMES[..count] {
        world.joins(name);
    }
    if world.dice.once_in(2) {
        let participant = world.people[0].participant;
        world.joins_as("ana-again", participant);
    }
}

fn step(world: &mut World) {
    let who = world.dice.index(world.people.len());
    match world.dice.below(60) {
        0 => world.drops(who),
        1..=3 => world.returns(who),
        4 => world.reloads(who),
        5 => world.crashes(),
        6..=8 => world.restarts(),
        9 => world.dies_in = Some(world.dice.below(20)),
        10 => world.fills_disk(),
        11..=13 => world.frees_disk(),
        14 => world.sets_access(who, Access::Read),
        15..=17 => world.sets_access(who, Access::Write),
        18 => rebuilds(world),
        19..=20 => tabs_talk(world),
        21..=25 => world.deletes(who),
        _ => drop(world.types(who)),
    }
}

fn rebuilds(world: &mut World) {
    if world.server.room.is_some() {
        world.rebuilds();
    }
}

fn tabs_talk(world: &mut World) {
    let last = world.people.len() - 1;
    if world.people[last].name == "ana-again" {
        world.tabs_talk(0, last);
    }
}

fn finish(world: &mut World) {
    for who in 0..world.people.len() {
        world.sets_access(who, Access::Write);
    }
    world.settles();
    let heads = world.disk.document.get_heads();
    for person in &world.people {
        assert_eq!(
            person.document.get_heads(),
            heads,
            "{} differs",
            person.name
        );
        assert!(person.sees_saved(), "{} is not told", person.name);
    }
    assert_eq!(world.server.rebuilds, 0);
}
