//! Why an image is not taken, and what to do.

use images::Refusal;

use crate::problem::{Problem, refusals};

refusals! {
    /// A file with nothing in it.
    IMAGE_EMPTY: 400 "bad_request" {
        fr: "Ce fichier est vide.",
        en: "This file is empty.",
    }
    /// A file longer than one is looked at.
    IMAGE_TOO_LARGE: 413 "too_large" {
        fr: "Cette image est trop lourde\u{202f}: 12 Mo au plus. Réduisez-la, puis recommencez.",
        en: "This image is too large: at most 12 MB. Make it smaller and try again.",
    }
    /// More pixels than are decoded.
    IMAGE_TOO_MANY_PIXELS: 413 "too_large" {
        fr: "Cette image est trop grande\u{202f}: 13 millions de pixels au plus. Réduisez-la, puis recommencez.",
        en: "This image is too large: at most 13 million pixels. Make it smaller and try again.",
    }
    /// A file that is no image of a sort that is taken.
    IMAGE_UNKNOWN: 422 "image_refused" {
        fr: "Ce fichier n’est pas une image qu’un pad peut montrer. Prenez une image PNG, JPEG, WebP ou GIF.",
        en: "This file is no image that a pad can show. Take a PNG, JPEG, WebP or GIF image.",
    }
    /// A drawing that may hold a program.
    IMAGE_SVG: 422 "image_refused" {
        fr: "Un pad ne montre pas de dessins SVG\u{202f}: ils peuvent contenir un programme. Enregistrez celui-ci en PNG, puis recommencez.",
        en: "A pad shows no SVG drawings: they may hold a program. Save this one as a PNG and try again.",
    }
    /// What some phones write.
    IMAGE_HEIC: 422 "image_refused" {
        fr: "Cette photo est au format HEIC ou AVIF, que beaucoup d’appareils ne savent pas lire. Enregistrez-la en JPEG, ou faites-en une capture d’écran. Sur un iPhone\u{202f}: Réglages, Appareil photo, Formats, «\u{a0}Le plus compatible\u{a0}».",
        en: "This photo is a HEIC or AVIF file, which many devices cannot read. Save it as a JPEG, or take a screenshot of it. On an iPhone: Settings, Camera, Formats, “Most Compatible”.",
    }
    /// Several images after each other.
    IMAGE_ANIMATED: 422 "image_refused" {
        fr: "Un pad ne montre pas d’images animées. Faites une capture d’écran de celle-ci, puis recommencez.",
        en: "A pad shows no animated images. Take a screenshot of this one and try again.",
    }
    /// It ends too early, or is not what it says.
    IMAGE_DAMAGED: 422 "image_refused" {
        fr: "Cette image est abîmée ou incomplète. Ouvrez-la sur votre appareil, enregistrez-la de nouveau, puis recommencez.",
        en: "This image is damaged or incomplete. Open it on your device, save it again and try again.",
    }
    /// Another one is kept under this identifier.
    IMAGE_TAKEN: 409 "conflict" {
        fr: "Cette image existe déjà. Retirez-la du texte et ajoutez-la de nouveau.",
        en: "This image exists already. Take it out of the text and add it again.",
    }
    /// There are as many in the pad as allowed.
    IMAGES_TOO_MANY: 409 "conflict" {
        fr: "Il y a déjà 200 images dans ce pad, le maximum. Continuez dans un autre pad.",
        en: "There are 200 images in this pad already, the maximum. Go on in another pad.",
    }
    /// The files of a space take as much as they may.
    IMAGES_FULL: 409 "conflict" {
        fr: "Les fichiers et images prennent déjà toute la place prévue (100 Mo). Supprimez-en d’abord\u{202f}: les réglages donnent la liste des plus gros.",
        en: "Files and images take all of the room there is (100 MB). First delete some: the settings list the largest.",
    }
}

impl From<Refusal> for Problem {
    fn from(why: Refusal) -> Self {
        match why {
            Refusal::Unknown => IMAGE_UNKNOWN,
            Refusal::Svg => IMAGE_SVG,
            Refusal::Heic => IMAGE_HEIC,
            Refusal::Animated => IMAGE_ANIMATED,
            Refusal::TooManyPixels => IMAGE_TOO_MANY_PIXELS,
            Refusal::Damaged => IMAGE_DAMAGED,
        }
    }
}
