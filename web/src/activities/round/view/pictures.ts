// The pictures of states.
import Circle from "@lucide/svelte/icons/circle";
import Cloud from "@lucide/svelte/icons/cloud";
import CloudLightning from "@lucide/svelte/icons/cloud-lightning";
import CloudRain from "@lucide/svelte/icons/cloud-rain";
import CloudSun from "@lucide/svelte/icons/cloud-sun";
import Diamond from "@lucide/svelte/icons/diamond";
import Dice1 from "@lucide/svelte/icons/dice-1";
import Dice2 from "@lucide/svelte/icons/dice-2";
import Dice3 from "@lucide/svelte/icons/dice-3";
import Dice4 from "@lucide/svelte/icons/dice-4";
import Dice5 from "@lucide/svelte/icons/dice-5";
import FaceAngry from "@lucide/svelte/icons/face-angry";
import FaceGrinning from "@lucide/svelte/icons/face-grinning";
import FaceNeutral from "@lucide/svelte/icons/face-neutral";
import FaceFrowning from "@lucide/svelte/icons/face-slightly-frowning";
import FaceSmiling from "@lucide/svelte/icons/face-slightly-smiling";
import Square from "@lucide/svelte/icons/square";
import Star from "@lucide/svelte/icons/star";
import Sun from "@lucide/svelte/icons/sun";
import Triangle from "@lucide/svelte/icons/triangle";
import type { LucideProps } from "@lucide/svelte";
import type { Component } from "svelte";

const drawings: Record<string, Component<LucideProps>> = {
  sun: Sun,
  "cloud-sun": CloudSun,
  cloud: Cloud,
  rain: CloudRain,
  storm: CloudLightning,
  laugh: FaceGrinning,
  smile: FaceSmiling,
  meh: FaceNeutral,
  frown: FaceFrowning,
  cross: FaceAngry,
  five: Dice5,
  four: Dice4,
  three: Dice3,
  two: Dice2,
  one: Dice1,
  circle: Circle,
  square: Square,
  triangle: Triangle,
  diamond: Diamond,
  star: Star,
};

export function drawingOf(picture: string): Component<LucideProps> {
  return drawings[picture] ?? Circle;
}
