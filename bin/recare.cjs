#!/usr/bin/env node
"use strict";
// Starts the bundled program with the machine code that V8 kept from an earlier run of the same command, which takes
// about a quarter off a cold start. Kept code is executed as it is, so it is only ever read from a folder and a file
// that belong to this user and that nobody else can write. Any doubt, and the program starts without it.

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const PROGRAM = path.join(__dirname, "..", "dist", "recare.cjs");

let source;
try {
  // The bundle is ASCII, which V8 reads fastest as one byte a character.
  source = fs.readFileSync(PROGRAM, "latin1");
} catch {
  process.stderr.write("error: Recare is not built yet.\n  Run npm run build in its folder.\n");
  process.exit(2);
}

const kept = keptCode(source);
const script = new vm.Script(`(function(exports,require,module,__filename,__dirname){${source}\n})`, {
  filename: PROGRAM,
  cachedData: kept?.data,
});
const program = { exports: {} };
script.runInThisContext()(program.exports, require, program, PROGRAM, path.dirname(PROGRAM));
if (kept && (kept.data === undefined || script.cachedDataRejected)) {
  // At the end, when V8 has compiled what this command really uses.
  process.once("exit", (code) => {
    if (code === 0 || code === 1) keep(script.createCachedData(), kept.folder, kept.file);
  });
}

/** Where the code of this program, Node and command is kept, and what is there; nothing where it cannot be trusted. */
function keptCode(text) {
  if (process.getuid === undefined || process.env.RECARE_NO_CODE_CACHE) return undefined;
  const base = process.env.XDG_CACHE_HOME || (process.env.HOME && path.join(process.env.HOME, ".cache"));
  if (!base || !path.isAbsolute(base)) return undefined;
  // The first line of the bundle names its content: `// recare 0.1.0 3f1c…`.
  const build = /^\/\/ recare (\S+ [0-9a-f]+)\n/.exec(text)?.[1];
  const command = /^[a-z]{1,12}$/.exec(process.argv[2] ?? "")?.[0] ?? "other";
  if (build === undefined) return undefined;
  const folder = path.join(base, "recare");
  const file = path.join(
    folder,
    `${build.replace(" ", "-")}-${process.version}-${process.arch}-${command}.code`,
  );
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOurs(fs.lstatSync(folder), "isDirectory")) return undefined;
  } catch {
    return undefined;
  }
  return { folder, file, data: ownedFile(file) };
}

/** The bytes of a file that this user alone could have written. */
function ownedFile(file) {
  let open;
  try {
    open = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW);
    return isOurs(fs.fstatSync(open), "isFile") ? fs.readFileSync(open) : undefined;
  } catch {
    return undefined;
  } finally {
    if (open !== undefined) fs.closeSync(open);
  }
}

function isOurs(stat, kind) {
  return stat[kind]() && stat.uid === process.getuid() && (stat.mode & 0o022) === 0;
}

/** Writes the code in one step, and forgets what other builds left. */
function keep(data, folder, file) {
  try {
    const part = `${file}.${process.pid}`;
    fs.writeFileSync(part, data, { mode: 0o600, flag: "wx" });
    fs.renameSync(part, file);
    const prefix = path.basename(file).replace(/-[a-z]+\.code$/, "-");
    for (const name of fs.readdirSync(folder)) {
      if (name.endsWith(".code") && !name.startsWith(prefix))
        fs.rmSync(path.join(folder, name), { force: true });
    }
  } catch {
    // Without it the next start is as slow as this one was.
  }
}
