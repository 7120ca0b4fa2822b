import { Button, Card } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, SelectField, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";

interface QuotaProps {
  readonly placeId: string;
  readonly units: readonly { readonly unit: string; readonly held: number; readonly most: number | null }[];
  readonly onDone: () => Promise<unknown>;
}

/** 单位名额: how many elders a unit's cadres take together, from the next matching on. */
export function QuotaCard({ placeId, units, onDone }: QuotaProps) {
  const set = (unit: string, most: number | null, idempotencyKey?: string) =>
    api("PUT /places/:placeId/quotas", { params: { placeId }, body: { unit, most }, ...(idempotencyKey && { idempotencyKey }) });
  const form = useForm({
    start: { unit: "", most: "" },
    check: ({ unit, most }) => ({
      unit: needed(unit, text("elder-pairing.col.unit")),
      most: /^\d{1,4}$/.test(most) ? undefined : needed("", text("elder-pairing.quota.most")),
    }),
    send: ({ unit, most }, idempotencyKey) => set(unit, Number(most), idempotencyKey),
    onDone: async () => {
      form.startOver();
      await onDone();
      toast(text("elder-pairing.quota.saved"));
    },
  });
  const limited = units.filter(({ most }) => most !== null);
  return (
    <Card title={text("elder-pairing.quota.heading")}>
      <div class="lx-stack">
        <p class="lx-hint">{text("elder-pairing.quota.hint")}</p>
        {limited.length === 0 && <p>{text("elder-pairing.quota.none")}</p>}
        <ul>
          {limited.map(({ unit, held, most }) => (
            <li key={unit}>
              {text("elder-pairing.quota.line", { unit, most: most!, held })}{" "}
              <Button look="plain" aria-label={`${text("elder-pairing.quota.drop")} ${unit}`} onClick={() => void set(unit, null).then(onDone)}>
                {text("elder-pairing.quota.drop")}
              </Button>
            </li>
          ))}
        </ul>
        <details>
          <summary>{text("elder-pairing.quota.open")}</summary>
          <Form form={form} submit={text("elder-pairing.quota.save")}>
            <SelectField
              name="unit"
              label={text("elder-pairing.col.unit")}
              empty={text("elder-pairing.cadres.choose")}
              choices={units.map(({ unit }) => ({ value: unit, label: unit }))}
            />
            <TextField name="most" label={text("elder-pairing.quota.most")} keyboard="numeric" width="short" maxLength={4} />
          </Form>
        </details>
      </div>
    </Card>
  );
}
