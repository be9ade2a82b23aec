import type { Command, Option } from "commander";

/** What can be typed after `recare`, read off the tree of commands. */
export interface CommandWords {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionWords[];
  /** Closed list of the argument, where it has one. */
  readonly argument: readonly string[];
  /** Whether the argument is a file or folder. */
  readonly takesPath: boolean;
}

export interface OptionWords {
  readonly flags: readonly string[];
  readonly summary: string;
  readonly takesValue: boolean;
  /** Closed list of its values; empty where any will do. */
  readonly values: readonly string[];
}

/** Arguments whose words are no paths. */
const NOT_PATHS: ReadonlySet<string> = new Set(["rule", "shell", "command", "action"]);

export function commandWords(program: Command): readonly CommandWords[] {
  const help = program.createHelp();
  return help.visibleCommands(program).map((command) => {
    const [argument] = command.registeredArguments;
    // `recare roster check`: the second word is one of these, and each takes the options of them all.
    const below = command.commands;
    const options = [command, ...below].flatMap((each) => help.visibleOptions(each).map(optionWords));
    return {
      name: command.name(),
      summary: command.summary() || command.description(),
      options: options.filter((option, index) => firstOf(options, option) === index),
      argument: below.length > 0 ? below.map((each) => each.name()) : (argument?.argChoices ?? []),
      takesPath: argument !== undefined && !NOT_PATHS.has(argument.name()),
    };
  });
}

function firstOf(options: readonly OptionWords[], { flags }: OptionWords): number {
  return options.findIndex((option) => option.flags.join() === flags.join());
}

function optionWords(option: Option): OptionWords {
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined && flag !== null),
    summary: option.description,
    takesValue: option.required || option.optional,
    values: option.argChoices ?? [],
  };
}
