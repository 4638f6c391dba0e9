// Why something is not done.

/** A failure that people are told of in its own sentence, which says what to do. */
export class Refusal extends Error {
  /** `isUnreachable`: nobody answered; the sentence for that is the same everywhere. */
  constructor(
    message: string,
    readonly isUnreachable = false,
  ) {
    super(message);
  }
}
