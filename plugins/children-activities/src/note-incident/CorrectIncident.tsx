import { toast } from "@lianxin/web-kit/feedback";
import { Form, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { Fold } from "../fold-part/Fold.js";
import { IncidentFields, type kinds } from "./IncidentFields.js";
import type { Incident } from "./IncidentsCard.js";

interface Props {
  readonly incident: Incident;
  readonly children: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: () => Promise<unknown>;
}

/** Another kind, child, time or other words, from among those who were there that day. */
export function CorrectIncident({ incident: { id, kind, childId, words, there }, children, onDone }: Props) {
  const form = useForm({
    start: { kind, childId: childId ?? "", words: words ?? "", time: "" },
    send: ({ kind: what, time, ...said }) => {
      const isSilent = what === "disclosure";
      const about = isSilent ? { childId: null, words: "" } : { childId: said.childId || null, words: said.words };
      return api("POST /incidents/:incidentId/correction", {
        params: { incidentId: id },
        body: { kind: what as (typeof kinds)[number], ...about, ...(time && { time }) },
      });
    },
    onDone: async () => {
      toast(text("children-activities.incident.correct.done"));
      await onDone();
    },
  });
  const couldBe = children.filter((child) => there.includes(child.id));
  return (
    <Fold title={text("children-activities.incident.correct")}>
      <Form form={form} submit={text("children-activities.incident.correct.submit")}>
        <IncidentFields
          kind={form.values.value.kind}
          timeHint={text("children-activities.incident.correct.time")}
          child={{ name: "childId", choices: couldBe.map(({ id: value, name }) => ({ value, label: name })) }}
        />
      </Form>
    </Fold>
  );
}
