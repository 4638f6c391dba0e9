//! Tokens of programs: what they open, for how long, and what is left of them.

use super::world::World;
use crate::{
    DocumentId, Doors, Joined, NewToken, PersonChange, Role, Scope, Secret, SpaceId, StoreError,
    Token, limits::TOKENS_PER_PERSON_MAX,
};

impl World {
    async fn makes_token(
        &self,
        space: SpaceId,
        of: &Joined,
        scope: Scope,
    ) -> Result<(Token, Secret), StoreError> {
        let new = NewToken {
            space,
            participant: of.participant,
            name: " Sauvegarde ".into(),
            scope,
        };
        self.store.make_token(new).await
    }

    async fn role_at(&self, token: &Secret, pad: DocumentId) -> Option<Role> {
        let access = self.store.access(token.hash(), pad).await.unwrap();
        access.map(|access| access.member.role)
    }
}

#[tokio::test]
async fn a_token_opens_its_space_for_its_scope_and_nothing_else() {
    let world = World::new();
    let (here, there) = (world.workshop().await, world.workshop().await);
    let nadia = world.joins(&here.links.facilitator, "Nadia").await;
    world
        .joins_again(
            &there.links.facilitator,
            "Nadia",
            Some(nadia.session.clone()),
        )
        .await;
    let pad = world.pad(here.space, b"root").await;
    let other = world.pad(there.space, b"root").await;
    for (scope, role) in [
        (Scope::Read, Role::Reader),
        (Scope::Write, Role::Participant),
    ] {
        let (_, secret) = world.makes_token(here.space, &nadia, scope).await.unwrap();
        assert_eq!(world.role_at(&secret, pad).await, Some(role));
        assert_eq!(world.role_at(&secret, other).await, None);
        let member = world.store.member(secret.hash(), here.space).await.unwrap();
        assert_eq!(member.unwrap().scope, Some(scope));
        let space = world.store.space_of_token(secret.hash()).await.unwrap();
        let space = space.unwrap();
        assert_eq!((space.space.id, space.role), (here.space, role));
        assert!(!world.store.greet_session(secret.hash()).await.unwrap());
    }
    assert!(!world.store.greet_token(nadia.session.hash()).await.unwrap());
}

#[tokio::test]
async fn a_token_is_listed_without_its_secret_and_opens_nothing_once_revoked() {
    let world = World::new();
    let made = world.workshop().await;
    let (alice, bob) = (
        world.joins(&made.links.participant, "Alice").await,
        world.joins(&made.links.participant, "Bob").await,
    );
    let pad = world.pad(made.space, b"root").await;
    let (token, secret) = world
        .makes_token(made.space, &alice, Scope::Write)
        .await
        .unwrap();
    assert_eq!((token.name.as_str(), token.used_ms), ("Sauvegarde", None));
    assert!(world.store.greet_token(secret.hash()).await.unwrap());
    let listed = world.store.tokens(alice.participant).await.unwrap();
    assert!(listed[0].used_ms.is_some());
    assert!(
        world
            .store
            .tokens(bob.participant)
            .await
            .unwrap()
            .is_empty()
    );
    let of_bob = world.store.revoke_token(bob.participant, token.id).await;
    assert!(matches!(of_bob, Err(StoreError::NotFound)));
    let revoked = world.store.revoke_token(alice.participant, token.id).await;
    assert_eq!(revoked.unwrap(), secret.hash());
    assert_eq!(world.role_at(&secret, pad).await, None);
    assert!(!world.store.greet_token(secret.hash()).await.unwrap());
}

#[tokio::test]
async fn a_token_ends_with_its_person_and_weakens_with_them() {
    let world = World::new();
    let made = world.workshop().await;
    let alice = world.joins(&made.links.participant, "Alice").await;
    let pad = world.pad(made.space, b"root").await;
    let (_, secret) = world
        .makes_token(made.space, &alice, Scope::Write)
        .await
        .unwrap();
    let less = PersonChange {
        role: Some(Role::Reader),
        ..PersonChange::default()
    };
    let less = world
        .store
        .change_person(made.space, alice.participant, less);
    less.await.unwrap();
    assert_eq!(world.role_at(&secret, pad).await, Some(Role::Reader));
    let store = &world.store;
    let hashes = store.token_hashes(alice.participant).await.unwrap();
    assert_eq!(hashes, [secret.hash()]);
    let expelled = store.expel_person(made.space, alice.participant, Doors::Stay);
    expelled.await.unwrap();
    assert_eq!(world.role_at(&secret, pad).await, None);
    assert!(!store.greet_token(secret.hash()).await.unwrap());
    assert!(store.tokens(alice.participant).await.unwrap().is_empty());
}

#[tokio::test]
async fn one_person_has_only_so_many_tokens() {
    let world = World::new();
    let made = world.workshop().await;
    let alice = world.joins(&made.links.participant, "Alice").await;
    for _ in 0..TOKENS_PER_PERSON_MAX {
        world
            .makes_token(made.space, &alice, Scope::Read)
            .await
            .unwrap();
    }
    let one_more = world.makes_token(made.space, &alice, Scope::Read).await;
    assert!(matches!(one_more, Err(StoreError::TooMany { .. })));
    let listed = world.store.tokens(alice.participant).await.unwrap();
    assert_eq!(listed.len() as u64, TOKENS_PER_PERSON_MAX);
}

#[tokio::test]
async fn nobody_becomes_the_person_of_a_token() {
    let world = World::new();
    let made = world.workshop().await;
    let alice = world.joins(&made.links.participant, "Alice").await;
    let (_, secret) = world
        .makes_token(made.space, &alice, Scope::Write)
        .await
        .unwrap();
    let joined = world
        .joins_again(&made.links.participant, "Eve", Some(secret.clone()))
        .await;
    assert_ne!(joined.participant, alice.participant);
    assert_ne!(joined.session.hash(), secret.hash());
}
