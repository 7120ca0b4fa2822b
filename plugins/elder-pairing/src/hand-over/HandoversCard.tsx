import { useState } from "preact/hooks";
import { addressOf, Button, Card, dayText, ErrorNotice, Status } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import type { Read, Reload } from "../show-pairs/read-elder.js";
import { UnsignHandover } from "../undo-press/UnsignHandover.js";
import { standIns } from "../words.js";

const signers = ["outgoing", "incoming", "elder"] as const;
type Handover = Read["history"]["handovers"][number];

/** The three who sign, each for themselves or by another who says why. */
function Signatures({ handover, onDone }: { readonly handover: Handover; readonly onDone: Reload }) {
  const [standIn, setStandIn] = useState("");
  const [note, setNote] = useState("");
  const [error, setError] = useState<unknown>();
  const sign = async (signer: (typeof signers)[number]) => {
    setError(undefined);
    const forReason = standIns.find((one) => one === standIn);
    const body = { signer, ...(forReason && { forReason }), ...(note.trim() && { note: note.trim() }) };
    await api("POST /handovers/:handoverId/sign", { params: { handoverId: handover.id }, body }).then(() => (setStandIn(""), onDone()), setError);
  };
  return (
    <>
      {error !== undefined && <ErrorNotice error={error} />}
      <label class="lx-field">
        <span class="lx-label">{text("elder-pairing.sign.note")}</span>
        <textarea class="lx-input" rows={2} maxLength={500} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
        <span class="lx-hint">{text("elder-pairing.sign.noteHint")}</span>
      </label>
      <div class="lx-actions">
        <label class="lx-field">
          <span class="lx-label">{text("elder-pairing.sign.forWhom")}</span>
          <select class="lx-input" value={standIn} onChange={(event) => setStandIn(event.currentTarget.value)}>
            <option value="">{text("elder-pairing.sign.self")}</option>
            {standIns.map((one) => (
              <option key={one} value={one}>
                {text(`elder-pairing.standIn.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {signers
          .filter((signer) => !handover[signer])
          .map((signer) => (
            <Button key={signer} look="soft" onClick={() => void sign(signer)}>
              {text(`elder-pairing.elder.sign.${signer}`)}
            </Button>
          ))}
      </div>
    </>
  );
}

/** 交接: sheets that three sign. */
export function HandoversCard({ handovers, onDone }: { readonly handovers: readonly Handover[]; readonly onDone: Reload }) {
  if (handovers.length === 0) return null;
  return (
    <Card title={text("elder-pairing.board.handovers")}>
      <div class="lx-stack">
        {handovers.map((one) => (
          <div key={one.id} class="lx-stack">
            <p>
              {one.from} → {one.to} {dayText(one.openedOn)}{" "}
              {one.doneOn ? <Status kind="done" word={dayText(one.doneOn)} /> : <Status kind="track" word={text("elder-pairing.elder.unsigned")} />}
            </p>
            <UnsignHandover handover={one} onDone={onDone} />
            {one.doneOn === null && <Signatures handover={one} onDone={onDone} />}
            <p>
              <a href={addressOf("elder-pairing", "/handovers/:handoverId/sheet", { handoverId: one.id })} download>
                {text("elder-pairing.paper.handover")}
              </a>
            </p>
          </div>
        ))}
      </div>
    </Card>
  );
}
