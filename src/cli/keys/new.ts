import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { addMonths } from "../../calendar/index.ts";
import { dayOfCheck, newKey, Problem } from "../../host/index.ts";
import { APPROVAL_NAMESPACE } from "../../review/index.ts";
import type { Session } from "../session.ts";
import type { NewKeyFlags } from "./command.ts";

/** A key that is forgotten stops counting by itself. */
const MONTHS = 24;

const NAME = /^[^\s@,"*?!]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;

/**
 * `recare keys new`: makes a key, and says what to do with it.
 *
 * @throws Problem where there is no name, something is in the way, or ssh-keygen makes none
 */
export function keysNew(flags: NewKeyFlags, session: Session): void {
  const today = dayOfCheck(flags.today, session.env, session.now);
  const name = flags.name ?? gitEmail(session.cwd);
  if (!NAME.test(name))
    throw new Problem(
      name === "" ? "Under which e-mail address do you sign?" : `"${name}" is no e-mail address.`,
      "Say it: recare keys new --name dana@clinic.example",
    );
  const path = pathOf(flags.file, session);
  const shown = flags.file ?? "~/.ssh/recare_ed25519";
  const { publicKey } = newKey(path, shown, name, flags.passphrase ? undefined : "");
  const compact = (day: string) => `${day.replaceAll("-", "")}Z`;
  const options = [
    `namespaces="${APPROVAL_NAMESPACE}"`,
    `valid-after="${compact(today)}"`,
    `valid-before="${compact(addMonths(today, MONTHS))}"`,
  ].join(",");
  session.print(
    [
      `Made ${shown} and ${shown}.pub: ${publicKey.fingerprint}`,
      "",
      "This line lets it sign. Have somebody who looks after trust/ add it to trust/allowed_signers, in a change of its own:",
      "",
      `${name} ${options} ${publicKey.type} ${publicKey.blob.toString("base64")}`,
      "",
      `Your name must also stand in trust/roles.yaml, under the role that you hold: ${name}`,
      `Then sign: recare approve CAMPAIGN --concern privacy${flags.file === undefined ? "" : ` --key ${shown}`}`,
      "",
    ].join("\n"),
  );
}

function pathOf(file: string | undefined, { cwd, env }: Session): string {
  if (file !== undefined) return resolve(cwd, file);
  if (!env.HOME)
    throw new Problem("There is no home folder to put the key into.", "Name a file: --file recare_key");
  return join(env.HOME, ".ssh", "recare_ed25519");
}

function gitEmail(cwd: string): string {
  const { error, status, stdout } = spawnSync("git", ["config", "user.email"], { cwd });
  return error === undefined && status === 0 ? stdout.toString("utf8").trim() : "";
}
