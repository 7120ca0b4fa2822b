import { Card } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, TextField, TickField, TicksField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { Shown } from "../keep-record/RecordPage.js";
import { PhoneForm } from "./PhoneForm.js";

interface Props {
  readonly person: Shown;
  readonly onDone: () => Promise<unknown>;
}
interface Said {
  readonly mayLead: boolean;
  readonly isReserve: boolean;
  readonly knownSiteIds: readonly string[];
  readonly skills: string;
}

function StandingForm({ person: { id: volunteerId, mayEverLead, sites, mayLead, isReserve, knownSiteIds, skills }, onDone }: Props) {
  const before: Said = { mayLead, isReserve, knownSiteIds, skills: skills ?? "" };
  const send = (said: Said, idempotencyKey?: string) =>
    api("PUT /volunteers/:volunteerId/standing", {
      params: { volunteerId },
      body: { ...said, knownSiteIds: [...said.knownSiteIds], skills: said.skills.trim() || null },
      ...(idempotencyKey && { idempotencyKey }),
    });
  const undo = async () => {
    await send(before);
    await onDone();
  };
  const form = useForm({
    start: before,
    send,
    onDone: async () => {
      await onDone();
      toast(text("volunteer-days.standing.done"), { undo });
    },
  });
  return (
    <details class="hours-certify">
      <summary>{text("volunteer-days.standing.change")}</summary>
      <Form form={form} submit={text("volunteer-days.standing.submit")} look="soft">
        {mayEverLead && <TickField name="mayLead" label={text("volunteer-days.people.mayLead")} />}
        <TextField name="skills" label={text("volunteer-days.people.skills")} hint={text("volunteer-days.people.skills.hint")} isOptional maxLength={100} />
        <TickField name="isReserve" label={text("volunteer-days.people.isReserve")} hint={text("volunteer-days.people.isReserve.hint")} />
        {sites.length > 0 && (
          <TicksField name="knownSiteIds" label={text("volunteer-days.people.knows")} choices={sites.map(({ id, name }) => ({ value: id, label: name }))} />
        )}
      </Form>
    </details>
  );
}

/** What is said of somebody for the rota and for posts, and their number, as they are and to be changed. */
export function StandingCard({ person, onDone }: Props) {
  const { mayLead, isReserve, skills, sites, knownSiteIds } = person;
  const known = sites.filter(({ id }) => knownSiteIds.includes(id)).map(({ name }) => name);
  const facts = [
    mayLead && text("volunteer-days.people.mayLead"),
    isReserve && text("volunteer-days.people.isReserve"),
    skills && text("volunteer-days.people.can", { skills }),
    known.length > 0 && text("volunteer-days.standing.knows", { sites: known.join("、") }),
  ].filter(Boolean);
  return (
    <Card title={text("volunteer-days.standing.title")}>
      <div class="lx-stack">
        <p>{facts.length > 0 ? facts.join(" · ") : text("volunteer-days.standing.none")}</p>
        <StandingForm key={JSON.stringify([mayLead, isReserve, skills, knownSiteIds])} person={person} onDone={onDone} />
        <PhoneForm person={person} onDone={onDone} />
      </div>
    </Card>
  );
}
