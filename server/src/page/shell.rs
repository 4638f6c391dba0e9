//! The one HTML page of the web app, in the visitor's language, with what can be shown before any script runs.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use store::Language;

use super::ahead::Ahead;
use super::embedded::find;
use super::room::Room;
use crate::language;
use crate::language::Sentence;
use crdt::html::escaped;

/// Where the text of a document goes.
const VIEW: &str = "<!--atelier:view-->";
/// What is replaced by the visitor's language.
const LANGUAGE: &str = "<html lang=\"fr\"";
/// What is replaced by the title of what is shown.
const TITLE: &str = "<title>Atelier</title>";

/// Where links to what the page fetches go.
const HEAD_END: &str = "</head>";

/// A page names assets that the next version replaces.
const ASK_AGAIN: &str = "no-cache";
/// A page with what people wrote stays on no disk.
const NEVER_KEPT: &str = "private, no-store";

/// What the shell holds besides the web app.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Filling {
    /// The title of the space or document, as people typed it.
    pub(super) title: Option<String>,
    /// The place of the side bar.
    pub(super) room: Option<Room>,
    /// HTML of the document's text.
    pub(super) view: String,
    /// What is fetched with the page.
    pub(super) ahead: Option<Ahead>,
    /// The language of the space: spoken when the visitor names none.
    pub(super) language: Option<Language>,
}

/// A page that the web app fills.
pub(super) async fn page(headers: HeaderMap) -> Response {
    filled(&headers, &Filling::default())
}

/// The page where one says who one is.
pub(super) async fn join(headers: HeaderMap) -> Response {
    let filling = Filling {
        ahead: Some(Ahead::Join),
        ..Filling::default()
    };
    filled(&headers, &filling)
}

/// The page with what can be shown at once.
pub(super) fn filled(headers: &HeaderMap, filling: &Filling) -> Response {
    let cached = if filling.title.is_none() && filling.view.is_empty() {
        ASK_AGAIN
    } else {
        NEVER_KEPT
    };
    shell(StatusCode::OK, cached, headers, filling)
}

/// What is at an address where there is nothing: the web app says so in its own way, and this until it runs.
pub(super) fn missing(headers: &HeaderMap) -> Response {
    let language = language::asked(headers);
    let filling = Filling {
        title: Some(MISSING.heading.r#in(language).to_owned()),
        view: MISSING.main(language),
        language: Some(language),
        ..Filling::default()
    };
    shell(StatusCode::NOT_FOUND, ASK_AGAIN, headers, &filling)
}

fn shell(
    status: StatusCode,
    cached: &'static str,
    headers: &HeaderMap,
    filling: &Filling,
) -> Response {
    let preferred = language::preferred(headers).or(filling.language);
    let language = preferred.unwrap_or(Language::French);
    let Some(file) = find("index.html") else {
        return answer(
            StatusCode::SERVICE_UNAVAILABLE,
            ASK_AGAIN,
            NOT_BUILT.page(language),
        );
    };
    let html = fill(&String::from_utf8_lossy(&file.bytes), language, filling);
    answer(status, cached, html)
}

fn answer(status: StatusCode, cached: &'static str, html: String) -> Response {
    let headers = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CACHE_CONTROL, cached),
        (VARY, "Accept-Language, Cookie"),
    ];
    (status, headers, html).into_response()
}

fn fill(shell: &str, language: Language, filling: &Filling) -> String {
    let room = filling.room.map(Room::attributes).unwrap_or_default();
    let mut html = shell.replacen(LANGUAGE, &format!("<html lang=\"{language}\"{room}"), 1);
    if let Some(title) = &filling.title {
        html = html.replacen(
            TITLE,
            &format!("<title>{} – Atelier</title>", escaped(title)),
            1,
        );
    }
    if let Some(ahead) = &filling.ahead {
        let links = ahead.links();
        html = html.replacen(HEAD_END, &format!("{links}{HEAD_END}"), 1);
    }
    // Last: nothing that people wrote is searched for our marks.
    html.replacen(VIEW, &filling.view, 1)
}

/// Something to say instead of a page: heading, text, way on.
struct Notice {
    heading: Sentence,
    text: Sentence,
}

