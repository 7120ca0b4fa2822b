import { useSignal } from "@preact/signals";
import { addressOf, ApiError, browserPorts, Button, ButtonLink, ErrorNotice } from "@lianxin/web-kit";
import { Printer } from "@lianxin/web-kit/icons";
import { Dialog, LocalNotice } from "@lianxin/web-kit/feedback";
import { api, text, type VerbProps } from "../api.js";
import { pageOf } from "./page-of.js";

/** The slip to sign, as it was claimed or assigned; it has no code. */
const SignedSlip = ({ line }: VerbProps) => (
  <ButtonLink icon={Printer} href={addressOf("commitments", "/commitments/:commitmentId/slip", { commitmentId: line.commitmentId! })} download>
    {text(line.origin === "assigned" ? "commitments.verb.assignmentSlip" : "commitments.verb.claimSlip")}
  </ButtonLink>
);

/** A fresh code for who has no account, and the code slip with it to print; asks before the code of a slip already printed ends. */
function CodeSlip({ line, onDone }: VerbProps) {
  const code = useSignal<string | undefined>(undefined);
  const error = useSignal<unknown>(undefined);
  const isAsking = useSignal(false);
  const params = { commitmentId: line.commitmentId! };
  const make = (body: { readonly replaces?: boolean } = {}) => {
    isAsking.value = false;
    error.value = undefined;
    return api("POST /commitments/:commitmentId/slips", { params, body, idempotencyKey: browserPorts.newKey() }).then(
      async (made) => {
        code.value = made.code;
        await onDone();
      },
      (refusal: unknown) => {
        if (refusal instanceof ApiError && refusal.code === "commitments.slipOut") isAsking.value = true;
        else error.value = refusal;
      },
    );
  };
  return (
    <>
      <Button icon={Printer} onClick={() => void make()}>
        {text("commitments.verb.codeSlip")}
      </Button>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
      <Dialog isOpen={isAsking.value} onClose={() => (isAsking.value = false)} title={text("commitments.slip.again")}>
        <div class="lx-stack">
          <p>{text("commitments.slip.again.why")}</p>
          <div class="lx-actions">
            <Button onClick={() => void make({ replaces: true })}>{text("commitments.slip.again.do")}</Button>
            <Button onClick={() => (isAsking.value = false)}>{text("commitments.slip.again.leave")}</Button>
          </div>
        </div>
      </Dialog>
      <Dialog isOpen={code.value !== undefined} onClose={() => (code.value = undefined)} title={text("commitments.slip.made")}>
        <div class="lx-stack">
          <p>
            <strong>{code.value}</strong>
          </p>
          <p>{text("commitments.slip.hint")}</p>
          <p>{text("commitments.slip.where", { address: pageOf("/commitments/slip") })}</p>
          <LocalNotice />
          <ButtonLink
            look="filled"
            icon={Printer}
            href={addressOf("commitments", "/commitments/:commitmentId/code-slip", params, { code: code.value ?? "" })}
            download
          >
            {text("commitments.print")}
          </ButtonLink>
        </div>
      </Dialog>
    </>
  );
}

/** The papers of one promise: the slip to sign, and the code slip for an owner without an account. */
export const SlipButtons = (props: VerbProps) => (
  <>
    <SignedSlip {...props} />
    <CodeSlip {...props} />
  </>
);
