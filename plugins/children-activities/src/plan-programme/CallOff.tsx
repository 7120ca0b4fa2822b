import { useSignal } from "@preact/signals";
import { Button, dayText } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import type { Acting } from "../hold-session/BoardPage.js";
import { toldWords } from "./told-words.js";

export interface Props extends Acting {
  readonly sessionId: string;
  readonly heldOn: string;
}

/** One date is not held: why, and everybody it concerns is told at once. */
export function CallOff({ sessionId, heldOn, act }: Props) {
  const [asks, reason] = [useSignal(false), useSignal("")];
  const callOff = () =>
    act(async () => {
      const told = await api("POST /sessions/:sessionId/call-off", { params: { sessionId }, body: { reason: reason.value.trim() } });
      toast([text("children-activities.off.done"), ...toldWords(told)].join("；"));
    });
  return (
    <>
      <Button look="plain" aria-label={`${text("children-activities.off.verb")} ${dayText(heldOn)}`} onClick={() => (asks.value = true)}>
        {text("children-activities.off.verb")}
      </Button>
      <ConfirmDialog
        isOpen={asks.value}
        onClose={() => (asks.value = false)}
        title={`${dayText(heldOn)}：${text("children-activities.off.verb")}`}
        verb={text("children-activities.off.verb")}
        isDanger
        onConfirm={callOff}
      >
        <p>{text("children-activities.off.sure")}</p>
        <div class="lx-field">
          <label for={`off-${sessionId}`}>{text("children-activities.off.reason")}</label>
          <input
            id={`off-${sessionId}`}
            class="lx-input"
            maxLength={40}
            required
            value={reason.value}
            onInput={(event) => (reason.value = event.currentTarget.value)}
          />
        </div>
      </ConfirmDialog>
    </>
  );
}
