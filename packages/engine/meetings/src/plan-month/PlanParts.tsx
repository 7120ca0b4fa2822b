import { Button, Card, whenText } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import type { PlanAnswer } from "./plan-api.js";

/** How far the search or the setting of times is, and the way to stop it. */
export function Working({ plan }: { readonly plan: PlanAnswer }) {
  const key = plan.state === "applying" ? "meetings.plan.applying" : "meetings.plan.working";
  return (
    <Card title={text("meetings.page.plans")}>
      <div class="lx-stack">
        <p role="status">{text(key, { placed: plan.placed, done: plan.done, total: plan.total })}</p>
        <progress class="plan-progress" max={1} value={plan.share} aria-label={text("meetings.page.plans")} />
        <div class="lx-actions">
          <Button onClick={() => void api("POST /plans/:planId/stop", { params: { planId: plan.id } })}>{text("meetings.plan.stop")}</Button>
        </div>
      </div>
    </Card>
  );
}

/** Meetings without a time, each with the rules that block it. */
export function Unplaced({ plan }: { readonly plan: PlanAnswer }) {
  const left = plan.entries.filter(({ place }) => place === null);
  if (left.length === 0) return null;
  return (
    <Card title={text("meetings.plan.unplaced", { count: left.length })}>
      <ul>
        {left.map(({ meetingId, title, broken }) => (
          <li key={meetingId}>
            <a href={`/meetings/${meetingId}/prepare`}>{title}</a> {text("meetings.plan.unplaced.why", { rules: broken.join("；") })}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What a repair moves, from where to where. */
export function Moves({ plan }: { readonly plan: PlanAnswer }) {
  const moved = plan.entries.filter(({ was, place }) => was !== null && place !== null);
  if (moved.length === 0) return null;
  const roomOf = (id: string | null) => plan.venues.find((venue) => venue.id === id)?.name ?? "";
  const tell = ({ startsAt, endsAt, venueId }: NonNullable<PlanAnswer["entries"][number]["place"]>) =>
    `${whenText(startsAt, endsAt)} ${roomOf(venueId)}`.trim();
  return (
    <Card title={text("meetings.plan.moves")}>
      <ol>
        {moved.map(({ meetingId, title, was, place }) => (
          <li key={meetingId}>
            <strong>{title}</strong> {text("meetings.plan.move.line", { from: tell(was!), to: tell(place!) })}
          </li>
        ))}
      </ol>
    </Card>
  );
}
