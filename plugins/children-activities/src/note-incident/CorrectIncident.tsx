import { Notice } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, SelectField, TextArea, TimeField, useForm } from "@lianxin/web-kit/forms";
import { api, text, told } from "../api.js";
import { Fold } from "../fold-part/Fold.js";
import type { Incident } from "./IncidentsCard.js";

const kinds = ["accident", "bullying", "missing", "other", "disclosure"] as const;
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
        <SelectField
          name="kind"
          label={text("children-activities.incident.kind")}
          choices={kinds.map((value) => ({ value, label: told("incident", value) }))}
        />
        <TimeField name="time" label={text("children-activities.incident.time")} hint={text("children-activities.incident.correct.time")} isOptional />
        {form.values.value.kind === "disclosure" ? (
          <Notice kind="warning">{text("children-activities.incident.silent")}</Notice>
        ) : (
          <>
            <SelectField
              name="childId"
              label={text("children-activities.incident.who")}
              empty={text("children-activities.incident.nobody")}
              choices={couldBe.map(({ id: value, name }) => ({ value, label: name }))}
            />
            <TextArea
              name="words"
              label={text("children-activities.incident.words")}
              hint={text("children-activities.incident.words.hint")}
              isOptional
              maxLength={1000}
            />
          </>
        )}
      </Form>
    </Fold>
  );
}
