import fc from "fast-check";
import { expect, test } from "vitest";
import { card } from "../filter/sample";
import { addDays, weekday } from "../../../day/day";
import { agendaOf, cardsOn, weeksOf } from "./month";

const due = (id: string, day: string, start = "") => card(id, { due: day, start });

test("a month is whole weeks from Monday to Sunday", () => {
  const november = weeksOf("2026-11-23", []);
  expect(november).toHaveLength(6);
  expect(november[0]?.[0]).toEqual({ day: "2026-10-26", isInMonth: false, pieces: [] });
  expect(november.at(-1)?.at(-1)?.day).toBe("2026-12-06");
  expect(weeksOf("2027-02-01", [])).toHaveLength(4);
});

test("cards are on their days, and on the way there from their start", () => {
  const weeks = weeksOf("2026-11-01", [
    due("a", "2026-11-25", "2026-11-21"),
    due("b", "2026-11-23"),
  ]);
  const shown = weeks
    .flat()
    .flatMap(({ day, pieces }) =>
      pieces.map((piece, lane) =>
        piece ? `${day.slice(8)} ${String(lane)} ${piece.card.id}${piece.isDue ? "!" : ""}` : "-",
      ),
    );
  expect(shown).toEqual(["21 0 a", "22 0 a", "23 0 a", "23 1 b!", "24 0 a", "25 0 a!"]);
});

test("a title stands where the card begins, and again where a week does", () => {
  const days = weeksOf("2026-11-01", [due("a", "2026-11-24", "2026-11-21")]).flat();
  const titled = days.filter(({ pieces }) => pieces[0]?.isFirst).map(({ day }) => day);
  expect(titled).toEqual(["2026-11-21", "2026-11-23"]);
});

test("a start that makes no sense is left out", () => {
  const odd = [due("a", "2026-11-10", "2026-11-12"), due("b", "2026-11-10", "0999-01-01")];
  const days = weeksOf("2026-11-01", odd).flat();
  expect(days.filter(({ pieces }) => pieces.length > 0).map(({ day }) => day)).toEqual([
    "2026-11-10",
  ]);
});

test("each card of the month is due once, and no two are in one place", () => {
  const days = fc.integer({ min: 0, max: 29 });
  const cards = fc.array(fc.tuple(days, fc.integer({ min: -3, max: 12 })), { maxLength: 30 });
  fc.assert(
    fc.property(cards, (spans) => {
      const all = spans.map(([day, length], n) => {
        const last = addDays("2026-11-01", day);
        return due(String(n), last, addDays(last, -length));
      });
      const pieces = weeksOf("2026-11-01", all)
        .flat()
        .flatMap((cell) => cell.pieces);
      const dueOnes = pieces.filter((piece) => piece?.isDue).map((piece) => piece?.card.id ?? "");
      expect(dueOnes.sort()).toEqual(all.map(({ id }) => id).sort());
      for (const cell of weeksOf("2026-11-01", all).flat()) {
        const here = cell.pieces.flatMap((piece) => (piece ? [piece.card.id] : []));
        expect(here.toSorted()).toEqual(
          cardsOn(cell.day, all)
            .map(({ id }) => id)
            .toSorted(),
        );
      }
    }),
  );
});

test("the agenda has the days of the month on which something is due", () => {
  const cards = [
    due("a", "2026-11-25"),
    due("b", "2026-11-02"),
    due("c", "2026-12-01"),
    due("d", ""),
  ];
  const more = [...cards, due("e", "2026-11-25")];
  expect(
    agendaOf("2026-11-23", more).map(({ day, cards }) => [day, ...cards.map(({ id }) => id)]),
  ).toEqual([
    ["2026-11-02", "b"],
    ["2026-11-25", "a", "e"],
  ]);
  expect(weekday("2026-11-02")).toBe(1);
});
