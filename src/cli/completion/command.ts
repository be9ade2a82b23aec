import { Argument, type Command } from "commander";
import { examples } from "../examples.ts";
import type { Session } from "../session.ts";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

export function addCompletion(program: Command, session: Session): void {
  program
    .command("completion")
    .summary("print the completion script of a shell")
    .description("Prints the script by which a shell completes commands and options.")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .addHelpText(
      "after",
      examples([
        ['eval "$(recare completion bash)"', "in ~/.bashrc"],
        ['eval "$(recare completion zsh)"', "in ~/.zshrc"],
        ["recare completion fish | source", "in ~/.config/fish/config.fish"],
      ]),
    )
    .action(async (shell: Shell) => {
      const { completionScript } = await import("./completion.ts");
      session.print(completionScript(shell, program));
    });
}
