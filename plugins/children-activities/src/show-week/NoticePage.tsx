import { Await, Card, dayText, EmptyState, PageHead, timeText, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";

/** The public notice of the sessions ahead: what, when, where, how many; nobody's name. */
export default function NoticePage() {
  const loaded = useLoaded(() => api("GET /public/sessions"), []);
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("children-activities.page.notice")} note={text("children-activities.notice.note")} />
      <Await of={loaded}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <EmptyState why={text("children-activities.notice.none")} />
          ) : (
            sessions.map(({ title, purpose, home, heldOn, startsAt, endsAt, children, adults, smallest, isCalledOff }) => (
              <Card key={`${home} ${startsAt} ${title}`} title={`${dayText(heldOn)} ${timeText(startsAt)}–${timeText(endsAt)} ${title}`}>
                <p>
                  {home}：
                  {isCalledOff
                    ? text("children-activities.notice.off")
                    : children === null
                      ? text("children-activities.notice.few", { smallest, adults })
                      : text("children-activities.notice.figures", { children, adults })}
                </p>
                <p class="lx-hint">{purpose}</p>
              </Card>
            ))
          )
        }
      </Await>
    </div>
  );
}
