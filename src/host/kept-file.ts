import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { isAbsolute, join } from "node:path";

/** A larger file is not kept. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Workspaces that are remembered; those that were checked longest ago are forgotten. */
const MOST_FILES = 32;

/**
 * A text that one run keeps for the next, in the user's cache folder.
 *
 * It is believed, so it is read only from a folder and a file that belong to this user and that nobody else can write,
 * and only where its digest says that it is whole. Any doubt, a full disk or another process in the way: there is
 * none, and the run works without.
 */
export class KeptFile {
  private readonly folder: string | undefined;
  private readonly path: string;

  /** @param name what the text is about; it is kept under the digest of this */
  constructor(name: string, env: Readonly<Record<string, string | undefined>>) {
    this.folder = keptFolder(env);
    this.path = join(this.folder ?? "", `${sha256(name).slice(0, 32)}.kept`);
  }

  read(): string | undefined {
    if (this.folder === undefined) return undefined;
    const bytes = ownedBytes(this.path);
    if (bytes === undefined) return undefined;
    const digest = bytes.subarray(0, DIGEST_LENGTH).toString("latin1");
    const content = bytes.subarray(DIGEST_LENGTH);
    return sha256(content) === digest ? content.toString("utf8") : undefined;
  }

  /** Takes the old text's place in one step, so that a reader sees one of them whole. */
  write(text: string): void {
    if (this.folder === undefined) return;
    const content = Buffer.from(text, "utf8");
    if (content.length > MOST_BYTES) return;
    const part = `${this.path}.${process.pid}`;
    try {
      writeFileSync(part, Buffer.concat([Buffer.from(sha256(content), "latin1"), content]), {
        mode: 0o600,
        flag: "wx",
      });
      renameSync(part, this.path);
      forgetOldest(this.folder);
    } catch {
      rmSync(part, { force: true });
    }
  }
}

/** Hexadecimal. */
const DIGEST_LENGTH = 64;

/** The folder, if it is this user's alone; systems without owners keep nothing. */
function keptFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const base = env.XDG_CACHE_HOME || (env.HOME && join(env.HOME, ".cache"));
  if (process.getuid === undefined || !base || !isAbsolute(base)) return undefined;
  const folder = join(base, "recare");
  const within = join(folder, "findings");
  try {
    mkdirSync(within, { recursive: true, mode: 0o700 });
    const areOurs = [folder, within].every((path) => {
      const stat = lstatSync(path);
      return stat.isDirectory() && isOurs(stat);
    });
    return areOurs ? within : undefined;
  } catch {
    return undefined;
  }
}

function ownedBytes(path: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stat = fstatSync(file);
    return stat.isFile() && isOurs(stat) && stat.size <= MOST_BYTES + DIGEST_LENGTH
      ? readFileSync(file)
      : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function isOurs({ uid, mode }: Stats): boolean {
  return uid === process.getuid?.() && (mode & 0o022) === 0;
}

/** Files beyond the newest, and what runs that were killed left half written. */
function forgetOldest(folder: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  if (files.length <= MOST_FILES) return;
  const byAge = files
    .flatMap((path) => {
      const stat = statSync(path, { throwIfNoEntry: false });
      return stat === undefined ? [] : [{ path, at: stat.mtimeMs }];
    })
    .sort((a, b) => b.at - a.at);
  for (const { path } of byAge.slice(MOST_FILES)) rmSync(path, { force: true });
}

function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
