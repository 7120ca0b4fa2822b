import { browserPorts, Card, Notice } from "@lianxin/web-kit";
import { DayField, Form, needed, neededChoice, SelectField, TextArea, TextField, tidyDigits, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { nameOfPack, type ShownPack } from "./pack-words.js";

export interface CopyWays {
  readonly placeId: string;
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
}

type Share = ShownPack["numbers"]["pass"]["share"];
const shareText = ({ op, part, whole }: Share): string => `${op === "gt" ? ">" : "≥"}${part}/${whole}`;

/** "≥2/3" or ">1/2" as a share; undefined for anything else. */
export function readShareText(written: string): Share | undefined {
  const match = /^(>=|≥|>)(\d{1,4})\/(\d{1,4})$/.exec(written.normalize("NFKC").replace(/\s/g, ""));
  return match ? { op: match[1] === ">" ? "gt" : "gte", part: Number(match[2]), whole: Number(match[3]) } : undefined;
}

const shareRule = (written: string): string | undefined => (readShareText(written) ? undefined : text("meetings.packs.shareRule"));
const membersQuorum = ({ numbers }: ShownPack): Share | undefined => numbers.quorum.find(({ of }) => of === "members")?.share;

interface Values {
  readonly name: string;
  readonly adoptedBy: string;
  readonly fromOn: string;
  readonly quorum: string;
  readonly pass: string;
  readonly notice: string;
  readonly bodyId: string;
  readonly castingVote: string;
}

function numbersOf(pack: ShownPack, { quorum, pass, notice, castingVote }: Values): ShownPack["numbers"] {
  const { numbers } = pack;
  const share = quorum.trim() === "" ? undefined : readShareText(quorum);
  const others = numbers.quorum.filter(({ of }) => of !== "members");
  return {
    ...{ ...numbers, castingVote: castingVote === "yes" },
    quorum: share ? [{ of: "members", share }, ...others] : others,
    pass: { ...numbers.pass, share: readShareText(pass)! },
    notice: notice === "" ? null : { ...(numbers.notice ?? { basis: "calendar", count: "clear" }), days: Number(notice) },
  };
}

/** 改成我们的: the numbers of a pack as a community wants them, from a day on, and the body that takes them up. */
export function CopyForm({ pack, ways, onDone }: { readonly pack: ShownPack; readonly ways: CopyWays; readonly onDone: () => void }) {
  const quorum = membersQuorum(pack);
  const start: Values = {
    ...{ name: nameOfPack(pack), adoptedBy: "", fromOn: "", bodyId: "", castingVote: pack.numbers.castingVote ? "yes" : "no" },
    ...{ quorum: quorum ? shareText(quorum) : "", pass: shareText(pack.numbers.pass.share), notice: String(pack.numbers.notice?.days ?? "") },
  };
  const form = useForm({
    start,
    tidy: { notice: tidyDigits },
    check: (values) => ({
      name: needed(values.name, text("meetings.packs.name")),
      adoptedBy: needed(values.adoptedBy, text("meetings.packs.adoptedBy")),
      fromOn: neededChoice(values.fromOn, text("meetings.packs.fromOn")),
      quorum: values.quorum.trim() === "" ? undefined : shareRule(values.quorum),
      pass: shareRule(values.pass),
      notice: values.notice === "" || /^\d{1,2}$/.test(values.notice) ? undefined : text("meetings.packs.daysRule"),
    }),
    async send(values, idempotencyKey) {
      const { name, adoptedBy, fromOn } = values;
      const body = { placeId: ways.placeId, copyOf: pack.id, name, adoptedBy, fromOn, numbers: numbersOf(pack, values) };
      const { id } = await api("POST /packs", { body, idempotencyKey });
      const taken = { packId: id, fromOn };
      if (values.bodyId) await api("POST /bodies/:bodyId/rules", { params: { bodyId: values.bodyId }, body: taken, idempotencyKey: browserPorts.newKey() });
    },
    onDone,
  });
  return (
    <Card title={text("meetings.packs.copyTitle", { name: nameOfPack(pack) })}>
      {pack.isLaw && <Notice>{text("meetings.packs.lawHint")}</Notice>}
      <Form form={form} submit={text("meetings.packs.copySubmit")}>
        <TextField name="name" label={text("meetings.packs.name")} maxLength={100} />
        <TextField name="quorum" label={text("meetings.rules.quorum")} hint={text("meetings.packs.shareHint")} width="short" isOptional />
        <TextField name="pass" label={text("meetings.rules.pass")} hint={text("meetings.packs.shareHint")} width="short" />
        {!pack.isLaw && (
          <SelectField
            name="castingVote"
            label={text("meetings.rules.castingVote")}
            choices={[
              { value: "no", label: text("meetings.packs.noCasting") },
              { value: "yes", label: text("meetings.packs.casting") },
            ]}
          />
        )}
        <TextField name="notice" label={text("meetings.packs.noticeDays")} keyboard="numeric" width="short" isOptional />
        <DayField name="fromOn" label={text("meetings.packs.fromOn")} />
        <TextArea name="adoptedBy" label={text("meetings.packs.adoptedBy")} hint={text("meetings.packs.adoptedHint")} rows={2} maxLength={500} />
        <SelectField
          name="bodyId"
          label={text("meetings.packs.forBody")}
          empty={text("meetings.packs.noBody")}
          isOptional
          choices={ways.bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form>
    </Card>
  );
}
