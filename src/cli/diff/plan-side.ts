import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { MOST_CHARACTERS, readFormat } from "../../formats/index.ts";
import { Problem, problemOf, readText } from "../../host/index.ts";
import {
  COMPILER_VERSION,
  type CompiledPlan,
  canonicalJson,
  concernDigests,
  type Plan,
  sha256,
  subjectDigests,
} from "../../plan/index.ts";
import { compareText } from "../../source/index.ts";
import { WORKSPACE_FILE } from "../../workspace/index.ts";
import type { Session } from "../session.ts";

const PLAN_FILE = "plan.json";

/**
 * The plan files that somebody named: a file, the folder of a campaign, or the folder of a build with all of them.
 * Nothing where the path is neither, and may be a workspace or a revision.
 */
export function planFilesIn(asked: string, session: Session): readonly string[] | undefined {
  const path = resolve(session.cwd, asked);
  const stat = statSync(path, { throwIfNoEntry: false });
  // A file of any other name may share it with a branch.
  if (stat?.isFile()) return asked.endsWith(".json") ? [asked] : undefined;
  if (!stat?.isDirectory() || existsSync(join(path, WORKSPACE_FILE))) return undefined;
  if (existsSync(join(path, PLAN_FILE))) return [join(asked, PLAN_FILE)];
  const below = foldersOf(path, asked)
    .filter((name) => existsSync(join(path, name, PLAN_FILE)))
    .map((name) => join(asked, name, PLAN_FILE));
  return below.length > 0 ? below : undefined;
}

function foldersOf(path: string, shown: string): readonly string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort(compareText);
  } catch (error) {
    throw problemOf(error, `read the folder ${shown}`);
  }
}

/**
 * Plans as a build wrote them. What is not exactly that is refused: a plan that somebody edited has no digest that
 * anybody signed, and half of a plan compared is a change that nobody sees.
 *
 * @throws Problem for a file that is no plan, with what is wrong in it; and for two plans of one campaign
 */
export function plansFrom(files: readonly string[], session: Session): readonly CompiledPlan[] {
  const plans = new Map<string, { readonly file: string; readonly plan: CompiledPlan }>();
  for (const file of files) {
    const plan = planFrom(file, session);
    const other = plans.get(plan.campaign);
    if (other !== undefined) {
      throw new Problem(
        `${other.file} and ${file} are both plans of ${plan.campaign}.`,
        "Name one of them, or a folder with one plan of each campaign.",
      );
    }
    plans.set(plan.campaign, { file, plan });
  }
  return [...plans.values()].map(({ plan }) => plan).sort((a, b) => compareText(a.campaign, b.campaign));
}

const BUILD_ANEW = "Write it anew: recare build";

function planFrom(file: string, session: Session): CompiledPlan {
  const path = resolve(session.cwd, file);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MOST_CHARACTERS) throw new Problem(`${file} is larger than any plan.`, BUILD_ANEW);
  const text = readText(path, file);
  const { value: plan, mistakes } = readFormat<Plan>("plan", text);
  if (plan === undefined) {
    throw new Problem(`${file} is no plan: ${(mistakes ?? []).join("; ")}.`, BUILD_ANEW);
  }
  const json = canonical(plan, file);
  if (text !== `${json}\n`) {
    throw new Problem(`${file} is not as recare build writes a plan: somebody edited it.`, BUILD_ANEW);
  }
  const { campaign } = plan.identity;
  const [digest, concerns, subjects] = [sha256(json), concernDigests(plan), subjectDigests(plan)];
  return {
    campaign,
    plan,
    json,
    digest,
    concerns,
    subjects,
    // Where it was written stands beside a plan and points into texts that nobody has here.
    provenance: {
      format: "recare.provenance/1",
      compiler: COMPILER_VERSION,
      plan: digest,
      concerns,
      subjects,
      sources: [],
    },
  };
}

function canonical(plan: Plan, file: string): string {
  try {
    return canonicalJson(plan);
  } catch {
    throw new Problem(`${file} holds a number or a text that no plan can hold.`, BUILD_ANEW);
  }
}
