//! Randomness that a failing test can replay: a printed seed, then the same throws again.

/// A small seeded generator (SplitMix64): good enough to choose moments and places.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The generator of this run: seeded from `SEED`, or from the clock; the seed is printed.
    ///
    /// # Panics
    /// When `SEED` is not a number.
    pub fn of_this_run() -> Self {
        let seed = match std::env::var("SEED") {
            Ok(text) => text.parse().expect("SEED is a number"),
            Err(_) => u64::from(std::process::id()) ^ nanoseconds(),
        };
        println!("replay with SEED={seed}");
        Self(seed)
    }

    /// A number from 0 to `end` - 1.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// Random bytes.
    pub fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.next().to_le_bytes()[0]).collect()
    }

    /// A generator of its own for somebody else, so that tasks do not share one.
    pub fn another(&mut self) -> Self {
        Self(self.next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

fn nanoseconds() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| u64::from(since.subsec_nanos()) ^ since.as_secs())
}
