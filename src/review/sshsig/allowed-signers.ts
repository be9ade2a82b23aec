import { type PublicKey, publicKeyOf } from "./public-key.ts";
import { fromBase64, Malformed } from "./wire.ts";

/** One line of `trust/allowed_signers`: a key, whose it is, and when and for what it counts. */
export interface AllowedSigner {
  readonly principals: readonly string[];
  /** Nothing: any purpose. */
  readonly namespaces: readonly string[] | undefined;
  /** Milliseconds since 1970, inclusive. */
  readonly validAfter: number | undefined;
  /** Milliseconds since 1970, exclusive. */
  readonly validBefore: number | undefined;
  readonly key: PublicKey;
  /** From 1. */
  readonly line: number;
}

/** A line that cannot be relied on. It allows nobody. */
export interface SignerMistake {
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

export interface AllowedSigners {
  readonly signers: readonly AllowedSigner[];
  readonly mistakes: readonly SignerMistake[];
}

/**
 * `trust/allowed_signers`, in the format of ssh-keygen(1), section ALLOWED SIGNERS.
 *
 * A part of that format, so that nothing in it means more than it seems to: names are names, not patterns; times are in
 * UTC; certificate authorities and other options are refused. A line that is refused allows nobody.
 *
 * @example
 * allowedSigners('dana@clinic.example namespaces="approval.v1@recare.dev" ssh-ed25519 AAAA…')
 */
export function allowedSigners(text: string): AllowedSigners {
  const signers: AllowedSigner[] = [];
  const mistakes: SignerMistake[] = [];
  text.split(/\r?\n/).forEach((written, index) => {
    const line = index + 1;
    if (/^\s*(?:#|$)/.test(written)) return;
    try {
      signers.push({ ...signerOf(written), line });
    } catch (thrown) {
      if (!(thrown instanceof Unreliable || thrown instanceof Malformed)) throw thrown;
      const remedy =
        thrown instanceof Unreliable
          ? thrown.remedy
          : "Copy the type and the key from the person's .pub file once more.";
      mistakes.push({ line, message: thrown.message, remedy });
    }
  });
  return { signers, mistakes };
}

class Unreliable extends Error {
  readonly remedy: string;
  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

const LINE =
  /^(?<names>\S+)[ \t]+(?:(?<options>(?:[a-z-]+(?:="[^"]*")?)(?:,[a-z-]+(?:="[^"]*")?)*)[ \t]+)?(?<type>(?:sk-)?(?:ssh|ecdsa)-[\w@.-]+)[ \t]+(?<key>[A-Za-z0-9+/=]+)(?:[ \t].*)?$/;

/** Nobody's line is longer; a longer one would only cost time. */
const LONGEST = 20_000;

function signerOf(written: string): Omit<AllowedSigner, "line"> {
  const { names, options, type, key } = (written.length <= LONGEST && LINE.exec(written)?.groups) || {};
  if (names === undefined || type === undefined || key === undefined) {
    throw new Unreliable(
      "this line is not a name, options and a key",
      'Write: name@clinic.example namespaces="approval.v1@recare.dev" ssh-ed25519 AAAA…',
    );
  }
  if (/[*?!]/.test(names)) {
    throw new Unreliable(
      `"${names}" is a pattern, which would allow people unseen`,
      "Write each name in full.",
    );
  }
  const parsed = publicKeyOf(fromBase64(key));
  if (parsed.type !== type) {
    throw new Unreliable(
      `the key is a ${parsed.type} key, and the line says ${type}`,
      "Copy both from the .pub file.",
    );
  }
  const chosen = optionsOf(options ?? "");
  const namespaces = chosen.get("namespaces")?.split(",");
  return {
    principals: names.split(","),
    namespaces,
    validAfter: timeOf(chosen.get("valid-after")),
    validBefore: timeOf(chosen.get("valid-before")),
    key: parsed,
  };
}

const OPTIONS = ["namespaces", "valid-after", "valid-before"];

function optionsOf(text: string): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const [, name = "", value] of text.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)) {
    if (!OPTIONS.includes(name) || value === undefined) {
      throw new Unreliable(
        `the option ${name} is not understood`,
        `Use only ${OPTIONS.join(", ")}, each with ="…".`,
      );
    }
    if (options.has(name)) throw new Unreliable(`the option ${name} stands here twice`, "Keep one of them.");
    options.set(name, value);
  }
  return options;
}

const TIME = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?Z$/;

/** Without Z the time would be that of whichever machine reads it. */
function timeOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const [year, month, day, hour, minute, second] = (TIME.exec(written) ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  const wrong = new Unreliable(`"${written}" is no time in UTC`, "Write it as 20261231Z or 20261231235959Z.");
  if (year === undefined || month === undefined || day === undefined) throw wrong;
  const time = new Date(Date.UTC(year, month - 1, day, hour ?? 0, minute ?? 0, second ?? 0));
  const stamp = time.toISOString().replaceAll(/[-:T]/g, "").slice(0, 14);
  if (!stamp.startsWith(written.slice(0, -1))) throw wrong;
  return time.getTime();
}

/** The line that allows this key to sign in this name, for this purpose, at this time; nothing where none does. */
export function allows(
  signers: readonly AllowedSigner[],
  asked: {
    readonly key: PublicKey;
    readonly principal: string;
    readonly namespace: string;
    readonly at: number;
  },
): AllowedSigner | undefined {
  return signers.find(
    ({ key, principals, namespaces, validAfter, validBefore }) =>
      key.blob.equals(asked.key.blob) &&
      principals.includes(asked.principal) &&
      (namespaces === undefined || namespaces.includes(asked.namespace)) &&
      (validAfter === undefined || asked.at >= validAfter) &&
      (validBefore === undefined || asked.at < validBefore),
  );
}
