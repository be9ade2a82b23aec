// Bundles the program: one CommonJS file and the lexicon's table beside it.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/**
 * Parts of Node that some commands need and others never do, with the functions that are used of them: loaded at the
 * first call. Commander asks for child processes only to run commands that are programs of their own; we have none.
 */
const BUILTINS = {
  "node:child_process": ["spawn", "spawnSync"],
  "node:crypto": ["createHash", "createPublicKey", "randomBytes", "randomUUID", "timingSafeEqual", "verify"],
};
const loadedWhenUsed = {
  name: "loaded when used",
  setup(build) {
    const namespace = "loaded-when-used";
    build.onResolve({ filter: /^(?:node:)?(?:child_process|crypto)$/ }, ({ path, namespace: from }) => {
      const name = path.startsWith("node:") ? path : `node:${path}`;
      return from === namespace ? { path: name, external: true } : { path: name, namespace };
    });
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: BUILTINS[path]
        .map((name) => `exports.${name} = (...args) => require(${JSON.stringify(path)}).${name}(...args);`)
        .join("\n"),
    }));
  },
};

/**
 * Packages that a check of good campaigns never calls: chevrotain explains mistakes in conditions, markdown-it shows
 * mails in packets, diff compares wordings. Each is a file of its own, read at the first use of one of its exports.
 */
const SELDOM_USED = ["chevrotain", "diff", "markdown-it"];
const seldomUsed = {
  name: "seldom used",
  setup(build) {
    const namespace = "seldom-used";
    const filter = new RegExp(`^(?:${SELDOM_USED.join("|")})$`);
    build.onResolve({ filter }, ({ path }) => ({ path, namespace }));
    build.onLoad({ filter: /.*/, namespace }, async ({ path }) => {
      const load = `require(__dirname + "/${path}.cjs")`;
      const names = Object.keys(await import(path));
      // A package that is one class: it is read when the first object is made of it.
      if (names.includes("default")) {
        const made = "construct: (_, args) => Reflect.construct(LOAD, args)";
        const read = 'get: (_, name) => name === "__esModule" ? undefined : LOAD[name]';
        const handler = `{ ${made}, ${read} }`.replaceAll("LOAD", load);
        return { contents: `module.exports = new Proxy(class {}, ${handler});` };
      }
      const exports = names.map((name) => `get ${name}() { return ${load}.${name}; }`);
      return { contents: `module.exports = { ${exports.join(", ")} };` };
    });
  },
};

/** How everything that runs is written: for Node 20, small, with the names that liquidjs' nodes are told apart by. */
const WRITTEN = {
  bundle: true,
  write: false,
  platform: "node",
  target: "node20",
  format: "cjs",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  logLevel: "warning",
};

/**
 * The lexicon's table is a megabyte of numbers. As text in the program it would be read twice, once in the source and
 * once in V8's kept code, and decoded; as a file beside it, it is read as it is.
 */
const lexiconAsFile = {
  name: "lexicon as file",
  setup(build) {
    build.onLoad({ filter: /lexicon[/\\]table\.generated\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const [, table] = /^export const TABLE: string = "([^"]*)";$/m.exec(source) ?? [];
      if (table === undefined) throw new Error(`${path} holds no table`);
      replace("dist/lexicon.bin", Buffer.from(table, "base64"));
      const read =
        'import { readFileSync } from "node:fs"; export const TABLE = readFileSync(__dirname + "/lexicon.bin");';
      return { contents: source.replace(/^export const TABLE.*$/m, read), loader: "ts" };
    });
  },
};

/** Only commands that read plans or reviews from files need their validators, which are as large as all of the rules. */
const FORMATS = "formats.cjs";
const formatsAsFile = {
  name: "formats as file",
  setup(build) {
    const namespace = "formats";
    build.onResolve({ filter: /validators\.generated\.js$/ }, ({ path, resolveDir }) =>
      resolveDir.endsWith("formats") ? { path: resolve(resolveDir, path), namespace } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace }, () => ({
      contents: `module.exports = { get validators() { return require(__dirname + "/${FORMATS}").validators; } };`,
    }));
  },
};

/**
 * A check starts more often than all other commands together, and V8 reads the whole of the file that it starts from.
 * So there are two: the program, with `check` and what every command says of itself, and a file with what the others do.
 */
