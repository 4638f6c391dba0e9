//! One corruption, always the same for the same seed.

use super::specimen::{Kind, Page, Specimen};

const PAGE_BYTES: usize = 4096;
const HEADER_BYTES: usize = 100;
const KINDS: [Kind; 7] = [
    Kind::Header,
    Kind::Schema,
    Kind::Leaf,
    Kind::Interior,
    Kind::Overflow,
    Kind::Index,
    Kind::Free,
];

/// What is done to which page.
#[derive(Debug)]
pub struct Blow {
    pub page: Page,
    how: How,
}

#[derive(Debug)]
enum How {
    Flipped {
        at: usize,
        bit: u32,
    },
    Zeroed,
    /// The second half is from another time.
    Torn,
}

impl Blow {
    pub fn of_seed(specimen: &Specimen, seed: u64) -> Self {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5EED);
        let kind = KINDS[(seed % KINDS.len() as u64) as usize];
        let page = page(specimen, kind, &mut dice);
        let span = if kind == Kind::Header {
            HEADER_BYTES
        } else {
            PAGE_BYTES
        };
        let how = match dice.below(3) {
            0 => How::Zeroed,
            1 => How::Torn,
            _ => How::Flipped {
                at: dice.below(span),
                bit: dice.below(8) as u32,
            },
        };
        Blow { page, how }
    }

    pub fn strike(&self, file: &mut [u8]) {
        let start = (self.page.number - 1) * PAGE_BYTES;
        let page = &mut file[start..start + PAGE_BYTES];
        let whole = match self.page.kind {
            Kind::Header => &mut page[..HEADER_BYTES],
            _ => page,
        };
        match self.how {
            How::Flipped { at, bit } => whole[at] ^= 1 << bit,
            How::Zeroed => whole.fill(0),
            How::Torn => {
                let half = whole.len() / 2;
                whole[half..]
                    .iter_mut()
                    .enumerate()
                    .for_each(|(at, byte)| *byte = (at * 31) as u8);
            }
        }
    }
}

fn page(specimen: &Specimen, kind: Kind, dice: &mut Dice) -> Page {
    if kind == Kind::Header {
        return Page {
            number: 1,
            kind,
            table: None,
            rows: 0,
        };
    }
    let such: Vec<_> = specimen
        .pages
        .iter()
        .filter(|page| page.kind == kind)
        .collect();
    such[dice.below(such.len())].clone()
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}
