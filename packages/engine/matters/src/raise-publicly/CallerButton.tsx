import { useSignal } from "@preact/signals";
import { Button, ErrorNotice } from "@lianxin/web-kit";
import { api, text } from "../api.js";

/** Shows how to call back whoever raised it without an account, once asked; each look is logged. */
export function CallerButton({ matterId }: { readonly matterId: string }) {
  const caller = useSignal<{ readonly name: string | null; readonly phone: string | null } | undefined>(undefined);
  const error = useSignal<unknown>(undefined);
  const show = () =>
    api("GET /matters/:matterId/caller", { params: { matterId } }).then(
      (found) => (caller.value = found),
      (refusal: unknown) => (error.value = refusal),
    );
  if (error.value !== undefined) return <ErrorNotice error={error.value} />;
  if (!caller.value) return <Button onClick={() => void show()}>{text("matters.caller.show")}</Button>;
  const { name, phone } = caller.value;
  return (
    <p role="status">
      {name ?? text("matters.unnamed")} {phone ? <a href={`tel:${phone}`}>{phone}</a> : text("matters.caller.noPhone")}
    </p>
  );
}
