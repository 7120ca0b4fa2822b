import { useLocation } from "preact-iso";
import { Await, Card, PageHead, useLoaded } from "@lianxin/web-kit";
import {
  Form,
  MailField,
  mailCheck,
  needed,
  neededChoice,
  PhoneField,
  phoneCheck,
  SelectField,
  TextField,
  tidyMail,
  tidyPhone,
  useForm,
} from "@lianxin/web-kit/forms";
import { api, t } from "../browser.js";
import { placeChoices } from "../keep-places/place-choices.js";
import type { PlaceLine } from "../keep-places/PlaceTree.js";
import { sexes } from "../words.js";

const start = { fullName: "", placeId: "", phone: "", mail: "", distinction: "", sex: "" };
type Values = typeof start;

const bodyOf = ({ fullName, placeId, phone, mail, distinction, sex }: Values) => ({
  fullName,
  placeId,
  distinction: distinction || null,
  sex: sexes.find((one) => one === sex) ?? null,
  channels: [...(phone ? [{ kind: "phone" as const, address: phone }] : []), ...(mail ? [{ kind: "mail" as const, address: mail }] : [])],
});

function PersonForm({ places }: { readonly places: readonly PlaceLine[] }) {
  const { route } = useLocation();
  const choices = placeChoices(places);
  const form = useForm({
    start: { ...start, placeId: choices[0]?.value ?? "" },
    tidy: { phone: tidyPhone, mail: tidyMail },
    check: ({ fullName, placeId, phone, mail }) => ({
      fullName: needed(fullName, t("directory.page.name")),
      placeId: neededChoice(placeId, t("directory.page.place")),
      phone: phoneCheck(phone),
      mail: mailCheck(mail),
    }),
    send: (values, idempotencyKey) => api("POST /people", { body: bodyOf(values), idempotencyKey }),
    onDone: ({ id }) => route(`/directory/people/${id}`),
  });
  return (
    <Form form={form} submit={t("directory.page.addThis")}>
      <TextField name="fullName" label={t("directory.page.name")} maxLength={100} />
      <SelectField name="placeId" label={t("directory.page.place")} choices={choices} />
      <PhoneField name="phone" label={t("directory.channel.phone")} isOptional />
      <MailField name="mail" label={t("directory.channel.mail")} isOptional />
      <TextField name="distinction" label={t("directory.page.distinction")} hint={t("directory.page.distinctionHint")} isOptional />
      <SelectField
        name="sex"
        label={t("directory.page.sex")}
        empty={t("directory.page.unsaid")}
        choices={sexes.map((value) => ({ value, label: t(`directory.sex.${value}`) }))}
        isOptional
      />
    </Form>
  );
}

/** One person more. */
export default function AddPersonPage() {
  const places = useLoaded(() => api("GET /places"), []);
  return (
    <>
      <PageHead title={t("directory.page.addHeading")} />
      <Card title={t("directory.page.person")}>
        <Await of={places}>{({ places }) => <PersonForm places={places} />}</Await>
      </Card>
    </>
  );
}
