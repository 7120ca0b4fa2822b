import { useSignal } from "@preact/signals";
import { Button } from "@lianxin/web-kit";
import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { text } from "../api.js";

interface Props {
  readonly name: string;
  readonly look: "plain" | "soft";
  readonly onEnd: () => unknown;
}

/** Takes somebody off the list of who may collect a child, after a question: what was written of them is not kept. */
export function EndCollector({ name, look, onEnd }: Props) {
  const asks = useSignal(false);
  return (
    <>
      <Button look={look} aria-label={`${text("children-activities.collector.end")} ${name}`} onClick={() => (asks.value = true)}>
        {text("children-activities.collector.end")}
      </Button>
      <ConfirmDialog
        isOpen={asks.value}
        onClose={() => (asks.value = false)}
        title={text("children-activities.collector.endTitle", { name })}
        verb={text("children-activities.collector.endVerb")}
        isDanger
        onConfirm={async () => void (await onEnd())}
      >
        <p>{text("children-activities.collector.endSure")}</p>
      </ConfirmDialog>
    </>
  );
}
