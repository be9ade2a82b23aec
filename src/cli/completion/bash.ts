import type { CommandWords } from "./words.ts";

/** Words are letters, digits and hyphens only, so none needs quoting. */
export function bashScript(commands: readonly CommandWords[]): string {
  return `# Completion of recare for bash. Put into ~/.bashrc: eval "$(recare completion bash)"
_recare() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} words=
  if ((COMP_CWORD == 1)); then
    words="${commands.map(({ name }) => name).join(" ")}"
  else
    case $command in
${commands.map(commandCase).join("\n")}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  if ((COMP_CWORD > 1)) && [[ $word != -* ]]; then COMPREPLY+=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _recare recare
`;
}

function commandCase({ name, options, argument }: CommandWords): string {
  const flags = options.flatMap((option) => option.flags).join(" ");
  const values = options
    .filter((option) => option.values.length > 0)
    .map((option) => `          ${option.flags.join("|")}) words="${option.values.join(" ")}" ;;`);
  const rest = `          *) words="${[...argument, flags].join(" ").trim()}" ;;`;
  return `      ${name})
        case $before in
${[...values, rest].join("\n")}
        esac ;;`;
}
