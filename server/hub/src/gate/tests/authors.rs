//! Who may use which actor, and which number comes next.

use super::*;

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
    ledger.record(&first, Some(ANA));
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
    ledger.record(&first, Some(ANA));
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
