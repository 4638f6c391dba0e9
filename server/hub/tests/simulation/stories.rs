//! What people live through, one thing at a time.

use hub::{Access, RefusalCode};

use super::world::World;

fn ana_and_bob() -> (World, usize, usize) {
    let mut world = World::new(1);
    let ana = world.joins("ana");
    let bob = world.joins("bob");
    world.passes(1_000);
    (world, ana, bob)
}

fn all_see_the_same(world: &World) {
    let heads = world.disk.document.get_heads();
    for person in &world.people {
        assert_eq!(person.document.get_heads(), heads, "{}", person.name);
        assert!(person.sees_saved(), "{} is not told", person.name);
    }
}

fn was_refused(world: &World, code: RefusalCode) -> bool {
    world.server.refusals.iter().any(|(_, told)| *told == code)
}

#[test]
fn what_ana_types_bob_reads_and_both_are_told_it_is_saved() {
    let (mut world, ana, bob) = ana_and_bob();
    let word = world.types(ana);
    assert!(!world.people[ana].sees_saved());
    world.passes(1_000);
    assert!(world.people[bob].text().contains(&word));
    all_see_the_same(&world);
}

#[test]
fn a_full_disk_stops_the_news_and_not_the_reading() {
    let (mut world, ana, bob) = ana_and_bob();
    world.fills_disk();
    let word = world.types(ana);
    world.passes(2_000);
    assert!(!world.people[ana].sees_saved());
    assert!(!world.people[bob].text().contains(&word));
    let cleo = world.joins("cleo");
    world.passes(1_000);
    assert!(world.people[cleo].body().is_some(), "cleo cannot read");
    world.frees_disk();
    world.settles();
    assert!(world.people[cleo].text().contains(&word));
    all_see_the_same(&world);
}

#[test]
fn more_than_a_full_server_can_hold_is_asked_for_again() {
    let (mut world, ana, bob) = ana_and_bob();
    world.fills_disk();
    for _ in 0..28 {
        world.pastes_a_picture(ana);
        world.passes(300);
    }
    assert!(was_refused(&world, RefusalCode::Busy));
    world.frees_disk();
    world.settles();
    assert!(world.people[bob].link.is_some(), "nobody had to reconnect");
    all_see_the_same(&world);
}

#[test]
fn what_was_told_saved_survives_a_crash() {
    let (mut world, ana, bob) = ana_and_bob();
    let word = world.types(ana);
    world.passes(1_000);
    assert!(world.people[ana].sees_saved());
    world.crashes();
    let unsent = world.types(bob);
    world.passes(500);
    world.restarts();
    world.settles();
    let cleo = world.joins("cleo");
    world.settles();
    assert!(world.people[cleo].text().contains(&word));
    assert!(world.people[cleo].text().contains(&unsent));
    all_see_the_same(&world);
}

#[test]
fn a_crash_at_any_effect_loses_nothing_that_was_told() {
    for effects in 0..12 {
        let (mut world, ana, bob) = ana_and_bob();
        world.dies_in = Some(effects);
        for _ in 0..4 {
            world.types(ana);
            world.passes(70);
            world.types(bob);
            world.passes(70);
        }
        world.settles();
        all_see_the_same(&world);
    }
}

#[test]
fn words_typed_offline_are_merged() {
    let (mut world, ana, bob) = ana_and_bob();
    world.drops(ana);
    let offline = world.types(ana);
    let online = world.types(bob);
    world.passes(10_000);
    world.returns(ana);
    world.settles();
    assert!(world.people[bob].text().contains(&offline));
    assert!(world.people[ana].text().contains(&online));
    all_see_the_same(&world);
}

#[test]
fn a_reader_is_refused_and_keeps_the_words_for_later() {
    let (mut world, ana, bob) = ana_and_bob();
    world.sets_access(ana, Access::Read);
    let word = world.types(ana);
    let others = world.types(bob);
    world.passes(2_000);
    assert!(was_refused(&world, RefusalCode::ReadOnly));
    assert!(!world.people[bob].text().contains(&word));
    assert!(world.people[ana].text().contains(&others), "readers read");
    world.sets_access(ana, Access::Write);
    world.settles();
    assert!(world.people[bob].text().contains(&word));
    all_see_the_same(&world);
}

