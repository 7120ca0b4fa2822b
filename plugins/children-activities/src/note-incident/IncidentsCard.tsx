import { Await, Card, EmptyState, useLoaded, whenText } from "@lianxin/web-kit";
import { api, text, told } from "../api.js";

/** What happened at a home, and what was reported to whom; for its director. */
export function IncidentsCard({ homeId }: { readonly homeId: string }) {
  const loaded = useLoaded(() => api("GET /homes/:homeId/incidents", { params: { homeId } }), [homeId]);
  return (
    <Card title={text("children-activities.page.incidents")}>
      <Await of={loaded}>
        {({ incidents, reports }) =>
          incidents.length + reports.length === 0 ? (
            <EmptyState why={text("children-activities.incident.none")} />
          ) : (
            <ul class="lx-stack">
              {reports.map(({ id, office, reportedAt, receipt }) => (
                <li key={id}>
                  <strong>{text("children-activities.report.line", { when: whenText(reportedAt), office: told("office", office) })}</strong> {receipt}
                </li>
              ))}
              {incidents.map(({ id, kind, at, child, words }) => (
                <li key={id}>
                  <span class="lx-num">{whenText(at)}</span> {told("incident", kind)} {child && <strong>{child}</strong>} {words}
                </li>
              ))}
            </ul>
          )
        }
      </Await>
    </Card>
  );
}
