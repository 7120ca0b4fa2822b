import { Await, Card, EmptyState, whenText, type Loaded } from "@lianxin/web-kit";
import { api, text, told } from "../api.js";

export const readNoted = (sessionId: string) => api("GET /sessions/:sessionId/incidents", { params: { sessionId } });
type Noted = Awaited<ReturnType<typeof readNoted>>;

const By = ({ name }: { readonly name: string }) => <span class="lx-hint">{text("children-activities.incident.by", { name })}</span>;

/** What was noted of a session already, by whom, so that nobody notes it twice; and where it is put right. */
export const NotedCard = ({ noted }: { readonly noted: Loaded<Noted> }) => (
  <Card title={text("children-activities.incident.sofar")}>
    <Await of={noted}>
      {({ incidents, reports, isMine, homeId }) =>
        incidents.length + reports.length === 0 ? (
          <EmptyState why={text("children-activities.incident.nothing")} />
        ) : (
          <>
            <ul class="lx-stack">
              {reports.map(({ id, office, reportedAt, by }) => (
                <li key={id}>
                  <strong>{text("children-activities.report.line", { when: whenText(reportedAt), office: told("office", office) })}</strong> <By name={by} />
                </li>
              ))}
              {incidents.map(({ id, kind, at, child, words, by }) => (
                <li key={id}>
                  <span class="lx-num">{whenText(at)}</span> {told("incident", kind)} {child && <strong>{child}</strong>} {words} <By name={by} />
                </li>
              ))}
            </ul>
            <p>
              {isMine ? (
                <a href={`/children-activities/homes/${homeId}`}>{text("children-activities.incident.right")}</a>
              ) : (
                text("children-activities.incident.right.ask")
              )}
            </p>
          </>
        )
      }
    </Await>
  </Card>
);
