import { useSignal } from "@preact/signals";
import { Button, dayText } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import type { Props } from "./CallOff.js";
import { toldWords } from "./told-words.js";

/** A date that was called off is held after all: who comes back to it, and who was told. */
export function RestoreDate({ sessionId, heldOn, act }: Props) {
  const asks = useSignal(false);
  const restore = () =>
    act(async () => {
      const { children, childrenNot, duties, dutiesNot, ...told } = await api("POST /sessions/:sessionId/call-off-undone", { params: { sessionId } });
      toast(
        [
          text("children-activities.on.done", { children, duties }),
          ...(childrenNot > 0 ? [text("children-activities.on.childrenNot", { count: childrenNot })] : []),
          ...(dutiesNot > 0 ? [text("children-activities.on.dutiesNot", { count: dutiesNot })] : []),
          ...toldWords(told),
        ].join("；"),
      );
    });
  return (
    <>
      <Button look="plain" aria-label={`${text("children-activities.on.verb")} ${dayText(heldOn)}`} onClick={() => (asks.value = true)}>
        {text("children-activities.on.verb")}
      </Button>
      <ConfirmDialog
        isOpen={asks.value}
        onClose={() => (asks.value = false)}
        title={`${dayText(heldOn)}：${text("children-activities.on.verb")}`}
        verb={text("children-activities.on.verb")}
        onConfirm={restore}
      >
        <p>{text("children-activities.on.sure")}</p>
      </ConfirmDialog>
    </>
  );
}
