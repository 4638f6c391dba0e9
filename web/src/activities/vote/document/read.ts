// Reads a vote out of its document, whatever stands there: what makes no sense is left out, never an error.
import { roundStates, type Dots } from "../../../api/votes";
import type { RoundStateView } from "../../../generated/RoundStateView";
import type { RulesView } from "../../../generated/RulesView";
import { entries, fields, number, text, texts, type Fields } from "../../../document/fields";
import { ID_CHARS_MAX } from "../../../document/limits";
import { byId, byRank } from "../../../document/order";
import { isRecord } from "../../../sync/views";
import { categories, type Brick, type Results, type Round, type Vote } from "../contract";
import { TEXT_CHARS_MAX } from "./limits";

/** The vote in a document. */
export function readVote(document: unknown): Vote {
  const root = fields(document);
  const settings = fields(root["settings"]);
  return {
    proposals: settings["proposals"] === true,
    freeMinutes: number(settings["freeMinutes"]),
    bricks: entries(root["bricks"]).map(readBrick).sort(byRank),
    rounds: entries(root["rounds"])
      .map(readRound)
      .sort((a, b) => a.number - b.number || byId(a, b)),
  };
}

function readBrick([id, brick]: [string, Fields]): Brick {
  const written = (key: string): string => text(brick[key], TEXT_CHARS_MAX);
  const category = written("category");
  return {
    id,
    title: written("title"),
    about: written("about"),
    minutes: number(brick["minutes"]),
    category: categories.find((known) => known === category) ?? "theory",
    always: brick["always"] === true,
    proposedBy: written("proposedBy"),
    rank: written("rank"),
    into: written("into"),
    pad: written("pad"),
  };
}

function readRound([id, round]: [string, Fields]): Round {
  return {
    id,
    number: number(round["number"]),
    state: readState(round["state"]),
    rules: readRules(fields(round["rules"])),
    choices: texts(round["choices"], ID_CHARS_MAX),
    runOffOf: text(round["runOffOf"], ID_CHARS_MAX),
    closesAt: number(round["closesAt"]),
    results: isRecord(round["results"]) ? readResults(round["results"]) : null,
  };
}

function readState(value: unknown): RoundStateView {
  const word = text(value, ID_CHARS_MAX);
  return roundStates.find((state) => state === word) ?? "draft";
}

function readRules(rules: Fields): RulesView {
  return {
    dots: number(rules["dots"]),
    cap: number(rules["cap"]),
    secret: rules["secret"] === true,
    anonymous: rules["anonymous"] === true,
    own: rules["own"] === true,
    all: rules["all"] === true,
    seconds: number(rules["seconds"]),
  };
}

function readResults(results: Fields): Results {
  return {
    voters: number(results["voters"]),
    dots: readDots(results["dots"]),
    enteredVoters: number(results["enteredVoters"]),
    entered: readDots(results["entered"]),
  };
}

function readDots(value: unknown): Dots {
  return Object.fromEntries(Object.entries(fields(value)).map(([id, dots]) => [id, number(dots)]));
}
