import { useState } from "preact/hooks";
import { Card, dayText } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { DayField, Form, needed, SelectField, useForm } from "@lianxin/web-kit/forms";
import { api, text, today } from "../api.js";

interface UnitProps {
  readonly placeId: string;
  /** Each unit with how many of its cadres are here. */
  readonly units: ReadonlyMap<string, number>;
  readonly onDone: () => Promise<unknown>;
}
interface Leaving {
  readonly unit: string;
  readonly day: string;
}

/** What came of it: nothing yet before the day has come; else others were found, or not for all. */
function sayLeft({ cadres: count, alone }: { readonly cadres: number; readonly alone: number }, day: string): string {
  if (day > today()) return text("elder-pairing.cadres.unitLeaves", { count, day: dayText(day) });
  return alone === 0 ? text("elder-pairing.cadres.unitLeft", { count }) : text("elder-pairing.cadres.unitShort", { count, alone });
}

/** 整单位调出: all cadres of a unit leave on one day, asked once more with whom it concerns. */
export function UnitForm({ placeId, units, onDone }: UnitProps) {
  const [leaving, setLeaving] = useState<Leaving>();
  const form = useForm({
    start: { unit: "", day: today() },
    check: ({ unit, day }) => ({ unit: needed(unit, text("elder-pairing.col.unit")), day: needed(day, text("elder-pairing.cadres.from")) }),
    send: async (said: Leaving) => setLeaving(said),
  });
  const leave = async ({ unit, day }: Leaving) => {
    const found = await api("POST /places/:placeId/units/transfer", { params: { placeId }, body: { unit, day } });
    form.startOver();
    await onDone();
    toast(sayLeft(found, day));
  };
  return (
    <Card title={text("elder-pairing.cadres.unit")}>
      <Form form={form} submit={text("elder-pairing.cadres.unitSave")}>
        <SelectField
          name="unit"
          label={text("elder-pairing.col.unit")}
          empty={text("elder-pairing.cadres.choose")}
          choices={[...units.keys()].map((unit) => ({ value: unit, label: unit }))}
        />
        <DayField name="day" label={text("elder-pairing.cadres.from")} />
      </Form>
      <ConfirmDialog
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={leaving?.unit ?? ""}
        verb={text("elder-pairing.cadres.unitSave")}
        onConfirm={() => leave(leaving!)}
        isDanger
      >
        {leaving && text("elder-pairing.cadres.unitSure", { count: units.get(leaving.unit) ?? 0, day: dayText(leaving.day) })}
      </ConfirmDialog>
    </Card>
  );
}
