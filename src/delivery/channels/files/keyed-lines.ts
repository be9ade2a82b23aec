import {
  closeSync,
  fdatasyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

/**
 * A file of lines, one for each key: adding a key again changes nothing. What a crash left half written is cut off when
 * the file is opened, so every line is whole.
 */
export class KeyedLines {
  private readonly file: number;
  private readonly keys: Set<string>;
  private size: number;
  private pending = "";

  /**
   * @param keyOf reads the key of a line that was written before
   * @throws the error of the system where the folder or the file cannot be made
   */
  constructor(path: string, keyOf: (line: string) => string | undefined) {
    mkdirSync(dirname(path), { recursive: true });
    this.file = openSync(path, "a+", 0o600);
    const written = readFileSync(path);
    this.size = written.lastIndexOf(10) + 1;
    if (this.size < written.length) ftruncateSync(this.file, this.size);
    const lines = written.subarray(0, this.size).toString("utf8").split("\n").slice(0, -1);
    this.keys = new Set(lines.flatMap((line) => keyOf(line) ?? []));
  }

  has(key: string): boolean {
    return this.keys.has(key);
  }

  add(key: string, line: string): void {
    if (this.keys.has(key)) return;
    this.keys.add(key);
    this.pending += `${line}\n`;
  }

  /**
   * Everything that was added is on disk when this returns. One wait for the disk for a batch of lines.
   *
   * @throws the error of the system where the disk is full; the file then ends with whole lines still
   */
  flush(): void {
    if (this.pending === "") return;
    const bytes = Buffer.from(this.pending, "utf8");
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(this.file, bytes, done);
      fdatasyncSync(this.file);
    } catch (error) {
      ftruncateSync(this.file, this.size);
      throw error;
    }
    this.size += bytes.length;
    this.pending = "";
  }

  close(): void {
    try {
      this.flush();
    } finally {
      closeSync(this.file);
    }
  }
}
