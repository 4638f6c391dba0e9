// The pictures of a pad in its editor. All that is more than showing them is fetched when there is one.
import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { Sending } from "../../place";
import { keptHere } from "../../../sync/kept-here";
import type { OnProgress } from "../view/progress";
import { fetchPictures, ImageView, knownPictures } from "./image-view";
import { WAITING_HERE } from "./waiting";

/** What the pad says of itself to its pictures. */
export type Pad = {
  id: string;
  onsending: (state: Sending) => void;
  onProgress: OnProgress;
};

const pads = new WeakMap<EditorView, Pad>();

/** The pad an editor shows. */
export function padOf(view: EditorView): Pad | undefined {
  return pads.get(view);
}

/** Shows pictures, and knows the keys under them. */
export function images(pad: Pad): Plugin {
  return new Plugin({
    view(view) {
      pads.set(view, pad);
      // What was put in without a network goes on its way; where this cannot be fetched, with the next visit.
      if (keptHere(WAITING_HERE, (kept) => kept).load() !== null)
        void fetchPictures().then(
          ({ resume }) => resume(pad),
          () => undefined,
        );
      return { update: () => knownPictures()?.lookWhetherOneMayWrite(view, pad) };
    },
    props: {
      nodeViews: { image: (node, view, positionOf) => new ImageView(node, view, positionOf) },
      handleKeyDown: (view, event) => knownPictures()?.imageKeys(view, event) ?? false,
    },
  });
}
