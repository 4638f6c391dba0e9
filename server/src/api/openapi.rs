//! The description of the API for programs, at `/api/openapi.json`.

use axum::Json;
use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::{ContentBuilder, Ref, ResponseBuilder};
use utoipa::{Modify, OpenApi};

use super::refusals;
use super::{
    address, archives, authors, creators, deletions, documents, door, ending, exports, health,
    history, imports, me, messages, people, reminders, screens, spaces, stars, structures, tickets,
    tokens, usage, volumes, workshops,
};
use crate::kinds;
use crate::problem::{ErrorDetail, ErrorView};
use crate::sync::polling;

/// The routes that are about no kind in particular.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Atelier",
        description = "Workshops, their people and documents. Sessions live in a cookie that `POST /api/workshops` \
            and `POST /api/join` set; programs show a token of a person, `Authorization: Bearer …`. Whatever does not exist and whatever is not for this session are answered \
            alike: 404. Documents are synchronised over the WebSocket at `/sync`, or over `/api/sync` where none gets through.",
        license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later")
    ),
    paths(
        workshops::create,
        door::look,
        door::join,
        me::show,
        me::forget,
        spaces::show,
        spaces::change,
        spaces::open_door,
        spaces::close_door,
        spaces::rotate_link,
        spaces::return_link,
        ending::end,
        ending::keep,
        people::expect,
        people::expected_link,
        reminders::show,
        reminders::ask,
        reminders::end,
        structures::create,
        structures::show,
        people::change,
        people::remove,
        messages::show,
        messages::say,
        messages::take_back,
        documents::create,
        documents::change,
        deletions::delete,
        deletions::show,
        usage::show,
        exports::show,
        volumes::zip,
        volumes::odt,
        volumes::docx,
        volumes::pdf,
        imports::bring,
        authors::show,
        history::show,
        stars::show,
        stars::give,
        stars::label,
        stars::take,
        archives::take,
        archives::open,
        address::show,
        creators::show,
        tickets::issue,
        tokens::show,
        tokens::make,
        tokens::revoke,
        screens::kept,
        screens::make,
        screens::change,
        screens::end,
        screens::show,
        show,
        health::health,
        health::metrics,
    ),
    components(schemas(ErrorView, ErrorDetail))
)]
struct Own;

/// Shows the description.
#[utoipa::path(get, path = "/api/openapi.json", operation_id = "showDescription",
    responses((status = 200, description = "This document")))]
pub async fn show() -> Json<utoipa::openapi::OpenApi> {
    Json(description())
}

/// The description of every route.
fn description() -> utoipa::openapi::OpenApi {
    let mut all = Own::openapi();
    for row in kinds::ROWS {
        all.merge((row.description)());
    }
    all.merge(polling::description());
    Refusals.modify(&mut all);
    all
}

/// Adds to every operation how it refuses.
struct Refusals;

impl Modify for Refusals {
    fn modify(&self, description: &mut utoipa::openapi::OpenApi) {
        let components = description.components.get_or_insert_default();
        components
            .schemas
            .insert("ErrorCode".to_owned(), refusals::schema().into());
        for operation in description.paths.paths.values_mut().flat_map(operations) {
            let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("ErrorView")));
            let refusal = ResponseBuilder::new()
                .description("Refused: the message is in the language of `Accept-Language`")
                .content("application/json", content.build());
            operation
                .responses
                .responses
                .insert("default".to_owned(), refusal.build().into());
        }
    }
}

fn operations(path: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    let PathItem {
        get,
        post,
        put,
        patch,
        delete,
        ..
    } = path;
    [get, post, put, patch, delete].into_iter().flatten()
}