const COMMANDS = "commands.cjs";
const IN_THE_PROGRAM = new Set(["check"]);
const commandsAsFile = {
  name: "commands as file",
  setup(build) {
    const namespace = "commands";
    build.onResolve({ filter: /^\.\// }, ({ path, kind, importer, resolveDir }) => {
      const isOther = basename(importer) === "command.ts" && !IN_THE_PROGRAM.has(basename(resolveDir));
      return kind === "dynamic-import" && isOther
        ? { path: commandName(resolve(resolveDir, path)), namespace }
        : undefined;
    });
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: `module.exports = require(__dirname + "/${COMMANDS}")[${JSON.stringify(path)}];`,
    }));
  },
};

/** `roster/check`: a file that does what a command says, by its folder and name. */
function commandName(path) {
  return `${basename(dirname(path))}/${basename(path, ".ts")}`;
}

/** A module that exports what every command does that is not in the program. */
function otherCommands() {
  const files = readdirSync("src/cli")
    .filter((name) => !IN_THE_PROGRAM.has(name) && existsSync(join("src/cli", name, "command.ts")))
    .flatMap((name) => {
      const text = readFileSync(join("src/cli", name, "command.ts"), "utf8");
      return [...text.matchAll(/\bimport\("(\.\/[^"]+)"\)/g)].map(([, path]) => join("src/cli", name, path));
    })
    .sort();
  const entries = files.map(
    (file) => `get ${JSON.stringify(commandName(file))}() { return require("./${file}"); }`,
  );
  return `module.exports = { ${entries.join(", ")} };`;
}

/** Stands in the program where its digest will be. */
const BUILD = "digest of the build";

/** What both files of the program are made with. */
const PROGRAM = {
  ...WRITTEN,
  // vm.Script has no loader for import(), so what stays outside the bundle is required.
  supported: { "dynamic-import": false },
  // The Node build of yaml reads an environment variable for every token; its browser build gives the same trees
  // in three quarters of the time.
  alias: { yaml: resolve("node_modules/yaml/browser/index.js") },
  // Drivers are installed by those who need them; they are native, or load parts of themselves by name.
  external: ["@duckdb/node-api", "csv-parse", "exceljs", "libphonenumber-js", "nodemailer", "pdfkit", "pg"],
};

/** CommonJS, in files that V8 can keep the code of (see bin/recare.cjs): it starts fastest. */
export async function bundle() {
  const esbuild = await import("esbuild");
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  const plugins = [loadedWhenUsed, seldomUsed, lexiconAsFile, formatsAsFile];
  const built = async (options) => (await esbuild.build({ ...WRITTEN, ...options })).outputFiles[0].text;
  const program = await built({
    ...PROGRAM,
    entryPoints: ["src/cli/main.ts"],
    define: {
      RECARE_VERSION: JSON.stringify(version),
      RECARE_BUILD: JSON.stringify(BUILD),
      "import.meta.dirname": "__dirname",
    },
    plugins: [...plugins, commandsAsFile],
  });
  const commands = await built({
    ...PROGRAM,
    stdin: { contents: otherCommands(), resolveDir: "." },
    define: { "import.meta.dirname": "__dirname" },
    plugins,
  });
  const beside = new Map([[FORMATS, await built({ entryPoints: ["src/formats/validators.generated.js"] })]]);
  for (const name of SELDOM_USED) {
    const stdin = { contents: `module.exports = require("${name}");`, resolveDir: "." };
    beside.set(`${name}.cjs`, await built({ stdin }));
  }
  const hash = createHash("sha256").update(readFileSync("dist/lexicon.bin"));
  for (const text of [program, commands, ...beside.values()]) hash.update(text);
  const digest = hash.digest("hex").slice(0, 16);
  for (const [name, text] of beside) replace(`dist/${name}`, text);
  // The first line names the content, so that the launcher finds the code cache of exactly this file without hashing it.
  const first = `// recare ${version} ${digest}\n`;
  replace(`dist/${COMMANDS}`, first + ascii(commands));
  replace("dist/recare.cjs", first + ascii(program).replace(BUILD, digest));
}

/**
 * The launcher reads the program as one byte a character. esbuild escapes what lies outside ASCII, but not in tagged
 * templates, whose raw text an escape would change; none of our tags reads it.
 */
function ascii(program) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return program.replace(/\P{ASCII}/gu, (character) => character.split("").map(escaped).join(""));
}

/** In one step, so that a command that runs meanwhile reads the old program or the new one. */
function replace(path, text) {
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}
