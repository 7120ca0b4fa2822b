import { Card, dayText, Meta, t } from "@lianxin/web-kit";
import { api, text, type PartAnswer, type VerbProps } from "../api.js";
import { DecideButtons } from "../show-commitment/DecideButtons.js";
import { PlainVerb } from "../show-commitment/PlainVerb.js";

/** Requests for more time or for leave to drop the work, and their decisions. */
export function PendingRequests({ requests, line, onDone }: VerbProps & Pick<PartAnswer, "requests">) {
  if (requests.length === 0) return null;
  return (
    <Card title={text("commitments.requests")}>
      <ul class="lx-stack">
        {requests.map(({ id, kind, reason, wantedDueOn, state, askedBy, decidedBy, decidedNote, mayDecide, mayWithdraw }) => (
          <li key={id}>
            <Meta>
              <strong>{t(`commitments.request.kind.${kind}`)}</strong>
              {wantedDueOn !== null && text("commitments.until", { day: dayText(wantedDueOn) })}
              {askedBy}
              {t(`commitments.request.state.${state}`)}
              {decidedBy}
            </Meta>
            <p>{reason}</p>
            {decidedNote !== null && <p class="lx-hint">{decidedNote}</p>}
            {mayWithdraw && (
              <PlainVerb
                verb={text("commitments.verb.takeBack")}
                done={text("commitments.done.takeBack")}
                send={(idempotencyKey) =>
                  api("POST /parts/:partId/requests/:requestId/withdrawal", { params: { partId: line.partId, requestId: id }, idempotencyKey })
                }
                onDone={onDone}
              />
            )}
            {mayDecide && (
              <DecideButtons
                yes={text("commitments.verb.grant")}
                no={text("commitments.verb.refuse")}
                done={text("commitments.done.decided")}
                send={(isApproved, note, idempotencyKey) =>
                  api("POST /parts/:partId/requests/:requestId/decision", {
                    params: { partId: line.partId, requestId: id },
                    body: { isApproved, note },
                    idempotencyKey,
                  })
                }
                onDone={onDone}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
