//! A machine whose clock is wrong: nobody's browser is forgotten and no space erased by it.

use std::path::Path;
use std::sync::{Arc, Mutex};

use atelier::app::App;
use atelier::config::{Config, Creators};
use atelier::upkeep::Upkeep;
use proptest::prelude::*;
use store::limits::{CLOCK_GAP_MS_MAX, NOTICE_MS};
use store::{
    Clocks, DocumentId, KindWord, Language, NewDocument, NewStructure, NewWorkshop, Options,
    Reading, SecretHash, SpaceId, Store,
};
use tempfile::TempDir;

const HOUR_MS: u64 = 60 * 60 * 1_000;
const DAY_MS: u64 = 24 * HOUR_MS;
const NOW: u64 = 1_795_000_000_000;

/// So many are told each time; `CLOCK_STORIES=2000` tells more.
fn stories() -> u32 {
    let asked = std::env::var("CLOCK_STORIES").ok();
    asked.and_then(|asked| asked.parse().ok()).unwrap_or(24)
}

/// A machine with a data directory, on which a server starts and stops, and what people have on it.
struct Machine {
    data: TempDir,
    real_ms: u64,
    clock: Arc<Mutex<Reading>>,
    wrong_by_ms: i64,
    app: App,
    upkeep: Upkeep,
    session: SecretHash,
    /// Asked to end in thirty days.
    ending: SpaceId,
    /// Nobody comes there any more.
    quiet: SpaceId,
}

impl Machine {
    async fn new() -> Self {
        let data = tempfile::tempdir().expect("a temporary directory");
        let clock = Arc::new(Mutex::new(Reading {
            wall_ms: NOW,
            running_ms: 0,
        }));
        let app = opened(data.path(), &clock);
        let made = app.store.create_workshop(NewWorkshop {
            title: "Lilas".into(),
            language: Language::French,
            name: Some("Nadia".into()),
            session: None,
        });
        let made = made.await.expect("a workshop");
        let ended = app.store.end_space(made.space, app.store.now_ms()).await;
        ended.expect("it will end");
        let quiet = app
            .store
            .create_structure(structure())
            .await
            .expect("a structure");
        Self {
            data,
            real_ms: NOW,
            clock,
            wrong_by_ms: 0,
            app,
            upkeep: Upkeep::default(),
            session: made.session.hash(),
            ending: made.space,
            quiet: quiet.space,
        }
    }

    /// Runs and looks every so many hours: as often as the server does, unless the story is long.
    async fn runs(&mut self, hours: u64, step: usize) {
        for _ in (0..hours).step_by(step) {
            self.real_ms += step as u64 * HOUR_MS;
            self.clock.lock().expect("whole").running_ms += step as u64 * HOUR_MS;
            self.shows();
            self.upkeep.hour(&self.app).await;
        }
    }

    fn clock_is_wrong_by(&mut self, days: i64) {
        self.wrong_by_ms = days * DAY_MS.cast_signed();
        self.shows();
    }

    fn shows(&self) {
        let wall_ms = self.real_ms.saturating_add_signed(self.wrong_by_ms);
        self.clock.lock().expect("whole").wall_ms = wall_ms;
    }

    async fn restarts(&mut self) {
        self.app.store.close().await;
        self.clock.lock().expect("whole").running_ms = 0;
        self.app = opened(self.data.path(), &self.clock);
        self.upkeep = Upkeep::default();
    }

    async fn is_known(&self) -> bool {
        let greeted = self.app.store.greet_session(self.session).await;
        greeted.expect("the store answers")
    }

    async fn has(&self, space: SpaceId) -> bool {
        let found = self.app.store.space(space).await;
        found.expect("the store answers").is_some()
    }

    async fn will_end(&self, space: SpaceId) -> bool {
        let found = self.app.store.space(space).await;
        let found = found.expect("the store answers").expect("it is there");
        found.deletes_ms.is_some()
    }
}

fn opened(data: &Path, clock: &Arc<Mutex<Reading>>) -> App {
    let clock = Arc::clone(clock);
    let options = Options {
        ballast_bytes: 1,
        clocks: Clocks::read_by(move || *clock.lock().expect("whole")),
        ..Options::default()
    };
    let store = Store::open_with(data, options).expect("the directory opens");
    let config = Config {
        listen: ([127, 0, 0, 1], 0).into(),
        data: data.to_owned(),
        creators: Creators::Everybody,
        mail: None,
        public_url: None,
        trusted_proxies: Vec::new(),
    };
    App::new(store, Arc::new(config))
}

