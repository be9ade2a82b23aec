import { fullestDay, simulationInWords, WORK_NAMES } from "../evidence-words.ts";
import type { PacketModel } from "../model.ts";
import { idName } from "../words.ts";
import { md, mdTable } from "./escape.ts";

/** Whether the teams can keep up, as far as a simulation tells. */
export function load({ simulation, identity }: PacketModel): readonly string[] {
  const says = `Can the teams keep up (simulated)? ${md(simulationInWords(simulation, identity.campaign))}`;
  if (simulation?.standing !== "of this plan") return [says];
  const { findings, loads, days } = simulation;
  return [
    says,
    ...findings.map(({ message, remedy }) => `▲ ${md(message)} ${md(remedy)}`),
    mdTable(
      ["Team", "Work", "Declared a day", "Most on a simulated day"],
      loads.map((each) => [
        md(idName(each.team)),
        WORK_NAMES[each.work],
        String(each.limit ?? "nothing"),
        fullestDay(each, days),
      ]),
    ),
  ];
}
