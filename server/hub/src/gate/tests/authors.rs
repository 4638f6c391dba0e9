//! Who may use which actor, and which number comes next.

use super::*;
use crate::guarded::guarded;

#[test]
fn an_actor_belongs_to_who_used_it_first() {
    let document = created();
    let mut anas = document.fork();
    anas.empty_commit(Default::default());
    let first = anas.get_last_local_change().unwrap();
    anas.empty_commit(Default::default());
    let second = anas.get_last_local_change().unwrap();
    let mut ledger = Ledger::of(&document, Vec::new());
    assert_eq!(ledger.admit(&first, ANA, &document), Ok(()));
    ledger.record(&first, Some(ANA), &document);
    assert_eq!(
        ledger.admit(&second, BOB, &anas),
        Err(RefusalCode::ForgedAuthor)
    );
    assert_eq!(ledger.admit(&second, ANA, &anas), Ok(()));
}

#[test]
fn the_actors_of_the_server_belong_to_nobody() {
    let mut document = created();
    let ledger = Ledger::of(&document, Vec::new());
    document.empty_commit(Default::default());
    let next = document.get_last_local_change().unwrap();
    assert_eq!(
        ledger.admit(&next, ANA, &document),
        Err(RefusalCode::ForgedAuthor)
    );
}

#[test]
fn a_gap_is_unknown_and_a_second_branch_malformed() {
    let document = created();
    let mut anas = document.fork();
    let mut twin = anas.clone();
    let ledger = Ledger::of(&document, Vec::new());
    anas.empty_commit(Default::default());
    let first = anas.get_last_local_change().unwrap();
    anas.empty_commit(Default::default());
    let second = anas.get_last_local_change().unwrap();
    assert_eq!(
        ledger.admit(&second, ANA, &document),
        Err(RefusalCode::UnknownDependencies)
    );
    let mut ledger = ledger;
    ledger.record(&first, Some(ANA), &document);
    let mut transaction = twin.transaction();
    transaction.put(ROOT, "branch", true).unwrap();
    transaction.commit();
    let other_first = twin.get_last_local_change().unwrap();
    assert_eq!(
        ledger.admit(&other_first, ANA, &document),
        Err(RefusalCode::Malformed)
    );
}

#[test]
fn nobody_can_use_up_the_operation_numbers() {
    let document = created();
    let mut far_ahead = document.fork();
    for step in 0..3 {
        let mut transaction = far_ahead.transaction();
        transaction.put(ROOT, "ahead", step).unwrap();
        transaction.commit();
    }
    let mut greedy = far_ahead.get_last_local_change().unwrap().decode();
    greedy.seq = 1;
    greedy.deps = document.get_heads();
    greedy.actor_id = ActorId::from(*b"greedy----------");
    greedy.operations.clear();
    let greedy = Change::from(greedy);
    assert_eq!(
        judge(greedy.raw_bytes(), &document).unwrap_err(),
        RefusalCode::Malformed
    );
}

/// Ana writes twice; what she writes next builds on what was there before she came.
fn forgets_herself(document: &Automerge) -> [Change; 3] {
    let mut anas = document.fork();
    let mut writes = |key: &str| {
        let mut transaction = anas.transaction();
        transaction.put(ROOT, key, true).unwrap();
        transaction.commit();
        anas.get_last_local_change().unwrap()
    };
    let [first, second, third] = ["one", "two", "three"].map(&mut writes);
    let mut forgetful = third.decode();
    forgetful.deps = document.get_heads();
    forgetful.hash = None;
    [first, second, Change::from(forgetful)]
}

#[test]
fn an_author_cannot_forget_their_last_change() {
    let document = created();
    let [first, second, forgetful] = forgets_herself(&document);
    let mut history = document.clone();
    let mut ledger = Ledger::of(&document, Vec::new());
    for change in [&first, &second] {
        assert_eq!(ledger.admit(change, ANA, &history), Ok(()));
        ledger.record(change, Some(ANA), &history);
        history.apply_changes([change.clone()]).unwrap();
        ledger.reaches(history.get_heads(), [change]);
    }
    let refused = Err(RefusalCode::Malformed);
    assert_eq!(ledger.admit(&forgetful, ANA, &history), refused);
    let again = Ledger::of(&history, vec![(first.actor_id().to_bytes().to_vec(), ANA)]);
    assert_eq!(again.admit(&forgetful, ANA, &history), refused);
}

/// Why the gate has to look: automerge takes it, and cannot take it again in another order.
#[test]
fn automerge_panics_where_an_author_forgot_their_last_change() {
    let document = created();
    let [first, second, forgetful] = forgets_herself(&document);
    let mut others = document.clone();
    let applied = guarded(|| others.apply_changes([forgetful, first, second]));
    assert!(applied.is_err(), "the reason for this rule is gone");
}

#[test]
fn who_comes_back_after_long_builds_on_themselves_however_far_back() {
    let document = created();
    let mut anas = document.fork();
    let mut history = document.clone();
    let mut ledger = Ledger::of(&document, Vec::new());
    let mut take = |change: Change, history: &mut Automerge, sender| {
        assert_eq!(ledger.admit(&change, sender, history), Ok(()));
        ledger.record(&change, Some(sender), history);
        history.apply_changes([change.clone()]).unwrap();
        // No landmark where others' heads can be seen: the history has to be walked.
        ledger.reaches(Vec::new(), [&change]);
    };
    anas.empty_commit(Default::default());
    take(anas.get_last_local_change().unwrap(), &mut history, ANA);
    let mut bobs = history.fork();
    for _ in 0..20 {
        bobs.empty_commit(Default::default());
        take(bobs.get_last_local_change().unwrap(), &mut history, BOB);
    }
    anas.merge(&mut bobs).unwrap();
    anas.empty_commit(Default::default());
    take(anas.get_last_local_change().unwrap(), &mut history, ANA);
}
