import { describe, expect, it } from "vitest";
import { loadChartFile, type PacketModel, packetHtml, packetMarkdown } from "../../src/packet/index.ts";
import { packetOf } from "./compiled.ts";
import { MISSED_VISIT } from "./fixture.ts";
import { SIMULATION } from "./fixture-evidence.ts";

const [FIRST] = SIMULATION.standing === "of this plan" ? [SIMULATION] : [];
if (FIRST === undefined) throw new Error("the fixture is of another plan");
const WORK = FIRST;

describe("the load of the teams in a packet", () => {
  it("is a table, a chart of every day, and what is short, called simulated", () => {
    const html = packetHtml(MISSED_VISIT);
    const chart = /<svg class="load".*?<\/svg>/s.exec(html)?.[0] ?? "";
    const bars = [WORK.touchesDaily, ...WORK.loads.flatMap(({ daily, waiting }) => [daily, waiting])].flat();
    expect(chart.match(/<rect /g)).toHaveLength(bars.filter((count) => count > 0).length);
    expect(chart).toContain("declared 40 a day");
    expect(chart).toContain("simulated: people who do not exist");
    expect(chart).toMatch(
      /Calls a day, North scheduling: \d+ in 21 days, at most 40 on one of them, of 40 that are declared, and at most 40 wait\./,
    );
    expect(html).toContain("Let 25 people begin in a day");
    expect(
      html.match(/<caption>Simulated work of each day<\/caption>.*?<\/table>/s)?.[0].match(/<tr/g),
    ).toHaveLength(22);
    const markdown = packetMarkdown(MISSED_VISIT).replaceAll("\\", "");
    expect(markdown).toContain("| North scheduling | Calls | 40 | 40, on 2026-12-03 |");
    expect(markdown).toContain("| Care coordination | Bookings | nothing | 4, on 2026-11-27 |");
  });

  it("is not shown where the simulation is of another plan, nor where there is none", () => {
    const stale = {
      standing: "of another plan",
      path: "results/x.json",
      differs: ["copy", "timing"],
    } as const;
    for (const simulation of [stale, null]) {
      const model: PacketModel = { ...MISSED_VISIT, simulation };
      const printed = packetHtml(model) + packetMarkdown(model);
      expect(printed).not.toContain('<svg class="load"');
      expect(printed).not.toContain("Declared a day");
      expect(printed).toContain("Not known: ");
    }
    expect(packetHtml({ ...MISSED_VISIT, simulation: stale })).toContain(
      "results/x.json is of another plan, which differs in wording and claims and timing, so nothing of it is shown",
    );
  });

  it("is drawn alone as a file that holds its own colours", () => {
    const svg = loadChartFile(WORK, "<missed>");
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
    expect(svg).toContain("<title>Simulated work of &lt;missed&gt;</title><style>");
    expect(svg).toContain("prefers-color-scheme:dark");
  });
});

describe("how many people there are in a packet", () => {
  it("is a dated count without small ones, which no chart of made-up people is taken for", () => {
    const html = packetHtml(MISSED_VISIT);
    expect(html).toContain("On 2026-11-20, 1,234 people of the roster entered");
    expect(html).toMatch(/have no usable address for this channel<\/th><td[^>]*>untold</);
    const invented = packetHtml({
      ...MISSED_VISIT,
      reach: MISSED_VISIT.reach && { ...MISSED_VISIT.reach, people: "synthetic" },
    });
    expect(invented).toContain("Not your patients: of people who do not exist 1,234 people enter");
  });
});

describe("what must be so before it starts", () => {
  const linesOf = (model: PacketModel) => new Map(model.launch.map(({ what, evidence }) => [what, evidence]));

  it("ticks nothing that nobody has shown", () => {
    expect([...linesOf(packetOf())]).toEqual([
      ["Words, facts, claims and times keep to the rules", "measured"],
      ["Stops, consent, hours, caps, paces and phones are kept to", "missing"],
      ["The teams can keep up", "missing"],
      ["It is known how many people it reaches", "missing"],
      ["Facts that only people know are stated", "missing"],
      ["Somebody looked at every page behind a link", "stated"],
      ["Sign-off of audience and consent", "not known"],
      ["Sign-off of wording and claims in English", "not known"],
      ["Sign-off of wording and claims in Spanish", "not known"],
      ["Sign-off of patient data", "not known"],
      ["Sign-off of timing", "not known"],
      ["Sign-off of who answers", "not known"],
      ["Enough people signed, and nobody their own work", "not known"],
    ]);
  });

  it("says so for a campaign with an error", () => {
    const broken = packetOf((text) => text.replace("1 to 14 days", "1 to 14 dais"));
    expect(linesOf(broken).get("Words, facts, claims and times keep to the rules")).toBe("missing");
  });

  it("counts in words what is done", () => {
    expect(packetHtml(MISSED_VISIT)).toContain("3 of 5 are shown. What is missing or not known is not done");
  });
});
