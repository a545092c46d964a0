import { join } from "node:path";

/** The folder webresources: the tests are started in it by scripts/test.mjs, for bundling moves their files. */
export const webresources = process.cwd();
export const fixtures = join(webresources, "tests", "fixtures");
