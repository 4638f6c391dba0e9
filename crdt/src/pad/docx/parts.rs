//! What every file says beside its text: what its parts are, how its paragraphs look, what it is called.

use super::body::Body;
use crate::language::Language;
use crate::pad::block::Tone;
use crate::pad::volume::Volume;
use crate::xml::escaped;

/// What each part of the package is.
pub(super) const CONTENT_TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"png\" ContentType=\"image/png\"/>\
<Default Extension=\"jpg\" ContentType=\"image/jpeg\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>\
<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
</Types>";

/// Where the text of the package is, and what it is called.
pub(super) const RELATIONSHIPS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"document\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
<Relationship Id=\"core\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
</Relationships>";

/// What the text refers to: its styles, its lists, and what it leads to and shows.
pub(super) fn relationships(body: &Body<'_>) -> String {
    const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let (links, images) = (body.links.relationships(), body.images.relationships());
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"styles\" Type=\"{TYPES}/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"numbering\" Type=\"{TYPES}/numbering\" Target=\"numbering.xml\"/>{links}{images}</Relationships>"
    )
}

/// What the file is called and whose it is.
pub(super) fn core(volume: &Volume) -> String {
    let title = escaped(&volume.title);
    let authors = escaped(&volume.authors().join(", "));
    let language = volume.language.tag();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title>\
         <dc:creator>{authors}</dc:creator><dc:language>{language}</dc:language></cp:coreProperties>"
    )
}

/// How each sort of paragraph looks. Lengths are twentieths of a point, letters half points.
pub(super) fn styles(language: Language) -> String {
    let tag = match language {
        Language::French => "fr-FR",
        Language::English => "en-GB",
    };
    let callouts: String = Tone::ALL.map(callout).concat();
    let headings: String = [(1, 360, 34), (2, 280, 28), (3, 240, 25), (4, 200, 23)]
        .map(heading)
        .concat();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/>\
         <w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"{tag}\" w:eastAsia=\"{tag}\" w:bidi=\"ar-SA\"/>\
         </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"288\" w:lineRule=\"auto\"/>\
         </w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:basedOn w:val=\"Normal\"/>\
         <w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:after=\"240\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>\
         <w:rPr><w:b/><w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Subtitle\"><w:name w:val=\"Subtitle\"/><w:basedOn w:val=\"Normal\"/>\
         <w:next w:val=\"Normal\"/><w:qFormat/><w:rPr><w:i/><w:color w:val=\"555555\"/></w:rPr></w:style>\
         {headings}{callouts}\
         <w:style w:type=\"paragraph\" w:styleId=\"Caption\"><w:name w:val=\"caption\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
         <w:rPr><w:b/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Cell\"><w:name w:val=\"Table Contents\"/><w:basedOn w:val=\"Normal\"/>\
         <w:pPr><w:spacing w:after=\"40\"/></w:pPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Code\"><w:name w:val=\"Code\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
         <w:pPr><w:shd w:val=\"clear\" w:fill=\"F0F0F0\"/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>\
         <w:rPr><w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Consolas\"/><w:noProof/><w:sz w:val=\"20\"/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Rule\"><w:name w:val=\"Horizontal Rule\"/><w:basedOn w:val=\"Normal\"/>\
         <w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"1\" w:color=\"777777\"/></w:pBdr></w:pPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Quote\"><w:name w:val=\"Quote\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
         <w:pPr><w:pBdr><w:left w:val=\"single\" w:sz=\"18\" w:space=\"10\" w:color=\"999999\"/></w:pBdr><w:ind w:left=\"425\"/></w:pPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"ListParagraph\"><w:name w:val=\"List Paragraph\"/><w:basedOn w:val=\"Normal\"/>\
         <w:qFormat/><w:pPr><w:spacing w:after=\"40\"/></w:pPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>\
         <w:rPr><w:color w:val=\"0B57A4\"/><w:u w:val=\"single\"/></w:rPr></w:style></w:styles>"
    )
}

fn heading((level, before, size): (u8, u16, u8)) -> String {
    let outline = level - 1;
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"Heading{level}\"><w:name w:val=\"heading {level}\"/>\
         <w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>\
         <w:spacing w:before=\"{before}\" w:after=\"100\"/><w:outlineLvl w:val=\"{outline}\"/></w:pPr>\
         <w:rPr><w:b/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>"
    )
}

fn callout(tone: Tone) -> String {
    let word = tone.as_str();
    let (ground, edge) = match tone {
        Tone::Note => ("E8F0FA", "2F6FB5"),
        Tone::Tip => ("E6F4EA", "2E7D46"),
        Tone::Warning => ("FDF1DC", "A86400"),
    };
    format!(
        "<w:style w:type=\"paragraph\" w:styleId=\"Callout-{word}\"><w:name w:val=\"Callout {word}\"/><w:basedOn w:val=\"Normal\"/>\
         <w:qFormat/><w:pPr><w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"{edge}\"/></w:pBdr>\
         <w:shd w:val=\"clear\" w:fill=\"{ground}\"/><w:ind w:left=\"284\"/></w:pPr></w:style>"
    )
}
