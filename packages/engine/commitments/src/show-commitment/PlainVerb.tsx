import { useSignal } from "@preact/signals";
import { browserPorts, Button, ErrorNotice } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";

interface PlainVerbProps {
  readonly verb: string;
  /** What happened, for the toast. */
  readonly done: string;
  readonly send: (idempotencyKey: string) => Promise<unknown>;
  readonly onDone: () => Promise<void>;
}

/** A button whose act asks for nothing and can be undone by another. */
export function PlainVerb({ verb, done, send, onDone }: PlainVerbProps) {
  const key = useSignal(browserPorts.newKey());
  const error = useSignal<unknown>(undefined);
  const act = () =>
    send(key.value).then(
      async () => {
        error.value = undefined;
        key.value = browserPorts.newKey();
        toast(done);
        await onDone();
      },
      (refusal: unknown) => (error.value = refusal),
    );
  return (
    <>
      <Button onClick={() => void act()}>{verb}</Button>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
    </>
  );
}
