import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Memory } from "../../src/cli/check/memory.ts";
import { type CompileInput, compile } from "../../src/compile.ts";
import type { Judgements } from "../../src/rules/index.ts";
import { CAMPAIGNS, editedWorkspaces, type Texts } from "../compile/hostile.ts";
import { TODAY } from "../support/base.ts";

const RUNS = Number(process.env.FUZZ_RUNS ?? 10);

function inputOf({ files, assets }: Texts, today = TODAY): CompileInput {
  // As they are read from a disk: a half of a surrogate pair is no UTF-8.
  const texts = [...files].map(([path, text]) => ({ path, text: Buffer.from(text).toString() }));
  return { files: texts, assets, today };
}

/** A check with what an earlier one kept: what it shows, which campaigns it judged, and what it keeps. */
function check(input: CompileInput, kept: string | undefined, program = "program") {
  const memory = new Memory(program, input, kept);
  const judged: string[] = [];
  const watched: Judgements = {
    of: (workspace) => {
      const judging = memory.of(workspace);
      return (campaign, state, judge) =>
        judging(campaign, state, () => {
          judged.push(campaign.id);
          return judge();
        });
    },
  };
  const { whole } = memory;
  const compilation = compile(memory.watched, watched);
  return {
    whole,
    findings: compilation.findings,
    plans: compilation.plans,
    judged,
    kept: memory.text(compilation),
  };
}

function changed(texts: Texts, path: string, edit: (text: string) => string): Texts {
  const files = new Map(texts.files);
  files.set(path, edit(files.get(path) ?? ""));
  return { ...texts, files };
}

describe("what an earlier check found", () => {
  test("never changes what a check finds, whatever was edited meanwhile", () => {
    fc.assert(
      fc.property(editedWorkspaces, fc.nat(), (states, seed) => {
        let kept: string | undefined;
        // Some states come again, and some days differ.
        const visits = [...states, states[seed % states.length] ?? CAMPAIGNS, ...states.slice(-1)];
        for (const [index, texts] of visits.entries()) {
          const input = inputOf(texts, (seed + index) % 5 === 0 ? "2031-01-01" : TODAY);
          const anew = compile(input);
          const after = check(input, kept);
          expect(JSON.stringify(after.findings)).toBe(JSON.stringify(anew.findings));
          expect(JSON.stringify(after.plans)).toBe(JSON.stringify(anew.plans));
          if (after.whole) {
            expect(JSON.stringify(after.whole.findings)).toBe(JSON.stringify(anew.findings));
            const campaigns = anew.workspace.campaigns.map(({ id, file }) => [id, file]);
            expect(after.whole.campaigns).toEqual(campaigns);
          }
          kept = after.kept;
        }
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  const input = inputOf(CAMPAIGNS);
  const first = check(input, undefined);
  const ids = compile(input).workspace.campaigns.map(({ id }) => id);

  test("is used where nothing is different", () => {
    expect(first.whole).toBeUndefined();
    expect(first.judged).toEqual(ids);
    const again = check(input, first.kept);
    expect(again.whole?.findings).toEqual(first.findings);
    expect(again.judged).toEqual([]);
  });

  test("stands for every campaign but the one that was edited", () => {
    const [edited] = compile(input).workspace.campaigns;
    const path = edited?.file ?? "";
    const other = inputOf(changed(CAMPAIGNS, path, (text) => `${text}# edited\n`));
    const again = check(other, first.kept);
    expect(again.whole).toBeUndefined();
    expect(again.judged).toEqual([edited?.id]);
  });

  test.each([
    [
      "a file that campaigns share",
      inputOf(changed(CAMPAIGNS, "recare.yaml", (text) => `${text}# edited\n`)),
    ],
    ["the day", inputOf(CAMPAIGNS, "2026-11-24")],
    [
      "evidence",
      inputOf({ ...CAMPAIGNS, assets: new Map([...CAMPAIGNS.assets.keys()].map((it) => [it, "0"])) }),
    ],
    ["evidence that is gone", inputOf({ ...CAMPAIGNS, assets: new Map() })],
    [
      "a file that no campaign could be read from",
      inputOf(changed(CAMPAIGNS, "new.yaml", () => "- nothing")),
    ],
  ])("is forgotten with %s", (_, other) => {
    const again = check(other, first.kept);
    expect(again.whole).toBeUndefined();
    expect(again.judged).toEqual(ids);
  });

  test("is forgotten with another build, and with what is in another format", () => {
    expect(check(input, first.kept, "other").judged).toEqual(ids);
    expect(check(input, `recare findings 0\n${first.kept}`).judged).toEqual(ids);
  });
});
