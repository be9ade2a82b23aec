/** What a run did, for its last words and for `--json`. */
export interface RunReport {
  readonly run: string;
  readonly sent: number;
  /** Left out for the person, by reason. */
  readonly skipped: ReadonlyMap<string, number>;
  /** In doubt: for a person to look at. */
  readonly parked: number;
  /** Claimed by this run and not settled: tried again under the same key by the next. */
  readonly inDoubt: number;
  /** Not accepted for now: judged again by the next run. */
  readonly later: number;
  /** Claims of runs that died, and what became of them. */
  readonly recovered: { readonly retried: number; readonly parked: number };
  readonly tasks: number;
  /** By campaign: how many recipients got each decision at the last tick. */
  readonly decisions: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Why a channel or a campaign was stopped, in sentences. */
  readonly halted: readonly string[];
}

/** Counts while a run goes on. */
export class Tally {
  sent = 0;
  parked = 0;
  inDoubt = 0;
  tasks = 0;
  readonly recovered = { retried: 0, parked: 0 };
  /** Keys of touches whose claims were taken back, and that were not claimed again since. */
  readonly later = new Set<string>();
  readonly skipped = new Map<string, number>();
  readonly decisions = new Map<string, ReadonlyMap<string, number>>();
  readonly halted: string[] = [];

  skip(reason: string): void {
    this.skipped.set(reason, (this.skipped.get(reason) ?? 0) + 1);
  }

  report(run: string): RunReport {
    const { sent, parked, inDoubt, later, tasks, recovered, skipped, decisions, halted } = this;
    return {
      run,
      sent,
      parked,
      inDoubt,
      later: later.size,
      tasks,
      recovered,
      skipped,
      decisions,
      halted: [...new Set(halted)],
    };
  }
}
