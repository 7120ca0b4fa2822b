import { useState } from "preact/hooks";
import { Button, Notice } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { TickList } from "../show-board/TickList.js";
import { sayRestored } from "./say-restored.js";
import { WhatReturns } from "./WhatReturns.js";

interface RestoreProps {
  readonly placeId: string;
  readonly unit: string;
  readonly cadres: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: () => Promise<unknown>;
}

/** 恢复: cadres of a unit who were said to leave by mistake; single ones can be left out. */
export function RestoreUnit({ placeId, unit, cadres, onDone }: RestoreProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const restore = async () => {
    const restored = await api("POST /places/:placeId/cadres/restore", { params: { placeId }, body: { cadreIds: [...chosen!] } });
    await onDone();
    toast(sayRestored(restored));
  };
  return (
    <>
      <Button look="soft" aria-label={`${text("elder-pairing.undo.verb")} ${unit}`} onClick={() => setChosen(new Set(cadres.map(({ id }) => id)))}>
        {text("elder-pairing.undo.verb")}
      </Button>
      <ConfirmDialog
        isOpen={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        title={text("elder-pairing.undo.sureUnit", { unit })}
        verb={text("elder-pairing.undo.verb")}
        onConfirm={restore}
      >
        {chosen && (
          <div class="lx-stack">
            <TickList
              legend={text("elder-pairing.undo.who")}
              lines={cadres.map(({ id, name }) => ({ id, label: name }))}
              chosen={chosen}
              onChoose={setChosen}
            />
            {chosen.size === 0 && <Notice kind="warning">{text("elder-pairing.undo.nobody")}</Notice>}
            <WhatReturns of="unit" />
          </div>
        )}
      </ConfirmDialog>
    </>
  );
}
