//! Who may make workshops and structures here.

use axum::Json;
use axum::extract::State;

use crate::app::App;
use crate::views::CreatorsView;

/// Who may make workshops and structures here: a page that offers it asks first.
#[utoipa::path(get, path = "/api/creators", operation_id = "showCreators",
    responses((status = 200, body = CreatorsView)))]
pub async fn show(State(app): State<App>) -> Json<CreatorsView> {
    Json(CreatorsView {
        who: (&app.config.creators).into(),
    })
}
