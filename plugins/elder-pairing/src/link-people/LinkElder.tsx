import { useState } from "preact/hooks";
import { Button, Card, ErrorNotice } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { Namesakes } from "./Namesakes.js";

const find = (elderId: string) => api("GET /elders/:elderId/namesakes", { params: { elderId } });
interface LinkProps {
  readonly elder: { readonly id: string; readonly name: string; readonly isLinked: boolean };
  readonly onDone: () => Promise<unknown>;
}

/** Who of the directory an elder is: erased there, they are erased here. Whoever has the name is shown with where they live, and one is chosen, or nobody again. */
export function LinkElder({ elder: { id: elderId, name, isLinked }, onDone }: LinkProps) {
  const [people, setPeople] = useState<Awaited<ReturnType<typeof find>>["people"]>();
  const [error, setError] = useState<unknown>();
  const [isTaking, setTaking] = useState(false);
  const run = async (work: () => Promise<unknown>) => {
    setError(undefined);
    await work().catch(setError);
  };
  const after = async (word: Parameters<typeof text>[0]) => {
    setPeople(undefined);
    await onDone();
    toast(text(word));
  };
  const link = async (personId: string) => {
    await api("PUT /elders/:elderId/person", { params: { elderId }, body: { personId } });
    await after("elder-pairing.link.saved");
  };
  const unlink = async () => {
    await api("DELETE /elders/:elderId/person", { params: { elderId } });
    await after("elder-pairing.link.taken");
  };
  return (
    <Card title={text("elder-pairing.link.elder.heading")}>
      <div class="lx-stack">
        {error !== undefined && <ErrorNotice error={error} />}
        <p>{text(isLinked ? "elder-pairing.link.elder.is" : "elder-pairing.link.elder.isNot")}</p>
        <div class="lx-actions">
          {people === undefined && (
            <Button look="soft" onClick={() => void run(async () => setPeople((await find(elderId)).people))}>
              {text(isLinked ? "elder-pairing.link.elder.again" : "elder-pairing.link.elder.find")}
            </Button>
          )}
          {isLinked && (
            <Button look="plain" onClick={() => setTaking(true)}>
              {text("elder-pairing.link.off")}
            </Button>
          )}
        </div>
        {people?.length === 0 && <p class="lx-hint">{text("elder-pairing.link.elder.none", { name })}</p>}
        {people !== undefined && people.length > 0 && <Namesakes name={name} people={people} onChoose={(personId) => void run(() => link(personId))} />}
      </div>
      <ConfirmDialog
        isOpen={isTaking}
        onClose={() => setTaking(false)}
        title={`${text("elder-pairing.link.off")} ${name}`}
        verb={text("elder-pairing.link.off")}
        onConfirm={unlink}
      >
        {text("elder-pairing.link.elder.offSure")}
      </ConfirmDialog>
    </Card>
  );
}