#[test]
fn a_right_taken_away_takes_what_still_waits() {
    let (mut world, ana, bob) = ana_and_bob();
    world.fills_disk();
    world.types(bob);
    world.passes(1_000);
    let late = world.types(ana);
    world.passes(1_000);
    world.sets_access(ana, Access::Read);
    world.frees_disk();
    world.passes(5_000);
    assert!(!world.people[bob].text().contains(&late));
    assert!(!world.people[ana].sees_saved());
}

#[test]
fn a_slow_reader_costs_nobody_and_catches_up() {
    let (mut world, ana, bob) = ana_and_bob();
    world.drops(bob);
    world.passes(6_000);
    world.slow = true;
    while world.link_of(bob).is_none_or(|link| !link.slow) {
        world.drops(bob);
        world.returns(bob);
    }
    for _ in 0..40 {
        world.types(ana);
        world.passes(120);
    }
    assert!(world.overflows > 0, "bob is not slow enough to be a test");
    world.passes(300);
    assert!(world.people[ana].sees_saved());
    world.settles();
    all_see_the_same(&world);
}

#[test]
fn who_comes_while_the_document_is_loaded_reads_before_there_is_a_room() {
    let (mut world, ana, _) = ana_and_bob();
    let word = world.types(ana);
    world.passes(1_000);
    world.crashes();
    world.restarts();
    let cleo = world.joins("cleo");
    while world.people[cleo].body().is_none() {
        world.passes(1);
    }
    assert!(world.server.room.is_none(), "loading took no time");
    assert!(world.people[cleo].text().contains(&word));
    world.types(cleo);
    world.settles();
    all_see_the_same(&world);
}

#[test]
fn a_busy_room_gathers_what_comes_while_it_rests() {
    let (mut world, ana, bob) = ana_and_bob();
    let before = world.commits;
    for _ in 0..100 {
        world.types(ana);
        world.types(bob);
        world.passes(10);
    }
    let commits = world.commits - before;
    assert!(commits < 70, "{commits} commits for 200 changes");
    world.settles();
    all_see_the_same(&world);
}

#[test]
fn thirty_writers_at_once_keep_the_history_narrow() {
    let mut world = World::new(3);
    let everybody: Vec<usize> = (0..30).map(|_| world.joins("one of many")).collect();
    world.passes(1_000);
    for _ in 0..5 {
        for who in &everybody {
            world.types(*who);
        }
        world.passes(130);
    }
    world.settles();
    all_see_the_same(&world);
}

#[test]
fn two_tabs_of_one_person_may_bring_each_others_words() {
    let (mut world, ana, bob) = ana_and_bob();
    let participant = world.people[ana].participant;
    let again = world.joins_as("ana-again", participant);
    world.passes(1_000);
    world.drops(ana);
    let word = world.types(ana);
    world.tabs_talk(ana, again);
    world.passes(2_000);
    assert!(world.people[bob].text().contains(&word));
    world.settles();
    all_see_the_same(&world);
}

#[test]
fn nobody_can_speak_in_anothers_name() {
    let (mut world, ana, bob) = ana_and_bob();
    world.types(ana);
    world.passes(1_000);
    world.drops(ana);
    let forged = world.types(ana);
    world.tabs_talk(ana, bob);
    world.passes(2_000);
    assert!(was_refused(&world, RefusalCode::ForgedAuthor));
    assert!(!world.disk_text().contains(&forged));
}

#[test]
fn a_rebuilt_room_asks_for_what_it_forgot() {
    let (mut world, ana, _) = ana_and_bob();
    world.fills_disk();
    let word = world.types(ana);
    world.passes(1_000);
    world.rebuilds();
    world.frees_disk();
    world.settles();
    assert!(world.disk_text().contains(&word));
    all_see_the_same(&world);
}
