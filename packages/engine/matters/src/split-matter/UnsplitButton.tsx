import { Button } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";

/** Takes a split back; it can be split again, so nothing is asked. */
export const UnsplitButton = ({ matterId, onDone }: { readonly matterId: string; readonly onDone: () => Promise<void> }) => (
  <Button
    onClick={() =>
      void api("DELETE /matters/:matterId/parts", { params: { matterId } }).then(
        async () => {
          toast(text("matters.unsplit.done"));
          await onDone();
        },
        () => onDone(),
      )
    }
  >
    {text("matters.verb.unsplit")}
  </Button>
);
