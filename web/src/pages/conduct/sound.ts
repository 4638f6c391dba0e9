// A soft sound when the time of a step is over, for whoever turned it on, on this device.
import { keptHere } from "../../sync/kept-here";

const kept = keptHere("atelier-conduct-sound", (value) =>
  typeof value === "boolean" ? value : null,
);

/** Two notes, in hertz, and how long each is heard. */
const NOTES = [523.25, 659.25];
const NOTE_S = 0.9;
const LOUDNESS = 0.08;

let context: AudioContext | undefined;

/** Off until somebody turns it on. */
export function isSounding(): boolean {
  return kept.load() ?? false;
}

/** Turns it on or off; a browser lets a page sound once somebody pressed something: now. */
export function turnSound(on: boolean): void {
  kept.save(on);
  if (!on) return;
  context ??= new AudioContext();
  void context.resume();
  play(context);
}

/** Sounds, if it is on. Where the browser does not let it, it is silent. */
export function ring(): void {
  if (!isSounding()) return;
  context ??= new AudioContext();
  play(context);
}

function play(audio: AudioContext): void {
  for (const [place, hertz] of NOTES.entries())
    note(audio, hertz, audio.currentTime + place * 0.25);
}

function note(audio: AudioContext, hertz: number, at: number): void {
  const [tone, loudness] = [audio.createOscillator(), audio.createGain()];
  tone.frequency.value = hertz;
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.03);
  loudness.gain.exponentialRampToValueAtTime(0.000_1, at + NOTE_S);
  tone.connect(loudness).connect(audio.destination);
  tone.start(at);
  tone.stop(at + NOTE_S);
}
