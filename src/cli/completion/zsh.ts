import type { CommandWords, OptionWords } from "./words.ts";

export function zshScript(commands: readonly CommandWords[]): string {
  return `#compdef recare
# Completion of recare for zsh. Put into ~/.zshrc: eval "$(recare completion zsh)"
_recare() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(":", "\\:")}`)}`).join("\n")}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  case $words[2] in
${commands.map(commandCase).join("\n")}
  esac
}
compdef _recare recare
`;
}

function commandCase({ name, options, argument, takesPath }: CommandWords): string {
  const specs = options.flatMap(optionSpecs);
  if (argument.length > 0) specs.push(quoted(`*:word:(${argument.join(" ")})`));
  else if (takesPath) specs.push(quoted("*:path:_files"));
  return `    ${name})
      shift words; ((CURRENT--))
      _arguments \\
        ${specs.join(" \\\n        ")} ;;`;
}

function optionSpecs(option: OptionWords): string[] {
  const summary = option.summary.replaceAll(/[[\]:]/g, "\\$&");
  const values = option.values.length > 0 ? `(${option.values.join(" ")})` : "_files";
  const value = option.takesValue ? `:value:${values}` : "";
  return option.flags.map((flag) => quoted(`*${flag}[${summary}]${value}`));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
