import type { Session } from "../session.ts";

/** A bar on a terminal that somebody looks at; nothing in a log. */
export function progressOn(session: Session): { step(done: number, due: number): void; end(): void } {
  if (!process.stderr.isTTY) return { step: () => undefined, end: () => undefined };
  const width = 30;
  let shown = false;
  return {
    step(done, due) {
      const part = due === 0 ? 1 : Math.min(1, done / due);
      const filled = Math.round(part * width);
      session.note(`\r${"█".repeat(filled)}${"░".repeat(width - filled)} ${done} of ${due} `);
      shown = true;
    },
    end() {
      if (shown) session.note(`\r${" ".repeat(width + 40)}\r`);
      shown = false;
    },
  };
}
