import type { ComponentType } from "preact";
import type { VerbProps } from "../api.js";
import { CheckButton } from "../check-work/CheckButton.js";
import { CloseButton, ReopenButton, VoidButton } from "../close-out/CloseVerbs.js";
import { HandOverButton } from "../close-out/HandOverButton.js";
import { MakeButton } from "../make-commitment/MakeButton.js";
import { DeferButton, ResumeButton } from "../open-parts/DeferVerbs.js";
import { ConfirmButton, DeclineButton, ProgressButton, SubmitButton } from "../report-progress/ReportVerbs.js";
import { UrgeButton } from "../urge-owner/UrgeButton.js";

/** The verbs in the order they stand on the page; "verify" and "reject" are one check. */
const buttons: readonly (readonly [verb: string, Button: ComponentType<VerbProps>])[] = [
  ["confirm", ConfirmButton],
  ["decline", DeclineButton],
  ["submit", SubmitButton],
  ["progress", ProgressButton],
  ["verify", CheckButton],
  ["close", CloseButton],
  ["reopen", ReopenButton],
  ["urge", UrgeButton],
  ["transfer", HandOverButton],
  ["defer", DeferButton],
  ["resume", ResumeButton],
  ["void", VoidButton],
];

/** What this reader can do with this part now, as the server said. */
export const PartVerbs = ({ verbs, ...props }: VerbProps & { readonly verbs: readonly string[] }) => (
  <>
    {verbs.includes("claim") && <MakeButton {...props} origin="claimed" isFilled />}
    {verbs.includes("assign") && <MakeButton {...props} origin="assigned" isFilled={!verbs.includes("claim")} />}
    {buttons.map(([verb, Button]) => verbs.includes(verb) && <Button key={verb} {...props} />)}
  </>
);
