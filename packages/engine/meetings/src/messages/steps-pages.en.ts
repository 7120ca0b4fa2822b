import type { stepsPagesZhCN } from "./steps-pages.zh-CN.js";

export const stepsPagesEn: Record<keyof typeof stepsPagesZhCN, string> = {
  "error.chainElsewhere": "This matter does not lie in “{place}”",
  "error.chainElsewhere.remedy": "Choose the place of the matter, or one above it",
  "steps.where": "Where",
  "steps.decides": "{place} (decided by {body})",
  "steps.startHint": "From then on a decision has no effect while a step before it is missing.",
  "steps.started": "The steps were started",
  "steps.nextIs": "Next: {step}",
  "steps.matter": "See the matter",
  "steps.see": "See every step",
  "steps.noMatters": "No matter waits for a meeting. Register and accept one first.",
  "steps.notHere": "No villagers' assembly decides at the place of this matter, so these steps are not asked.",
  "steps.stop": "Follow these steps no further",
  "steps.stopWhy": "Why not",
  "steps.stopHint": "Steps that were done stay. A decision without effect gets none by this.",
};
