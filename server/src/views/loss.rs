//! What a file of another tool holds that cannot come.

use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

/// Something that cannot come.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct LossView {
    /// A word for what it is, such as `attachments`.
    pub what: &'static str,
    /// How many.
    pub count: usize,
    /// What a few of them are called in the file, or how they are written there.
    pub names: Vec<String>,
}
