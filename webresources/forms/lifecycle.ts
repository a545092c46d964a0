import { LifecycleChoice } from "../shared/schema.g";

/** What can be done about the life of a version of a buying process: draft, active, retired, and never back. */
export type LifecycleStep = "activate" | "retire" | "newVersion";

/** The steps that make sense for a stored version. The server has the last word: it also asks whether the process is complete. */
export function stepsFrom(lifecycle: number | null): readonly LifecycleStep[] {
  switch (lifecycle) {
    case LifecycleChoice.draft: return ["activate", "newVersion"];
    case LifecycleChoice.active: return ["retire", "newVersion"];
    case LifecycleChoice.retired: return ["newVersion"];
    default: return [];
  }
}
