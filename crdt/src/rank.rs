//! Ranks: fractions written in base 62, compared as text. Between two of them there is always room for another.

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// So many ranks, in order and evenly apart, as short as possible. None ends with `0`, before which there is no room.
pub(crate) fn spread(count: usize) -> Vec<String> {
    let mut width = 1;
    let mut space = DIGITS.len();
    // Two apart at least, so that stepping over a `0` at the end meets no other rank.
    while space / (count + 1) < 2 {
        width += 1;
        space *= DIGITS.len();
    }
    let places = (1..=count).map(|place| place * space / (count + 1));
    places.map(|place| written(place, width)).collect()
}

/// So many ranks, in order, all behind `last`: an empty one stands for the beginning.
pub(crate) fn after(last: &str, count: usize) -> Vec<String> {
    let highest = char::from(DIGITS[DIGITS.len() - 1]);
    let kept = last.chars().take_while(|digit| *digit == highest).count();
    let next = last[kept..].bytes().next().and_then(|digit| {
        let place = DIGITS.iter().position(|known| *known == digit)?;
        Some(char::from(DIGITS[place + 1]))
    });
    let before: String = last[..kept].chars().chain(next).collect();
    spread(count)
        .into_iter()
        .map(|rank| before.clone() + &rank)
        .collect()
}

fn written(mut place: usize, width: usize) -> String {
    if place.is_multiple_of(DIGITS.len()) {
        place += 1;
    }
    let mut digits = Vec::with_capacity(width);
    for _ in 0..width {
        digits.push(char::from(DIGITS[place % DIGITS.len()]));
        place /= DIGITS.len();
    }
    digits.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rise(ranks: &[String]) -> bool {
        ranks.windows(2).all(|two| two[0] < two[1])
    }

    #[test]
    fn spread_ranks_rise_and_stay_short() {
        for count in [0, 1, 3, 30, 61, 62, 100, 1_921, 5_000] {
            let ranks = spread(count);
            assert_eq!(ranks.len(), count);
            assert!(rise(&ranks) && ranks.iter().all(|rank| !rank.ends_with('0')));
            assert!(ranks.iter().all(|rank| rank.len() <= 3));
        }
        assert_eq!(spread(3), ["F", "V", "k"]);
    }

    #[test]
    fn ranks_behind_another_stay_short() {
        assert_eq!(after("", 1), ["V"]);
        assert_eq!(after("k", 2), ["lK", "lf"]);
        for last in ["0", "V", "zz", "zzV", "y0z", "Zx"] {
            let ranks = after(last, 70);
            assert!(rise(&ranks) && ranks[0].as_str() > last, "{last}");
            assert!(
                ranks.iter().all(|rank| rank.len() <= last.len() + 3),
                "{last}"
            );
        }
    }
}
