import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Problem, readText } from "../../host/index.ts";
import { FINDINGS_FORMAT } from "../../report/index.ts";
import type { ComparedWaiver } from "../../waivers/index.ts";

/**
 * The waivers of a base: of what `recare check --format json` printed there.
 *
 * @throws Problem for a file that is not that: against an empty base everything would look new, against half of one
 * nobody knows what
 */
export function waiversOfBase(file: string, cwd: string): readonly ComparedWaiver[] {
  const full = resolve(cwd, file);
  const refused = (why: string) =>
    new Problem(
      `The base ${file} ${why}.`,
      `Write it where the change begins: recare check --format json --output ${file}`,
    );
  if (!existsSync(full)) throw refused("does not exist");
  const base = parsed(readText(full, file));
  if (!isRecord(base) || base.format !== FINDINGS_FORMAT || !Array.isArray(base.findings)) {
    throw refused(`is not of the format ${FINDINGS_FORMAT}`);
  }
  return base.findings.flatMap((finding: unknown) => {
    if (!isRecord(finding) || !isRecord(finding.waiver)) return [];
    const { rule } = finding;
    const { place, until, by, reason } = finding.waiver;
    if (!isText(rule) || !isText(place) || !isText(until) || !isText(by) || !isText(reason)) {
      throw refused("holds a waiver that cannot be read");
    }
    return [{ rule, place, until, by, reason }];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
