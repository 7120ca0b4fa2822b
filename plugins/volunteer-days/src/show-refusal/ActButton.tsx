import type { ComponentProps } from "preact";
import { useState } from "preact/hooks";
import { Button, ErrorNotice } from "@lianxin/web-kit";

type ActButtonProps = Omit<ComponentProps<typeof Button>, "onClick"> & {
  /** Runs once at a time. */
  readonly onAct: () => Promise<unknown>;
};

/** A button that acts at once: while it works it takes no second tap, and what was refused is said below it. */
export function ActButton({ onAct, ...rest }: ActButtonProps) {
  const [isActing, setActing] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const act = async () => {
    if (isActing) return;
    setActing(true);
    setError(undefined);
    await onAct().catch(setError);
    setActing(false);
  };
  return (
    <>
      <Button {...rest} aria-disabled={isActing} onClick={() => void act()} />
      {error !== undefined && <ErrorNotice error={error} />}
    </>
  );
}
