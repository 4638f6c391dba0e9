//! Everything that was measured, kept as JSON so that one measure can be taken again without the others.

use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::besieged::Besieged;
use crate::board::Board;
use crate::browser::Browser;
use crate::crowd::Crowd;
use crate::growing::Growing;
use crate::idle::Idle;
use crate::joining::Joining;
use crate::samples::Percentiles;
use crate::slider::Slider;
use crate::starting::Starting;
use crate::typing::{Measured, Typing};

/// What was measured last; what was not measured is empty.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Results {
    /// The processor's name.
    pub machine: String,
    /// `fdatasync` of 4 KiB on the same disk, in milliseconds.
    pub disk: Option<Percentiles>,
    /// One pad, everybody types.
    pub typing: Vec<Typing>,
    /// Many workshops.
    pub crowd: Option<Crowd>,
    /// People who do nothing.
    pub idle: Option<Idle>,
    /// A long history.
    pub joining: Option<Joining>,
    /// The past of a long history.
    pub slider: Option<Slider>,
    /// Longer and longer histories.
    pub growing: Vec<Growing>,
    /// Many documents.
    pub starting: Option<Starting>,
    /// Beside attackers.
    pub besieged: Option<Besieged>,
    /// In Chromium.
    pub browser: Option<Browser>,
    /// An action plan of many cards, in Chromium.
    pub board: Option<Board>,
}

impl Results {
    /// What is kept in a file; nothing when there is none yet.
    ///
    /// # Errors
    /// When the file holds something else.
    pub fn read(path: &Path) -> Result<Self> {
        if !path.exists() {
            return Ok(Self::default());
        }
        let text = std::fs::read_to_string(path).context("reading earlier results")?;
        serde_json::from_str(&text).context("reading earlier results")
    }

    /// Keeps everything in a file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, path: &Path) -> Result<()> {
        let text = serde_json::to_string_pretty(self)? + "\n";
        std::fs::write(path, text).context("writing the results")
    }

    /// Puts a line of typing in the place of an earlier one.
    pub fn put(&mut self, line: Typing) {
        self.typing.retain(|known| known.load() != line.load());
        self.typing.push(line);
        self.typing.sort_by_key(Typing::load);
    }

    /// A line of typing.
    pub fn typing(&self, server: Measured, people: usize, per_second: f64) -> Option<&Typing> {
        self.typing.iter().find(|line| {
            line.server == server && line.people == people && line.per_second == per_second
        })
    }
}

/// The processor of this machine, as the system names it.
pub fn processor() -> String {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = text
        .lines()
        .find_map(|line| line.strip_prefix("model name"));
    let name = name.and_then(|name| name.split_once(": "));
    name.map_or("unknown", |(_, name)| name).to_owned()
}
