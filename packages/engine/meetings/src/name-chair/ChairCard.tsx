import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { Card, ErrorNotice, session } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text, type Draft } from "../api.js";

interface Choice {
  readonly personId: string;
  readonly name: string;
}

/** Those on the list, who chairs now, and who is signed in; each once. */
function choicesOf({ people, chair }: Draft): Choice[] {
  const me = session.value?.person;
  const all = [...people, ...(chair ? [chair] : []), ...(me ? [{ personId: me.id, name: me.name }] : [])];
  return [...new Map(all.map(({ personId, name }) => [personId, { personId, name }])).values()];
}

/** Who chairs? The minutes will name them, and a casting vote is theirs alone. */
export function ChairCard({ draft, reload }: { readonly draft: Draft; readonly reload: () => Promise<void> }) {
  const id = useId();
  const failed = useSignal<unknown>(undefined);
  const name = async (personId: string, former?: Choice | null) => {
    failed.value = undefined;
    try {
      await api("PUT /meetings/:meetingId/chair", { params: { meetingId: draft.id }, body: { personId } });
      await reload();
      if (former) toast(text("meetings.chair.named"), { undo: () => name(former.personId) });
    } catch (error) {
      failed.value = error;
    }
  };
  return (
    <Card title={text("meetings.chair.heading")}>
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      <div class="lx-field">
        <label for={id}>{text("meetings.chair.who")}</label>
        <p class="lx-hint" id={`${id}-hint`}>
          {text("meetings.chair.hint")}
        </p>
        <select
          id={id}
          class="lx-input"
          aria-describedby={`${id}-hint`}
          value={draft.chair?.personId ?? ""}
          onChange={(event) => event.currentTarget.value && void name(event.currentTarget.value, draft.chair)}
        >
          {draft.chair === null && <option value="">{text("meetings.chair.choose")}</option>}
          {choicesOf(draft).map((choice) => (
            <option key={choice.personId} value={choice.personId}>
              {choice.name}
            </option>
          ))}
        </select>
      </div>
    </Card>
  );
}
