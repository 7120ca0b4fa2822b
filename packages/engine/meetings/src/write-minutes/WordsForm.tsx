import { toast } from "@lianxin/web-kit/feedback";
import { Form, needed, TextArea, useForm } from "@lianxin/web-kit/forms";
import { api, text } from "../api.js";
import type { MinutesDraft } from "./MinutesPage.js";

type Kind = "explanation" | "opinion" | "leftover";
interface WordsProps {
  readonly meetingId: string;
  readonly kind: Kind;
  readonly itemId: string | null;
  /** What stands now, oldest first. */
  readonly current: MinutesDraft["texts"];
  readonly isOpen: boolean;
  readonly reload: () => Promise<void>;
}

/** What became of the words: as they are, put together with somebody's, or beside theirs where both wrote the same line. */
function tellKept({ isMerged, clashes }: { readonly isMerged: boolean; readonly clashes: number }): string {
  if (clashes > 0) return text("meetings.minutes.clashed", { clashes });
  return text(isMerged ? "meetings.minutes.merged" : "meetings.minutes.kept");
}

function Editor({
  meetingId,
  kind,
  itemId,
  replaces,
  nth,
  reload,
}: Omit<WordsProps, "current" | "isOpen"> & { readonly replaces: MinutesDraft["texts"][number] | undefined; readonly nth: number }) {
  const label = text(`meetings.minutes.${kind}`);
  const form = useForm({
    start: { words: replaces?.words ?? "" },
    check: ({ words }) => ({ words: replaces ? undefined : needed(words, label) }),
    send: ({ words }, idempotencyKey) =>
      api("POST /meetings/:meetingId/texts", {
        params: { meetingId },
        body: { kind, words, ...(itemId ? { itemId } : {}), ...(replaces ? { replacesId: replaces.id } : {}) },
        idempotencyKey,
      }),
    onDone: async (kept) => {
      toast(kept ? tellKept(kept) : text("meetings.minutes.kept"));
      await reload();
    },
    draft: { key: `meetings.words.${meetingId}.${itemId ?? ""}.${kind}${nth > 0 ? `.${replaces!.id}` : ""}`, fields: ["words"] },
  });
  return (
    <Form form={form} submit={text("meetings.minutes.keep")} look="soft">
      <TextArea
        name="words"
        label={nth > 0 ? text("meetings.minutes.nth", { label, nth: nth + 1 }) : label}
        hint={text(replaces ? "meetings.minutes.emptyHint" : `meetings.minutes.${kind}.hint`)}
        rows={4}
        maxLength={4000}
      />
    </Form>
  );
}

/** The texts of one kind, each to be written over or emptied; where two people began one at once both are here. What others wrote meanwhile is put together with it when it is kept. */
export function WordsForm({ current, isOpen, ...props }: WordsProps) {
  if (!isOpen)
    return (
      <>
        {current.map(({ id, words }) => (
          <p key={id}>{words}</p>
        ))}
      </>
    );
  if (current.length === 0) return <Editor key="new" {...props} replaces={undefined} nth={0} />;
  return (
    <>
      {current.map((text, nth) => (
        <Editor key={text.id} {...props} replaces={text} nth={nth} />
      ))}
    </>
  );
}
