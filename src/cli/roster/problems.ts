import { DatabaseProblem } from "../../database/index.ts";
import { Problem } from "../../host/index.ts";
import { RosterProblem } from "../../roster/index.ts";

/** Runs work on a roster; what is wrong outside is a `Problem` with its remedy, as for every command. */
export async function onRoster<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RosterProblem || error instanceof DatabaseProblem)
      throw new Problem(error.message, error.remedy);
    throw error;
  }
}
