import { Notice, timeText } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { MinutesDraft } from "./MinutesPage.js";

type Kind = "explanation" | "opinion" | "leftover";
interface WordsProps {
  readonly meetingId: string;
  readonly kind: Kind;
  readonly itemId: string | null;
  /** What stands now: more than one when two people wrote over the same words. */
  readonly current: MinutesDraft["texts"];
  readonly isOpen: boolean;
  readonly reload: () => Promise<void>;
}

function Editor({
  meetingId,
  kind,
  itemId,
  replaces,
  reload,
}: Omit<WordsProps, "current" | "isOpen"> & { readonly replaces: MinutesDraft["texts"][number] | undefined }) {
  const form = useForm({
    start: { words: replaces?.words ?? "" },
    check: ({ words }) => ({ words: needed(words, text(`meetings.minutes.${kind}`)) }),
    send: ({ words }, idempotencyKey) =>
      api("POST /meetings/:meetingId/texts", {
        params: { meetingId },
        body: { kind, words, ...(itemId ? { itemId } : {}), ...(replaces ? { replacesId: replaces.id } : {}) },
        idempotencyKey,
      }),
    onDone: async () => {
      toast(text("meetings.minutes.kept"));
      await reload();
    },
    draft: { key: `meetings.words.${meetingId}.${itemId ?? ""}.${kind}`, fields: ["words"] },
  });
  return (
    <Form form={form} submit={text("meetings.minutes.keep")}>
      <TextArea name="words" label={text(`meetings.minutes.${kind}`)} hint={text(`meetings.minutes.${kind}.hint`)} rows={4} maxLength={4000} />
    </Form>
  );
}

/** One text of the minutes; when two people wrote, both stand until somebody makes one of them. */
export function WordsForm({ current, isOpen, ...props }: WordsProps) {
  if (!isOpen)
    return (
      <>
        {current.map(({ id, words }) => (
          <p key={id}>{words}</p>
        ))}
      </>
    );
  return (
    <>
      {current.length > 1 && (
        <Notice>
          <p>{text("meetings.minutes.both")}</p>
          {current.map(({ id, words, at }) => (
            <p key={id}>{`${timeText(at)} ${words}`}</p>
          ))}
        </Notice>
      )}
      <Editor key={current.at(-1)?.id ?? "new"} {...props} replaces={current.at(-1)} />
    </>
  );
}
