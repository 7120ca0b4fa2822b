import { useState } from "preact/hooks";
import { Button, Card, ErrorNotice, Notice } from "@lianxin/web-kit";
import { api, someOf, text } from "../api.js";
import { linkTo } from "./LinkCadre.js";
import { Namesakes } from "./Namesakes.js";

const link = (placeId: string) => api("POST /places/:placeId/links", { params: { placeId } });
type Linked = Awaited<ReturnType<typeof link>>;

/** Accounts for all cadres at once, by name and number; of whom the name alone agrees the namesakes are shown, to be chosen one by one. */
export function LinkAll({ placeId, onDone }: { readonly placeId: string; readonly onDone: () => Promise<unknown> }) {
  const [came, setCame] = useState<Linked>();
  const [error, setError] = useState<unknown>();
  const run = async (work: () => Promise<unknown>) => {
    setError(undefined);
    await work().then(onDone, setError);
  };
  const go = async () => setCame(await link(placeId));
  const choose = async (cadreId: string, personId: string) => {
    await linkTo(cadreId, personId);
    // Whoever is chosen is offered to nobody else of that name.
    const rest = (people: Linked["unsure"][number]["people"]) => people.filter((one) => one.personId !== personId);
    setCame(
      (now) =>
        now && {
          ...now,
          unsure: now.unsure.flatMap((one) => (one.id === cadreId || rest(one.people).length === 0 ? [] : [{ ...one, people: rest(one.people) }])),
        },
    );
  };
  return (
    <div class="lx-stack">
      {error !== undefined && <ErrorNotice error={error} />}
      <div class="lx-actions">
        <Button onClick={() => void run(go)}>{text("elder-pairing.link.all")}</Button>
      </div>
      {came && (
        <Notice kind={came.unsure.length + came.missing.length > 0 ? "warning" : "done"}>
          <p>{text("elder-pairing.link.done", { linked: came.linked })}</p>
          {came.missing.length > 0 && <p>{text("elder-pairing.link.missing", { count: came.missing.length, names: someOf(came.missing) })}</p>}
        </Notice>
      )}
      {came && came.unsure.length > 0 && (
        <Card title={text("elder-pairing.link.unsure", { count: came.unsure.length })}>
          <div class="lx-stack">
            <p class="lx-hint">{text("elder-pairing.link.cadre.check")}</p>
            {came.unsure.map(({ id, name, unit, people }) => (
              <section key={id} class="lx-stack" aria-label={`${name} · ${unit}`}>
                <strong>{`${name} · ${unit}`}</strong>
                <Namesakes name={name} people={people} onChoose={(personId) => void run(() => choose(id, personId))} />
              </section>
            ))}
          </div>
        </Card>
      )}
    </div>
  );
}
