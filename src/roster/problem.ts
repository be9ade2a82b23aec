/** Why a roster cannot be read at all; what single rows say wrong is a finding. No message holds a value of a row. */
export class RosterProblem extends Error {
  override readonly name = "RosterProblem";

  constructor(
    /** What is wrong, with file and row, in one sentence. */
    message: string,
    /** What to do. */
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
