import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";
import { isSkippedFolder } from "./read-workspace.ts";

export interface Watch {
  close(): void;
}

/** An editor writes one save as several events; they are waited for, and nobody notices so little. */
const SETTLE_MS = 25;
/** A save that never ends is looked at all the same. */
const LONGEST_MS = 150;
/** Where the system cannot tell, it is asked. */
const POLL_MS = 250;
const DEEPEST = 32;

/**
 * Calls back after every change below a folder. Folders are watched and never files: an editor that writes a new file
 * and renames it over the old one leaves a watch on a file looking at nothing.
 *
 * @param root absolute path of the workspace
 * @param changed called once for changes that follow each other at once; what changed, whoever is called finds out
 */
export function watchWorkspace(root: string, changed: () => void): Watch {
  const folders = new WatchedFolders(() => settle());
  let since = 0;
  let timer: NodeJS.Timeout | undefined;
  const settle = () => {
    const now = performance.now();
    if (timer === undefined) since = now;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        timer = undefined;
        folders.follow(root);
        changed();
      },
      Math.max(0, Math.min(SETTLE_MS, since + LONGEST_MS - now)),
    );
  };
  folders.follow(root);
  // Also tells of a root that was moved away and is back, and of systems that refuse to watch so many folders.
  let before = folders.isComplete ? "" : fingerprint(root);
  const poll = setInterval(() => {
    if (folders.isComplete) return;
    const after = fingerprint(root);
    if (after !== before) settle();
    before = after;
  }, POLL_MS);
  return {
    close: () => {
      clearTimeout(timer);
      clearInterval(poll);
      folders.close();
    },
  };
}

class WatchedFolders {
  private readonly watched = new Map<string, { readonly watcher: FSWatcher; readonly inode: number }>();
  /** False where some folder could not be watched. */
  isComplete = true;

  constructor(private readonly onEvent: () => void) {}

  /** Watches every folder that is there now, and no other. */
  follow(root: string): void {
    const present = new Map(foldersOf(root));
    for (const [path, { watcher, inode }] of this.watched) {
      if (present.get(path) === inode) continue;
      watcher.close();
      this.watched.delete(path);
    }
    this.isComplete = present.size > 0;
    for (const [path, inode] of present) {
      if (this.watched.has(path)) continue;
      try {
        const watcher = watch(path, this.onEvent);
        // Told of a folder that is gone; the next look around drops it.
        watcher.on("error", this.onEvent);
        this.watched.set(path, { watcher, inode });
      } catch {
        this.isComplete = false;
      }
    }
  }

  close(): void {
    for (const { watcher } of this.watched.values()) watcher.close();
    this.watched.clear();
  }
}

function foldersOf(path: string, depth = 0): [path: string, inode: number][] {
  try {
    const { ino } = statSync(path);
    const below = readdirSync(path, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith(".") && !isSkippedFolder(entry.name),
    );
    const deeper = depth < DEEPEST ? below.flatMap(({ name }) => foldersOf(join(path, name), depth + 1)) : [];
    return [[path, ino], ...deeper];
  } catch {
    // Gone between two looks, or not ours to read: the compiler says so if it matters.
    return [];
  }
}

/** Names, sizes and times of all that lies in the folders: another one for every change. */
function fingerprint(root: string): string {
  const lines = foldersOf(root).flatMap(([folder]) => {
    try {
      return readdirSync(folder).map((name) => {
        const { size, mtimeMs } = statSync(join(folder, name));
        return `${folder}/${name} ${size} ${mtimeMs}`;
      });
    } catch {
      return [folder];
    }
  });
  return lines.join("\n");
}
