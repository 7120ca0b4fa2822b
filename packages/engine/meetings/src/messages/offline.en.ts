import type { offlineZhCN } from "./offline.zh-CN.js";

export const offlineEn: Record<keyof typeof offlineZhCN, string> = {
  "offline.kept": "No network; {count} entries are kept",
  "offline.hint":
    "They are on this device and stay when the page is closed; without a network do not reload it, it could not open again. They go out when there is a network; this page counts attendance and votes by the rules already.",
  "effect.unsent": "whether it has effect is known once it is sent",
  "offline.list": "See what is kept",
  "offline.votes": "{yes} for, {no} against, {abstain} abstaining",
  "offline.forget": "Drop it",
  "offline.send": "Send now",
  "offline.refusedNow": "It was not taken, and stands among what was refused; mend it and record it again",
  "offline.full": "There is no network, and this device can keep no more",
  "offline.full.remedy": "Write it on paper and enter it when there is a network",
};
