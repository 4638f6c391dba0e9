//! Labels of a plan that is being read, as many as a plan holds.

use std::collections::HashSet;

use super::{Draft, key};
use crate::kanban::foreign::losses::Loss;
use crate::kanban::limits::LABELS_MAX;
use crate::kanban::{Colour, Label};

/// Ids of labels that are remembered; whoever has more has too many in any case.
const LABELS_MET_MAX: usize = 10 * LABELS_MAX;

impl Draft {
    /// Adds a label, as long as there is room.
    pub(in crate::kanban::foreign) fn label(&mut self, label: Label) {
        if self.labels_met.len() < LABELS_MET_MAX {
            self.labels_met.insert(label.id.clone());
        }
        if self.kanban.labels.len() == LABELS_MAX {
            return self.lose_named(Loss::Labels, &label.title);
        }
        let title = self.title(&label.title);
        let place = self.kanban.labels.len();
        self.label_names.insert(key(&title), place);
        self.kanban.labels.push(Label { title, ..label });
    }

    /// Adds a label that stands on a card, unless it is known already.
    pub(in crate::kanban::foreign) fn label_on_card(&mut self, label: Label) {
        let may_be_new = self.labels_met.len() < LABELS_MET_MAX;
        let says_something = !label.title.trim().is_empty() || label.colour != Colour::None;
        if may_be_new && says_something && !self.labels_met.contains(&label.id) {
            self.label(label);
        }
    }

    /// The label of this name, made when there is none; its id. It takes the first colour it is given.
    pub(in crate::kanban::foreign) fn label_called(
        &mut self,
        title: &str,
        colour: Colour,
    ) -> String {
        let name = if title.is_empty() {
            format!("{colour:?}")
        } else {
            key(title)
        };
        if let Some(&known) = self.label_names.get(&name) {
            let known = &mut self.kanban.labels[known];
            if known.colour == Colour::None {
                known.colour = colour;
            }
            return known.id.clone();
        }
        let id = format!("l{}", self.kanban.labels.len());
        self.label(Label {
            id: id.clone(),
            title: title.to_owned(),
            colour,
            ..Label::default()
        });
        let place = self.kanban.labels.len() - 1;
        if title.is_empty() && self.kanban.labels[place].id == id {
            self.label_names.insert(name, place);
        }
        id
    }

    /// What cards keep are labels that come.
    pub(super) fn take_off_unknown_labels(&mut self) {
        let labels: HashSet<&String> = self.kanban.labels.iter().map(|label| &label.id).collect();
        let mut unknown = 0;
        for card in &mut self.kanban.cards {
            card.labels.retain(|label| {
                let is_here = labels.contains(label);
                unknown += usize::from(!is_here && !self.labels_met.contains(label));
                is_here
            });
        }
        self.losses.add(Loss::UnknownLabels, unknown);
    }
}
