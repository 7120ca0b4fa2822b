import { useSignal } from "@preact/signals";
import { addressOf, Button, ButtonLink } from "@lianxin/web-kit";
import { Printer } from "@lianxin/web-kit/icons";
import { Dialog, LocalNotice, toast } from "@lianxin/web-kit/feedback";
import { Form, TextField, useForm } from "@lianxin/web-kit/forms";
import { api, text, type VerbProps } from "../api.js";
import { pageOf } from "./page-of.js";

/** Each code with the address at which it is used, ready to be sent on. */
async function copy(codes: readonly string[]): Promise<void> {
  const lines = codes.map((code) => `${pageOf("/commitments/rate")}?code=${code}`);
  await navigator.clipboard?.writeText(lines.join("\n"));
  toast(text("commitments.codes.copied"));
}

/** Codes for residents to rate with, each once. */
export function RatingCodesButton({ line }: VerbProps) {
  const isOpen = useSignal(false);
  const codes = useSignal<readonly string[]>([]);
  const form = useForm({
    start: { count: "5" },
    check: ({ count }) => ({ count: /^([1-9]|[1-5]\d|60)$/.test(count.trim()) ? undefined : text("commitments.codes.count.wrong") }),
    send: ({ count }, idempotencyKey) =>
      api("POST /commitments/:commitmentId/rating-codes", { params: { commitmentId: line.commitmentId! }, body: { count: Number(count) }, idempotencyKey }),
    onDone: (answer) => void (codes.value = answer.codes),
  });
  return (
    <>
      <Button onClick={() => (isOpen.value = true)}>{text("commitments.verb.ratingCodes")}</Button>
      <Dialog isOpen={isOpen.value} onClose={() => (isOpen.value = false)} title={text("commitments.verb.ratingCodes")}>
        {codes.value.length > 0 ? (
          <div class="lx-stack">
            <p role="status">{text("commitments.codes.made", { count: codes.value.length })}</p>
            <p>{text("commitments.codes.where", { address: pageOf("/commitments/rate") })}</p>
            <textarea class="lx-input" rows={8} readOnly aria-label={text("commitments.verb.ratingCodes")} value={codes.value.join("\n")} />
            <LocalNotice />
            <div class="lx-actions">
              <ButtonLink
                look="filled"
                icon={Printer}
                href={addressOf(
                  "commitments",
                  "/commitments/:commitmentId/rating-sheet",
                  { commitmentId: line.commitmentId! },
                  { codes: codes.value.join(",") },
                )}
                download
              >
                {text("commitments.codes.print")}
              </ButtonLink>
              <Button onClick={() => void copy(codes.value)}>{text("commitments.codes.copy")}</Button>
            </div>
          </div>
        ) : (
          <Form form={form} submit={text("commitments.codes.make")}>
            <p>{text("commitments.codes.hint")}</p>
            <TextField name="count" label={text("commitments.codes.count")} keyboard="numeric" width="short" />
          </Form>
        )}
      </Dialog>
    </>
  );
}
