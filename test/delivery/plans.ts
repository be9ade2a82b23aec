import { join } from "node:path";
import type { DueTouch, TouchRecord } from "../../src/delivery/index.ts";
import type { Plan } from "../../src/plan/index.ts";
import { BASE, compileTexts, readFolder } from "../support/base.ts";

const OWN = readFolder(join(import.meta.dirname, "../../campaigns"));

/** The plans that come with the project, and the base campaign of the rules' examples. */
export const PLANS: readonly Plan[] = [
  ...compileTexts(BASE.files, BASE.assets).plans,
  ...compileTexts(OWN.files, OWN.assets).plans,
].map(({ plan }) => plan);

export function planOf(campaign: string): Plan {
  const plan = PLANS.find(({ identity }) => identity.campaign === campaign);
  if (plan === undefined) throw new Error(`no plan of ${campaign}`);
  return plan;
}

/** A touch of a step, for a patient who reads English. */
export function touchOf(plan: Plan, step: string, more: Partial<DueTouch> = {}): DueTouch {
  const channel = plan.steps.find(({ id }) => id === step)?.channel ?? "";
  return {
    touch_key: "5d0d9d1e5f6a4b7c8d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e",
    campaign: plan.identity.campaign,
    patient_id: "p-1",
    anchor_id: "v-1",
    recipient: "patient",
    step,
    address: channel === "email" ? "ana@example.test" : "+12175550123",
    language: "en",
    arm: "a",
    segment: null,
    team: "north_scheduling",
    ...more,
  };
}

/** Somebody of whom everything is known. */
export function recordOf(
  fields: Readonly<Record<string, string>> = {},
  more: Partial<TouchRecord> = {},
): TouchRecord {
  return {
    fields: new Map(
      Object.entries({ "patient.first_name": "Ana", "caregiver.first_name": "Luis", ...fields }),
    ),
    name: "Ana Rivera",
    postal: ["12 Oak Street", "Springfield, IL 62701"],
    portal: "portal-1",
    state: "IL",
    clinic: "maple_north",
    ...more,
  };
}
