#!/usr/bin/env node
"use strict";
// Starts the bundled program with the machine code that V8 kept from an earlier run of the same command, which takes
// about a quarter off a cold start. Kept code is executed as it is, so it is only ever read from a folder and a file
// that belong to this user and that nobody else can write. Any doubt, and the program starts without it.

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const DIST = path.join(__dirname, "..", "dist");
/** The program, and what other commands than `check` do: the files that are worth keeping the code of. */
const PROGRAM = path.join(DIST, "recare.cjs");
const COMMANDS = path.join(DIST, "commands.cjs");

try {
  load(PROGRAM);
} catch (error) {
  if (error?.code !== "ENOENT" || error.path !== PROGRAM) throw error;
  process.stderr.write("error: Recare is not built yet.\n  Run npm run build in its folder.\n");
  process.exit(2);
}

/** Runs a file of ours, and gives what it exports. */
function load(file) {
  // The bundle is ASCII, which V8 reads fastest as one byte a character.
  const source = fs.readFileSync(file, "latin1");
  const kept = keptCode(source, path.basename(file, ".cjs"));
  const script = new vm.Script(`(function(exports,require,module,__filename,__dirname){${source}\n})`, {
    filename: file,
    cachedData: kept?.data,
  });
  const module = { exports: {} };
  const requireOurs = (id) => (id === COMMANDS ? load(id) : require(id));
  script.runInThisContext()(module.exports, requireOurs, module, file, DIST);
  if (kept && (kept.data === undefined || script.cachedDataRejected)) {
    // At the end, when V8 has compiled what this command really uses.
    process.once("exit", (code) => {
      if (code === 0 || code === 1) keep(script.createCachedData(), kept);
    });
  }
  return module.exports;
}

/** Where the code of this file, Node and command is kept, and what is there; nothing where it cannot be trusted. */
function keptCode(text, name) {
  if (process.getuid === undefined || process.env.RECARE_NO_CODE_CACHE) return undefined;
  const base = process.env.XDG_CACHE_HOME || (process.env.HOME && path.join(process.env.HOME, ".cache"));
  if (!base || !path.isAbsolute(base)) return undefined;
  // The first line of the bundle names its content: `// recare 0.1.0 3f1c…`.
  const build = /^\/\/ recare (\S+ [0-9a-f]+)\n/.exec(text)?.[1];
  const command = /^[a-z]{1,12}$/.exec(process.argv[2] ?? "")?.[0] ?? "other";
  if (build === undefined) return undefined;
  const folder = path.join(base, "recare");
  const prefix = `${build.replace(" ", "-")}-${process.version}-${process.arch}-`;
  const file = path.join(folder, `${prefix}${command}-${name}.code`);
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOurs(fs.lstatSync(folder), "isDirectory")) return undefined;
  } catch {
    return undefined;
  }
  return { folder, file, prefix, data: ownedFile(file) };
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
function keep(data, { folder, file, prefix }) {
  try {
    const part = `${file}.${process.pid}`;
    fs.writeFileSync(part, data, { mode: 0o600, flag: "wx" });
    fs.renameSync(part, file);
    for (const name of fs.readdirSync(folder)) {
      if (name.endsWith(".code") && !name.startsWith(prefix))
        fs.rmSync(path.join(folder, name), { force: true });
    }
  } catch {
    // Without it the next start is as slow as this one was.
  }
}