impl Notice {
    fn main(&self, language: Language) -> String {
        let (heading, text, home) = (
            self.heading.r#in(language),
            self.text.r#in(language),
            HOME.r#in(language),
        );
        format!(
            "<main>\n<h1>{heading}</h1>\n<p>{text}</p>\n<p><a href=\"/\">{home}</a></p>\n</main>"
        )
    }

    /// A page that stands alone.
    fn page(&self, language: Language) -> String {
        let (heading, main) = (self.heading.r#in(language), self.main(language));
        format!(
            "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>{heading} – Atelier</title>\n</head>\n<body>\n{main}\n</body>\n</html>\n"
        )
    }
}

const HOME: Sentence = Sentence {
    fr: "Aller à l’accueil",
    en: "Go to the start page",
};

const MISSING: Notice = Notice {
    heading: Sentence {
        fr: "Cette page n’existe pas",
        en: "This page does not exist",
    },
    text: Sentence {
        fr: "L’adresse est peut-être incomplète : vérifiez-la, ou reprenez le lien qu’on vous a donné.",
        en: "The address may be incomplete: check it, or use the link you were given again.",
    },
};

const NOT_BUILT: Notice = Notice {
    heading: Sentence {
        fr: "Les pages d’Atelier manquent",
        en: "The pages of Atelier are missing",
    },
    text: Sentence {
        fr: "Ce serveur a été construit sans l’application web. Construisez-le avec « make build ».",
        en: "This server was built without the web app. Build it with “make build”.",
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_a_page_without_what_people_wrote_may_be_kept() {
        for empty in [page(HeaderMap::new()).await, join(HeaderMap::new()).await] {
            assert_eq!(empty.headers()[CACHE_CONTROL], ASK_AGAIN);
        }
        let filling = Filling {
            title: Some("Lilas".to_owned()),
            ..Filling::default()
        };
        assert_eq!(
            filled(&HeaderMap::new(), &filling).headers()[CACHE_CONTROL],
            NEVER_KEPT
        );
    }

    #[tokio::test]
    async fn who_names_no_language_is_spoken_to_in_that_of_the_space() {
        let filling = Filling {
            language: Some(Language::English),
            ..Filling::default()
        };
        let body = filled(&HeaderMap::new(), &filling).into_body();
        let html = axum::body::to_bytes(body, usize::MAX)
            .await
            .expect("a page is complete");
        assert!(String::from_utf8_lossy(&html).contains("<html lang=\"en\">"));
    }

    const SHELL: &str = "<!doctype html>\n<html lang=\"fr\">\n<head><title>Atelier</title></head>\n\
        <body><div id=\"app\"><!--atelier:view--></div></body></html>";

    #[test]
    fn the_shell_takes_language_title_and_view() {
        let filling = Filling {
            title: Some("Été & hiver".to_owned()),
            view: "<p>Bonjour</p>".to_owned(),
            ..Filling::default()
        };
        let html = fill(SHELL, Language::English, &filling);
        assert!(html.contains("<html lang=\"en\""));
        assert!(html.contains("<title>Été &amp; hiver – Atelier</title>"));
        assert!(html.contains("<div id=\"app\"><p>Bonjour</p></div>"));
    }

    #[test]
    fn what_a_document_fetches_is_named_in_the_head() {
        let filling = Filling {
            ahead: Some(Ahead::Document(store::KindWord::from_static("pad"))),
            ..Filling::default()
        };
        let html = fill(SHELL, Language::French, &filling);
        let (head, _) = html.split_once("</head>").expect("a page has a head");
        assert!(head.contains("<link rel=\"modulepreload\""));
    }

    #[test]
    fn an_empty_filling_leaves_the_shell_as_it_is() {
        let html = fill(SHELL, Language::French, &Filling::default());
        assert_eq!(html, SHELL.replace(VIEW, ""));
    }

    #[test]
    fn a_title_cannot_leave_its_place() {
        let title = "</title><script>alert(1)</script><!--atelier:view-->";
        let filling = Filling {
            title: Some(title.to_owned()),
            view: "<p>Vrai</p>".to_owned(),
            ..Filling::default()
        };
        let html = fill(SHELL, Language::French, &filling);
        assert!(!html.contains("<script>") && html.contains("<div id=\"app\"><p>Vrai</p></div>"));
    }
}
