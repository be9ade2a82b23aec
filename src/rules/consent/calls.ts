import type { Campaign, Step, Workspace } from "../../model/index.ts";
import type { Finding } from "../../source/index.ts";

/** The first step that texts or calls somebody; nothing where none does. */
export function firstCall({ steps }: Campaign): Step | undefined {
  return steps.find(({ channel }) => channel === "sms" || channel === "phone");
}

/** Whether words reach somebody's phone as a text or a call. */
export function isCalled({ channel }: { readonly channel: Step["channel"] }): boolean {
  return channel === "sms" || channel === "phone";
}

/** A fact that a step needs and nobody has stated, with where it belongs. */
export function unstated({ idAt }: Step, message: string, { organization }: Workspace): Finding {
  return {
    at: idAt,
    message,
    related: [{ at: organization.at, message: "`declarations` belongs in this file, or in the campaign" }],
  };
}
