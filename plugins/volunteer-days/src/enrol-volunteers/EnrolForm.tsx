import { useState } from "preact/hooks";
import { ApiError } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { DayField, Form, needed, SelectField, TextField, TickField, TicksField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { bands, WhoFields } from "../hold-day/WhoFields.js";

interface EnrolFormProps {
  readonly series: readonly { readonly id: string; readonly title: string; readonly sites: readonly { readonly id: string; readonly name: string }[] }[];
  readonly onDone: () => Promise<unknown>;
}
/** Puts somebody who said yes on the rota: whether they may lead, are on the reserve list, and which places they know. */
export function EnrolForm({ series, onDone }: EnrolFormProps) {
  const start = {
    seriesId: series[0]!.id,
    name: "",
    phone: "",
    age: "adult" as string,
    guardianAgreedOn: "",
    mayLead: false,
    isReserve: false,
    skills: "",
    agreedAgain: false,
  };
  const [hasLeft, setLeft] = useState(false);
  const form = useForm({
    start: { ...start, knownSiteIds: [] as readonly string[] },
    check: ({ name, age, guardianAgreedOn }) => ({
      name: needed(name, text("volunteer-days.join.name")),
      guardianAgreedOn: age === "adult" ? undefined : needed(guardianAgreedOn, text("volunteer-days.people.guardian")),
    }),
    send: ({ seriesId, name, phone, age, guardianAgreedOn, mayLead, isReserve, knownSiteIds, skills, agreedAgain }, idempotencyKey) => {
      const ageBand = bands.find((band) => band === age) ?? "adult";
      const optional = {
        ...(phone && { phone }),
        ...(ageBand !== "adult" && { guardianAgreedOn }),
        ...(skills.trim() && { skills }),
        ...(agreedAgain && { agreedAgain }),
      };
      const body = { name, ageBand, mayLead, isReserve, knownSiteIds: [...knownSiteIds], ...optional };
      return api("POST /series/:seriesId/volunteers", { params: { seriesId }, body, idempotencyKey }).catch((error: unknown) => {
        if (error instanceof ApiError && error.code === "volunteer-days.rotaLeft") setLeft(true);
        throw error;
      });
    },
    onDone: async () => {
      form.startOver();
      setLeft(false);
      toast(text("volunteer-days.people.enrolled"));
      await onDone();
    },
  });
  const { seriesId, age } = form.values.value;
  const sites = series.find(({ id }) => id === seriesId)?.sites ?? [];
  return (
    <details class="hours-certify">
      <summary>{text("volunteer-days.people.enrol")}</summary>
      <div>
        <Form form={form} submit={text("volunteer-days.people.enrol")}>
          {series.length > 1 && (
            <SelectField name="seriesId" label={text("volunteer-days.people.series")} choices={series.map(({ id, title }) => ({ value: id, label: title }))} />
          )}
          <WhoFields ages={["adult", "youth"]} ageHint={text("volunteer-days.people.noChild")} />
          {age !== "adult" && <DayField name="guardianAgreedOn" label={text("volunteer-days.people.guardian")} />}
          {age === "adult" && <TickField name="mayLead" label={text("volunteer-days.people.mayLead")} />}
          <TextField name="skills" label={text("volunteer-days.people.skills")} hint={text("volunteer-days.people.skills.hint")} isOptional maxLength={100} />
          <TickField name="isReserve" label={text("volunteer-days.people.isReserve")} hint={text("volunteer-days.people.isReserve.hint")} />
          <TicksField name="knownSiteIds" label={text("volunteer-days.people.knows")} choices={sites.map(({ id, name }) => ({ value: id, label: name }))} />
          {hasLeft && <TickField name="agreedAgain" label={text("volunteer-days.people.agreedAgain")} hint={text("volunteer-days.people.agreedAgain.hint")} />}
        </Form>
      </div>
    </details>
  );
}
