import type { Facts } from "../analysis/index.ts";
import { fieldsOf } from "../audience/index.ts";
import type { Campaign } from "../model/index.ts";
import { compareText } from "../source/index.ts";
import type { Plan } from "./types.ts";

/** Every declared field that a campaign reads, wherever it reads it: the most that an export may hold (45 CFR 164.502(b)). */
export function fieldsRead(campaign: Campaign, facts: Facts): Plan["audience"]["fields"] {
  const { audience, stopWhen, pauseWhen } = campaign;
  const conditions = [...(audience?.exclude ?? []), ...stopWhen, ...pauseWhen].map(({ value }) => value);
  const paths = new Set([
    ...conditions.flatMap((condition) => [...fieldsOf(condition)]),
    ...facts.selectionOf(campaign).map(({ path }) => path),
    ...facts.outletsOf(campaign).flatMap(({ flows }) => flows.map(({ field }) => field)),
    "patient.language",
  ]);
  return [...paths].sort(compareText).flatMap((path) => {
    const field = facts.workspace.library.fields.get(path);
    return field?.from === "roster"
      ? [
          {
            path,
            class: field.class,
            type: field.type.kind,
            values: "values" in field.type ? [...field.type.values].sort(compareText) : null,
            blank_means_no: field.blankMeansNo,
            derived: field.derived ?? null,
          },
        ]
      : [];
  });
}
