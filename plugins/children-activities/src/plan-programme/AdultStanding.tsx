import { dayText, Status } from "@lianxin/web-kit";
import { text } from "../api.js";

interface Adult {
  readonly vetting: string;
  readonly checkedUntil: string | null;
  readonly trainedOn: string | null;
}
interface Props {
  readonly adult: Adult;
  /** The dates that are still ahead. */
  readonly ahead: readonly string[];
  readonly posts: readonly { readonly heldOn: string; readonly state: string }[];
}

/** May this adult be with children on that day, by what is known today? */
export const mayServe = ({ vetting, checkedUntil, trainedOn }: Adult, day: string): boolean =>
  vetting === "vetted" && checkedUntil !== null && day <= checkedUntil && trainedOn !== null && trainedOn <= day;

/** Why an adult may not be put on duty, or until when the check holds. */
function whyNot({ vetting, checkedUntil, trainedOn }: Adult): string | undefined {
  if (vetting === "expired" && checkedUntil) return text("children-activities.task.ended", { day: dayText(checkedUntil, { year: true }) });
  if (vetting !== "vetted" || checkedUntil === null) return text("children-activities.adults.unchecked");
  return trainedOn === null ? text("children-activities.adults.untrained") : undefined;
}

/** How an adult of a plan stands: until when the check holds, on how many dates they are on duty, and on which they cannot be. */
export function AdultStanding({ adult, ahead, posts }: Props) {
  const days = (isOff: boolean) => [...new Set(posts.filter(({ state }) => (state === "suspended") === isOff).map(({ heldOn }) => heldOn))];
  const why = whyNot(adult);
  const short = ahead.filter((day) => !mayServe(adult, day)).length;
  const suspended = days(true).map((day) => dayText(day));
  return (
    <>
      {why === undefined ? (
        <span class="lx-hint">{text("children-activities.adults.until", { day: dayText(adult.checkedUntil!, { year: true }) })}</span>
      ) : (
        <Status kind="gap" word={why} />
      )}
      {posts.length > 0 && <span>{text("children-activities.task.duties", { count: days(false).length })}</span>}
      {posts.length === 0 && why === undefined && short > 0 && <Status kind="gap" word={text("children-activities.task.short", { count: short })} />}
      {suspended.length > 0 && <Status kind="gap" word={text("children-activities.task.suspended", { days: suspended.join("、") })} />}
    </>
  );
}
