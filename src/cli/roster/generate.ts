import { resolve } from "node:path";
import { openDuckDb } from "../../database/index.ts";
import { dayOfCheck, shownPath } from "../../host/index.ts";
import { generateRoster, type RosterFormat, rosterShape, writeRoster } from "../../roster/index.ts";
import type { Session } from "../session.ts";
import { onRoster } from "./problems.ts";
import { rosterFields, workspaceFor } from "./workspace.ts";

export interface GenerateOptions {
  readonly people: number;
  readonly seed: string;
  readonly format: RosterFormat;
  readonly out: string;
  readonly workspace?: string;
  readonly today?: string;
}

/** `recare roster generate`: people who do not exist, for campaigns to be tried on. */
export async function rosterGenerate(options: GenerateOptions, session: Session): Promise<void> {
  const today = dayOfCheck(options.today, session.env, session.now);
  const held = workspaceFor(options.workspace, today, session)?.workspace;
  const folder = resolve(session.cwd, options.out);
  const invented = {
    people: options.people,
    seed: options.seed,
    today,
    shape: rosterShape(held === undefined ? [] : rosterFields(held)),
    clinics: held === undefined ? [] : [...held.library.locations.keys()],
    languages: held?.organization.languages ?? ["en", "es"],
  };
  await onRoster(async () => {
    const db = await openDuckDb();
    try {
      const roster = await generateRoster(db, invented);
      const files = await writeRoster(db, roster, options.format, folder, invented);
      const planted = `${roster.hard.length} hard cases are planted`;
      session.print(
        `${options.people.toLocaleString("en-US")} invented people in ${files.length - 1} files in ${shownPath(folder, session.cwd)}, as of ${today}\n` +
          `${planted}; hard-people.json says who they are and what must happen to them.\n`,
      );
    } finally {
      await db.close();
    }
  });
}
