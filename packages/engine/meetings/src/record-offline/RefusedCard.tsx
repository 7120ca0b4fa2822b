import { Card, Status, t, timeText, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";

const load = async (meetingId: string) => (await api("GET /meetings/:meetingId/refused-commands", { params: { meetingId } })).commands;

/** What was recorded and could not be done, with why and what to do; nothing of it is lost from the log. */
export function RefusedCard({ meetingId, waiting }: { readonly meetingId: string; readonly waiting: number }) {
  const loaded = useLoaded(() => load(meetingId), [meetingId, waiting], { keepsOld: true });
  const refused = loaded.value ?? [];
  if (refused.length === 0) return null;
  return (
    <Card title={text("meetings.refused.heading")} aside={<span class="lx-num">{refused.length}</span>}>
      <p class="lx-hint">{text("meetings.refused.hint")}</p>
      <ul class="offline-list">
        {refused.map(({ id, at, kind, message, remedy }) => (
          <li key={id}>
            <span>
              <Status kind="late" word={`${timeText(at)} ${t(`meetings.command.${kind}`)}`} />
              <br />
              {message}
              <br />
              <small class="lx-hint">{remedy}</small>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
