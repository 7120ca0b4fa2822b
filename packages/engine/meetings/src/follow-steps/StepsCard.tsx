import { Card, mayAnywhere } from "@lianxin/web-kit";
import { MatterSteps, type StepsProps } from "./MatterSteps.js";

/** On the page of a matter: 四议两公开, where a village's bodies decide on it. */
export default function StepsCard(props: StepsProps & { readonly isPersonal?: boolean }) {
  if (!mayAnywhere("meetings.see") || props.isPersonal) return null;
  return <MatterSteps matterId={props.matterId} title={props.title} frame={(name, content) => <Card title={name}>{content}</Card>} />;
}
