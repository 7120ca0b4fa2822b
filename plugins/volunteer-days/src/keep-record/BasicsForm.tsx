import { toast } from "@lianxin/web-kit/feedback";
import { DayField, Form, needed, SelectField, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";

export const readBasics = (volunteerId: string) => api("GET /volunteers/:volunteerId/basics", { params: { volunteerId } });
type Kept = Awaited<ReturnType<typeof readBasics>>["basics"];
interface BasicsFormProps {
  readonly volunteerId: string;
  readonly kept: Kept;
  readonly onDone: () => Promise<unknown>;
}

const sexes = ["female", "male"] as const;
const startOf = (kept: Kept) => ({
  ...{ sex: kept?.sex ?? "", bornOn: kept?.bornOn ?? "", idNumber: kept?.idNumber ?? "", district: kept?.district ?? "" },
  ...{ serviceKinds: kept?.serviceKinds ?? "", agreedOn: kept?.agreedOn ?? "" },
});

/** What article 5 asks for, with the day of the consent; every field but that may stay empty. */
export function BasicsForm({ volunteerId, kept, onDone }: BasicsFormProps) {
  const form = useForm({
    start: startOf(kept),
    check: ({ agreedOn }) => ({ agreedOn: needed(agreedOn, text("volunteer-days.basics.agreedOn")) }),
    send: ({ sex, bornOn, idNumber, district, serviceKinds, agreedOn }, idempotencyKey) => {
      const typed = { bornOn: bornOn || null, idNumber: idNumber.trim() || null, district: district.trim() || null, serviceKinds: serviceKinds.trim() || null };
      const body = { sex: sexes.find((one) => one === sex) ?? null, ...typed, agreedOn };
      return api("PUT /volunteers/:volunteerId/basics", { params: { volunteerId }, body, idempotencyKey });
    },
    onDone: async () => {
      toast(text("volunteer-days.basics.saved"));
      await onDone();
    },
  });
  const choices = [
    { value: "", label: text("volunteer-days.basics.unsaid") },
    ...sexes.map((value) => ({ value, label: text(`volunteer-days.sex.${value}`) })),
  ];
  return (
    <Form form={form} submit={text("volunteer-days.basics.save")}>
      <SelectField name="sex" label={text("volunteer-days.basics.sex")} choices={choices} />
      <TextField name="idNumber" label={text("volunteer-days.basics.idNumber")} hint={text("volunteer-days.basics.idNumber.hint")} isOptional maxLength={30} />
      <DayField name="bornOn" label={text("volunteer-days.basics.bornOn")} isOptional />
      <TextField name="district" label={text("volunteer-days.basics.district")} hint={text("volunteer-days.basics.district.hint")} isOptional maxLength={100} />
      <TextField name="serviceKinds" label={text("volunteer-days.basics.kinds")} hint={text("volunteer-days.basics.kinds.hint")} isOptional maxLength={100} />
      <DayField name="agreedOn" label={text("volunteer-days.basics.agreedOn")} />
    </Form>
  );
}
