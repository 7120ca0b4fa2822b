import { useState } from "preact/hooks";
import { Button, Notice } from "@lianxin/web-kit";
import { Dialog } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { DeclineForm } from "./DeclineForm.js";

interface DeclineProps {
  readonly elder: { readonly id: string; readonly name: string };
  readonly onDone: () => Promise<unknown>;
}

/** A helper's no to an elder they were asked to take, with why: somebody else is found, and nobody is asked again. */
export function DeclineMine({ elder: { id, name }, onDone }: DeclineProps) {
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button look="plain" aria-label={`${text("elder-pairing.mine.decline")} ${name}`} onClick={() => setAsked(true)}>
        {text("elder-pairing.mine.decline")}
      </Button>
      <Dialog isOpen={isAsked} onClose={() => setAsked(false)} title={text("elder-pairing.mine.declineOf", { name })}>
        {isAsked && (
          <div class="lx-stack">
            <Notice>{text("elder-pairing.mine.declineSure")}</Notice>
            <DeclineForm
              sides={["cadre"]}
              submit={text("elder-pairing.mine.decline")}
              send={(_, reason, idempotencyKey) => api("POST /mine/elders/:elderId/decline", { params: { elderId: id }, body: { reason }, idempotencyKey })}
              onDone={async () => {
                setAsked(false);
                await onDone();
              }}
            />
          </div>
        )}
      </Dialog>
    </>
  );
}
