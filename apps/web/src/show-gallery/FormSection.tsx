import { Card, t } from "@lianxin/web-kit";
import {
  ChoiceField,
  dayCheck,
  DayField,
  FileField,
  Form,
  needed,
  neededChoice,
  PasswordField,
  PhoneField,
  phoneCheck,
  SelectField,
  TextArea,
  TextField,
  TickField,
  TicksField,
  tidyDay,
  tidyPhone,
  TypedDayField,
  useForm,
} from "@lianxin/web-kit/forms";
import { toast } from "@lianxin/web-kit/feedback";

const start = {
  what: "",
  where: "",
  how: "",
  phone: "",
  born: "",
  dueOn: "",
  who: "self",
  parties: [] as readonly string[],
  agree: false,
  file: null,
  password: "",
};

/** Every field; sending shows what is to correct, and a toast when nothing is. */
export function FormSection() {
  const form = useForm({
    start,
    tidy: { phone: tidyPhone, born: tidyDay },
    check: (v) => ({
      what: needed(v.what, t("gallery.what")),
      where: neededChoice(v.where, t("gallery.where")),
      phone: phoneCheck(v.phone),
      born: dayCheck(v.born),
    }),
    send: () => Promise.resolve(),
    onDone: () => toast(t("gallery.tell")),
    draft: { key: "shell.gallery", fields: ["what", "how"] },
  });
  return (
    <Card title={t("gallery.form")}>
      <Form form={form} submit={t("gallery.send")}>
        <TextField name="what" label={t("gallery.what")} hint={t("gallery.whatHint")} />
        <SelectField
          name="where"
          label={t("gallery.where")}
          empty={t("gallery.chooseWhere")}
          choices={[
            { value: "b3", label: t("gallery.building") },
            { value: "sq", label: t("gallery.square") },
          ]}
        />
        <TextArea name="how" label={t("gallery.how")} isOptional />
        <PhoneField name="phone" label={t("gallery.phone")} isOptional />
        <TypedDayField name="born" label={t("gallery.born")} isOptional />
        <DayField name="dueOn" label={t("gallery.dueOn")} isOptional />
        <ChoiceField
          name="who"
          label={t("gallery.who")}
          choices={[
            { value: "self", label: t("gallery.self") },
            { value: "other", label: t("gallery.other"), hint: t("gallery.otherHint") },
            { value: "none", label: t("gallery.closed"), isClosed: true },
          ]}
        />
        <TicksField
          name="parties"
          label={t("gallery.parties")}
          choices={[
            { value: "property", label: t("gallery.property") },
            { value: "owners", label: t("gallery.owners") },
          ]}
        />
        <TickField name="agree" label={t("gallery.agree")} />
        <FileField name="file" label={t("gallery.file")} accept="image/*" isOptional />
        <PasswordField name="password" label={t("shell.password")} isOptional />
      </Form>
    </Card>
  );
}
