import { useState } from "preact/hooks";
import { Button, Card, Chips, ErrorNotice } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text, word } from "../api.js";
import { levels, wishes, type Level, type Wish } from "../words.js";

interface ChangeProps {
  readonly elder: { readonly id: string; readonly name: string; readonly wish: string; readonly level: string };
  readonly onDone: () => Promise<unknown>;
}
type Ending = "deceased" | "moved";
const happened = ["fall", "hospital", "bereavement", "lost_carer"] as const;

/** What changes of an elder: the wish, the level, what happened, or that they are no longer here. */
export function ChangeElder({ elder, onDone }: ChangeProps) {
  const [error, setError] = useState<unknown>();
  const [ending, setEnding] = useState<Ending>();
  const params = { elderId: elder.id };
  const run = async (work: () => Promise<unknown>) => {
    setError(undefined);
    await work().then(async () => {
      await onDone();
      toast(text("elder-pairing.board.agreed"));
    }, setError);
  };
  const end = () => api("POST /elders/:elderId/end", { params, body: { state: ending! } });
  return (
    <Card title={text("elder-pairing.elder.change")}>
      <div class="lx-stack">
        {error !== undefined && <ErrorNotice error={error} />}
        <Chips
          label={text("elder-pairing.visit.wish")}
          options={wishes.map((value) => ({ value, label: word("wish", value) }))}
          chosen={elder.wish as Wish}
          onChoose={(wish) => void run(() => api("PUT /elders/:elderId/wish", { params, body: { wish } }))}
        />
        <Chips
          label={text("elder-pairing.col.level")}
          options={levels.map((value) => ({ value, label: word("level", value) }))}
          chosen={elder.level as Level}
          onChoose={(level) => void run(() => api("PUT /elders/:elderId/level", { params, body: { level } }))}
        />
        <div class="lx-actions">
          {happened.map((kind) => (
            <Button key={kind} look="soft" onClick={() => void run(() => api("POST /elders/:elderId/triggers", { params, body: { kind } }))}>
              {text(`elder-pairing.elder.${kind}`)}
            </Button>
          ))}
        </div>
        <div class="lx-actions">
          {(["moved", "deceased"] as const).map((kind) => (
            <Button key={kind} look="plain" onClick={() => setEnding(kind)}>
              {text(`elder-pairing.elder.${kind}`)}
            </Button>
          ))}
        </div>
      </div>
      <ConfirmDialog
        isOpen={ending !== undefined}
        onClose={() => setEnding(undefined)}
        title={elder.name}
        verb={ending ? text(`elder-pairing.elder.${ending}`) : ""}
        onConfirm={async () => {
          await end();
          await onDone();
        }}
      >
        {ending && text(`elder-pairing.elder.${ending}.sure`)}
      </ConfirmDialog>
    </Card>
  );
}
