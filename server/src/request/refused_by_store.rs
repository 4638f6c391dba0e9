//! What the store refuses, told as a refusal of the request.

use store::StoreError;

use super::text::Field;
use crate::problem::{Problem, refusals};

refusals! {
    /// A space keeps at least one facilitator.
    LAST_FACILITATOR: 409 "conflict" {
        fr: "Il faut au moins une personne à l’animation. Confiez d’abord ce rôle à quelqu’un d’autre.",
        en: "At least one facilitator is needed. Give that role to somebody else first.",
    }
    /// A structure keeps at least one member.
    LAST_MEMBER: 409 "conflict" {
        fr: "Il faut au moins une personne dans la structure. Invitez d’abord quelqu’un d’autre, ou supprimez-la.",
        en: "A structure needs at least one member. Invite somebody else first, or delete it.",
    }
    /// The device was put out of the space.
    BARRED: 403 "barred" {
        fr: "L’animation a retiré cet appareil de l’atelier. Demandez-lui un lien à votre nom si c’est une erreur.",
        en: "The facilitators took this device out of the workshop. Ask them for a link in your name if that is a mistake.",
    }
    /// The host of the server closed the space.
    CLOSED: 403 "closed" {
        fr: "La personne qui héberge ce serveur a fermé cet espace. Rien n’y est effacé ; elle seule peut le rouvrir : adressez-vous à elle.",
        en: "The person who hosts this server closed this space. Nothing in it is erased; only they can open it again: ask them.",
    }
    /// There are as many as allowed.
    TOO_MANY: 409 "conflict" {
        fr: "Le nombre maximum est atteint. Retirez-en avant d’en ajouter.",
        en: "The maximum number is reached. Remove some before you add more.",
    }
    /// There are as many documents as allowed.
    DOCUMENTS_FULL: 409 "conflict" {
        fr: "Il y a déjà 500 documents, le maximum. Supprimez d’abord ceux qui ne servent plus, parmi les documents rangés.",
        en: "There are 500 documents already, the maximum. First delete those that are of no use, among those that were put away.",
    }
    /// There are as many messages as allowed.
    MESSAGES_FULL: 409 "conflict" {
        fr: "Il y a déjà 20 000 messages ici, le maximum. Écrivez plutôt dans un pad.",
        en: "There are 20,000 messages here already, the maximum. Write in a pad instead.",
    }
    /// The space holds as many bytes as allowed.
    SPACE_FULL: 409 "conflict" {
        fr: "Tout ce qui est ici prend déjà 500 Mo, le maximum. Supprimez d’abord de gros fichiers (la liste est dans les réglages) ou des documents rangés.",
        en: "All that is here takes 500 MB already, the maximum. First delete large files (the settings list them) or documents that were put away.",
    }
    /// Only what was put away is deleted for good.
    NOT_ARCHIVED: 409 "conflict" {
        fr: "Ce document sert encore. Rangez-le d’abord, puis supprimez-le.",
        en: "This document is still in use. Put it away first, then delete it.",
    }
    /// Somebody else’s link, once they came.
    ALREADY_HERE: 409 "already_here" {
        fr: "Cette personne est déjà venue : elle seule peut prendre son lien, sur son appareil.",
        en: "This person came already: only they can take their link, on their device.",
    }
    /// The disk is full.
    STORAGE_FULL: 503 "storage_full" {
        fr: "Le disque du serveur est plein : rien de neuf n’est enregistré. Prévenez la personne qui héberge Atelier.",
        en: "The server’s disk is full: nothing new is saved. Tell the person who hosts Atelier.",
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => STORAGE_FULL,
            StoreError::NotFound => Self::NOT_FOUND,
            StoreError::TooMany {
                what: "documents", ..
            } => DOCUMENTS_FULL,
            StoreError::TooMany {
                what: "bytes in a space",
                ..
            } => SPACE_FULL,
            StoreError::TooMany {
                what: "messages", ..
            } => MESSAGES_FULL,
            StoreError::TooMany { .. } => TOO_MANY,
            StoreError::NotArchived => NOT_ARCHIVED,
            StoreError::TooLong { what, .. } => {
                Field::called(what).map_or(Self::TOO_LARGE, |field| field.too_long)
            }
            StoreError::Empty(what) => {
                Field::called(what).map_or(Self::TOO_LARGE, |field| field.missing)
            }
            StoreError::Barred => BARRED,
            StoreError::Closed => CLOSED,
            StoreError::LastFacilitator => LAST_FACILITATOR,
            StoreError::LastMember => LAST_MEMBER,
            StoreError::AlreadyHere => ALREADY_HERE,
            StoreError::TooSoon => Self::RATE_LIMITED,
            StoreError::Damaged => Self::DAMAGED,
            StoreError::Gone | StoreError::NotVerified | StoreError::Database(_) => {
                tracing::error!(%error, "the store refused a request");
                Self::INTERNAL
            }
        }
    }
}
