import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** OpenSSH's own signer and verifier, where it is installed: the independent reading that ours is held against. */
export const hasSshKeygen = spawnSync("ssh-keygen", ["-?"]).error === undefined;

export const KEY_TYPES = [
  ["ed25519", ["-t", "ed25519"]],
  ["ecdsa-256", ["-t", "ecdsa", "-b", "256"]],
  ["ecdsa-384", ["-t", "ecdsa", "-b", "384"]],
  ["ecdsa-521", ["-t", "ecdsa", "-b", "521"]],
  ["rsa-2048", ["-t", "rsa", "-b", "2048"]],
  ["rsa-4096", ["-t", "rsa", "-b", "4096"]],
] as const;

/** A folder with keys of its own; `close` removes it. */
export class Keyring {
  readonly #folder = mkdtempSync(join(tmpdir(), "recare-keys-"));

  /** Makes a key, and gives the line of its public half: type and key. */
  make(name: string, options: readonly string[] = ["-t", "ed25519"]): string {
    execFileSync("ssh-keygen", ["-q", "-N", "", "-C", name, ...options, "-f", join(this.#folder, name)]);
    return readFileSync(join(this.#folder, `${name}.pub`), "utf8")
      .split(" ")
      .slice(0, 2)
      .join(" ");
  }

  /** Where the private half of a key lies. */
  path(name: string): string {
    return join(this.#folder, name);
  }

  /** `SHA256:…`, as OpenSSH prints it. */
  fingerprint(name: string): string {
    return (
      execFileSync("ssh-keygen", ["-l", "-f", `${this.path(name)}.pub`])
        .toString()
        .split(" ")[1] ?? ""
    );
  }

  /** The armored signature of these bytes. */
  sign(name: string, namespace: string, message: Buffer): string {
    const args = ["-q", "-Y", "sign", "-n", namespace, "-f", join(this.#folder, name)];
    return execFileSync("ssh-keygen", args, { input: message, stdio: ["pipe", "pipe", "pipe"] }).toString();
  }

  /** Whether OpenSSH accepts it. */
  accepts(asked: {
    readonly signers: string;
    readonly principal: string;
    readonly namespace: string;
    readonly message: Buffer;
    readonly armored: string;
    /** As `20261123120000Z`. */
    readonly at?: string;
  }): boolean {
    const signature = join(this.#folder, "checked.sig");
    const signers = join(this.#folder, "allowed_signers");
    writeFileSync(signature, asked.armored);
    writeFileSync(signers, asked.signers);
    const time = asked.at === undefined ? [] : ["-O", `verify-time=${asked.at}`];
    const { principal, namespace, message } = asked;
    return (
      spawnSync(
        "ssh-keygen",
        ["-Y", "verify", "-f", signers, "-I", principal, "-n", namespace, "-s", signature, ...time],
        { input: message },
      ).status === 0
    );
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
