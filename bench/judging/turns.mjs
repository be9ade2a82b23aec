// Ticks as `recare run` makes them, in turns with a raw scan.

/** People enter on a Tuesday; the ticks that are measured are the next day's, when most of them are due. */
const ENTRY = "2026-11-24 16:00:00";
const NOW = "2026-11-25 17:00:00";

/** Judges and writes down who enters and who leaves, in one transaction. */
function tick({ db, plan, judge }, now) {
  return db.transaction(async (open) => {
    const judged = await judge.judgeTick(open, plan, now);
    await judge.settleEnrolments(open, plan, now);
    return judged;
  });
}

/**
 * Middle turn by its ratio, all ratios, and the memory after each tick in megabytes. The first tick of the day is not
 * counted: who enters and leaves at it does so once.
 */
export async function measured(setting) {
  const { scan, memory, turns } = setting;
  await tick(setting, ENTRY);
  const { counts } = await tick(setting, NOW);
  const pairs = [];
  const held = [];
  for (let turn = 0; turn < turns; turn++) {
    const floor = await timed(scan);
    const judged = await timed(() => tick(setting, NOW));
    pairs.push({ floor, judged, ratio: judged / floor });
    held.push(Math.round((await memory()) / 2 ** 20));
  }
  const byRatio = [...pairs].sort((a, b) => a.ratio - b.ratio);
  return {
    ...byRatio[Math.floor(pairs.length / 2)],
    ratios: byRatio.map(({ ratio }) => Number(ratio.toFixed(2))),
    held,
    counts: Object.fromEntries(counts),
  };
}

async function timed(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
