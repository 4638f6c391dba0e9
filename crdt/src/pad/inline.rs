//! How marks nest around the text of a block, for formats made of tags and delimiters.

use super::block::{Marks, Run};

/// A piece of a block's text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Inline<'a> {
    /// Text as it was written, not escaped.
    Text(&'a str),
    /// Pieces under one mark; never empty.
    Marked(Layer<'a>, Vec<Inline<'a>>),
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
        return runs.iter().map(|run| Inline::Text(&run.text)).collect();
    };
    runs.chunk_by(|a, b| outer(&a.marks) == outer(&b.marks))
        .flat_map(|same| match outer(&same[0].marks) {
            Some(layer) => vec![Inline::Marked(layer, nest(same, inner))],
            None => nest(same, inner),
        })
        .collect()
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
