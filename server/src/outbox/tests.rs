use std::net::IpAddr;

use futures_util::FutureExt;

use super::*;
use crate::limits::{LONG_FRAME_BYTES_COUNTED_MAX, OUTBOX_BYTES_MAX};

fn frame(bytes: usize) -> Bytes {
    Bytes::from(vec![0; bytes])
}

fn outbox(budget: &Budget) -> Outbox {
    Outbox::new(budget, Owner::at(IpAddr::from([192, 0, 2, 1])))
}

/// The frames that are handed over next.
async fn handed_over(outbox: &Outbox) -> Frames {
    match outbox.next().await {
        Mail::Frames(frames) => frames,
        Mail::CaughtUp | Mail::Close(_) => panic!("frames were queued"),
    }
}

#[tokio::test]
async fn what_is_pushed_is_handed_over_in_order() {
    let outbox = outbox(&Budget::default());
    outbox.push(Bytes::from_static(b"one"));
    outbox.answer(Bytes::from_static(b"two"));
    assert_eq!(handed_over(&outbox).await.frames, ["one", "two"]);
}

#[tokio::test]
async fn an_overflow_drops_everything_until_the_writer_is_back() {
    let outbox = outbox(&Budget::default());
    outbox.push(frame(OUTBOX_BYTES_MAX / 2));
    outbox.push(frame(OUTBOX_BYTES_MAX / 2 + 1));
    outbox.push(frame(1));
    assert!(matches!(outbox.next().await, Mail::CaughtUp));
    outbox.push(frame(1));
    assert_eq!(handed_over(&outbox).await.frames, [frame(1)]);
}

#[tokio::test]
async fn one_frame_of_any_size_passes() {
    let outbox = outbox(&Budget::default());
    outbox.answer(frame(2 * LONG_FRAME_BYTES_COUNTED_MAX));
    assert_eq!(handed_over(&outbox).await.frames.len(), 1);
}

#[tokio::test]
async fn a_farewell_comes_before_what_is_queued() {
    let outbox = outbox(&Budget::default());
    outbox.push(frame(1));
    outbox.close(Farewell::SessionEnded);
    outbox.close(Farewell::GoingAway);
    let last = outbox.next().await;
    assert!(matches!(last, Mail::Close(Farewell::SessionEnded)));
}

#[tokio::test]
async fn answers_that_nobody_reads_do_not_add_up() {
    let budget = Budget::default();
    let (sleeper, late) = (outbox(&budget), outbox(&budget));
    sleeper.answer(frame(LONG_FRAME_BYTES_COUNTED_MAX));
    late.answer(frame(LONG_FRAME_BYTES_COUNTED_MAX));
    assert!(late.next().now_or_never().is_none(), "it was dropped");
    drop(sleeper);
    assert!(matches!(late.next().await, Mail::CaughtUp));
    late.answer(frame(LONG_FRAME_BYTES_COUNTED_MAX));
    assert_eq!(handed_over(&late).await.frames.len(), 1);
}

#[tokio::test]
async fn long_frames_wait_for_those_that_are_being_written_and_short_ones_do_not() {
    let budget = Budget::default();
    let (first, second, third) = (outbox(&budget), outbox(&budget), outbox(&budget));
    first.push(frame(LONG_FRAME_BYTES_COUNTED_MAX));
    let written = handed_over(&first).await;
    second.push(frame(LONG_FRAME_BYTES_COUNTED_MAX));
    third.push(frame(1));
    assert!(second.next().now_or_never().is_none(), "it waits");
    assert_eq!(handed_over(&third).await.frames.len(), 1);
    drop(written);
    assert_eq!(handed_over(&second).await.frames.len(), 1);
}
