import { formatOf, type Read, readFormat } from "../formats/index.ts";
import { countsOf, type Reach } from "./reach.ts";
import type { Results } from "./results.ts";
import type { Simulated } from "./simulated.ts";
import { isSmall, type Told } from "./small-cells.ts";

/** What somebody measured of campaigns and put beside them. */
export type Evidence = Simulated | Reach | Results;

const KINDS = ["simulation", "reach", "results"] as const;

/** A file of the folder `results/` of a workspace, from whoever put it there: in exactly one of our formats, or refused. */
export function readEvidence(text: string): Read<Evidence> {
  const kind = KINDS.find((each) => formatOf(text) === `recare.${each}/1`);
  switch (kind) {
    case "simulation":
      return sound(readFormat<Simulated>("simulation", text), mistakesInDays);
    case "reach":
      return sound(readFormat<Reach>("reach", text), (reach) => smallCounts(countsOf(reach)));
    case "results":
      return sound(readFormat<Results>("results", text), ({ overall: { people } }) =>
        smallCounts([["/overall/people", people]]),
      );
    case undefined:
      return {
        mistakes: ["it is none of recare.simulation/1, recare.reach/1 and recare.results/1"],
      };
  }
}

/** What a format asks for beyond its form. */
function sound<T>(read: Read<T>, mistakesIn: (value: T) => readonly string[]): Read<T> {
  const mistakes = read.value === undefined ? [] : mistakesIn(read.value);
  return mistakes.length === 0 ? read : { mistakes };
}

function mistakesInDays({ days, teams }: Simulated): readonly string[] {
  return days.flatMap((day, index) => [
    ...(day.teams.length === teams.length
      ? []
      : [`/days/${index}/teams: there are ${teams.length} teams, and work of ${day.teams.length}`]),
    ...(index === 0 || day.day > (days[index - 1]?.day ?? "")
      ? []
      : [`/days/${index}/day: ${day.day} does not follow the day before it`]),
  ]);
}

/** A count that recare would not have told was written by somebody else. */
function smallCounts(counts: readonly (readonly [pointer: string, count: Told])[]): readonly string[] {
  return counts.flatMap(([pointer, count]) =>
    count !== null && isSmall(count)
      ? [`${pointer}: a count from 1 to 10 is not told; null is expected`]
      : [],
  );
}
