//! The pictures of a text that is brought in: each is decoded within the bounds of any image, and written anew.

use crdt::pad;
use images::{Image, cleaned};
use store::{AttachmentId, DocumentId, NewAttachment, ParticipantId};

use crate::app::App;
use crate::budget::shares::Owner;
use crate::kinds::kanban::attachments::address;
use crate::limits::IMPORTED_IMAGES_BYTES_MAX;
use crate::problem::Problem;

/// Files to be kept, under their identifiers.
pub(super) type Files = Vec<(AttachmentId, NewAttachment)>;

/// The images in files of anybody; none for what is no image that is taken, and for what is more than a text brings.
pub(super) async fn decoded(
    app: &App,
    owner: Owner,
    pictures: Vec<Vec<u8>>,
) -> Result<Vec<Option<Image>>, Problem> {
    let mut left = IMPORTED_IMAGES_BYTES_MAX;
    let mut images = Vec::with_capacity(pictures.len());
    for picture in pictures {
        // One at a time for all visitors: images of others come in between.
        let one = app.turns.images.acquire().await;
        let _one = one.map_err(|_| Problem::INTERNAL)?;
        let image = app.heavy.run(owner, move || cleaned(&picture)).await?;
        let kept = image.ok().filter(|image| image.bytes.len() <= left);
        left -= kept.as_ref().map_or(0, |image| image.bytes.len());
        images.push(kept);
    }
    Ok(images)
}

/// What blocks say of images that are only looked at.
pub(super) fn unkept(images: Vec<Option<Image>>) -> Vec<Option<pad::Image>> {
    let said = images
        .into_iter()
        .map(|image| Some(said(&image?, String::new())));
    said.collect()
}

/// What blocks say of images that are kept beside a document, and the files.
pub(super) fn kept(
    images: Vec<Option<Image>>,
    document: DocumentId,
    participant: ParticipantId,
) -> (Vec<Option<pad::Image>>, Files) {
    let mut files = Files::new();
    let said = images.into_iter().map(|image| {
        let image = image?;
        let id = AttachmentId::random();
        let said = said(&image, address(id));
        let file = NewAttachment {
            document,
            participant,
            name: format!("image {}.{}", files.len() + 1, image.media_type.extension()),
            bytes: image.bytes,
        };
        files.push((id, file));
        Some(said)
    });
    (said.collect(), files)
}

fn said(image: &Image, url: String) -> pad::Image {
    pad::Image {
        url,
        width: image.width,
        height: image.height,
        ..pad::Image::default()
    }
}
