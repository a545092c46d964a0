// Runs the tests of one kind: bundles each *.test.ts, for node runs no TypeScript, and hands them to node's test runner.
//   node scripts/test.mjs unit | browser | client [how the names of the files begin]
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const [kind, prefix = ""] = process.argv.slice(2);
const kinds = ["unit", "browser", "client"];
if (!kinds.includes(kind)) {
  console.error(`Say which tests: ${kinds.join(", ")}.`);
  process.exit(1);
}

const source = join(root, "tests", kind);
const outdir = join(root, "tests", "out", kind);
rmSync(outdir, { recursive: true, force: true });
const entryPoints = readdirSync(source).filter(name => name.endsWith(".test.ts") && name.startsWith(prefix)).map(name => join(source, name));
await build({ entryPoints, outdir, outExtension: { ".js": ".mjs" }, bundle: true, platform: "node", format: "esm", packages: "external", sourcemap: "inline", logLevel: "warning" });

const files = readdirSync(outdir).map(name => join(outdir, name));
const run = spawnSync(process.execPath, ["--enable-source-maps", "--test", "--test-reporter=tap", ...files], { cwd: root, stdio: "inherit" });
process.exit(run.status ?? 1);
