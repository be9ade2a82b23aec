import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { run } from "../../src/cli/run.ts";
import { session } from "../cli/session.ts";
import { sandbox } from "../cli/story.ts";
import { resultsOf } from "./results-of.ts";

it("recare check shows the last results beside the goal, and changes no finding by them", async () => {
  const home = sandbox("examples/hello-world");
  try {
    const results = join(home.folder, "results");
    mkdirSync(results);
    writeFileSync(
      join(results, "hello-world.json"),
      resultsOf("hello-world", 1200, { share: 0.314, low: 0.288, high: 0.341 }),
    );
    writeFileSync(join(results, "other.json"), resultsOf("other", 12, null));
    writeFileSync(join(results, "notes.json"), "{}");
    writeFileSync(join(results, "\u001b[2Jx.json"), '{"format":"recare.results/\u001b[2J"}');
    const checked = { ...session(), cwd: home.folder };
    await run(["check"], checked);
    expect(checked.said.err).toBe(
      "note: hello-world wants visit completed within 30 days; on 2026-11-20 it was 31 % (29 to 34 %) of 1,200 people (results/hello-world.json)\n" +
        "note: other wants visit completed within 30 days; on 2026-11-20 it was too few people to tell (results/other.json)\n" +
        "note: results/␛[2Jx.json counts for nothing: it is none of recare.simulation/1, recare.reach/1 and recare.results/1\n" +
        "note: results/notes.json counts for nothing: it is none of recare.simulation/1, recare.reach/1 and recare.results/1\n",
    );
    await run(["build", "--out", "build"], { ...session(), cwd: home.folder });
    expect(
      readFileSync(join(home.folder, "build/hello-world/packet.md"), "utf8").replaceAll("\\", ""),
    ).toContain("When it was last measured, on 2026-11-20, it was 31 % (29 to 34 %) of 1,200 people.");
  } finally {
    home.close();
  }
});
