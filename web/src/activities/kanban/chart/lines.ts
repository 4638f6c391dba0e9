// Where the lines of the chart run, in pixels.
import type { Point } from "./series";

export type Size = { width: number; height: number };
export type Lines = {
  /** Paths as SVG writes them. */
  open: string;
  done: string;
  /** The heights of the two ends, and of the words beside them, which are kept apart. */
  ends: { open: number; done: number };
  words: { open: number; done: number };
  /** Counts to write at the left, with their heights. */
  ticks: { count: number; y: number }[];
};

/** Lines of words need this much room. */
const LINE_PX = 24;

/** Lays the points out over the whole width, from 0 at the bottom. */
export function linesOf(points: readonly Point[], { width, height }: Size): Lines {
  const top = niceAbove(Math.max(1, ...points.flatMap(({ open, done }) => [open, done])));
  const y = (count: number): number => height - (count / top) * height;
  const last = points.at(-1) ?? { open: 0, done: 0 };
  const ends = { open: y(last.open), done: y(last.done) };
  const path = (count: (point: Point) => number): string =>
    points
      .map(
        (point, n) => `${n === 0 ? "M" : "L"}${at(xOf(n, points, width))} ${at(y(count(point)))}`,
      )
      .join("");
  return {
    open: path(({ open }) => open),
    done: path(({ done }) => done),
    ends,
    words: apart(ends, height),
    ticks: [0, top / 2, top].filter(Number.isInteger).map((count) => ({ count, y: y(count) })),
  };
}

/** 1, 2, 4, 6, 10, 20, 40, 60, 100…: the least of these that is not below. */
export function niceAbove(count: number): number {
  const power = 10 ** Math.floor(Math.log10(count));
  const step = [1, 2, 4, 6, 10].find((n) => n * power >= count) ?? 10;
  return step * power;
}

const at = (pixels: number): string => String(Math.round(pixels * 10) / 10);

function xOf(n: number, points: readonly Point[], width: number): number {
  return points.length < 2 ? width : (n / (points.length - 1)) * width;
}

function apart(
  ends: { open: number; done: number },
  height: number,
): { open: number; done: number } {
  const gap = Math.abs(ends.open - ends.done);
  if (gap >= LINE_PX) return ends;
  const isOpenAbove = ends.open <= ends.done;
  const middle = Math.min(Math.max((ends.open + ends.done) / 2, LINE_PX / 2), height - LINE_PX / 2);
  const [above, below] = [middle - LINE_PX / 2, middle + LINE_PX / 2];
  return isOpenAbove ? { open: above, done: below } : { open: below, done: above };
}
