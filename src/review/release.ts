import { readFormat } from "../formats/index.ts";
import { canonicalJson, type Plan, sha256, subjectDigests } from "../plan/index.ts";
import type { PlanToVerify, SignedFile } from "./judge-statement.ts";
import type { Signoff } from "./signoff.ts";
import type { Trust } from "./trust.ts";
import { verdicts } from "./verdict.ts";

export const RELEASE_FORMAT = "recare.release/1";

const VERIFIED = Symbol("a release that verifyRelease accepted");

/**
 * A plan that everybody who must sign has signed, as of the moment at which it was verified. Only `verifyRelease` makes
 * one, so whoever asks for this type asks for the signatures.
 */
export interface VerifiedRelease {
  readonly [VERIFIED]: true;
  readonly plan: Plan;
  /** `sha256:…` of the plan. */
  readonly digest: string;
  readonly organisation: string;
  readonly campaign: string;
  /** Who signed what, and when that ends. */
  readonly signoffs: readonly Signoff[];
  /** The first moment at which one of the signatures no longer holds. UTC, to the second. */
  readonly expiresAt: string;
}

export type ReleaseVerdict =
  | { readonly verified: VerifiedRelease }
  /** Why nothing may run by it: sentences. */
  | { readonly refused: readonly string[] };

/**
 * The bytes of `release.json`: a plan with the statements that cover it, in canonical JSON and a line feed.
 *
 * @param authors who wrote the change, by the names of `trust/`: whoever verifies the release holds them against the
 * signers once more
 */
export function releaseText(plan: Plan, files: readonly SignedFile[], authors: readonly string[]): string {
  const statements = files.flatMap(({ path, bytes, signature }) =>
    signature === undefined ? [] : [{ path, statement: bytes.toString("utf8"), signature }],
  );
  return `${canonicalJson({ format: RELEASE_FORMAT, plan, statements, authors })}\n`;
}

/**
 * Whether everything in a release is signed by those who must, today. Pure: reads no file and no clock.
 *
 * Recomputes every digest from the plan; none that is written in a file is believed. That nobody approved their own work
 * was seen when the release was built: `authors` in the file is what the builder was told.
 *
 * @param text the content of `release.json`
 * @param trust from the folder `trust/` of the runner, never from the release
 * @param now milliseconds since 1970
 *
 * @example
 * const verdict = verifyRelease(readFileSync("release.json", "utf8"), trustOf(files).value, Date.now());
 * if ("verified" in verdict) run(verdict.verified);
 */
export function verifyRelease(text: string, trust: Trust, now: number): ReleaseVerdict {
  const read = readRelease(text);
  if ("broken" in read) return { refused: [`The release cannot be relied on: ${read.broken}.`] };
  const { release, built } = read;
  const { organisation, campaign } = release.plan.identity;
  const files = release.statements.map(({ path, statement, signature }) => ({
    path,
    bytes: Buffer.from(statement, "utf8"),
    signature,
  }));
  const given = { trust, organisation, authors: new Set(release.authors), now };
  const [verdict] = verdicts([built], { files }, given).verdicts;
  if (verdict === undefined || !verdict.approved || verdict.signoffs.length === 0)
    return { refused: verdict === undefined ? ["It holds no plan."] : reasons(verdict) };
  const ends = verdict.signoffs.flatMap(({ expiresAt }) => expiresAt ?? []).sort();
  return {
    verified: {
      [VERIFIED]: true,
      plan: release.plan,
      digest: sha256(canonicalJson(release.plan)),
      organisation,
      campaign,
      signoffs: verdict.signoffs,
      expiresAt: ends[0] ?? "",
    },
  };
}

function reasons({
  signoffs,
  objections,
}: ReturnType<typeof verdicts>["verdicts"][number]): readonly string[] {
  return [
    ...signoffs.flatMap(({ standing, why }) => (standing === "valid" ? [] : [why])),
    ...objections.map(({ why }) => why),
  ];
}

type Release = {
  readonly format: typeof RELEASE_FORMAT;
  readonly plan: Plan;
  readonly statements: readonly {
    readonly path: string;
    readonly statement: string;
    readonly signature: string;
  }[];
  readonly authors: readonly string[];
};

function readRelease(
  text: string,
): { readonly release: Release; readonly built: PlanToVerify } | { readonly broken: string } {
  const { value: release, mistakes } = readFormat<Release>("release", text);
  if (release === undefined) return { broken: mistakes.join("; ") };
  try {
    // One reading for everybody: a key that stands twice, or another order, is not what was written.
    if (`${canonicalJson(release)}\n` !== text)
      return { broken: "its bytes are not those that a build writes" };
    const { plan } = release;
    return { release, built: { campaign: plan.identity.campaign, plan, subjects: subjectDigests(plan) } };
  } catch (thrown) {
    // A number or a text stands in it that canonical JSON does not hold, so that it has no digest.
    if (thrown instanceof TypeError) return { broken: "it holds something that no plan can hold" };
    throw thrown;
  }
}
