import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { formatOf, readFormat } from "../../formats/index.ts";
import { Problem, readText } from "../../host/index.ts";
import { canonicalJson, type Plan, sha256 } from "../../plan/index.ts";
import { RELEASE_FORMAT, type Trust, verifyRelease } from "../../review/index.ts";
import type { KeptPlan } from "../../run/index.ts";
import type { Session } from "../session.ts";

/** A plan of a file, and the text of the release that it came in. */
export interface PlanFile extends KeptPlan {
  /** As messages name it. */
  readonly shown: string;
  /** Canonical JSON, as it is kept. */
  readonly json: string;
}

/**
 * Reads plans and releases. In a folder, `release.json` is read, else `plan.json`, else those of every folder in it: all
 * that one `recare build` wrote.
 *
 * @throws Problem for what is neither, and for two plans of one campaign
 */
export function readPlans(paths: readonly string[], session: Session): readonly PlanFile[] {
  const files = paths.flatMap((path) => filesOf(path, session)).map((file) => readOne(file, session));
  const seen = new Map<string, string>();
  for (const { plan, shown } of files) {
    const { campaign } = plan.identity;
    const before = seen.get(campaign);
    if (before !== undefined)
      throw new Problem(`${before} and ${shown} are both of the campaign ${campaign}.`, "Give one of them.");
    seen.set(campaign, shown);
  }
  return files;
}

function readOne(shown: string, session: Session): PlanFile {
  const text = readText(resolve(session.cwd, shown), shown);
  const isRelease = formatOf(text) === RELEASE_FORMAT;
  const read = isRelease
    ? readFormat<{ readonly plan: Plan }>("release", text)
    : readFormat<Plan>("plan", text);
  if (read.value === undefined)
    throw new Problem(
      `${shown} is no plan: ${read.mistakes.join("; ")}.`,
      "Give plan.json or release.json of recare build.",
    );
  const plan = "plan" in read.value ? read.value.plan : read.value;
  const json = canonicalJson(plan);
  return { plan, digest: sha256(json), json, release: isRelease ? text : null, shown };
}

/** The files that a path names, as messages name them. */
function filesOf(path: string, session: Session): readonly string[] {
  const full = resolve(session.cwd, path);
  const stat = statSync(full, { throwIfNoEntry: false });
  if (stat === undefined)
    throw new Problem(`There is no ${path}.`, "Give a folder of recare build, such as build/missed-visit.");
  if (!stat.isDirectory()) return [path];
  const own = planIn(full);
  if (own !== undefined) return [join(path, own)];
  const within = readdirSync(full)
    .sort()
    .flatMap((name) => {
      const plan = planIn(join(full, name));
      return plan === undefined ? [] : [join(path, name, plan)];
    });
  if (within.length === 0)
    throw new Problem(`${path} holds no plan, nor does any folder in it.`, "Build it first: recare build");
  return within;
}

/** The name of the file in a folder that would run. */
function planIn(folder: string): string | undefined {
  return ["release.json", "plan.json"].find((name) => existsSync(join(folder, name)));
}

/**
 * Plans whose releases are verified, as of now. Everything is computed from the plan; no digest in a file is believed.
 *
 * @throws Problem for a plan without a release, and for a release that the trust does not cover, with the reasons
 */
export function verified(files: readonly PlanFile[], trust: Trust, session: Session): readonly Plan[] {
  return files.map(({ shown, release }) => {
    if (release === null) {
      throw new Problem(
        `${shown} is a plan that nobody has signed, and only a release is sent.`,
        "Have it approved and build it with recare build --release; without --send it runs dry.",
      );
    }
    const verdict = verifyRelease(release, trust, session.now.getTime());
    if ("verified" in verdict) return verdict.verified.plan;
    throw new Problem(
      `${shown} may not be sent: ${verdict.refused.join(" ")}`,
      "Have it approved as it is now, and build it again with recare build --release.",
    );
  });
}
