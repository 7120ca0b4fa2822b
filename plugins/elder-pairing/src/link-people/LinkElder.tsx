import { useState } from "preact/hooks";
import { Button, Card, ErrorNotice } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";

const find = (elderId: string) => api("GET /elders/:elderId/namesakes", { params: { elderId } });
type Namesakes = Awaited<ReturnType<typeof find>>["people"];
interface LinkProps {
  readonly elder: { readonly id: string; readonly name: string; readonly isLinked: boolean };
  readonly onDone: () => Promise<unknown>;
}

/** Who of the directory an elder is: erased there, they are erased here. Whoever has the name is shown with where they live, and one is chosen. */
export function LinkElder({ elder, onDone }: LinkProps) {
  const [people, setPeople] = useState<Namesakes>();
  const [error, setError] = useState<unknown>();
  const run = async (work: () => Promise<unknown>) => {
    setError(undefined);
    await work().catch(setError);
  };
  const link = (personId: string) => async () => {
    await api("PUT /elders/:elderId/person", { params: { elderId: elder.id }, body: { personId } });
    setPeople(undefined);
    await onDone();
    toast(text("elder-pairing.link.elder.saved"));
  };
  return (
    <Card title={text("elder-pairing.link.elder.heading")}>
      <div class="lx-stack">
        {error !== undefined && <ErrorNotice error={error} />}
        <p>{text(elder.isLinked ? "elder-pairing.link.elder.is" : "elder-pairing.link.elder.isNot")}</p>
        {people === undefined && (
          <div class="lx-actions">
            <Button look="soft" onClick={() => void run(async () => setPeople((await find(elder.id)).people))}>
              {text(elder.isLinked ? "elder-pairing.link.elder.again" : "elder-pairing.link.elder.find")}
            </Button>
          </div>
        )}
        {people?.length === 0 && <p class="lx-hint">{text("elder-pairing.link.elder.none", { name: elder.name })}</p>}
        {people !== undefined && people.length > 0 && (
          <ul class="lx-stack">
            {people.map(({ personId, place, distinction }) => (
              <li key={personId} class="lx-actions">
                <span>
                  {elder.name}
                  {distinction && `（${distinction}）`} {place}
                </span>
                <Button
                  look="soft"
                  aria-label={`${text("elder-pairing.link.elder.choose")} ${elder.name} ${distinction} ${place}`.trim()}
                  onClick={() => void run(link(personId))}
                >
                  {text("elder-pairing.link.elder.choose")}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
