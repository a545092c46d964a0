import { join } from "node:path";

/** The folder webresources: the tests are started in it by scripts/test.mjs, for bundling moves their files. */
export const webresources = process.cwd();
/** Examples that the plugins and the control must both satisfy; the domain writes the journeys among them. */
export const cases = join(webresources, "..", "tests", "cases");
