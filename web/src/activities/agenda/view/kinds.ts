// What a kind of step looks like: an icon, which always stands beside its word or its title.
import BookOpenText from "@lucide/svelte/icons/book-open-text";
import Coffee from "@lucide/svelte/icons/coffee";
import DoorOpen from "@lucide/svelte/icons/door-open";
import Hammer from "@lucide/svelte/icons/hammer";
import MessagesSquare from "@lucide/svelte/icons/messages-square";
import Presentation from "@lucide/svelte/icons/presentation";
import Sunset from "@lucide/svelte/icons/sunset";
import type { LucideProps } from "@lucide/svelte";
import type { Component } from "svelte";
import type { StepKind } from "../contract";

export const kindIcons: Readonly<Record<StepKind, Component<LucideProps>>> = {
  welcome: DoorOpen,
  round: MessagesSquare,
  input: Presentation,
  practice: Hammer,
  break: Coffee,
  documentation: BookOpenText,
  closing: Sunset,
};

/** Hues, in degrees, all of one lightness. */
export const kindHues: Readonly<Record<StepKind, number>> = {
  welcome: 85,
  round: 35,
  input: 250,
  practice: 150,
  break: 200,
  documentation: 300,
  closing: 10,
};
