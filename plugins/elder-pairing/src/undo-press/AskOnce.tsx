import { useState } from "preact/hooks";
import { Button } from "@lianxin/web-kit";
import { ConfirmDialog } from "@lianxin/web-kit/feedback";

interface AskOnceProps {
  /** The act in its own words, and of what, for those who hear the page. */
  readonly verb: string;
  readonly of: string;
  readonly title: string;
  /** What follows. */
  readonly sure: string;
  readonly onConfirm: () => Promise<unknown>;
}

/** A way back that asks once more, and nothing else. */
export function AskOnce({ verb, of, title, sure, onConfirm }: AskOnceProps) {
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button look="plain" aria-label={`${verb} ${of}`.trim()} onClick={() => setAsked(true)}>
        {verb}
      </Button>
      <ConfirmDialog isOpen={isAsked} onClose={() => setAsked(false)} title={title} verb={verb} onConfirm={async () => void (await onConfirm())}>
        {isAsked && <p>{sure}</p>}
      </ConfirmDialog>
    </>
  );
}
