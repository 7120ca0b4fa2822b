import { Card } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { DayField, Form, needed, SelectField, useForm } from "@lianxin/web-kit/forms";
import { api, text, today } from "../api.js";

interface UnitProps {
  readonly placeId: string;
  readonly units: readonly string[];
  readonly onDone: () => Promise<unknown>;
}

/** 整单位调出: all cadres of a unit leave on one day. */
export function UnitForm({ placeId, units, onDone }: UnitProps) {
  const form = useForm({
    start: { unit: "", day: today() },
    check: ({ unit, day }) => ({ unit: needed(unit, text("elder-pairing.col.unit")), day: needed(day, text("elder-pairing.cadres.from")) }),
    send: (body, idempotencyKey) => api("POST /places/:placeId/units/transfer", { params: { placeId }, body, idempotencyKey }),
    onDone: async ({ cadres: count }) => {
      form.startOver();
      await onDone();
      toast(text("elder-pairing.cadres.unitLeft", { count }));
    },
  });
  return (
    <Card title={text("elder-pairing.cadres.unit")}>
      <Form form={form} submit={text("elder-pairing.cadres.unitSave")}>
        <SelectField
          name="unit"
          label={text("elder-pairing.col.unit")}
          empty={text("elder-pairing.cadres.choose")}
          choices={units.map((unit) => ({ value: unit, label: unit }))}
        />
        <DayField name="day" label={text("elder-pairing.cadres.from")} />
      </Form>
    </Card>
  );
}
