import { useState } from "preact/hooks";
import { Button } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { sayRestored } from "./say-restored.js";
import { WhatReturns } from "./WhatReturns.js";

interface RestoreProps {
  readonly elder: { readonly id: string; readonly name: string };
  readonly onDone: () => Promise<unknown>;
}

/** 恢复: an elder who was said to have died or moved by mistake, asked once more with what comes back. */
export function RestoreElder({ elder: { id, name }, onDone }: RestoreProps) {
  const [isAsked, setAsked] = useState(false);
  const restore = async () => {
    const restored = await api("POST /elders/:elderId/restore", { params: { elderId: id } });
    await onDone();
    toast(sayRestored(restored));
  };
  return (
    <>
      <Button look="soft" aria-label={`${text("elder-pairing.undo.verb")} ${name}`} onClick={() => setAsked(true)}>
        {text("elder-pairing.undo.verb")}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        title={text("elder-pairing.undo.sureElder", { name })}
        verb={text("elder-pairing.undo.verb")}
        onConfirm={restore}
      >
        {isAsked && <WhatReturns of="elder" />}
      </ConfirmDialog>
    </>
  );
}
