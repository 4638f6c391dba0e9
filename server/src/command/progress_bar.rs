//! The progress bar of the long commands; it draws nothing when nobody looks (a pipe, a log).

use indicatif::{ProgressBar, ProgressStyle};
use store::{Progress, Stage};

/// A bar at its beginning.
pub fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} ({eta})")
        .expect("the template is a constant and well formed");
    ProgressBar::new(0).with_style(style)
}

/// Shows how far the work has come.
pub fn show(bar: &ProgressBar, step: Progress) {
    bar.set_message(match step.stage {
        Stage::Copying => "Copying pages",
        Stage::Structure => "Checking the database",
        Stage::Documents => "Checking documents",
    });
    bar.set_length(step.total);
    bar.set_position(step.done);
}
