import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, neededChoice, useForm } from "@lianxin/web-kit/forms";
import { api, t } from "../browser.js";
import type { PersonDialogProps } from "../edit-person/EditPersonDialog.js";
import { ChoosePerson } from "../find-person/ChoosePerson.js";

function ShareForm({ person, onClose, onDone }: PersonDialogProps) {
  const form = useForm({
    start: { holderId: "" },
    check: ({ holderId }) => ({ holderId: neededChoice(holderId, t("directory.standing.holder")) }),
    send: (body, idempotencyKey) => api("POST /people/:personId/accounts", { params: { personId: person.id }, body, idempotencyKey }),
    onDone: async () => {
      onClose();
      await onDone();
      toast(t("directory.standing.shared"));
    },
  });
  return (
    <Form form={form} submit={t("directory.standing.share")}>
      <ChoosePerson name="holderId" label={t("directory.standing.holder")} hint={t("directory.standing.holderHint")} without={person.id} />
    </Form>
  );
}

/** Lets the account of somebody else stand for this person too: an elder on a child's phone. */
export const ShareAccountDialog = (props: PersonDialogProps) => (
  <Dialog isOpen={props.isOpen} onClose={props.onClose} title={t("directory.standing.shareFor", { name: props.person.fullName })}>
    <ShareForm {...props} />
  </Dialog>
);
