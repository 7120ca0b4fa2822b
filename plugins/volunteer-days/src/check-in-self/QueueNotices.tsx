import { Button, Notice } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { Refused } from "./queue.js";
import type { Queue } from "./use-queue.js";

const wordOf = ({ route, body: { act } }: Refused): string => {
  if (route === "self") return text(act === "leave" ? "volunteer-days.code.leave" : "volunteer-days.code.arrive");
  if (act === "leave" || act === "absent" || act === "undo") return text(`volunteer-days.act.${act}`);
  return text("volunteer-days.act.arrive");
};

/** What the server refused of the sign-ins kept on this device, each until it was read. */
export const QueueNotices = ({ queue, route }: { readonly queue: Queue; readonly route: Refused["route"] }) => (
  <>
    {queue.refused
      .filter((one) => one.route === route)
      .map((one) => (
        <Notice key={one.id} kind="warning">
          <p>
            <strong>{text("volunteer-days.queue.refused", { who: one.who, act: wordOf(one), message: one.message })}</strong>
          </p>
          {one.remedy && <p>{one.remedy}</p>}
          <Button look="soft" onClick={() => queue.dismiss(one.id)}>
            {text("volunteer-days.queue.seen")}
          </Button>
        </Notice>
      ))}
  </>
);