fn structure() -> NewStructure {
    NewStructure {
        title: "La Ruche".into(),
        language: Language::French,
        name: Some("Léa".into()),
        session: None,
        workshop: None,
        document: NewDocument {
            id: DocumentId::random(),
            space: SpaceId::random(),
            kind: KindWord::from_static("kanban"),
            title: "Plan".into(),
            bytes: vec![1],
            heads: vec![],
        },
    }
}

#[tokio::test]
async fn two_starts_with_a_clock_far_ahead_lose_nothing() {
    let mut machine = Machine::new().await;
    for days in [2_000, 2_000, 0] {
        machine.clock_is_wrong_by(days);
        machine.restarts().await;
        machine.runs(24, 1).await;
        assert!(machine.has(machine.ending).await && machine.has(machine.quiet).await);
        assert!(!machine.will_end(machine.quiet).await);
    }
    assert!(machine.is_known().await);
}

#[tokio::test]
async fn what_is_made_while_the_clock_is_far_behind_is_not_old_when_it_is_right() {
    let mut machine = Machine::new().await;
    machine.clock_is_wrong_by(-2_000);
    machine.restarts().await;
    let made = machine.app.store.create_structure(structure()).await;
    let made = made.expect("a structure");
    machine.clock_is_wrong_by(0);
    machine.restarts().await;
    machine.runs(48, 1).await;
    assert!(!machine.will_end(made.space).await);
    let known = machine.app.store.greet_session(made.session.hash()).await;
    assert!(known.expect("the store answers"));
}

#[tokio::test]
async fn what_was_stamped_by_a_clock_far_ahead_does_not_stay_for_ever() {
    let mut machine = Machine::new().await;
    machine.clock_is_wrong_by(2_000);
    let store = &machine.app.store;
    store.keep_space(machine.ending).await.expect("it stays");
    let ended = store.end_space(machine.ending, store.now_ms()).await;
    ended.expect("it will end");
    machine.clock_is_wrong_by(0);
    machine.restarts().await;
    machine.runs(4 + 29 * 24, 1).await;
    assert!(machine.has(machine.ending).await);
    machine.runs(72, 1).await;
    assert!(!machine.has(machine.ending).await);
}

#[tokio::test]
async fn what_is_over_ends_when_its_time_has_passed() {
    let mut machine = Machine::new().await;
    machine.runs(29 * 24, 1).await;
    assert!(machine.has(machine.ending).await);
    machine.runs(72, 1).await;
    assert!(!machine.has(machine.ending).await);
    machine.runs(300 * 24, 24).await;
    assert!(machine.has(machine.quiet).await && !machine.will_end(machine.quiet).await);
    machine.runs(40 * 24, 24).await;
    assert!(machine.will_end(machine.quiet).await);
    machine.runs(60 * 24, 24).await;
    assert!(!machine.has(machine.quiet).await && !machine.is_known().await);
}

#[tokio::test]
async fn nothing_is_erased_in_the_first_hours_after_a_start() {
    let mut machine = Machine::new().await;
    machine.real_ms += 31 * DAY_MS;
    machine.clock_is_wrong_by(0);
    for _ in 0..40 {
        machine.restarts().await;
        machine.runs(2, 1).await;
    }
    assert!(machine.has(machine.ending).await);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(stories()))]

    /// Whatever the clock says and however often the server starts, for as long as no wrong clock runs for a week: what
    /// was announced for thirty days later is there for twenty-three at least, and browsers are known.
    #[test]
    fn nothing_is_lost_before_its_time(
        story in prop::collection::vec((-9_000..9_000_i64, 0..60_u64, any::<bool>()), 1..12)
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let held: Result<(), TestCaseError> = runtime.expect("a runtime").block_on(async {
            let mut machine = Machine::new().await;
            for (days, hours, is_mended) in story {
                machine.clock_is_wrong_by(days);
                machine.restarts().await;
                machine.runs(hours, 1).await;
                if is_mended {
                    machine.clock_is_wrong_by(0);
                    machine.restarts().await;
                    machine.runs(8, 1).await;
                }
                let passed_ms = machine.real_ms - NOW;
                if passed_ms < NOTICE_MS - CLOCK_GAP_MS_MAX {
                    prop_assert!(machine.has(machine.ending).await);
                }
                prop_assert!(machine.is_known().await);
                prop_assert!(!machine.will_end(machine.quiet).await);
            }
            Ok(())
        });
        held?;
    }
}
