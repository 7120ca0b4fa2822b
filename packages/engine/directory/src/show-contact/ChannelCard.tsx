import { useSignal } from "@preact/signals";
import { Button, Card, EmptyState, ErrorNotice, mayAnywhere } from "@lianxin/web-kit";
import { ConfirmDialog } from "@lianxin/web-kit/feedback";
import { Form, needed, SelectField, TextField, useForm } from "@lianxin/web-kit/forms";
import { Eye, Plus } from "@lianxin/web-kit/icons";
import { api, t } from "../browser.js";
import type { Person } from "../find-person/PersonPage.js";
import { channelKinds, type ChannelKind } from "../words.js";

interface CardProps {
  readonly person: Person;
  readonly onDone: () => Promise<void>;
}
const wordOf = (kind: string): string => t(`directory.channel.${channelKinds.find((one) => one === kind) ?? "phone"}`);

/** A code or a link can be sent there. */
const canProve = ({ kind }: Person["channels"][number]): boolean => kind !== "landline";

function AddForm({ person, onDone }: CardProps) {
  const form = useForm({
    start: { kind: "phone" as ChannelKind, address: "" },
    check: ({ address }) => ({ address: needed(address, t("directory.page.address")) }),
    send: (body, idempotencyKey) => api("POST /people/:personId/channels", { params: { personId: person.id }, body, idempotencyKey }),
    onDone,
  });
  return (
    <Form form={form} submit={t("directory.page.addChannel")}>
      <SelectField
        name="kind"
        label={t("directory.page.channelKind")}
        choices={channelKinds.map((value) => ({ value, label: t(`directory.channel.${value}`) }))}
      />
      <TextField name="address" label={t("directory.page.address")} maxLength={254} />
    </Form>
  );
}

/** How to reach a person: masked until asked; what is shown leaves a record. */
export function ChannelCard({ person, onDone }: CardProps) {
  const shown = useSignal<Person["channels"] | undefined>(undefined);
  const isAdding = useSignal(false);
  const confirming = useSignal<Person["channels"][number] | undefined>(undefined);
  const error = useSignal<unknown>(undefined);
  const show = () =>
    api("GET /people/:personId/channels", { params: { personId: person.id }, asksToSee: true }).then(
      ({ channels }) => (shown.value = channels),
      (refusal: unknown) => (error.value = refusal),
    );
  const changed = () => onDone().then(() => void ((isAdding.value = false), (shown.value = undefined)));
  const channels = shown.value ?? person.channels;
  return (
    <Card title={t("directory.page.reach")}>
      {channels.length === 0 && <EmptyState why={t("directory.page.noChannel")} />}
      <ul class="lx-list">
        {channels.map((channel) => (
          <li key={channel.id}>
            {wordOf(channel.kind)} <span class="lx-num">{channel.address}</span> {channel.isVerified && t("directory.page.verified")}
            {canProve(channel) && !channel.isConfirmed && ` ${t("directory.standing.addressUnconfirmed")} `}
            {canProve(channel) && !channel.isConfirmed && mayAnywhere("directory.giveRoles") && (
              <Button
                look="soft"
                aria-label={t("directory.standing.addressConfirmOf", { address: channel.address })}
                onClick={() => (confirming.value = channel)}
              >
                {t("directory.standing.addressConfirm")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
      <div class="lx-actions">
        {channels.length > 0 && !shown.value && (
          <Button icon={Eye} onClick={() => void show()}>
            {t("directory.page.showAll")}
          </Button>
        )}
        {mayAnywhere("directory.edit") && !isAdding.value && (
          <Button icon={Plus} onClick={() => (isAdding.value = true)}>
            {t("directory.page.addChannel")}
          </Button>
        )}
      </div>
      {isAdding.value && <AddForm person={person} onDone={changed} />}
      <ConfirmDialog
        isOpen={confirming.value !== undefined}
        onClose={() => (confirming.value = undefined)}
        title={t("directory.standing.addressConfirmTitle", { name: person.fullName, address: confirming.value?.address ?? "" })}
        verb={t("directory.standing.addressConfirm")}
        onConfirm={() =>
          api("POST /people/:personId/channels/:channelId/confirm", { params: { personId: person.id, channelId: confirming.value!.id } }).then(changed)
        }
      >
        <p>{t("directory.standing.addressConfirmNote", { name: person.fullName })}</p>
      </ConfirmDialog>
    </Card>
  );
}
