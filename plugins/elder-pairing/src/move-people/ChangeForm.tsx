import { dayText } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { ChoiceField, DayField, Form, needed, useForm } from "@lianxin/web-kit/forms";
import { api, text, today } from "../api.js";

interface ChangeProps {
  readonly cadre: { readonly id: string };
  readonly onClose: () => void;
  readonly onDone: () => Promise<unknown>;
}

/** Who died has, from today on, no day to be chosen. */
const leaving = (what: string, fromOn: string) =>
  what === "deceased" ? ({ day: today(), kind: "deceased" } as const) : ({ day: fromOn, kind: "transferred" } as const);

interface Covered {
  readonly elder: string;
  readonly by: string | null;
}
interface Answer {
  readonly fromOn: string;
  readonly covered: readonly Covered[];
  readonly elsewhere: number;
}
const sayOne = ({ elder, by }: Covered): string =>
  by === null ? text("elder-pairing.cadres.coveredByNone", { elder }) : text("elder-pairing.cadres.coveredBy", { elder, by });

/** Who looks after whom from when on, and how many more there are elsewhere. */
function sayCovered({ fromOn, covered, elsewhere }: Answer): string {
  const said = [...covered.map(sayOne), ...(elsewhere > 0 ? [text("elder-pairing.cadres.coveredElsewhere", { count: elsewhere })] : [])];
  return said.length === 0 ? text("elder-pairing.cadres.leftNobody") : text("elder-pairing.cadres.covered", { day: dayText(fromOn), who: said.join("，") });
}

/** 调走或请假: from a day on, or from one day to another; the backup answers at once. */
export function ChangeForm({ cadre, onClose, onDone }: ChangeProps) {
  const params = { cadreId: cadre.id };
  const form = useForm({
    start: { what: "leave", fromOn: today(), toOn: today() },
    check: ({ what, fromOn, toOn }) => ({
      fromOn: what === "deceased" ? undefined : needed(fromOn, text("elder-pairing.cadres.from")),
      toOn: what === "leave" ? needed(toOn, text("elder-pairing.cadres.to")) : undefined,
    }),
    send: ({ what, fromOn, toOn }, idempotencyKey): Promise<Answer> =>
      what === "leave"
        ? api("POST /cadres/:cadreId/leave", { params, body: { fromOn, toOn }, idempotencyKey })
        : api("POST /cadres/:cadreId/transfer", { params, body: leaving(what, fromOn), idempotencyKey }),
    onDone: async (answer) => {
      onClose();
      await onDone();
      toast(sayCovered(answer));
    },
  });
  return (
    <Form form={form} submit={text("elder-pairing.cadres.save")}>
      <ChoiceField
        name="what"
        label={text("elder-pairing.cadres.what")}
        choices={(["leave", "transferred", "deceased"] as const).map((value) => ({ value, label: text(`elder-pairing.cadres.${value}`) }))}
      />
      {form.values.value.what !== "deceased" && <DayField name="fromOn" label={text("elder-pairing.cadres.from")} />}
      {form.values.value.what === "leave" && <DayField name="toOn" label={text("elder-pairing.cadres.to")} />}
    </Form>
  );
}
