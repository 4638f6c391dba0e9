//! What each tag of a page is to a pad.

use super::super::losses::Loss;

/// What a tag does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// What the page is called.
    Title,
    /// A paragraph, or what stands like one.
    Block,
    Heading(u8),
    Quote,
    /// What may be a box that is set apart.
    Box,
    /// A line across the page.
    Rule,
    List {
        numbered: bool,
    },
    Item,
    /// Text whose spaces and lines stand as they were typed.
    Verbatim,
    Break,
    Table,
    Row,
    Cell,
    Image,
    /// What is said below a picture.
    Caption,
    Input,
    /// Changes how the text in it looks.
    Inline(Look),
    /// Nobody reads what is in it; whether that is something to be told.
    Hidden(Option<Loss>),
    /// What is in it is read as if the tag were not there.
    Other,
}

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Strong,
    Em,
    Underline,
    Strike,
    Link,
    /// As its style says.
    Styled,
}

impl Tag {
    /// The tag of a name in small letters.
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"title" => Self::Title,
            b"h1" => Self::Heading(1),
            b"h2" => Self::Heading(2),
            b"h3" => Self::Heading(3),
            b"h4" => Self::Heading(4),
            b"h5" | b"h6" => Self::Heading(5),
            b"blockquote" => Self::Quote,
            b"div" => Self::Box,
            b"hr" => Self::Rule,
            b"ul" | b"menu" | b"dir" => Self::List { numbered: false },
            b"ol" => Self::List { numbered: true },
            b"li" => Self::Item,
            b"pre" | b"textarea" | b"listing" => Self::Verbatim,
            b"br" => Self::Break,
            b"table" => Self::Table,
            b"tr" => Self::Row,
            b"td" | b"th" => Self::Cell,
            b"img" | b"image" => Self::Image,
            b"figcaption" => Self::Caption,
            b"input" => Self::Input,
            _ => Self::look(name)
                .or_else(|| Self::hidden(name))
                .unwrap_or_else(|| Self::part(name)),
        }
    }

    fn look(name: &[u8]) -> Option<Self> {
        Some(Self::Inline(match name {
            b"b" | b"strong" => Look::Strong,
            b"i" | b"em" | b"cite" | b"dfn" | b"var" => Look::Em,
            b"u" | b"ins" => Look::Underline,
            b"s" | b"strike" | b"del" => Look::Strike,
            b"a" => Look::Link,
            b"span" | b"font" | b"mark" | b"code" => Look::Styled,
            _ => return None,
        }))
    }

    fn hidden(name: &[u8]) -> Option<Self> {
        Some(Self::Hidden(match name {
            b"style" | b"template" | b"noscript" | b"noembed" | b"noframes" => None,
            b"svg" | b"canvas" => Some(Loss::Drawings),
            b"math" => Some(Loss::Formulas),
            b"script" | b"iframe" | b"object" | b"audio" | b"video" | b"select" | b"button"
            | b"xmp" => Some(Loss::Scripts),
            _ => return None,
        }))
    }

    fn part(name: &[u8]) -> Self {
        const BLOCKS: [&[u8]; 25] = [
            b"p",
            b"section",
            b"article",
            b"aside",
            b"header",
            b"footer",
            b"main",
            b"nav",
            b"figure",
            b"address",
            b"dl",
            b"dt",
            b"dd",
            b"details",
            b"summary",
            b"fieldset",
            b"legend",
            b"form",
            b"center",
            b"body",
            b"html",
            b"caption",
            b"hgroup",
            b"tbody",
            b"thead",
        ];
        if BLOCKS.contains(&name) {
            Self::Block
        } else {
            Self::Other
        }
    }
}
