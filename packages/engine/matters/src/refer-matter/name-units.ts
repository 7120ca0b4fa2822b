import type { ReferralRow } from "./referral.repository.js";

/** Units as people write them, each with its office: "光明路社区居委会、县城管局（市政科）". */
export const nameUnits = (units: readonly Pick<ReferralRow, "unitName" | "office">[]): string =>
  units.map(({ unitName, office }) => (office ? `${unitName}（${office}）` : unitName)).join("、");
