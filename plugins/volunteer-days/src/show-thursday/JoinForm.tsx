import { useState } from "preact/hooks";
import { dateOf, dayText, Icon, Notice, timeText } from "@lianxin/web-kit";
import { Phone } from "@lianxin/web-kit/icons";
import { ChoiceField, Form, needed, PhoneField, phoneCheck, SelectField, TextArea, TextField, TickField, tidyPhone, useForm } from "@lianxin/web-kit/forms";
import { api, text, type Thursday, type ThursdayDay } from "../api.js";
import type { Joined } from "./JoinDone.js";
import { readPeople } from "./read-people.js";
import { proofOf, recall, remember } from "./recall.js";

const bands = ["youth", "child"] as const;
const start = { name: "", phone: "", siteId: "", age: "adult", hasGuardian: false, others: "" };
type Values = typeof start;

interface JoinFormProps {
  readonly day: ThursdayDay;
  readonly thursday: Pick<Thursday, "phone" | "sendsTexts" | "free">;
  readonly onDone: (joined: Joined) => void;
}

async function send(dayId: string, { name, phone, siteId, age, hasGuardian, others }: Values, idempotencyKey: string): Promise<Joined> {
  const minor = bands.find((band) => band === age);
  const [site, own] = [{ ...(siteId && { siteId }) }, { name, ...(minor && { ageBand: minor, ...(minor === "youth" && { hasGuardian }) }) }];
  const along = readPeople(others);
  const params = { dayId };
  const known = proofOf(recall(dayId)[0]?.link);
  const by = known && { by: known };
  const answers =
    along.length === 0
      ? [await api("POST /public/days/:dayId/sign-ups", { params, body: { ...own, phone, ...site, ...by }, idempotencyKey })]
      : (await api("POST /public/days/:dayId/groups", { params, body: { phone, ...site, ...by, people: [own, ...along] }, idempotencyKey })).people;
  const people = answers.map((one, i) => ({ ...one, name: i === 0 ? name : along[i - 1]!.name }));
  for (const { link, number } of people) if (link && number) remember(dayId, { link, number });
  return { ...people[0]!, typedPhone: phone, ...(along.length > 0 && { people }) };
}

/** At 16 and 17 a parent agrees; below that one is there. */
const Minor = ({ age }: { readonly age: string }) => (
  <>
    <SelectField
      name="age"
      label={text("volunteer-days.join.age")}
      empty={text("volunteer-days.age.choose")}
      choices={[
        { value: "youth", label: text("volunteer-days.age.youth") },
        { value: "child", label: text("volunteer-days.age.child") },
        { value: "adult", label: text("volunteer-days.age.adult") },
      ]}
    />
    {age === "youth" && <TickField name="hasGuardian" label={text("volunteer-days.join.guardian")} />}
    {age === "child" && <p class="lx-hint">{text("volunteer-days.join.child")}</p>}
  </>
);

/** Where to go, for who wants to choose; the community decides otherwise. */
const Sites = ({ day }: { readonly day: ThursdayDay }) => (
  <ChoiceField
    name="siteId"
    label={text("volunteer-days.join.site")}
    choices={[
      { value: "", label: text("volunteer-days.join.anySite"), hint: text("volunteer-days.join.anySite.hint") },
      ...day.sites.map(({ id, name, missing, line }) => ({
        value: id,
        label: name,
        hint: line === null ? text("volunteer-days.thursday.missing", { count: missing }) : text("volunteer-days.join.line", { place: line }),
      })),
    ]}
  />
);

/** No place is free: which one in line it would be, how they would hear, and the dates that still have places. */
const Full = ({ place, thursday: { free, sendsTexts } }: { readonly place: number; readonly thursday: JoinFormProps["thursday"] }) => (
  <Notice>
    <p>{text(sendsTexts ? "volunteer-days.join.full" : "volunteer-days.join.fullUntold", { place })}</p>
    {free.length > 0 && (
      <>
        <p>{text("volunteer-days.join.free")}</p>
        <ul class="thursday-others">
          {free.map(({ id, startsAt, endsAt, missing }) => (
            <li key={id}>
              <a href={`/volunteer-days/thursday/${id}`}>
                {dayText(dateOf(startsAt))} {timeText(startsAt)}–{timeText(endsAt)} {text("volunteer-days.thursday.missing", { count: missing })}
              </a>
            </li>
          ))}
        </ul>
      </>
    )}
  </Notice>
);

/** Two fields and one button; who is under 18, or wants a place of their choice, opens one line more. */
export function JoinForm({ day, thursday, onDone }: JoinFormProps) {
  const [more, setMore] = useState<"site" | "minor" | "group" | undefined>(undefined);
  const form = useForm<Values, Joined>({
    start,
    tidy: { phone: tidyPhone },
    check: (values) => ({
      name: needed(values.name, text("volunteer-days.join.name")),
      phone: phoneCheck(values.phone),
      age: needed(values.age, text("volunteer-days.join.age")),
    }),
    send: (values, key) => send(day.id, values, key),
    onDone,
  });
  const { siteId } = form.values.value;
  const line = siteId ? (day.sites.find(({ id }) => id === siteId)?.line ?? null) : day.line;
  // What was said of the age stays in sight, whatever else is opened: it is sent, and asked for.
  const isMinor = more === "minor" || form.values.value.age !== "adult";
  // Whoever says that they are not 18 is not taken for 18 until they say which age it is.
  const openMinor = () => {
    form.set("age", "");
    setMore("minor");
  };
  return (
    <>
      {line !== null && <Full place={line} thursday={thursday} />}
      <Form form={form} submit={text(line !== null ? "volunteer-days.join.wait" : "volunteer-days.join.submit")}>
        {more === "site" && <Sites day={day} />}
        <TextField name="name" label={text("volunteer-days.join.name")} autocomplete="name" maxLength={50} />
        <PhoneField name="phone" label={text("volunteer-days.join.phone")} />
        {isMinor && <Minor age={form.values.value.age} />}
        {more === "group" && (
          <TextArea name="others" label={text("volunteer-days.group.names")} hint={text("volunteer-days.group.names.hint")} rows={4} maxLength={1000} />
        )}
      </Form>
      <p class="lx-actions">
        {day.sites.length > 1 && more !== "site" && (
          <button type="button" class="lx-link" onClick={() => setMore("site")}>
            {text("volunteer-days.join.choose")}
          </button>
        )}
        {!isMinor && (
          <button type="button" class="lx-link" onClick={openMinor}>
            {text("volunteer-days.join.minor")}
          </button>
        )}
        {more !== "group" && (
          <button type="button" class="lx-link" onClick={() => setMore("group")}>
            {text("volunteer-days.group.join")}
          </button>
        )}
        {thursday.phone && (
          <a class="lx-link" href={`tel:${thursday.phone}`}>
            <Icon node={Phone} size={18} /> {text("volunteer-days.join.call")}
          </a>
        )}
      </p>
      <p class="lx-hint">{text("volunteer-days.join.promise")}</p>
    </>
  );
}
