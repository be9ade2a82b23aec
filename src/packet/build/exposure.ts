import type { Facts } from "../../analysis/index.ts";
import { fieldsOf } from "../../audience/index.ts";
import {
  above,
  type Campaign,
  CLASSES,
  type Field,
  OUTLET_PARTS,
  type OutletPart,
} from "../../model/index.ts";
import { compareText } from "../../source/index.ts";
import type { ExposedField, Exposure, Mark } from "../model.ts";
import { distinct } from "../words.ts";

/** Which field reaches which part of a message, and every field that is read for any reason. */
export function exposureOf(campaign: Campaign, facts: Facts): Exposure {
  const outlets = facts.outletsOf(campaign);
  const parts = OUTLET_PARTS.flatMap((part) => {
    const first = outlets.find(({ outlet }) => outlet.part === part);
    return first === undefined ? [] : [{ part, ceiling: first.outlet.ceiling }];
  });
  const reasons = reasonsOf(campaign, facts);
  return {
    parts,
    fields: [...reasons.keys()]
      .map((path) =>
        exposed(
          path,
          reasons.get(path) ?? [],
          parts.map(({ part }) => part),
          campaign,
          facts,
        ),
      )
      .toSorted((a, b) => rank(a) - rank(b) || compareText(a.path, b.path)),
  };
}

/** From the least to the most sensitive; an undeclared field after all of them. */
function rank(field: ExposedField): number {
  return field.class === null ? CLASSES.length : CLASSES.indexOf(field.class);
}

function exposed(
  path: string,
  readFor: readonly string[],
  parts: readonly OutletPart[],
  campaign: Campaign,
  facts: Facts,
): ExposedField {
  const declared: Field | undefined = facts.workspace.library.fields.get(path);
  return {
    path,
    class: declared?.class ?? null,
    type: declared?.type.kind ?? null,
    from: declared?.from ?? null,
    marks: parts.flatMap((part) => markOf(path, declared, part, campaign, facts) ?? []),
    readFor,
  };
}

/** What a field does in one part, over all steps and languages; nothing where it does nothing. */
function markOf(
  path: string,
  declared: Field | undefined,
  part: OutletPart,
  campaign: Campaign,
  facts: Facts,
): Mark | undefined {
  const here = facts.outletsOf(campaign).filter(({ outlet }) => outlet.part === part);
  const flows = here.flatMap(({ flows: all }) => all.filter(({ field }) => field === path));
  const steps = new Set(here.map(({ step }) => step.id));
  const printed = flows.some((flow) => flow.printed);
  const influences = flows.some((flow) => flow.influences);
  const selects = facts
    .selectionOf(campaign)
    .some((use) => use.path === path && (use.step === undefined || steps.has(use.step)));
  if (!printed && !influences && !selects) return undefined;
  const ceiling = here[0]?.outlet.ceiling ?? "public";
  const blocked = (printed || influences) && above(declared?.class ?? "restricted", ceiling);
  return { part, printed, influences, selects, blocked };
}

/** Every field that the campaign reads, with the reasons, in the words of the language. */
function reasonsOf(campaign: Campaign, facts: Facts): ReadonlyMap<string, readonly string[]> {
  const { audience, stopWhen, pauseWhen } = campaign;
  const uses: { readonly path: string; readonly reason: string }[] = [
    ...facts.selectionOf(campaign).map(({ path, by }) => ({ path, reason: REASONS[by] })),
    ...(audience?.exclude ?? []).flatMap(({ value }) => read(fieldsOf(value), "exclude")),
    ...stopWhen.flatMap(({ value }) => read(fieldsOf(value), "stop_when")),
    ...pauseWhen.flatMap(({ value }) => read(fieldsOf(value), "pause_when")),
    ...facts
      .outletsOf(campaign)
      .flatMap(({ flows }) => flows.map(({ field }) => ({ path: field, reason: "messages" }))),
    { path: "patient.language", reason: "choice of language" },
  ];
  return new Map(
    distinct(uses.map(({ path }) => path)).map((path) => [
      path,
      distinct(uses.filter((use) => use.path === path).map(({ reason }) => reason)),
    ]),
  );
}

const REASONS = { include: "include", segment: "segments", only_if: "only_if", offer: "offers" } as const;

function read(paths: Iterable<string>, reason: string): { path: string; reason: string }[] {
  return [...paths].map((path) => ({ path, reason }));
}
