import type { Command } from "commander";
import { bashScript } from "./bash.ts";
import type { Shell } from "./command.ts";
import { fishScript } from "./fish.ts";
import { commandWords } from "./words.ts";
import { zshScript } from "./zsh.ts";

/** The completion script of a shell, generated from the same tree that parses the command line. */
export function completionScript(shell: Shell, program: Command): string {
  const commands = commandWords(program);
  switch (shell) {
    case "bash":
      return bashScript(commands);
    case "zsh":
      return zshScript(commands);
    case "fish":
      return fishScript(commands);
  }
}
