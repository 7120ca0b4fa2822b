import { useSignal } from "@preact/signals";
import { Button, Card, ErrorNotice } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { Form, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import { ChoosePerson } from "../choose-person/ChoosePerson.js";
import { Fold } from "../fold-part/Fold.js";
import type { Home } from "./HomeCard.js";
import { readRooms } from "./read-rooms.js";

interface Props {
  readonly home: Home;
  readonly onDone: () => Promise<unknown>;
  readonly onClosed: () => void;
}

/** For who may open homes: other rooms, another director, the end of it, or its beginning again. */
export function ChangeHomeForm({ home, onDone, onClosed }: Props) {
  const asks = useSignal(false);
  const params = { homeId: home.id };
  const form = useForm({
    start: { rooms: home.rooms.join("、"), directorId: "" },
    send: ({ rooms, directorId }) => api("PATCH /homes/:homeId", { params, body: { rooms: readRooms(rooms), ...(directorId && { directorId }) } }),
    onDone: async () => {
      toast(text("children-activities.home.changed"));
      await onDone();
    },
  });
  const refusal = useSignal<unknown>(undefined);
  const reopen = async () => {
    refusal.value = undefined;
    await api("PATCH /homes/:homeId", { params, body: { isClosed: false } })
      .then(() => toast(text("children-activities.home.reopened")))
      .catch((error: unknown) => (refusal.value = error));
    await onDone();
  };
  return (
    <Card title={text("children-activities.home.manage")}>
      <Fold title={text("children-activities.home.change")}>
        <Form form={form} submit={text("children-activities.own.save")}>
          <TextField
            name="rooms"
            label={text("children-activities.home.rooms")}
            hint={text("children-activities.home.rooms.hint")}
            isOptional
            maxLength={400}
          />
          <ChoosePerson name="directorId" label={text("children-activities.home.newDirector")} hint={text("children-activities.home.newDirector.hint")} />
        </Form>
      </Fold>
      <div class="lx-actions">
        {home.closedOn === null ? (
          <Button look="plain" onClick={() => (asks.value = true)}>
            {text("children-activities.home.close")}
          </Button>
        ) : (
          <Button onClick={() => void reopen()}>{text("children-activities.home.reopen")}</Button>
        )}
      </div>
      {refusal.value !== undefined && <ErrorNotice error={refusal.value} />}
      <ConfirmDialog
        isOpen={asks.value}
        onClose={() => (asks.value = false)}
        title={text("children-activities.home.close")}
        verb={text("children-activities.home.close")}
        isDanger
        onConfirm={async () => {
          await api("PATCH /homes/:homeId", { params, body: { isClosed: true } });
          onClosed();
        }}
      >
        <p>{text("children-activities.home.closeSure")}</p>
      </ConfirmDialog>
    </Card>
  );
}
