import { useEffect, useRef, useState } from "preact/hooks";
import { Button, Card, ErrorNotice, Notice } from "@lianxin/web-kit";
import { api, text, today, word } from "../api.js";
import { healthWrongs } from "../words.js";
import { isOffline, type Logged, type VisitBody } from "../keep-offline/use-visits.js";
import { MoreFields } from "./MoreFields.js";
import { Asked } from "./Asked.js";
import { NeedFields } from "./NeedFields.js";
import { Written, type Done } from "./Written.js";
import { bodyOf, useEntry, type Condition, type Entry, type Mode } from "./visit-entry.js";

const modes: readonly Mode[] = ["home", "phone", "video", "other"];
const conditions: readonly Condition[] = ["normal", "attention", "urgent"];
const wrongs = ["food", "water", "power", "gas", "heating", "medicine", "fell", "hazard", "fraud", "lonely"];

interface VisitFormProps {
  readonly elderId: string;
  readonly hasLadder: boolean;
  readonly sendOrKeep: (elderId: string, body: VisitBody) => Promise<Logged | undefined>;
  readonly onDone: () => Promise<unknown>;
  /** At the desk: begins to look for an elder who does not answer, in the name of the place. */
  readonly startLadder?: (() => Promise<unknown>) | undefined;
  /** Notes on health were agreed to; without them nothing of it is asked. */
  readonly notesHealth?: boolean;
  /** Written down later, from paper: the day is asked. */
  readonly asksDay?: boolean;
  /** How many visits were taken back here: what was said of the last one may hold no more. */
  readonly undone?: number;
}

/** A visit as it is written down: how, seen or not, how they are, only what is wrong; kept as it is typed. */
export function VisitForm({ elderId, hasLadder, sendOrKeep, onDone, startLadder, notesHealth = true, asksDay = false, undone = 0 }: VisitFormProps) {
  const { entry, change, startOver } = useEntry(elderId);
  const [error, setError] = useState<unknown>();
  const [isSending, setSending] = useState(false);
  const [done, setDone] = useState<Done>();
  const isUnderWay = useRef(false);
  const unanswered = useRef<{ readonly entry: Entry; readonly body: VisitBody } | undefined>(undefined);
  useEffect(() => setDone(undefined), [elderId, undone]);
  const send = async () => {
    // A second press comes before the button shows that it was pressed.
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setSending(true);
    setError(undefined);
    // Whose answer was lost is sent again as it was: it may have arrived.
    const body = unanswered.current?.entry === entry ? unanswered.current.body : bodyOf(entry, notesHealth);
    unanswered.current = { entry, body };
    try {
      const logged = await sendOrKeep(elderId, body);
      await startOver();
      setDone({ body, logged, notesHealth });
      if (logged) await onDone();
    } catch (refusal) {
      if (!isOffline(refusal)) unanswered.current = undefined;
      setError(refusal);
    } finally {
      isUnderWay.current = false;
      setSending(false);
    }
  };
  const nobody = async () => {
    const start = startLadder ?? (() => api("POST /mine/elders/:elderId/ladders", { params: { elderId } }));
    await start().then(onDone, setError);
  };
  const options = <V extends string>(kind: string, codes: readonly V[]) => codes.map((value) => ({ value, label: word(kind, value) }));
  const flip = (code: string) => change({ wrong: wrongs.filter((one) => entry.wrong.includes(one) !== (one === code)) });
  if (done) return <Written {...done} onAgain={() => setDone(undefined)} />;
  return (
    <Card title={text("elder-pairing.visit.write")}>
      <div class="lx-stack visit-form">
        {error !== undefined && <ErrorNotice error={error} />}
        {asksDay && (
          <label class="lx-field">
            <span class="lx-label">{text("elder-pairing.visit.day")}</span>
            <input
              class="lx-input"
              type="date"
              max={today()}
              value={entry.visitedOn || today()}
              onInput={(event) => change({ visitedOn: event.currentTarget.value })}
            />
          </label>
        )}
        <Asked label={text("elder-pairing.visit.how")} options={options("mode", modes)} chosen={entry.mode} onChoose={(mode) => change({ mode })} />
        <Asked
          label={text("elder-pairing.visit.seen")}
          options={[
            { value: "yes", label: text("elder-pairing.visit.yes") },
            { value: "no", label: text("elder-pairing.visit.no") },
          ]}
          chosen={entry.isSeen ? "yes" : "no"}
          onChoose={(value) => change({ isSeen: value === "yes" })}
        />
        {!entry.isSeen && !hasLadder && (
          <Notice kind="warning">
            <p>{text("elder-pairing.visit.nobody")}</p>
            <Button look="filled" onClick={() => void nobody()}>
              {text("elder-pairing.visit.startLadder")}
            </Button>
          </Notice>
        )}
        {!notesHealth && <p class="lx-hint">{text("elder-pairing.visit.noHealth")}</p>}
        {entry.isSeen && notesHealth && (
          <Asked
            label={text("elder-pairing.visit.condition")}
            options={options("condition", conditions)}
            chosen={entry.condition}
            onChoose={(condition) => change({ condition })}
          />
        )}
        {entry.condition === "urgent" && entry.isSeen && notesHealth && (
          <Notice kind="warning">
            <a class="visit-emergency" href="tel:120">
              {text("elder-pairing.visit.emergency")}
            </a>
          </Notice>
        )}
        {entry.isSeen && (
          <fieldset class="visit-wrong">
            <legend>{text("elder-pairing.visit.wrong")}</legend>
            {wrongs
              .filter((code) => notesHealth || !healthWrongs.has(code))
              .map((code) => (
                <label key={code} class="lx-choice" data-checked={entry.wrong.includes(code)}>
                  <input type="checkbox" checked={entry.wrong.includes(code)} onChange={() => flip(code)} />
                  <span>{word("wrong", code)}</span>
                </label>
              ))}
          </fieldset>
        )}
        <label class="lx-field">
          <span class="lx-label">{text("elder-pairing.visit.words")}</span>
          <textarea class="lx-input" rows={2} maxLength={500} value={entry.words} onInput={(event) => change({ words: event.currentTarget.value })} />
        </label>
        <NeedFields needs={entry.needs} notesHealth={notesHealth} onChange={(needs) => change({ needs })} />
        {entry.isSeen && <MoreFields entry={entry} change={change} />}
        <Button look="filled" isWide aria-disabled={isSending} onClick={() => void send()}>
          {text("elder-pairing.visit.send")}
        </Button>
      </div>
    </Card>
  );
}
