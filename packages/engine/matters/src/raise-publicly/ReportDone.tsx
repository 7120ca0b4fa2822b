import { useEffect, useRef } from "preact/hooks";
import { Button, dayText, Notice } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { text } from "../api.js";

export interface Received {
  readonly number: string;
  readonly link: string;
  readonly replyBy: string | null;
}

const copy = async (address: string) => {
  await navigator.clipboard?.writeText(address);
  toast(text("matters.report.copied"));
};

/** The number, by when there is an answer, and the private link to see it. */
export function ReportDone({ received: { number, link, replyBy }, onAgain }: { readonly received: Received; readonly onAgain: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const address = new URL(link, location.origin).href;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {text("matters.report.done", { number })}
      </h1>
      <Notice kind="done">
        <p>{replyBy ? text("matters.report.replyBy", { day: dayText(replyBy) }) : text("matters.report.replyUnknown")}</p>
        <p>{text("matters.report.keep")}</p>
      </Notice>
      <p>
        <a href={link}>{address}</a>
      </p>
      <div class="lx-actions">
        <Button look="filled" onClick={() => void copy(address)}>
          {text("matters.report.copy")}
        </Button>
        <Button onClick={() => print()}>{text("matters.print")}</Button>
        <Button onClick={onAgain}>{text("matters.report.again")}</Button>
      </div>
    </>
  );
}
