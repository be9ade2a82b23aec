import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { SHELLS, type Shell } from "../../src/cli/completion/command.ts";
import { completionScript } from "../../src/cli/completion/completion.ts";
import { programFor } from "../../src/cli/program.ts";
import { session } from "./session.ts";

const script = (shell: Shell) => completionScript(shell, programFor(session()));

/** What bash offers at the end of a command line. */
function offered(line: string): readonly string[] {
  const words = line.split(" ");
  const ask = [
    script("bash"),
    `COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")})`,
    `COMP_CWORD=${words.length - 1}`,
    "_recare",
    `printf '%s\\n' "\${COMPREPLY[@]}"`,
  ];
  const { stdout, stderr, status } = spawnSync("bash", ["--norc", "-c", ask.join("\n")], {
    encoding: "utf8",
    cwd: "/",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout.split("\n").filter((word) => word !== "");
}

describe("completion", () => {
  test("bash offers the commands, their options and closed lists of values", () => {
    const commands = programFor(session()).commands.map((command) => command.name());
    expect(commands).toContain("check");
    expect(offered("recare ")).toEqual([...commands, "help"]);
    expect(offered("recare expl")).toEqual(["explain"]);
    expect(offered("recare check --fail")).toEqual(["--fail-on"]);
    expect(offered("recare check --fail-on ")).toEqual(expect.arrayContaining(["error", "warning", "info"]));
    expect(offered("recare completion z")).toEqual(["zsh"]);
  });

  test.each(SHELLS)("every command and every option of the program is in the script of %s", (shell) => {
    const text = script(shell);
    for (const command of programFor(session()).commands) {
      expect(text).toContain(command.name());
      for (const { long } of command.options) expect(text).toContain((long ?? "").slice(2));
    }
  });

  test.each([
    ["zsh", ["zsh", "-n"]],
    ["fish", ["fish", "--no-execute"]],
  ] as const)("%s accepts its script, where it is installed", (shell, [program, ...args]) => {
    const { error, status, stderr } = spawnSync(program, [...args], {
      input: script(shell),
      encoding: "utf8",
    });
    if (error) return;
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });
});
