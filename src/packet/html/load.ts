import type { Load } from "../../evidence/index.ts";
import { most } from "../../evidence/index.ts";
import { fullestDay, simulationInWords, WORK_NAMES } from "../evidence-words.ts";
import type { PacketModel, PacketSimulation } from "../model.ts";
import { idName } from "../words.ts";
import { loadChart } from "./load-chart.ts";
import { html, type Markup } from "./markup.ts";
import { badge, scrolling, table } from "./section.ts";

type Shown = Extract<PacketSimulation, { readonly standing: "of this plan" }>;

/** Whether the teams can keep up, as far as a simulation tells: what each declares, and each day's work. */
export function load({ simulation, identity }: PacketModel): Markup {
  return html`<h3>Can the teams keep up? ${badge("quiet", "simulated")}</h3>
<p class="lead">${simulationInWords(simulation, identity.campaign)}</p>
${simulation?.standing === "of this plan" && body(simulation)}`;
}

function body(simulation: Shown): Markup {
  const { findings, loads } = simulation;
  return html`${findings.map(
    ({ message, remedy }) => html`<p class="note-block"><b>▲ ${message}</b> ${remedy}</p>`,
  )}
${loads.length === 0 ? html`<p class="nothing">No team declares a capacity, and none had work.</p>` : fullest(simulation)}
${scrolling("Work by day", loadChart(simulation))}
<details><summary>Every day as a table</summary>
${daily(simulation)}
</details>`;
}

function fullest({ loads, days }: Shown): Markup {
  return table(
    "What the teams declare, and the fullest simulated day",
    [
      { head: "Team" },
      { head: "Work" },
      { head: "Declared a day", as: "number" },
      { head: "Most on a day", as: "number" },
      { head: "Fits", as: "word" },
    ],
    loads.map((each) => [
      idName(each.team),
      WORK_NAMES[each.work],
      each.limit ?? "nothing",
      fullestDay(each, days),
      fits(each),
    ]),
  );
}

function fits({ limit, daily: counts, waiting }: Load): Markup {
  if (limit === null) return badge("warn", "not known");
  if (most(waiting) > 0) return badge("warn", `${most(waiting)} wait`);
  return most(counts) > limit ? badge("warn", "too many") : badge("good", "fits");
}

function daily({ days, touchesDaily, loads }: Shown): Markup {
  return table(
    "Simulated work of each day",
    [
      { head: "Day" },
      { head: "Touches", as: "number" },
      ...loads.map(({ team, work }) => ({
        head: `${WORK_NAMES[work]}, ${idName(team)}`,
        as: "number" as const,
      })),
    ],
    days.map((day, index) => [
      day,
      touchesDaily[index] ?? 0,
      ...loads.map(({ daily: counts, waiting }) => {
        const held = waiting[index] ?? 0;
        return `${counts[index] ?? 0}${held === 0 ? "" : `, ${held} wait`}`;
      }),
    ]),
  );
}
