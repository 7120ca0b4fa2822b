import { dayText, timeText } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { Own } from "./GuardianPage.js";

export type Ahead = Own["children"][number]["sessions"];

/** Dates ahead as a guardian needs them: when to bring the child, to what and where. */
export const AheadList = ({ sessions }: { readonly sessions: Ahead }) => (
  <ul>
    {sessions.map(({ id, heldOn, startsAt, endsAt, title, home, isHere }) => (
      <li key={id} class="lx-num">
        {dayText(heldOn)} {timeText(startsAt)}–{timeText(endsAt)} {title} {home}
        {isHere && ` ${text("children-activities.own.here")}`}
      </li>
    ))}
  </ul>
);

/** What the child is enrolled in. */
export const OwnAhead = ({ child }: { readonly child: { readonly sessions: Ahead } }) => (
  <section class="lx-stack own-part">
    <h3>{text("children-activities.own.ahead")}</h3>
    {child.sessions.length === 0 ? <p class="lx-hint">{text("children-activities.own.ahead.none")}</p> : <AheadList sessions={child.sessions} />}
  </section>
);
