import { StepIndicator } from "@lianxin/web-kit";
import { text } from "../api.js";

export const steps = ["agenda", "people", "time", "notice", "publish"] as const;
export type StepName = (typeof steps)[number];
export const addressOfStep = (meetingId: string, step: StepName): string => `/meetings/${meetingId}/prepare?step=${step}`;

/** Where one is in convening; finished steps of a draft can be looked at again. */
export const Steps = ({ at, meetingId }: { readonly at: number; readonly meetingId?: string }) => (
  <StepIndicator
    label={text("meetings.page.convene")}
    at={at}
    steps={steps.map((step) => ({ label: text(`meetings.step.${step}`), ...(meetingId ? { href: addressOfStep(meetingId, step) } : {}) }))}
  />
);
