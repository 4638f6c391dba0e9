// What people type to say what they mean: '# ' for a heading, '- ' for a list, '**' for what matters.
import { InputRule, inputRules } from "prosemirror-inputrules";
import { Plugin, type EditorState, type Transaction } from "prosemirror-state";
import type { Block } from "../page/block";
import { addressOf } from "../page/link";
import { RewriteStep } from "../page/rewrite";
import { schema, toneOf } from "../page/schema";
import { callout, code, heading, isItem, quote, rule } from "../writing/blocks";
import type { SimpleMark } from "../writing/marks";
import { isOnRule, writeOnAfter } from "../writing/rules";

const item = (kind: string, checked = false): Block => ({
  type: schema.nodes.item,
  attrs: { kind, indent: 0, checked },
});

/** The shortcuts as they are typed. */
export function shortcuts(): Plugin {
  return inputRules({
    rules: [
      starts(/^(#{1,3})\s$/, ([, signs]) => heading(signs?.length ?? 1)),
      starts(/^[-*•]\s$/, () => item("bullet")),
      starts(/^1[.)]\s$/, () => item("numbered")),
      starts(/^\[([ xX]?)\]\s$/, ([, tick]) => item("check", tick?.toLowerCase() === "x")),
      starts(/^>\s$/, () => quote),
      starts(/^(?:>\s?)?\[!(\p{L}+)\]\s$/u, ([, word]) => callout(toneSaid(word ?? ""))),
      starts(/^```[\w+#-]*\s$/, () => code),
      new InputRule(/^(?:---|___|—-)$/, ruled),
      wraps(/\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, "strong"),
      wraps(/(?<![*\w])\*([^*\s](?:[^*]*[^*\s])?)\*$/, "em"),
      wraps(/(?<![_\w])_([^_\s](?:[^_]*[^_\s])?)_$/, "em"),
      wraps(/~~([^~\s](?:[^~]*[^~\s])?)~~$/, "strike"),
      new InputRule(/(?:^|\s)((?:https?:\/\/|www\.)\S*[^\s.,;:!?)»”])\s$/, linked),
    ],
  });
}

/** What is typed on a rule goes into a line below it. */
export function typingOnRules(): Plugin {
  return new Plugin({
    props: {
      handleTextInput({ state, dispatch }, _from, _to, text) {
        if (!isOnRule(state)) return false;
        dispatch(writeOnAfter(state.tr, state.selection.$from.before()).insertText(text));
        return true;
      },
    },
  });
}

/** The tone of a word of Markdown, or of one people use. */
function toneSaid(word: string): ReturnType<typeof toneOf> {
  const said = word.toLowerCase();
  if (/^(astuce|conseil|hint)$/.test(said)) return "tip";
  return /^(attention|important|caution|danger)$/.test(said) ? "warning" : toneOf(said);
}

/** Three dashes are a rule; after a word they stay what they are. */
function ruled(
  state: EditorState,
  _match: RegExpMatchArray,
  start: number,
  end: number,
): Transaction | null {
  const { $from } = state.selection;
  const isAlone = $from.parentOffset === $from.parent.content.size;
  if ($from.parent.type !== schema.nodes.paragraph || !isAlone) return null;
  const position = $from.before();
  return writeOnAfter(state.tr.delete(start, end).step(new RewriteStep(position, rule)), position);
}

/** At the start of a block: the block becomes another one. An item keeps its indent. */
function starts(pattern: RegExp, block: (match: RegExpMatchArray) => Block): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const { $from } = state.selection;
    if ([schema.nodes.heading, schema.nodes.image].includes($from.parent.type)) return null;
    const { type, attrs } = block(match);
    const indent =
      isItem($from.parent) && type === schema.nodes.item
        ? { indent: Number($from.parent.attrs["indent"]) }
        : {};
    const wanted = { type, attrs: { ...attrs, ...indent } };
    return state.tr.delete(start, end).step(new RewriteStep($from.before(), wanted));
  });
}

/** Around some words: the signs go, the words are marked. */
function wraps(pattern: RegExp, name: SimpleMark): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const words = match[1] ?? "";
    const from = start + match[0].indexOf(words);
    const mark = schema.marks[name];
    const transaction = state.tr;
    if (from + words.length < end) transaction.delete(from + words.length, end);
    return transaction
      .delete(start, from)
      .addMark(start, start + words.length, mark.create())
      .removeStoredMark(mark);
  });
}

function linked(
  state: EditorState,
  match: RegExpMatchArray,
  _start: number,
  end: number,
): Transaction | null {
  const words = match[1] ?? "";
  const href = addressOf(words);
  if (href === null) return null;
  const from = end - words.length;
  const space = match[0].slice(-1);
  return state.tr.addMark(from, end, schema.mark("link", { href })).insertText(space, end);
}
