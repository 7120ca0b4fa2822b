import { Await, Card, dayText, EmptyState, Meta, Notice, PageHead, Status, t, useLoaded, type StatusKind } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import "./Ledger.css";

type Decision = Awaited<ReturnType<typeof load>>["decisions"][number];
const load = () => api("GET /public/decisions");

function DecisionView({ decision }: { readonly decision: Decision }) {
  const { text: what, arithmetic, effect, decidedOn, warnings, meeting, number, noticeId, parts } = decision;
  return (
    <Card title={what}>
      <p class="lx-hint">
        <Meta>
          {[meeting, number].filter(Boolean).join(" ")}
          {dayText(decidedOn, { year: true })}
          {text("meetings.ledger.arithmetic", { arithmetic })}
          {t(`meetings.effect.${effect}`)}
        </Meta>
      </p>
      {warnings.map(({ code, competentBody, citation }) => (
        <Notice key={code}>{text("meetings.room.warning", { body: t(`meetings.competent.${competentBody}`), citation })}</Notice>
      ))}
      {parts.length === 0 && <p>{text("meetings.ledger.noParts")}</p>}
      <ul class="decision-parts">
        {parts.map(({ id, title, lead, dueOn, light }) => (
          <li key={id}>
            <span>
              <Status kind={light as StatusKind} /> {title}
            </span>
            <span class="lx-hint">{lead ? text("meetings.ledger.lead", { lead, day: dueOn ? dayText(dueOn) : "" }) : text("meetings.claim.gap")}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/meetings/notices/${noticeId}`}>{text("meetings.ledger.notice")}</a>
      </p>
    </Card>
  );
}

/** For anyone: what was decided, and how far it is. */
export default function LedgerPage() {
  const ledger = useLoaded(load, []);
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("meetings.ledger.heading")} />
      <Await of={ledger}>
        {({ decisions }) =>
          decisions.length === 0 ? (
            <EmptyState why={text("meetings.ledger.empty")} />
          ) : (
            decisions.map((decision) => <DecisionView key={decision.id} decision={decision} />)
          )
        }
      </Await>
    </div>
  );
}
