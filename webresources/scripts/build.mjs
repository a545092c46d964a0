// Builds what ships (the production bundle of each control, each form script) and, for the local page, the platform's libraries and the chart library.
import { spawnSync } from "node:child_process";
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const controls = [
  { project: "journey", name: "Journey", mostBytes: 40_000 },
  { project: "board", name: "Board", mostBytes: 40_000 },
];

for (const { project, name, mostBytes } of controls) {
  const bundle = join(root, project, "out", "controls", name, "bundle.js");
  rmSync(join(root, project, "out"), { recursive: true, force: true });

  const compiler = join(root, "node_modules", "pcf-scripts", "bin", "pcf-scripts.js");
  const run = spawnSync(process.execPath, [compiler, "build", "--buildMode", "production", "--noColor"], {
    cwd: join(root, project), encoding: "utf8", env: { ...process.env, PP_TOOLS_TELEMETRY_OPTOUT: "1" },
  });
  // pcf-scripts exits 0 when lint, manifest or bundling fails: only its words and the bundle tell.
  if (!run.stdout?.includes("[build] Succeeded")) fail(`${project} was not built.\n${run.error ?? ""}${run.stdout ?? ""}${run.stderr ?? ""}`);

  // The platform loads one style sheet of a control: what it shares with the others is written into it.
  const styles = join("css", `${name}.css`);
  await build({
    entryPoints: [join(root, project, name, styles)], outfile: join(root, project, "out", "controls", name, styles),
    bundle: true, minify: true, target: "chrome105", allowOverwrite: true,
  });

  const { size } = statSync(bundle);
  if (size > mostBytes) fail(`The bundle of ${project} has ${size} bytes; its budget is ${mostBytes}.`);
  console.log(`${project}: ${size} bytes of at most ${mostBytes}`);
}

// A form script is one file, and what it exports hangs on one global name: the command bar calls it by that.
const forms = [{ script: "process", globalName: "BuyerPath.Process" }];
for (const { script, globalName } of forms) {
  await build({
    entryPoints: [join(root, "forms", `${script}.ts`)],
    outfile: join(root, "forms", "out", `${script}.js`),
    banner: { js: '"use strict";' },
    bundle: true,
    format: "iife",
    globalName,
    target: "es2018", // the newest that the solution checker reads: web-unsupported-syntax
  });
}

for (const [name, format] of [["platform", "iife"], ["charts", "esm"]])
  await build({
    entryPoints: [join(root, "platform", `${name}.js`)],
    outfile: join(root, "platform", "out", `${name}.js`),
    bundle: true,
    minify: true,
    format,
    define: { "process.env.NODE_ENV": '"production"' },
  });

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
