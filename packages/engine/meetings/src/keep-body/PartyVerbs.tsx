import { useSignal } from "@preact/signals";
import { Button, Card, dayText, ErrorNotice } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import type { Party, ShownBody } from "./body-words.js";
import { PartyForm, type PartyWords } from "./PartyForm.js";

interface VerbProps {
  readonly bodyId: string;
  readonly reload: () => Promise<void>;
}
const wordsOf = ({ name, isNeeded, organizationId }: Party): PartyWords => ({ name, isNeeded, ...(organizationId && { organizationId }) });
const resume = (bodyId: string, partyId: string) => api("DELETE /bodies/:bodyId/parties/:partyId/ending", { params: { bodyId, partyId } });

/** Changes what a side is called and whether it must be there; ends it once nobody sits for it. */
export function PartyVerbs({ bodyId, party, reload }: VerbProps & { readonly party: Party }) {
  const failed = useSignal<unknown>(undefined);
  const params = { bodyId, partyId: party.id };
  const keep = (body: PartyWords) => api("PUT /bodies/:bodyId/parties/:partyId", { params, body });
  const change = async (words: PartyWords) => {
    await keep(words);
    await reload();
    toast(text("meetings.party.changed", { name: words.name }), { undo: () => keep(wordsOf(party)).then(reload) });
  };
  const end = () =>
    api("POST /bodies/:bodyId/parties/:partyId/ending", { params }).then(
      async () => {
        await reload();
        toast(text("meetings.party.ended", { name: party.name }), { undo: () => resume(bodyId, party.id).then(reload) });
      },
      (error: unknown) => void (failed.value = error),
    );
  return (
    <>
      <details>
        <summary>{text("meetings.party.change")}</summary>
        <PartyForm key={`${party.name}${party.isNeeded}`} party={party} submit={text("meetings.party.keep")} send={change} />
      </details>
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      {party.seats.length === 0 && (
        <Button look="plain" onClick={() => void end()}>
          {text("meetings.party.end")}
          <span class="lx-sr">{party.name}</span>
        </Button>
      )}
    </>
  );
}

/** A further side, and those that sat there once. */
export function MoreParties({ body, mayChange, reload }: { readonly body: ShownBody; readonly mayChange: boolean; readonly reload: () => Promise<void> }) {
  const failed = useSignal<unknown>(undefined);
  const add = async (words: PartyWords) => {
    const { id } = await api("POST /bodies/:bodyId/parties", { params: { bodyId: body.id }, body: words });
    await reload();
    const undo = () => api("POST /bodies/:bodyId/parties/:partyId/ending", { params: { bodyId: body.id, partyId: id } }).then(reload);
    toast(text("meetings.party.added", { name: words.name }), { undo });
  };
  const back = (partyId: string) => void resume(body.id, partyId).then(reload, (error: unknown) => void (failed.value = error));
  if (!mayChange && body.endedParties.length === 0) return null;
  return (
    <Card title={text("meetings.party.more")}>
      {mayChange && (
        <details>
          <summary>{text("meetings.party.add")}</summary>
          <PartyForm submit={text("meetings.party.addSubmit")} send={add} />
        </details>
      )}
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      <ul class="body-seats">
        {body.endedParties.map(({ id, name, endedOn }) => (
          <li key={id}>
            <span>
              {name} <small class="lx-hint">{text("meetings.party.endedOn", { day: dayText(endedOn, { year: true }) })}</small>
            </span>
            {mayChange && (
              <Button look="plain" onClick={() => back(id)}>
                {text("meetings.body.resume")}
                <span class="lx-sr">{name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
