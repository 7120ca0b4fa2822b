import { useState } from "preact/hooks";
import { Button, Card, dayText, ErrorNotice, Notice } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { api, reason, text, word } from "../api.js";
import type { Read, Reload } from "../show-pairs/read-elder.js";
import { DeclineForm } from "./DeclineForm.js";

type Pair = Read["history"]["pairs"][number];
type Apart = Read["history"]["apart"][number];
const sides = ["elder", "cadre", "complaint"] as const;

/** Who is not sent any more, with why and since when, and the way back. */
function ApartLine({ elderId, one, onDone }: { readonly elderId: string; readonly one: Apart; readonly onDone: Reload }) {
  const [error, setError] = useState<unknown>();
  const end = async () => {
    await api("POST /elders/:elderId/apart/end", { params: { elderId }, body: { cadreId: one.cadreId } }).then(async () => {
      await onDone();
      toast(text("elder-pairing.apart.ended"));
    }, setError);
  };
  const because = one.reason === null ? reason(one.kind) : text("elder-pairing.apart.because", { kind: reason(one.kind), reason: word("apart", one.reason) });
  return (
    <li class="lx-actions">
      {text("elder-pairing.apart.line", { cadre: one.cadre, because, day: dayText(one.sinceOn) })}
      <Button look="plain" aria-label={`${text("elder-pairing.apart.end")} ${one.cadre}`} onClick={() => void end()}>
        {text("elder-pairing.apart.end")}
      </Button>
      {error !== undefined && <ErrorNotice error={error} />}
    </li>
  );
}

/** 不要再派: a helper whom the elder does not want, who does not want to, or about whom there was a complaint, is replaced and never sent again. */
export function ApartCard({ elderId, history: { pairs, apart }, onDone }: Pick<Read, "history"> & { readonly elderId: string; readonly onDone: Reload }) {
  const [chosen, setChosen] = useState<Pair>();
  const now = pairs.filter(({ untilOn }) => untilOn === null);
  if (now.length + apart.length === 0) return null;
  return (
    <Card title={text("elder-pairing.apart.heading")}>
      <div class="lx-stack">
        {now.length > 0 && (
          <div class="lx-actions">
            {now.map((pair) => (
              <Button key={pair.id} look="soft" onClick={() => setChosen(pair)}>
                {text("elder-pairing.apart.open", { role: word("role", pair.role), cadre: pair.cadre })}
              </Button>
            ))}
          </div>
        )}
        {apart.length > 0 && (
          <ul class="lx-stack">
            {apart.map((one) => (
              <ApartLine key={`${one.cadreId} ${one.kind}`} elderId={elderId} one={one} onDone={onDone} />
            ))}
          </ul>
        )}
      </div>
      <Dialog
        isOpen={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        title={chosen ? text("elder-pairing.apart.open", { role: word("role", chosen.role), cadre: chosen.cadre }) : ""}
      >
        {chosen && (
          <div class="lx-stack">
            <Notice>{text("elder-pairing.apart.sure")}</Notice>
            <DeclineForm
              sides={sides}
              submit={text("elder-pairing.apart.verb")}
              send={(by, why, idempotencyKey) =>
                api("POST /elders/:elderId/decline", { params: { elderId }, body: { by, cadreId: chosen.cadreId, reason: why }, idempotencyKey })
              }
              onDone={async () => {
                setChosen(undefined);
                await onDone();
              }}
            />
          </div>
        )}
      </Dialog>
    </Card>
  );
}
