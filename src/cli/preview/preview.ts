import { resolve } from "node:path";
import { dayOfCheck, watchWorkspace } from "../../host/index.ts";
import type { BaselineChoice } from "../check/baseline-option.ts";
import { onlyWorkspace } from "../check/selection.ts";
import { sideOf } from "../diff/side.ts";
import type { Session } from "../session.ts";
import { JudgedBefore } from "./judged-before.ts";
import { openBrowser } from "./open-browser.ts";
import { startServer } from "./server.ts";
import { signDesk } from "./sign-desk.ts";
import { siteOf } from "./site.ts";

export interface PreviewOptions {
  /** 0: one that is free. */
  readonly port: number;
  /** A git revision or a folder that the packets say what changed since; read once. */
  readonly base: string | undefined;
  readonly open: boolean;
  readonly today: string | undefined;
  readonly baseline: BaselineChoice;
  /** Path of the key that signs at a click; nothing for the usual one. */
  readonly key: string | undefined;
}

/**
 * `recare preview`: the packets in a browser, anew after every save, until somebody ends the process.
 *
 * @throws Problem for paths in several workspaces, a base that cannot be loaded, and a port that is taken
 */
export async function preview(
  paths: readonly string[],
  { port, base: asked, open, today, baseline, key }: PreviewOptions,
  session: Session,
): Promise<void> {
  const selection = onlyWorkspace(paths, session.cwd);
  const base =
    asked === undefined
      ? undefined
      : sideOf(asked, { here: selection.root, today: dayOfCheck(today, session.env, session.now) }, session);
  const before = new JudgedBefore();
  const load = () => siteOf(selection, { today, baseline, base }, before, session);
  let site = load();
  const keyPath = key === undefined ? undefined : resolve(session.cwd, key);
  const desk = signDesk(selection, { today, baseline, key: keyPath }, session);
  const server = await startServer(port, () => site, desk);
  const watch = watchWorkspace(selection.root, () => {
    const next = load();
    if (next.version === site.version) return;
    site = next;
    server.announce();
  });
  session.print(`${server.url}\n`);
  session.note("Shows every save at once, on this machine only. Ctrl-C ends it.\n");
  if (open) openBrowser(server.url, session);
  await server.ended;
  watch.close();
}
