import { Card, dayText, Meta, t } from "@lianxin/web-kit";
import { api, text, type PartAnswer, type VerbProps } from "../api.js";
import { DecideButtons } from "../show-commitment/DecideButtons.js";
import { PlainVerb } from "../show-commitment/PlainVerb.js";

/** Who else wants to lead, why, and what was decided. */
export function CounterClaims({ counterClaims, line, onDone }: VerbProps & Pick<PartAnswer, "counterClaims">) {
  if (counterClaims.length === 0) return null;
  return (
    <Card title={text("commitments.counterClaims")}>
      <ul class="lx-stack">
        {counterClaims.map(({ id, organization, owner, dueOn, conditions, words, state, mayDecide, mayWithdraw }) => (
          <li key={id}>
            <Meta>
              <strong>{organization}</strong>
              {owner}
              {text("commitments.dueOn", { day: dayText(dueOn) })}
              {t(`commitments.counterClaim.state.${state}`)}
            </Meta>
            <p>{words}</p>
            {conditions !== null && <p class="lx-hint">{conditions}</p>}
            {mayWithdraw && (
              <PlainVerb
                verb={text("commitments.verb.takeBack")}
                done={text("commitments.done.takeBack")}
                send={(idempotencyKey) =>
                  api("POST /parts/:partId/counter-claims/:counterClaimId/withdrawal", {
                    params: { partId: line.partId, counterClaimId: id },
                    idempotencyKey,
                  })
                }
                onDone={onDone}
              />
            )}
            {mayDecide && (
              <DecideButtons
                yes={text("commitments.counterClaim.move.accept")}
                no={text("commitments.counterClaim.move.refuse")}
                done={text("commitments.done.decided")}
                send={(isAccepted, note, idempotencyKey) =>
                  api("POST /parts/:partId/counter-claims/:counterClaimId/decision", {
                    params: { partId: line.partId, counterClaimId: id },
                    body: { isAccepted, note },
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
