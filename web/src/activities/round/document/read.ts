// Reads a round out of its document, whatever stands there: what makes no sense is left out, never an error.
import { entries, fields, number, text, type Fields } from "../../../document/fields";
import { ID_CHARS_MAX } from "../../../document/limits";
import { byId } from "../../../document/order";
import {
  LABEL_CHARS_MAX,
  NAME_CHARS_MAX,
  pictures,
  QUESTION_CHARS_MAX,
  STATES_MAX,
  WORD_CHARS_MAX,
  type Asking,
  type Outcome,
  type Question,
  type Round,
  type State,
} from "../contract";

/** The round in a document. */
export function readRound(document: unknown): Round {
  const root = fields(document);
  return {
    question: readQuestion(root["question"]),
    askings: entries(root["askings"])
      .map(readAsking)
      .sort((a, b) => a.number - b.number || byId(a, b)),
  };
}

function readAsking([id, asking]: [string, Fields]): Asking {
  const question = readQuestion(asking["question"]);
  const isRevealed = text(asking["state"], ID_CHARS_MAX) === "revealed";
  const outcome = fields(asking["outcome"]);
  return {
    id,
    number: number(asking["number"]),
    name: text(asking["name"], NAME_CHARS_MAX),
    question,
    outcome: isRevealed ? readOutcome(outcome, question.states.length) : null,
  };
}

function readQuestion(value: unknown): Question {
  const question = fields(value);
  return {
    text: text(question["text"], QUESTION_CHARS_MAX),
    states: readStates(question),
    anonymous: question["anonymous"] === true,
    words: question["words"] === true,
  };
}

function readStates(question: Fields): State[] {
  const drawn = list(question["pictures"]);
  const labels = list(question["labels"]);
  const count = Math.min(drawn.length, labels.length, STATES_MAX);
  return Array.from({ length: count }, (_, at) => {
    const picture = text(drawn[at], ID_CHARS_MAX);
    return {
      picture: pictures.includes(picture) ? picture : "circle",
      label: text(labels[at], LABEL_CHARS_MAX),
    };
  });
}

function readOutcome(outcome: Fields, states: number): Outcome {
  const counts = fields(outcome["counts"]);
  return {
    counts: Array.from({ length: states }, (_, at) => number(counts[String(at)])),
    words: list(outcome["words"]).map((word) => text(word, WORD_CHARS_MAX)),
  };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
