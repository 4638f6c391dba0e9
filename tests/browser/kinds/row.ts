// What every journey needs to know of a kind of document: the few gestures by which people use it.
import type { Locator } from "@playwright/test";
import type { Visitor } from "../../world/visitor.ts";
import type { Guest } from "../guest.ts";

/** A press with a mouse or with a finger. */
export type Press = (target: Locator) => Promise<void>;

/** Contributions are numbered from 0, each another: nobody's is mistaken for somebody else's. */
export type KindRow = {
  /** What the facilitator does before anybody can contribute. */
  prepares?: (facilitator: Visitor, document: string) => Promise<void>;
  /** What is there once one can contribute. */
  open: (guest: Guest) => Locator;
  /** What one touches first to contribute. */
  begins: (guest: Guest) => Locator;
  contributes: (guest: Guest, at: number, press: Press) => Promise<void>;
  /** The same with the keyboard alone, from wherever the focus is at the top of the page. */
  types: (guest: Guest, at: number) => Promise<void>;
  /** Where a contribution is seen by everybody. */
  seen: (guest: Guest, at: number) => Locator;
  /** What one presses most: large enough for any finger. */
  primary: (guest: Guest) => Locator[];
  /** The windows a facilitator opens in it, by what they are for. */
  windows: Record<string, (guest: Guest) => Promise<void>>;
};
