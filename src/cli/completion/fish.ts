import type { CommandWords, OptionWords } from "./words.ts";

export function fishScript(commands: readonly CommandWords[]): string {
  const lines = ["# Completion of recare for fish: recare completion fish | source"];
  for (const { name, summary, options, argument, takesPath } of commands) {
    lines.push(`complete -c recare -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`);
    const here = `complete -c recare -n '__fish_seen_subcommand_from ${name}'`;
    if (argument.length > 0) lines.push(`${here} -f -a ${quoted(argument.join(" "))}`);
    else if (!takesPath) lines.push(`${here} -f`);
    for (const option of options) lines.push(`${here} ${optionPart(option)}`);
  }
  return `${lines.join("\n")}\n`;
}

function optionPart({ flags, summary, takesValue, values }: OptionWords): string {
  const names = flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const value = values.length > 0 ? ` -x -a ${quoted(values.join(" "))}` : takesValue ? " -r" : "";
  return `${names.join(" ")}${value} -d ${quoted(summary)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
