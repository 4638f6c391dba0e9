//! Chance that can be repeated.

/// A small seeded generator (SplitMix64).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The generator that a seed stands for.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 to `end` - 1.
    pub fn below(&mut self, end: usize) -> usize {
        let number = self.next() % end.max(1) as u64;
        usize::try_from(number).unwrap_or(0)
    }

    /// One of these.
    ///
    /// # Panics
    /// When there is none.
    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// A byte.
    pub fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }

    /// At most so many bytes.
    pub fn bytes(&mut self, count_max: usize) -> Vec<u8> {
        (0..self.below(count_max + 1))
            .map(|_| self.byte())
            .collect()
    }

    /// Any number, small ones as often as those at the edges of what fits.
    pub fn number(&mut self) -> u64 {
        let number = self.next();
        match self.below(4) {
            0 => number,
            1 => u64::MAX >> (number % 64),
            2 => 1 << (number % 64),
            _ => number % 100,
        }
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}
