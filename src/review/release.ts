import { canonicalJson, type Json, type Plan, readPlan, sha256, subjectDigests } from "../plan/index.ts";
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

interface Release {
  readonly plan: Plan;
  readonly statements: readonly {
    readonly path: string;
    readonly statement: string;
    readonly signature: string;
  }[];
  readonly authors: readonly string[];
}

/** A plan of a hundred steps in ten languages takes a tenth of it. */
const LONGEST = 64 * 1024 * 1024;

function readRelease(
  text: string,
): { readonly release: Release; readonly built: PlanToVerify } | { readonly broken: string } {
  if (text.length > LONGEST) return { broken: "it is too long" };
  let value: Json;
  try {
    value = JSON.parse(text);
    // One reading for everybody: a key that stands twice, or another order, is not what was written.
    if (`${canonicalJson(value)}\n` !== text)
      return { broken: "its bytes are not those that a build writes" };
  } catch {
    return { broken: "it is not the JSON that a build writes" };
  }
  if (!isObject(value) || value.format !== RELEASE_FORMAT)
    return { broken: `it is not of the format ${RELEASE_FORMAT}` };
  const { format: _, plan: written = null, statements, authors, ...unknown } = value;
  if (Object.keys(unknown).length > 0) return { broken: "it holds something that no release does" };
  if (!isListOf(statements, isStatement) || !isListOf(authors, isText))
    return { broken: "its statements or its authors cannot be read" };
  const read = readPlan(written);
  if ("broken" in read) return read;
  try {
    const { plan } = read;
    const built = { campaign: plan.identity.campaign, plan, subjects: subjectDigests(plan) };
    return { release: { plan, statements, authors }, built };
  } catch (thrown) {
    // Something stands where no compiler writes it, so that it has no digest.
    if (thrown instanceof TypeError) return { broken: "its plan does not have the form of one" };
    throw thrown;
  }
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: Json | undefined): value is string {
  return typeof value === "string";
}

function isListOf<T extends Json>(
  value: Json | undefined,
  is: (item: Json) => item is T,
): value is readonly T[] {
  return Array.isArray(value) && value.every(is);
}

function isStatement(value: Json): value is Release["statements"][number] {
  return isObject(value) && ["path", "statement", "signature"].every((key) => isText(value[key]));
}
