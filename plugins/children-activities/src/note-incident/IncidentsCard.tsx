import { Await, Card, dateOf, dayText, EmptyState, useLoaded, whenText } from "@lianxin/web-kit";
import { api, text, told } from "../api.js";
import type { Child } from "../keep-children/ChildrenPart.js";
import { CorrectIncident } from "./CorrectIncident.js";
import { StrikeButton } from "./StrikeButton.js";

const read = (homeId: string) => api("GET /homes/:homeId/incidents", { params: { homeId } });
export type Incident = Awaited<ReturnType<typeof read>>["incidents"][number];
type Report = Awaited<ReturnType<typeof read>>["reports"][number];

/** When a line was struck out and why. */
const Struck = ({ line: { struckAt, struckReason } }: { readonly line: Pick<Incident, "struckAt" | "struckReason"> }) => (
  <span class="lx-hint">{text("children-activities.incident.struck", { day: dayText(dateOf(struckAt!)), reason: told("strike", struckReason!) })}</span>
);

function ReportLine({ report, onDone }: { readonly report: Report; readonly onDone: () => Promise<unknown> }) {
  const { id, office, reportedAt, receipt, struckAt } = report;
  const line = text("children-activities.report.line", { when: whenText(reportedAt), office: told("office", office) });
  if (struckAt !== null)
    return (
      <li>
        <s>{line}</s> <Struck line={report} />
      </li>
    );
  return (
    <li>
      <strong>{line}</strong> {receipt}
      <StrikeButton about={line} strike={(reason) => api("POST /reports/:reportId/strike", { params: { reportId: id }, body: { reason } })} onDone={onDone} />
    </li>
  );
}

interface LineProps {
  readonly incident: Incident;
  readonly children: readonly Pick<Child, "id" | "name">[];
  readonly onDone: () => Promise<unknown>;
}

export function IncidentLine({ incident, children, onDone }: LineProps) {
  const { id, kind, at, child, words, struckAt, isCorrected } = incident;
  const said = (
    <>
      <span class="lx-num">{whenText(at)}</span> {told("incident", kind)} {child && <strong>{child}</strong>} {words}
    </>
  );
  if (struckAt !== null)
    return (
      <li>
        <s>{said}</s> <Struck line={incident} />
      </li>
    );
  return (
    <li>
      {said} {isCorrected && <span class="lx-hint">{text("children-activities.incident.corrected")}</span>}
      <StrikeButton
        about={`${whenText(at)} ${told("incident", kind)} ${child ?? ""}`}
        strike={(reason) => api("POST /incidents/:incidentId/strike", { params: { incidentId: id }, body: { reason } })}
        onDone={onDone}
      />
      <CorrectIncident incident={incident} children={children} onDone={onDone} />
    </li>
  );
}

/** What happened at a home, and what was reported to whom, to be put right or struck out; for its director. */
export function IncidentsCard({ homeId, children }: { readonly homeId: string; readonly children: LineProps["children"] }) {
  const loaded = useLoaded(() => read(homeId), [homeId], { keepsOld: true });
  return (
    <Card title={text("children-activities.page.incidents")}>
      <Await of={loaded}>
        {({ incidents, reports }) =>
          incidents.length + reports.length === 0 ? (
            <EmptyState why={text("children-activities.incident.none")} />
          ) : (
            <ul class="lx-stack">
              {reports.map((report) => (
                <ReportLine key={report.id} report={report} onDone={loaded.reload} />
              ))}
              {incidents.map((incident) => (
                <IncidentLine key={incident.id} incident={incident} children={children} onDone={loaded.reload} />
              ))}
            </ul>
          )
        }
      </Await>
    </Card>
  );
}
