import { addressOf, ButtonLink, Card, dayText, Meta, t } from "@lianxin/web-kit";
import { Printer } from "@lianxin/web-kit/icons";
import { needed, TextArea } from "@lianxin/web-kit/forms";
import { api, text, type PartAnswer, type VerbProps } from "../api.js";
import { PlainVerb } from "../show-commitment/PlainVerb.js";
import { VerbButton } from "../show-commitment/VerbButton.js";

type Hand = PartAnswer["handOvers"][number];
type Side = "giver" | "taker";

function Sign({ hand, side, line, onDone }: VerbProps & { readonly hand: Hand; readonly side: Side }) {
  const params = { commitmentId: line.commitmentId!, handOverId: hand.id };
  return (
    <>
      <PlainVerb
        verb={text(side === "giver" ? "commitments.handOver.move.giverSigns" : "commitments.handOver.move.takerSigns")}
        done={text("commitments.done.signed")}
        send={(idempotencyKey) => api("POST /commitments/:commitmentId/hand-overs/:handOverId/signatures", { params, body: { side }, idempotencyKey })}
        onDone={onDone}
      />
      <VerbButton
        verb={text("commitments.handOver.move.refuse")}
        title={text("commitments.handOver.move.refuse")}
        done={text("commitments.done.decided")}
        start={{ reason: "" }}
        check={({ reason }) => ({ reason: needed(reason, text("commitments.field.reason")) })}
        send={({ reason }, idempotencyKey) =>
          api("POST /commitments/:commitmentId/hand-overs/:handOverId/refusal", { params, body: { side, reason }, idempotencyKey })
        }
        onDone={onDone}
      >
        <TextArea name="reason" label={text("commitments.field.reason")} maxLength={2000} />
      </VerbButton>
    </>
  );
}

const isWaiting = ({ state }: Hand): boolean => state !== "done" && state !== "refused";

/** Hand-overs of this promise, with the signatures that are still to come. */
export function HandOvers({ handOvers, ...props }: VerbProps & Pick<PartAnswer, "handOvers">) {
  if (handOvers.length === 0) return null;
  return (
    <Card title={text("commitments.handOvers")}>
      <ul class="lx-stack">
        {handOvers.map((hand) => (
          <li key={hand.id}>
            <Meta>
              <strong>{`${hand.organization} ${hand.person}`}</strong>
              {text("commitments.dueOn", { day: dayText(hand.dueOn) })}
              {t(`commitments.handOver.state.${hand.state}`)}
            </Meta>
            <p>{hand.reason}</p>
            {hand.refusedNote !== null && <p class="lx-hint">{hand.refusedNote}</p>}
            <div class="lx-actions">
              {isWaiting(hand) && (
                <ButtonLink
                  icon={Printer}
                  href={addressOf("commitments", "/commitments/:commitmentId/hand-overs/:handOverId/slip", {
                    commitmentId: props.line.commitmentId!,
                    handOverId: hand.id,
                  })}
                  download
                >
                  {text("commitments.handOver.print")}
                </ButtonLink>
              )}
              {hand.mayGive && <Sign hand={hand} side="giver" {...props} />}
              {hand.mayTake && <Sign hand={hand} side="taker" {...props} />}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
