import type { ComponentType } from "preact";
import { Card } from "@lianxin/web-kit";
import { text, type ReopenProps } from "../api.js";
import { AskMoreButton } from "../ask-leave/AskMoreButton.js";
import { AskReturnButton } from "../ask-leave/AskReturnButton.js";
import { BlockButton, LiftButton } from "../block-work/BlockVerbs.js";
import { CheckButton } from "../check-work/CheckButton.js";
import { VerifiersButton } from "../check-work/VerifiersButton.js";
import { CounterClaimButton } from "../claim-against/CounterClaimButton.js";
import { CloseButton, ReopenButton, SetDayButton, VoidButton } from "../close-out/CloseVerbs.js";
import { DropButton, MergeButton, RestoreButton } from "../end-part/EndVerbs.js";
import { HandOverButton } from "../hand-over/HandOverButton.js";
import { MakeButton } from "../make-commitment/MakeButton.js";
import { RecurButton } from "../notice-recurrence/RecurButton.js";
import { DeferButton, ResumeButton } from "../open-parts/DeferVerbs.js";
import { NeedsButton } from "../open-parts/NeedsButton.js";
import { RateButton } from "../rate-work/RateButton.js";
import { ConfirmButton, DeclineButton, ProgressButton, SubmitButton, WithdrawButton } from "../report-progress/ReportVerbs.js";
import { SeekButton } from "../seek-owner/SeekButton.js";
import { UrgeButton } from "../urge-owner/UrgeButton.js";
import { RatingCodesButton } from "../use-slip/CodeButtons.js";
import { SlipButtons } from "../use-slip/SlipButtons.js";

type Buttons = readonly (readonly [verb: string, Button: ComponentType<ReopenProps>])[];
interface VerbsProps extends ReopenProps {
  readonly verbs: readonly string[];
  readonly isOwner: boolean;
}

const ofOwner: Buttons = [
  ["decline", DeclineButton],
  ["submit", SubmitButton],
  ["progress", ProgressButton],
  ["askMore", AskMoreButton],
];
const ofOthers: Buttons = [
  ["verify", CheckButton],
  ["close", CloseButton],
  ["reopen", ReopenButton],
  ["setDay", SetDayButton],
  ["urge", UrgeButton],
  ["resume", ResumeButton],
  ["lift", LiftButton],
  ["seek", SeekButton],
  ["restore", RestoreButton],
];
const seldom: Buttons = [
  ["block", BlockButton],
  ["counterClaim", CounterClaimButton],
  ["transfer", HandOverButton],
  ["withdraw", WithdrawButton],
  ["askReturn", AskReturnButton],
  ["defer", DeferButton],
  ["verifiers", VerifiersButton],
  ["needs", NeedsButton],
  ["merge", MergeButton],
  ["drop", DropButton],
  ["void", VoidButton],
  ["askVoid", VoidButton],
  ["recur", RecurButton],
  ["ratingCodes", RatingCodesButton],
  ["slip", SlipButtons],
];

const Listed = ({ buttons, verbs, ...props }: ReopenProps & { readonly buttons: Buttons; readonly verbs: readonly string[] }) => (
  <>{buttons.map(([verb, Button]) => verbs.includes(verb) && <Button key={verb} {...props} />)}</>
);

/** The owner's acts; beside the heading when they are one's own, apart when they are entered for the owner. */
const OwnerVerbs = ({ verbs, isOwner, ...props }: VerbsProps) => (
  <>
    {verbs.includes("confirm") && <ConfirmButton {...props} isFilled={isOwner} />}
    <Listed buttons={ofOwner} verbs={verbs} {...props} />
  </>
);

/** What this reader is here for: their own acts, the check, the close-out, urging, or finding a lead. */
export const MainVerbs = ({ isOwner, ...props }: VerbsProps) => (
  <>
    {props.verbs.includes("claim") && <MakeButton {...props} origin="claimed" isFilled />}
    {props.verbs.includes("assign") && <MakeButton {...props} origin="assigned" isFilled={!props.verbs.includes("claim")} />}
    {isOwner && <OwnerVerbs {...props} isOwner />}
    <Listed buttons={ofOthers} {...props} />
    {props.verbs.includes("rate") && <RateButton {...props} mayEnter={props.verbs.includes("recur") || props.verbs.includes("ratingCodes")} />}
  </>
);

const hasAny = (buttons: Buttons, verbs: readonly string[]) => buttons.some(([verb]) => verbs.includes(verb));

/** What is done seldom, or for somebody else. */
export const OtherVerbs = ({ isOwner, ...props }: VerbsProps) => (
  <>
    {!isOwner && hasAny(ofOwner, props.verbs) && (
      <Card title={text("commitments.forOwner")}>
        <div class="lx-actions">
          <OwnerVerbs {...props} isOwner={false} />
        </div>
      </Card>
    )}
    {hasAny(seldom, props.verbs) && (
      <Card title={text("commitments.others")}>
        <div class="lx-actions">
          <Listed buttons={seldom} {...props} />
        </div>
      </Card>
    )}
  </>
);
