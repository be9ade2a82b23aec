import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical.ts";
import { concernValue } from "./concerns.ts";
import { inLanguage } from "./copy-in-language.ts";
import { type Subject, type SubjectDigest, subjectsOf } from "./subject.ts";
import type { Concern, Plan } from "./types.ts";

/** `sha256:` and the hex digest of the text's UTF-8 bytes. */
export function sha256(text: string): string {
  return `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`;
}

/**
 * What one signature covers: the parts of the plan that belong to a concern, or to one language of copy.
 *
 * Organisation, campaign, concern and language are inside the hash, so that equal content elsewhere has another digest.
 */
export function subjectDigest(plan: Plan, { concern, language }: Subject): string {
  return sha256(
    canonicalJson({
      v: 1,
      organisation: plan.identity.organisation,
      campaign: plan.identity.campaign,
      concern,
      language,
      value: concernValue(language === null ? plan : inLanguage(plan, language), concern),
    }),
  );
}

/** Everything that is signed, with its digest, in the order in which pages list it. */
export function subjectDigests(plan: Plan): readonly SubjectDigest[] {
  return subjectsOf(plan).map((subject) => ({ ...subject, digest: subjectDigest(plan, subject) }));
}

/** Of each concern as a whole, copy in all its languages: what tells whether it changed. Nobody signs the one of copy. */
export function concernDigests(plan: Plan): Readonly<Record<Concern, string>> {
  const whole = (concern: Concern) => subjectDigest(plan, { concern, language: null });
  return {
    audience: whole("audience"),
    copy: whole("copy"),
    privacy: whole("privacy"),
    timing: whole("timing"),
    operations: whole("operations"),
  };
}
