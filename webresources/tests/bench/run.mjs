// Bundles the benchmark, for node runs no TypeScript, and runs it.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const outfile = join(import.meta.dirname, "..", "out", "bench", "run.mjs");
await build({ entryPoints: [join(import.meta.dirname, "run.ts")], outfile, bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "warning" });
await import(pathToFileURL(outfile).href);
