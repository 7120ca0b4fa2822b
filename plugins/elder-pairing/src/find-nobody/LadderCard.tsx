import { useState } from "preact/hooks";
import { Button, Card, ErrorNotice, timeText } from "@lianxin/web-kit";
import { api, text, word } from "../api.js";
import { StrikeStep } from "../undo-press/StrikeStep.js";
import type { OwnElder } from "../log-visit/VisitPage.js";
import { Told } from "./Told.js";

interface LadderProps {
  readonly ladder: NonNullable<OwnElder["ladder"]>;
  readonly card: OwnElder["card"];
  readonly onDone: () => Promise<unknown>;
  /** For whoever answers for the place, instead of the helper. */
  readonly isDesk?: boolean;
}
const steps = ["call", "call_again", "neighbour", "family", "grid", "emergency"] as const;

interface Call {
  readonly phone: string;
  /** Whose number it is, where there are several. */
  readonly who: string;
}
const isNeighbour = ({ relation }: OwnElder["card"]["contacts"][number]): boolean => relation.includes("邻");
/** Whom a step calls: the elder, neighbours on the card, the family one after the other, who answers for the place, or help. */
function callsOf(step: string, { phone, contacts }: OwnElder["card"], leads: LadderProps["ladder"]["leads"]): readonly Call[] {
  if (step === "emergency") return ["120", "110"].map((number) => ({ phone: number, who: "" }));
  if (step === "grid") return leads.flatMap((one) => (one.phone === null ? [] : [{ phone: one.phone, who: one.name }]));
  if (step === "neighbour" || step === "family") {
    const asked = contacts.filter((one) => isNeighbour(one) === (step === "neighbour"));
    return asked.flatMap((one) => (one.phone === null ? [] : [{ phone: one.phone, who: [one.relation, one.name].filter(Boolean).join(" ") }]));
  }
  return step.startsWith("call") && phone !== null ? [{ phone, who: "" }] : [];
}
const answers = ["nobody", "answered"] as const;
/** Somebody sets out: whoever was asked to look, or help. */
const sendsSomebody: ReadonlySet<string> = new Set(["neighbour", "family", "grid", "emergency"]);
const resultsOf = (step: string) => (sendsSomebody.has(step) ? ([...answers, "on_the_way"] as const) : answers);

/** Nobody answers: each step with its number to call and its stamp, in order; help at any moment. */
export function LadderCard({ ladder, card, onDone, isDesk = false }: LadderProps) {
  const [error, setError] = useState<unknown>();
  const [outcome, setOutcome] = useState("");
  const params = { ladderId: ladder.id };
  const run = async (work: () => Promise<unknown>) => {
    setError(undefined);
    await work().then(onDone, setError);
  };
  const take = (step: (typeof steps)[number], result: ReturnType<typeof resultsOf>[number]) =>
    run(() => api(isDesk ? "POST /ladders/:ladderId/steps" : "POST /mine/ladders/:ladderId/steps", { params, body: { step, result } }));
  const close = (state: "safe" | "emergency") => {
    const body = { state, outcome: outcome.trim() || word("result", "answered") };
    return run(() => api(isDesk ? "POST /ladders/:ladderId/close" : "POST /mine/ladders/:ladderId/close", { params, body }));
  };
  return (
    <Card title={text("elder-pairing.ladder.heading")}>
      <div class="lx-stack">
        <Told leads={ladder.leads} />
        {error !== undefined && <ErrorNotice error={error} />}
        <ol class="visit-steps">
          {steps.map((step) => {
            const done = ladder.steps.find((one) => one.step === step);
            const isNext = ladder.next?.step === step || step === "emergency";
            const waits = ladder.next?.step === step && ladder.next.notBefore;
            return (
              <li key={step}>
                <span>
                  {done && <strong class="lx-num">{timeText(done.at)} </strong>}
                  {word("step", step)} {done && word("result", done.result)}
                  {done && <StrikeStep ladderId={ladder.id} step={done} isDesk={isDesk} onDone={onDone} />}
                  {!done && waits && <span class="lx-hint"> {text("elder-pairing.ladder.from", { time: timeText(waits) })}</span>}
                </span>
                {!done && isNext && (
                  <span class="lx-actions">
                    {callsOf(step, card, ladder.leads).map(({ phone, who }) => (
                      <a key={phone} href={`tel:${phone}`}>
                        {text("elder-pairing.ladder.call", { phone: `${who} ${phone}`.trim() })}
                      </a>
                    ))}
                    {resultsOf(step).map((result) => (
                      <Button key={result} look="soft" aria-label={`${word("step", step)} ${word("result", result)}`} onClick={() => void take(step, result)}>
                        {word("result", result)}
                      </Button>
                    ))}
                  </span>
                )}
              </li>
            );
          })}
        </ol>
        <p class="lx-hint">{text("elder-pairing.ladder.raises")}</p>
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
