import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { run } from "../../src/cli/run.ts";
import { session } from "../cli/session.ts";
import { sandbox } from "../cli/story.ts";

it("recare check shows the last results beside the goal, and changes no finding by them", async () => {
  const home = sandbox("examples/hello-world");
  try {
    const results = join(home.folder, "results");
    mkdirSync(results);
    const file = (people: number | null, rate: unknown) =>
      JSON.stringify({
        format: "recare.results/1",
        campaign: "hello-world",
        asOf: "2026-11-20 12:00:00",
        goal: { outcome: "visit completed", withinDays: 30 },
        overall: { people, successes: null, rate },
      });
    writeFileSync(join(results, "hello-world.json"), file(1200, { share: 0.314, low: 0.288, high: 0.341 }));
    writeFileSync(join(results, "other.json"), file(12, null).replace('"hello-world"', '"other"'));
    writeFileSync(join(results, "notes.json"), "{}");
    const checked = { ...session(), cwd: home.folder };
    await run(["check"], checked);
    expect(checked.said.err).toBe(
      "note: hello-world wants visit completed within 30 days; on 2026-11-20 it was 31 % (29 to 34 %) of 1,200 people (results/hello-world.json)\n" +
        "note: results/notes.json is no file that recare report --results wrote\n" +
        "note: other wants visit completed within 30 days; on 2026-11-20 it was too few people to tell (results/other.json)\n",
    );
    await run(["build", "--out", "build"], { ...session(), cwd: home.folder });
    expect(
      readFileSync(join(home.folder, "build/hello-world/packet.md"), "utf8").replaceAll("\\", ""),
    ).toContain("When it was last measured, on 2026-11-20, it was 31 % (29 to 34 %) of 1,200 people.");
  } finally {
    home.close();
  }
});
