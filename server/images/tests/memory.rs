//! How much memory pictures take. Alone in its program: what is counted is all of it.

mod samples;

use images::limits::DECODED_PIXELS_MAX;
use images::{Refusal, cleaned, media_type};
use peak_alloc::PeakAlloc;
use samples::{Samples, png_of_size};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The most that was taken at once while something was done, in MB.
fn taken(act: impl FnOnce()) -> f32 {
    let before = MEMORY.current_usage_as_mb();
    MEMORY.reset_peak_usage();
    act();
    MEMORY.peak_usage_as_mb() - before
}

#[test]
fn what_is_refused_takes_next_to_nothing_and_the_largest_a_bounded_amount() {
    let bomb = png_of_size(50_000, 50_000);
    let refused = taken(|| assert_eq!(cleaned(&bomb), Err(Refusal::TooManyPixels)));
    assert!(refused < 8.0, "{refused} MB");
    let side = u32::try_from(DECODED_PIXELS_MAX.isqrt()).expect("a picture");
    let large = Samples::even(side, side);
    let largest = taken(|| {
        let kept = cleaned(&large).expect("a picture");
        assert_eq!(media_type(&kept.bytes), Some(kept.media_type));
    });
    assert!(largest < 160.0, "{largest} MB");
}
