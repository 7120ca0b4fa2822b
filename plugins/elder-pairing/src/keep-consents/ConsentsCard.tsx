import { useState } from "preact/hooks";
import { Button, Card, dayText, ErrorNotice, Notice, Status } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import type { Read, Reload } from "../show-pairs/read-elder.js";
import { isRefused } from "./is-refused.js";

const scopes = ["visits", "health", "posting"] as const;
type Scope = (typeof scopes)[number];

/** What an elder agreed to, scope by scope, how and when; taken back at once, and given again. */
export function ConsentsCard({ elder: { id: elderId, card }, onDone }: Pick<Read, "elder"> & { readonly onDone: Reload }) {
  const [asked, setAsked] = useState<Scope>();
  const [error, setError] = useState<unknown>();
  const give = async (scope: Scope, form: "written" | "spoken") => {
    setError(undefined);
    await api("POST /elders/:elderId/consents/:scope", { params: { elderId, scope }, body: { form } }).then(async () => {
      await onDone();
      toast(text("elder-pairing.board.agreed"));
    }, setError);
  };
  const line = (scope: Scope) => {
    const standing = card.consents.find((one) => one.scope === scope && one.withdrawnOn === null);
    const last = card.consents.filter((one) => one.scope === scope).at(-1);
    const verb = text(standing ? "elder-pairing.consent.withdraw" : "elder-pairing.consent.refuse");
    const name = text(`elder-pairing.elder.consent.${scope}`);
    return (
      <li key={scope} class="lx-stack">
        <span>
          <strong>{name}</strong>{" "}
          {standing ? (
            <Status
              kind="done"
              word={text("elder-pairing.consent.given", { form: text(`elder-pairing.consent.${standing.form}` as never), day: dayText(standing.givenOn) })}
            />
          ) : (
            <Status
              kind="todo"
              word={last?.withdrawnOn ? text("elder-pairing.consent.back", { day: dayText(last.withdrawnOn) }) : text("elder-pairing.consent.unasked")}
            />
          )}
        </span>
        {isRefused(card, scope) && <Notice>{text(`elder-pairing.consent.${scope}.refused`)}</Notice>}
        <span class="lx-actions">
          {standing || !last ? (
            <Button look="plain" aria-label={`${verb} ${name}`} onClick={() => setAsked(scope)}>
              {verb}
            </Button>
          ) : null}
          {!standing &&
            (["written", "spoken"] as const).map((form) => (
              <Button key={form} look="plain" aria-label={`${text(`elder-pairing.consent.${form}.give`)} ${name}`} onClick={() => void give(scope, form)}>
                {text(`elder-pairing.consent.${form}.give`)}
              </Button>
            ))}
        </span>
      </li>
    );
  };
  return (
    <Card title={text("elder-pairing.consent.heading")}>
      {error !== undefined && <ErrorNotice error={error} />}
      <ul class="lx-stack">{scopes.map(line)}</ul>
      <ConfirmDialog
        isOpen={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={asked ? text(`elder-pairing.elder.consent.${asked}`) : ""}
        verb={text("elder-pairing.consent.withdraw")}
        isDanger
        onConfirm={async () => {
          await api("POST /elders/:elderId/consents/:scope/withdraw", { params: { elderId, scope: asked! } });
          await onDone();
        }}
      >
        {asked && text(`elder-pairing.consent.${asked}.sure`)}
      </ConfirmDialog>
    </Card>
  );
}
