import { addDays, type IsoDate } from "../calendar/index.ts";
import type { Database, SqlValue } from "../database/index.ts";
import type { Assumed } from "../evidence/index.ts";
import type { Decision, Instant } from "../judge/index.ts";
import type { Plan } from "../plan/index.ts";
import { DECLINE_REASONS } from "../roster/index.ts";
import { type DrawnResponse, drawResponse } from "./response-model.ts";
import { countBy } from "./tally.ts";
import { later } from "./wall-clock.ts";

const EVENT = [
  "event_id",
  "patient_id",
  "kind",
  "at",
  "caregiver_id",
  "channel",
  "campaign",
  "anchor_id",
  "visit_id",
  "visit_type",
  "reason",
];
const VISIT = ["visit_id", "patient_id", "clinic_id", "status", "type", "date", "created_at", "for_id"];
type Row = readonly SqlValue[];

/** Visits that are booked but not yet recorded: the judge must not see them before. */
const BOOKED_LATER = "simulated_bookings";

interface Setting {
  readonly day: IsoDate;
  readonly now: Instant;
  /** The type of the visit that the touch is about. */
  readonly type: string | null;
  readonly answeredWithinHours: number;
}

/** How people answer one campaign, and what they answered. */
export interface Answering {
  readonly plan: Plan;
  readonly model: Assumed;
  readonly drawn: Map<string, number>;
}

/** People answer the touches of a simulation: rows as the importers would write them, at the times at which they come. */
export class Responses {
  /** Visits by the day on which they take place or are missed. */
  private readonly due = new Map<IsoDate, { readonly visit: string; readonly isKept: boolean }[]>();
  /** Bookings that are still to be recorded, with the team that takes them. */
  private booked: readonly { readonly campaign: string; readonly team: string; readonly at: Instant }[] = [];

  constructor(
    private readonly db: Database,
    private readonly seed: string,
  ) {}

  /** Holds back the roster's own rows of later days: in a simulation they come in when they would. */
  async begin(now: Instant): Promise<void> {
    await this.db.run(
      `CREATE TEMP TABLE ${BOOKED_LATER} AS SELECT * FROM visits WHERE created_at > CAST(:now AS TIMESTAMP)`,
      { now },
    );
    await this.db.run("DELETE FROM visits WHERE created_at > CAST(:now AS TIMESTAMP)", { now });
  }

  /**
   * What came in since the last tick: visits that were recorded, and how visits of days that are over went.
   *
   * @returns visits that were booked in answer to a touch of a campaign, by team
   */
  async arrive(day: IsoDate, now: Instant): Promise<(campaign: string) => ReadonlyMap<string, number>> {
    await this.db.run(
      `INSERT INTO visits SELECT * FROM ${BOOKED_LATER} WHERE created_at <= CAST(:now AS TIMESTAMP)`,
      { now },
    );
    await this.db.run(`DELETE FROM ${BOOKED_LATER} WHERE created_at <= CAST(:now AS TIMESTAMP)`, { now });
    for (const [date, visits] of this.due) {
      if (date >= day) continue;
      for (const [status, some] of [
        ["completed", visits.filter(({ isKept }) => isKept)],
        ["missed", visits.filter(({ isKept }) => !isKept)],
      ] as const) {
        if (some.length === 0) continue;
        const names = Object.fromEntries(some.map(({ visit }, index) => [`visit_${index}`, visit]));
        await this.db.run(
          `UPDATE visits SET status = '${status}' WHERE visit_id IN (${Object.keys(names)
            .map((name) => `:${name}`)
            .join(", ")})`,
          names,
        );
      }
      this.due.delete(date);
    }
    const booked = this.booked.filter(({ at }) => at <= now);
    this.booked = this.booked.filter(({ at }) => at > now);
    return (campaign) =>
      countBy(
        booked.filter((visit) => visit.campaign === campaign),
        ({ team }) => team,
      );
  }

  /** Answers to the touches of one tick of a campaign. */
  async answer(
    { plan, model, drawn: counts }: Answering,
    day: IsoDate,
    now: Instant,
    sends: readonly Decision[],
  ): Promise<void> {
    const types = await this.anchorTypes(plan, sends);
    const { answeredWithinHours } = model;
    const events: Row[] = [];
    const visits: Row[] = [];
    for (const touch of sends) {
      const drawn = drawResponse(model, touch.channel ?? "", touch.touch_key ?? "", this.seed);
      if (drawn === undefined) continue;
      counts.set(drawn.response, (counts.get(drawn.response) ?? 0) + 1);
      const setting = { day, now, type: types.get(touch.anchor_id) ?? null, answeredWithinHours };
      this.write(touch, drawn, setting, events, visits);
    }
    await this.db.insert("events", EVENT, events);
    await this.db.insert(BOOKED_LATER, VISIT, visits);
  }

  private write(
    touch: Decision,
    { response, afterSeconds, daysAhead, isKept }: DrawnResponse,
    { day, now, type, answeredWithinHours }: Setting,
    events: Row[],
    visits: Row[],
  ): void {
    const at = later(now, afterSeconds);
    const id = (touch.touch_key ?? "").slice(-24);
    const caregiver = touch.recipient === "patient" ? null : touch.recipient;
    const event = (kind: string, more: { at?: Instant; visit?: string; reason?: string } = {}): Row => [
      `SIM-${id}-${kind}`,
      touch.patient_id,
      kind,
      more.at ?? at,
      // Who books or asks for the patient does it for the patient.
      kind === "stop" || kind === "wrong_person" ? caregiver : null,
      touch.channel,
      touch.campaign,
      touch.anchor_id,
      more.visit ?? null,
      more.visit === undefined ? null : type,
      more.reason ?? null,
    ];
    switch (response) {
      case "books": {
        const visit = `SIM-${id}`;
        const date = addDays(day, Math.ceil(afterSeconds / 86_400) + daysAhead);
        events.push(event("booked", { visit }));
        this.booked = [...this.booked, { campaign: touch.campaign, team: touch.team, at }];
        visits.push([
          visit,
          touch.patient_id,
          touch.clinic_id,
          "booked",
          type ?? "visit",
          date,
          at,
          touch.anchor_id,
        ]);
        this.due.set(date, [...(this.due.get(date) ?? []), { visit, isKept }]);
        break;
      }
      case "asks":
        events.push(
          event("wants_a_call"),
          event("task_closed", { at: later(at, answeredWithinHours * 3600) }),
        );
        break;
      case "declines": {
        const reason = DECLINE_REASONS[daysAhead % DECLINE_REASONS.length] ?? "other";
        events.push(event("declined", { reason }));
        break;
      }
      case "stops":
        events.push(event("stop"));
        break;
      case "wrong person":
        events.push(event("wrong_person"));
        break;
    }
  }

  /** The type of the visit that each touch is about, so that what is booked is a visit of the same type. */
  private async anchorTypes(
    { audience }: Plan,
    sends: readonly Decision[],
  ): Promise<ReadonlyMap<string, string>> {
    if (audience.anchor !== "visit" || sends.length === 0) return new Map();
    const names = Object.fromEntries(sends.map(({ anchor_id }, index) => [`anchor_${index}`, anchor_id]));
    const rows = await this.db.rows(
      `SELECT visit_id, type FROM visits WHERE visit_id IN (${Object.keys(names)
        .map((name) => `:${name}`)
        .join(", ")})`,
      names,
    );
    return new Map(rows.map(({ visit_id, type }) => [String(visit_id), String(type)]));
  }
}
