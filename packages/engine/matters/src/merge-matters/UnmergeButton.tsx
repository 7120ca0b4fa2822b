import { Button } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";

/** Takes a merge back; it can be merged again, so nothing is asked. */
export const UnmergeButton = ({ matterId, onDone }: { readonly matterId: string; readonly onDone: () => Promise<void> }) => (
  <Button
    onClick={() =>
      void api("DELETE /matters/:matterId/merge", { params: { matterId } }).then(
        async () => {
          toast(text("matters.unmerge.done"));
          await onDone();
        },
        () => onDone(),
      )
    }
  >
    {text("matters.verb.unmerge")}
  </Button>
);
