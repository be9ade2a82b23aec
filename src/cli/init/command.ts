import type { Command } from "commander";
import { examples } from "../examples.ts";
import type { Session } from "../session.ts";

export function addInit(program: Command, session: Session): void {
  program
    .command("init")
    .summary("start a workspace with one small campaign")
    .description(
      "Writes a small workspace that checks clean: an organisation, a library and one campaign. " +
        "Nothing that exists is overwritten.",
    )
    .argument("[folder]", "where to write it", ".")
    .addHelpText(
      "after",
      examples([
        ["recare init", "in the folder here"],
        ["recare init my-clinic", "in a new folder"],
      ]),
    )
    .action(async (folder: string) => {
      const { init } = await import("./init.ts");
      init(folder, session);
    });
}
