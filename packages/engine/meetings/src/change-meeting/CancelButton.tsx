import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { Button } from "@lianxin/web-kit";
import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { Changing } from "./ChangePage.js";
import { WhoIsTold } from "./WhoIsTold.js";

function CancelForm({ changing: { draft, people } }: { readonly changing: Changing }) {
  const { route } = useLocation();
  const form = useForm({
    start: { reason: "" },
    check: ({ reason }) => ({ reason: needed(reason, text("meetings.cancel.reason")) }),
    send: (body) => api("POST /meetings/:meetingId/cancellation", { params: { meetingId: draft.id }, body }),
    onDone: ({ mailed }) => {
      toast(text("meetings.cancel.done", { count: mailed }));
      route("/meetings?tab=past");
    },
  });
  return (
    <Form form={form} submit={text("meetings.cancel.submit")}>
      <TextArea name="reason" label={text("meetings.cancel.reason")} hint={text("meetings.cancel.reason.hint")} maxLength={1000} />
      <WhoIsTold people={people} words="cancelled" />
      <p>{text("meetings.cancel.backlog")}</p>
    </Form>
  );
}

/** Calls a meeting off, after saying why and seeing who will be told. */
export function CancelButton({ changing }: { readonly changing: Changing }) {
  const isOpen = useSignal(false);
  return (
    <>
      <Button onClick={() => (isOpen.value = true)}>{text("meetings.cancel.verb")}</Button>
      <Dialog isOpen={isOpen.value} onClose={() => (isOpen.value = false)} title={text("meetings.cancel.heading")}>
        <CancelForm changing={changing} />
      </Dialog>
    </>
  );
}
