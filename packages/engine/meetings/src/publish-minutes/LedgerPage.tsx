import { Await, Card, dayText, EmptyState, Meta, Notice, PageHead, Status, t, useLoaded, type StatusKind } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import "./Ledger.css";

type Decision = Awaited<ReturnType<typeof load>>["decisions"][number];
const load = async () => {
  const [{ decisions }, { notices }] = await Promise.all([api("GET /public/decisions"), api("GET /public/notices")]);
  return { decisions, notices };
};
type Listed = Awaited<ReturnType<typeof load>>["notices"][number];
const kinds = { up: "track", objected: "check", faulted: "check", settled: "done", withdrawn: "hold" } as const;

/** Every notice, whether or not something was decided: each leads to its page, where anybody may object while it is up. */
function Notices({ notices }: { readonly notices: readonly Listed[] }) {
  if (notices.length === 0) return null;
  return (
    <Card title={text("meetings.ledger.notices")}>
      <ul class="decision-parts">
        {notices.map(({ id, title, fromOn, toOn, state }) => (
          <li key={id}>
            <span>
              <a href={`/meetings/notices/${id}`}>{title}</a>
            </span>
            <span class="lx-hint">
              {text("meetings.posted.window", { from: dayText(fromOn), to: dayText(toOn) })}{" "}
              <Status kind={kinds[state as keyof typeof kinds]} word={t(`meetings.posting.${state}`)} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function DecisionView({ decision }: { readonly decision: Decision }) {
  const { text: what, arithmetic, effect, decidedOn, warnings, meeting, number, noticeId, counts, vote, parts } = decision;
  return (
    <Card title={what}>
      <p class="lx-hint">
        <Meta>
          {[meeting, number].filter(Boolean).join(" ")}
          {dayText(decidedOn, { year: true })}
          {counts ? text("meetings.ledger.counts", { ...counts, arithmetic }) : text("meetings.ledger.arithmetic", { arithmetic })}
          {t(`meetings.effect.${effect}`)}
        </Meta>
      </p>
      {vote && <p>{vote}</p>}
      {(effect === "effective" ? [] : warnings).map(({ code, competentBody, citation }) => (
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
        {({ decisions, notices }) => (
          <>
            <Notices notices={notices} />
            {decisions.length === 0 ? (
              <EmptyState why={text("meetings.ledger.empty")} />
            ) : (
              decisions.map((decision) => <DecisionView key={decision.id} decision={decision} />)
            )}
          </>
        )}
      </Await>
    </div>
  );
}
