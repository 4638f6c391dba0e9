//! An action plan as a file.

use std::collections::HashMap;

use automerge::Automerge;
use crdt::kanban::files::{self, As, Feed};
use crdt::kanban::{check, read};
use crdt::root::Unreadable;
use store::DocumentAccess;

use super::{Cover, Format};
use crate::app::App;
use crate::language;
use crate::problem::Problem;

/// What the file of a plan says besides what is in it.
pub(super) struct PlanCover {
    origin: String,
    path: String,
    names: HashMap<String, String>,
    shown: As,
}

impl PlanCover {
    pub(super) async fn of(
        app: &App,
        access: &DocumentAccess,
        origin: String,
        shown: As,
    ) -> Result<Self, Problem> {
        let people = app.store.people(access.member.space).await?.into_iter();
        Ok(Self {
            origin,
            path: format!("/w/{}/{}", access.member.space, access.document),
            names: people
                .map(|person| (person.id.to_string(), person.name))
                .collect(),
            shown,
        })
    }
}

impl Format {
    pub(super) fn of_plan(self, document: &Automerge, cover: &Cover) -> Result<String, Unreadable> {
        check(document)?;
        let (board, plan) = (read(document), &cover.plan);
        let front = files::Cover {
            title: &cover.title,
            language: language::of_documents(cover.language),
            origin: &plan.origin,
            path: &plan.path,
            names: &plan.names,
        };
        Ok(match self {
            Self::Csv => files::csv(&board, &front),
            Self::Markdown => files::markdown(&board, &front),
            Self::Html => files::html_page(&board, &front),
            Self::Calendar => files::calendar(&board, &front, plan.shown, Feed::Whole),
            _ => files::trello(&board, &front),
        })
    }
}
