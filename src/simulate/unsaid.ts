import { type Compose, composerOf, type TouchRecord } from "../delivery/index.ts";
import type { Decision } from "../judge/index.ts";
import type { Plan } from "../plan/index.ts";
import { dueTouch, type LeftOut, unsaidWhy } from "../run/index.ts";

/**
 * Tells for whom there are no words, by the composer of a run. What it answered is remembered by all that a text reads: of
 * a hundred thousand touches a few hundred differ in that.
 */
export class Unsaid {
  private readonly compose: Compose;
  private readonly known = new Map<string, string | undefined>();
  private readonly reads = new Map<string, ReadBy>();

  constructor(private readonly plan: Plan) {
    this.compose = composerOf(plan);
  }

  /** @returns those who are left out, and why */
  among(due: readonly Decision[], records: ReadonlyMap<string, TouchRecord>): readonly LeftOut[] {
    return due.flatMap((decision): LeftOut[] => {
      const record = records.get(decision.touch_key ?? "");
      const why = record && this.why(decision, record);
      return why === undefined ? [] : [{ decision, why }];
    });
  }

  private why(decision: Decision, record: TouchRecord): string | undefined {
    const touch = dueTouch(decision);
    if (touch === undefined) return undefined;
    const key = this.keyOf(decision, record);
    if (this.known.has(key)) return this.known.get(key);
    const made = this.compose(touch, record);
    const why = made.kind === "message" ? undefined : unsaidWhy(made);
    this.known.set(key, why);
    return why;
  }

  /** Everything on which the composer's answer depends: whose words, which facts, and whether there is a way. */
  private keyOf({ step, language, arm, recipient, address }: Decision, record: TouchRecord): string {
    const { paths, asksState } = this.readBy(step ?? "");
    return JSON.stringify([
      ...[step, language, arm, recipient === "patient"],
      ...[record.clinic, asksState && record.state, record.postal.length > 0, record.portal !== undefined],
      addressKind(address),
      paths.map((path) => record.fields.get(path) ?? null),
    ]);
  }

  /** Facts whose names stand in a text of the step. */
  private readBy(id: string): ReadBy {
    const known = this.reads.get(id);
    if (known !== undefined) return known;
    const step = this.plan.steps.find((each) => each.id === id);
    const texts = step?.content.outlets.map(({ source }) => source).join("\n") ?? "";
    const paths = this.plan.audience.fields.map(({ path }) => path).filter((path) => texts.includes(path));
    const read = { paths, asksState: texts.includes("clinic.telehealth") };
    this.reads.set(id, read);
    return read;
  }
}

interface ReadBy {
  readonly paths: readonly string[];
  /** Whether the patient's state decides what a text says of video visits. */
  readonly asksState: boolean;
}

/** Numbers and mailboxes as rosters have them are all alike to a composer; anything else is told apart. */
function addressKind(address: string | null): string | null {
  if (address === null) return null;
  if (/^\+1[2-9]\d{9}$/.test(address)) return "a number";
  return address.includes("@") ? "a mailbox" : address;
}
