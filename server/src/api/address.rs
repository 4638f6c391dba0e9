//! Under which address others reach this server.

use axum::Json;

use crate::request::address::OurOrigin;
use crate::views::AddressView;

/// Where others reach this server: what a QR code in the room must hold.
#[utoipa::path(get, path = "/api/address", operation_id = "showAddress",
    responses((status = 200, body = AddressView)))]
pub async fn show(OurOrigin(url): OurOrigin) -> Json<AddressView> {
    Json(AddressView { url })
}
