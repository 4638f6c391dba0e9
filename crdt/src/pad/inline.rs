//! How marks nest around the text of a block, for formats made of tags and delimiters.

use super::block::{Marks, Run};

/// A piece of a block's text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Inline<'a> {
    /// Text as it was written, not escaped.
    Text(&'a str),
    /// Pieces under one mark; never empty.
    Marked(Layer<'a>, Vec<Inline<'a>>),
    /// The numbers of the notes on passages that end here; never empty, and never inside a link.
    Notes(&'a [u32]),
}

/// One mark around some pieces, from the outermost to the innermost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layer<'a> {
    /// A link and its address.
    Link(&'a str),
    Strong,
    Em,
    Underline,
    Strike,
}

type Pick = for<'a> fn(&'a Marks) -> Option<Layer<'a>>;

const OUTSIDE_IN: [Pick; 5] = [
    |marks| marks.link.as_deref().map(Layer::Link),
    |marks| marks.strong.then_some(Layer::Strong),
    |marks| marks.em.then_some(Layer::Em),
    |marks| marks.underline.then_some(Layer::Underline),
    |marks| marks.strike.then_some(Layer::Strike),
];

/// The text of a block as nested pieces; runs that share a mark are under one layer.
pub(super) fn nested(runs: &[Run]) -> Vec<Inline<'_>> {
    nest(runs, &OUTSIDE_IN)
}

fn nest<'a>(runs: &'a [Run], layers: &[Pick]) -> Vec<Inline<'a>> {
    let Some((outer, inner)) = layers.split_first() else {
        return runs.iter().flat_map(plain).collect();
    };
    runs.chunk_by(|a, b| outer(&a.marks) == outer(&b.marks))
        .flat_map(|same| match outer(&same[0].marks) {
            Some(layer) => marked(layer, nest(same, inner)),
            None => nest(same, inner),
        })
        .collect()
}

fn plain(run: &Run) -> impl Iterator<Item = Inline<'_>> {
    let notes = (!run.marks.notes.is_empty()).then_some(Inline::Notes(&run.marks.notes));
    std::iter::once(Inline::Text(&run.text)).chain(notes)
}

/// Numbers lead to their notes: in a link they would be links in a link.
fn marked<'a>(layer: Layer<'a>, mut pieces: Vec<Inline<'a>>) -> Vec<Inline<'a>> {
    let mut notes = Vec::new();
    if matches!(layer, Layer::Link(_)) {
        take_notes(&mut pieces, &mut notes);
    }
    notes.insert(0, Inline::Marked(layer, pieces));
    notes
}

fn take_notes<'a>(pieces: &mut Vec<Inline<'a>>, notes: &mut Vec<Inline<'a>>) {
    for piece in std::mem::take(pieces) {
        match piece {
            Inline::Notes(_) => notes.push(piece),
            Inline::Marked(layer, mut inner) => {
                take_notes(&mut inner, notes);
                pieces.push(Inline::Marked(layer, inner));
            }
            text => pieces.push(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, marks: Marks) -> Run {
        let text = text.to_owned();
        Run { text, marks }
    }

    #[test]
    fn a_shared_mark_goes_around_both_runs() {
        let strong = Marks {
            strong: true,
            ..Marks::default()
        };
        let both = Marks {
            em: true,
            ..strong.clone()
        };
        let runs = [run("a", strong), run("b", both)];
        let em = Inline::Marked(Layer::Em, vec![Inline::Text("b")]);
        let strong = Inline::Marked(Layer::Strong, vec![Inline::Text("a"), em]);
        assert_eq!(nested(&runs), [strong]);
    }
}
