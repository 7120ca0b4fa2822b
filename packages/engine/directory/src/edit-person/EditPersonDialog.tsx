import { Await, useLoaded } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, needed, SelectField, TextField, tidyDigits, useForm } from "@lianxin/web-kit/forms";
import { api, t } from "../browser.js";
import type { Person } from "../find-person/PersonPage.js";
import { placeChoices } from "../keep-places/place-choices.js";
import type { PlaceLine } from "../keep-places/PlaceTree.js";
import { sexes } from "../words.js";

/** What a dialog on the person page is given. */
export interface PersonDialogProps {
  readonly person: Person;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

const yearCheck = (year: string) => (year === "" || /^\d{4}$/.test(year) ? undefined : t("directory.page.yearHint"));

function EditForm({ person, onClose, onDone, places }: PersonDialogProps & { readonly places: readonly PlaceLine[] }) {
  const { fullName, distinction, sex, birthYear, placeId, version } = person;
  const form = useForm({
    start: { fullName, distinction: distinction ?? "", sex: sex ?? "", birthYear: birthYear ? String(birthYear) : "", placeId },
    tidy: { birthYear: tidyDigits },
    check: (values) => ({ fullName: needed(values.fullName, t("directory.page.name")), birthYear: yearCheck(values.birthYear) }),
    send: (values) =>
      api("PATCH /people/:personId", {
        params: { personId: person.id },
        body: {
          version,
          fullName: values.fullName,
          placeId: values.placeId,
          distinction: values.distinction || null,
          sex: sexes.find((s) => s === values.sex) ?? null,
          birthYear: values.birthYear ? Number(values.birthYear) : null,
        },
      }),
    onDone: async () => {
      onClose();
      await onDone();
      toast(t("directory.page.edited"));
    },
  });
  return (
    <Form form={form} submit={t("directory.page.save")}>
      <TextField name="fullName" label={t("directory.page.name")} hint={t("directory.page.nameHint")} maxLength={100} />
      <TextField name="distinction" label={t("directory.page.distinction")} hint={t("directory.page.distinctionHint")} isOptional />
      <SelectField name="placeId" label={t("directory.page.place")} choices={placeChoices(places)} />
      <TextField name="birthYear" label={t("directory.page.birthYear")} keyboard="numeric" width="short" isOptional />
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

function LoadedForm(props: PersonDialogProps) {
  const places = useLoaded(() => api("GET /places"), []);
  return <Await of={places}>{({ places }) => <EditForm {...props} places={places} />}</Await>;
}

export const EditPersonDialog = (props: PersonDialogProps) => (
  <Dialog isOpen={props.isOpen} onClose={props.onClose} title={t("directory.page.edit")}>
    <LoadedForm {...props} />
  </Dialog>
);
