import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceText } from "../source/index.ts";
import { contentsOf, isInRepository, isLink, revisionOf, treeOf } from "./git.ts";
import { Problem, problemOf } from "./problem.ts";

/** The files that say whose word counts. */
const TRUST_FILES = ["roles.yaml", "required.yaml", "allowed_signers", "revoked"] as const;

/** No such file is longer: a thousand people have keys in a third of it. */
const LONGEST = 1024 * 1024;

/** Where trust is read from when nobody says. */
export const USUAL_TRUST_REF = "origin/main";

/** `trust/` as it was read, and where. */
export interface TrustSource {
  /** With paths that begin with `trust/`. */
  readonly files: readonly SourceText[];
  /** The revision, as somebody asked for it; nothing where a folder was read. */
  readonly revision: string | undefined;
  /** `origin/main` or `the folder ../trust`. */
  readonly shown: string;
}

/** Where to read trust from: a revision of the repository, or a folder outside of what is judged. */
export interface TrustAsked {
  readonly ref: string | undefined;
  /** Absolute path. */
  readonly folder: string | undefined;
  /** The folder as messages name it. */
  readonly shown: string | undefined;
}

/**
 * The folder `trust/` from the trusted revision, never from the files here: a change must not say itself who may
 * approve it.
 *
 * @throws Problem where there is no such revision or folder, or where it holds no trust
 */
export function readTrust(root: string, { ref, folder, shown }: TrustAsked): TrustSource {
  if (folder !== undefined) return trustInFolder(folder, shown ?? folder);
  if (!isInRepository(root)) {
    throw new Problem(
      "This workspace is in no git repository, so nobody knows which trust/ was there before the change.",
      "Name a folder that the authors of the change cannot write: --trust ../trusted/trust",
    );
  }
  const name = ref ?? USUAL_TRUST_REF;
  const revision = revisionOf(root, name);
  const entries = treeOf(revision, "trust/").filter(({ path }) => isTrustFile(path));
  if (entries.length === 0) throw noTrust(`The revision ${name}`);
  const link = entries.find(isLink);
  if (link !== undefined)
    throw new Problem(`${link.path} is a link in ${name}.`, "Commit the file itself to that revision.");
  const contents = contentsOf(
    revision.top,
    entries.map(({ object }) => object),
  );
  const files = entries.map(({ path }, index) => textOf(path, contents[index] ?? Buffer.alloc(0)));
  return { files, revision: name, shown: name };
}

function trustInFolder(folder: string, shown: string): TrustSource {
  const files = TRUST_FILES.filter((name) => existsSync(join(folder, name))).map((name) => {
    try {
      if (!lstatSync(join(folder, name)).isFile())
        throw new Problem(`${join(shown, name)} is no file.`, "Put the file itself there.");
      return textOf(`trust/${name}`, readFileSync(join(folder, name)));
    } catch (error) {
      throw problemOf(error, `read ${join(shown, name)}`);
    }
  });
  if (files.length === 0) throw noTrust(`The folder ${shown}`);
  return { files, revision: undefined, shown: `the folder ${shown}` };
}

function isTrustFile(path: string): boolean {
  return TRUST_FILES.some((name) => path === `trust/${name}`);
}

function textOf(path: string, bytes: Buffer): SourceText {
  if (bytes.length > LONGEST)
    throw new Problem(`${path} is larger than one megabyte.`, "Take out keys that nobody uses any more.");
  return { path, text: bytes.toString("utf8") };
}

function noTrust(where: string): Problem {
  return new Problem(
    `${where} holds no trust/: nobody can approve anything.`,
    "Write trust/roles.yaml and trust/allowed_signers there first: docs/approvals.md begins with it.",
  );
}
