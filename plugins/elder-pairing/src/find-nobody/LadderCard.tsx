import { useState } from "preact/hooks";
import { Button, Card, ErrorNotice, timeText } from "@lianxin/web-kit";
import { api, text, word } from "../api.js";
import type { OwnElder } from "../log-visit/VisitPage.js";

interface LadderProps {
  readonly ladder: NonNullable<OwnElder["ladder"]>;
  readonly card: OwnElder["card"];
  readonly onDone: () => Promise<unknown>;
  /** For whoever answers for the place, instead of the helper. */
  readonly isDesk?: boolean;
}
const steps = ["call", "call_again", "neighbour", "family", "grid", "emergency"] as const;

/** Whom a step calls: the elder, the family, or help; a neighbour and the grid worker are known at the place. */
function phoneOf(step: string, { phone, contacts }: OwnElder["card"]): string | null {
  if (step === "emergency") return "120";
  if (step === "family") return contacts.find((one) => one.phone !== null)?.phone ?? null;
  return step.startsWith("call") ? phone : null;
}

/** Nobody answers: each step with its number to call and its stamp, in order; help at any moment. */
export function LadderCard({ ladder, card, onDone, isDesk = false }: LadderProps) {
  const [error, setError] = useState<unknown>();
  const [outcome, setOutcome] = useState("");
  const params = { ladderId: ladder.id };
  const run = async (work: () => Promise<unknown>) => {
    setError(undefined);
    await work().then(onDone, setError);
  };
  const take = (step: (typeof steps)[number], result: "answered" | "nobody") =>
    run(() => api(isDesk ? "POST /ladders/:ladderId/steps" : "POST /mine/ladders/:ladderId/steps", { params, body: { step, result } }));
  const close = (state: "safe" | "emergency") => {
    const body = { state, outcome: outcome.trim() || word("result", "answered") };
    return run(() => api(isDesk ? "POST /ladders/:ladderId/close" : "POST /mine/ladders/:ladderId/close", { params, body }));
  };
  return (
    <Card title={text("elder-pairing.ladder.heading")}>
      <div class="lx-stack">
        {error !== undefined && <ErrorNotice error={error} />}
        <ol class="visit-steps">
          {steps.map((step) => {
            const done = ladder.steps.find((one) => one.step === step);
            const phone = phoneOf(step, card);
            const isNext = ladder.next?.step === step || step === "emergency";
            const waits = ladder.next?.step === step && ladder.next.notBefore;
            return (
              <li key={step}>
                <span>
                  {done && <strong class="lx-num">{timeText(done.at)} </strong>}
                  {word("step", step)} {done && word("result", done.result)}
                  {!done && waits && <span class="lx-hint"> {text("elder-pairing.ladder.from", { time: timeText(waits) })}</span>}
                </span>
                {!done && isNext && (
                  <span class="lx-actions">
                    {phone && <a href={`tel:${phone}`}>{text("elder-pairing.ladder.call", { phone })}</a>}
                    <Button look="soft" aria-label={`${word("step", step)} ${word("result", "nobody")}`} onClick={() => void take(step, "nobody")}>
                      {word("result", "nobody")}
                    </Button>
                    <Button look="soft" aria-label={`${word("step", step)} ${word("result", "answered")}`} onClick={() => void take(step, "answered")}>
                      {word("result", "answered")}
                    </Button>
                  </span>
                )}
              </li>
            );
          })}
        </ol>
        <label class="lx-field">
          <span class="lx-label">{text("elder-pairing.ladder.outcome")}</span>
          <input class="lx-input" maxLength={200} value={outcome} onInput={(event) => setOutcome(event.currentTarget.value)} />
        </label>
        <div class="lx-actions">
          <Button look="filled" onClick={() => void close("safe")}>
            {text("elder-pairing.ladder.safe")}
          </Button>
          <Button look="danger" onClick={() => void close("emergency")}>
            {text("elder-pairing.ladder.hurt")}
          </Button>
        </div>
      </div>
    </Card>
  );
}
