import { useState } from "preact/hooks";
import { Button } from "@lianxin/web-kit";
import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { text } from "../api.js";

interface EraseProps {
  readonly name: string;
  /** Sends the name as it was typed; whoever types another one is refused. */
  readonly erase: (typed: string) => Promise<unknown>;
  readonly onDone: () => Promise<unknown>;
}

/** Erasing a person: the name is typed, so that nobody does it by a slip. */
export function EraseButton({ name, erase, onDone }: EraseProps) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  return (
    <>
      <div class="lx-actions">
        <Button look="plain" aria-label={`${text("elder-pairing.erase.open")} ${name}`} onClick={() => (setTyped(""), setOpen(true))}>
          {text("elder-pairing.erase.open")}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={text("elder-pairing.erase.heading")}
        verb={text("elder-pairing.erase.verb")}
        isDanger
        onConfirm={async () => {
          await erase(typed);
          await onDone();
        }}
      >
        <p>{text("elder-pairing.erase.sure")}</p>
        <label class="lx-field">
          <span class="lx-label">{text("elder-pairing.erase.name")}</span>
          <input class="lx-input" autocomplete="off" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
      </ConfirmDialog>
    </>
  );
}
