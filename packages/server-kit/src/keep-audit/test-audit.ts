import type { Ports } from "../ports.js";
import { clockFrom, idMaker } from "../run-with-ports.js";
import { seededRandom } from "../keep-secrets/test-keys.js";
import type { AuditDraft } from "../write-lane/records.js";

const start = Date.UTC(2026, 8, 9, 7);

/** Ports whose clock goes on a second with each reading, with seeded randomness. */
export function auditPorts(seed = 5): Pick<Ports, "clock" | "random" | "newId"> {
  let seconds = 0;
  const clock = clockFrom(() => start + 1000 * seconds++, "Asia/Shanghai");
  const random = seededRandom(seed);
  return { clock, random, newId: idMaker(clock, random) };
}

export const aDraft = (part: Partial<AuditDraft> = {}): AuditDraft => ({
  at: "2026-09-09T07:00:00.000Z",
  account: "a-1",
  person: "p-1",
  action: "volunteer-days.signUp",
  target: "shift-1",
  detail: { seats: 2, 备注: "早班" },
  ...part,
});
