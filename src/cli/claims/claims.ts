import { factsOf, type RegisteredClaim, registerOf, standingOf } from "../../analysis/index.ts";
import { addDays } from "../../calendar/index.ts";
import { dayOfCheck } from "../../host/index.ts";
import { Places, paintFor } from "../../report/index.ts";
import type { Span } from "../../source/index.ts";
import { compiledWorkspace } from "../check/compiled.ts";
import { isSelected, type Selection, selectionsOf } from "../check/selection.ts";
import { EXIT } from "../exit-codes.ts";
import type { Session } from "../session.ts";
import { type ClaimEntry, entryOf } from "./entry.ts";
import { claimsText } from "./text.ts";

export interface ClaimsOptions {
  /** Only claims that end within so many days. */
  readonly expiring: number | undefined;
  readonly unused: boolean;
  readonly format: "text" | "json";
  readonly today: string | undefined;
}

/** Changes when a reader of `recare claims --format json` would have to change. */
const CLAIMS_FORMAT = "recare.claims/1";

/** `recare claims`: what may be said, until when, and where it is said. */
export function claims(paths: readonly string[], options: ClaimsOptions, session: Session): void {
  const today = dayOfCheck(options.today, session.env, session.now);
  const entries = selectionsOf(paths, session.cwd).flatMap((selection) =>
    entriesOf(selection, today, options, session),
  );
  if (entries.some(({ standing, evidence, uses }) => uses.length > 0 && !holds(standing, evidence)))
    session.end(EXIT.findings);
  session.print(
    options.format === "json"
      ? `${JSON.stringify({ format: CLAIMS_FORMAT, today, claims: entries }, undefined, 2)}\n`
      : claimsText(entries, today, paintFor(session.stdout.colour), session.stdout.columns),
  );
}

function holds(standing: ClaimEntry["standing"], evidence: ClaimEntry["evidence"]): boolean {
  return standing === "valid" && (evidence.state === "there" || evidence.state === "as approved");
}

function entriesOf(
  selection: Selection,
  today: string,
  { expiring, unused }: ClaimsOptions,
  session: Session,
): readonly ClaimEntry[] {
  const { compilation, texts } = compiledWorkspace(selection, { today, baseline: undefined }, session);
  const isWhole = selection.within.includes("");
  const register = registerOf(factsOf(compilation.workspace));
  const places = new Places(texts);
  const last = expiring === undefined ? undefined : addDays(today, expiring);
  return register
    .map((registered) => within(registered, compilation.workspace.campaigns, selection))
    .filter(({ claim, uses }) => isWhole || uses.length > 0 || isSelected(claim.at.file, selection))
    .filter(({ uses }) => !unused || uses.length === 0)
    .filter(({ claim }) => last === undefined || endOf(claim, today) <= last)
    .map((registered) => entryOf(registered, today, (span) => shown(span, places, selection)));
}

/** A claim with its uses in the campaigns that were asked about. */
function within(
  { claim, uses }: RegisteredClaim,
  campaigns: readonly { readonly id: string; readonly file: string }[],
  selection: Selection,
): RegisteredClaim {
  const asked = new Set(campaigns.filter(({ file }) => isSelected(file, selection)).map(({ id }) => id));
  return { claim, uses: uses.filter(({ campaign }) => asked.has(campaign)) };
}

/** The last day on which a claim holds; a withdrawn one holds no more. */
function endOf(claim: RegisteredClaim["claim"], today: string): string {
  const { withdrawn, valid } = claim;
  if (standingOf(claim, today) === "withdrawn") return today;
  return withdrawn !== undefined && withdrawn < valid.until ? withdrawn : valid.until;
}

function shown(
  span: Span,
  places: Places,
  { prefix }: Selection,
): { file: string; line: number; column: number } {
  return { file: prefix + span.file, ...places.of(span).start };
}
