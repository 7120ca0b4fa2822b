import type { ComponentType } from "preact";
import { Card } from "@lianxin/web-kit";
import { text, type VerbProps } from "../api.js";
import { CheckButton } from "../check-work/CheckButton.js";
import { CloseButton, ReopenButton, VoidButton } from "../close-out/CloseVerbs.js";
import { HandOverButton } from "../close-out/HandOverButton.js";
import { MakeButton } from "../make-commitment/MakeButton.js";
import { DeferButton, ResumeButton } from "../open-parts/DeferVerbs.js";
import { ConfirmButton, DeclineButton, ProgressButton, SubmitButton } from "../report-progress/ReportVerbs.js";
import { UrgeButton } from "../urge-owner/UrgeButton.js";

type Buttons = readonly (readonly [verb: string, Button: ComponentType<VerbProps>])[];
interface VerbsProps extends VerbProps {
  readonly verbs: readonly string[];
  readonly isOwner: boolean;
}

const ofOwner: Buttons = [
  ["decline", DeclineButton],
  ["submit", SubmitButton],
  ["progress", ProgressButton],
];
const ofOthers: Buttons = [
  ["verify", CheckButton],
  ["close", CloseButton],
  ["reopen", ReopenButton],
  ["urge", UrgeButton],
  ["resume", ResumeButton],
];
const seldom: Buttons = [
  ["transfer", HandOverButton],
  ["defer", DeferButton],
  ["void", VoidButton],
];

const Listed = ({ buttons, verbs, ...props }: VerbProps & { readonly buttons: Buttons; readonly verbs: readonly string[] }) => (
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
