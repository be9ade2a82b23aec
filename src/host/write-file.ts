import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { problemOf } from "./problem.ts";

/**
 * Writes a whole file or nothing: the text goes to a file beside it, reaches the disk, and takes the name in one
 * step. A reader sees the old plan or the new one, never half of one.
 *
 * @param shown The path as messages name it.
 * @throws Problem where the disk is full, read-only or not ours to write.
 */
export function writeFile(path: string, text: string, shown = path): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(beside, "wx");
    try {
      writeWhole(file, Buffer.from(text, "utf8"));
      renameSync(beside, path);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  } catch (error) {
    throw problemOf(error, `write ${shown}`);
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Removes a file that no longer stands; one that is not there is fine. */
export function removeFile(path: string, shown = path): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw problemOf(error, `remove ${shown}`);
  }
}
