import { useSignal } from "@preact/signals";
import { addressOf, Button, ButtonLink, Card, mayAnywhere } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Printer } from "@lianxin/web-kit/icons";
import { api, text } from "../api.js";
import { MaterialsEditor } from "./MaterialsEditor.js";
import "./Materials.css";

export interface Material {
  readonly title: string;
  readonly place: string;
}
interface CardProps {
  readonly meetingId: string;
  readonly materials: readonly Material[];
  readonly mayChange: boolean;
  readonly reload: () => Promise<unknown>;
}

/** Only what a browser opens safely is a link; everything else is where it lies. */
const isLink = (place: string): boolean => /^https?:\/\/\S+$/.test(place);

const List = ({ materials }: Pick<CardProps, "materials">) => (
  <ol>
    {materials.map(({ title, place }, i) => (
      <li key={i} class="material">
        {title}{" "}
        {isLink(place) ? (
          <a href={place} target="_blank" rel="noreferrer noopener">
            {text("meetings.materials.open")}
            <span class="lx-sr">{title}</span>
          </a>
        ) : (
          <small class="lx-hint">{place}</small>
        )}
      </li>
    ))}
  </ol>
);

/** What there is to read for a meeting, in its order; who convenes it can change it until it closes. */
export function MaterialsCard({ meetingId, materials, mayChange, reload }: CardProps) {
  const isChanging = useSignal(false);
  const put = (next: readonly Material[]) => api("PUT /meetings/:meetingId/materials", { params: { meetingId }, body: { materials: [...next] } });
  const keep = async (next: Material[]) => {
    await put(next);
    isChanging.value = false;
    await reload();
    toast(text("meetings.materials.kept"), { undo: () => put(materials).then(reload) });
  };
  if (!mayChange && materials.length === 0) return null;
  return (
    <Card title={text("meetings.materials.heading")} aside={<span class="lx-num">{materials.length}</span>}>
      {mayChange && <p class="lx-hint">{text("meetings.materials.hint")}</p>}
      {isChanging.value ? (
        <MaterialsEditor start={materials} send={keep} onCancel={() => (isChanging.value = false)} />
      ) : (
        <>
          {materials.length === 0 ? <p>{text("meetings.materials.empty")}</p> : <List materials={materials} />}
          <div class="lx-actions">
            {mayChange && (
              <Button onClick={() => (isChanging.value = true)}>
                {text(materials.length > 0 ? "meetings.materials.change" : "meetings.materials.addFirst")}
              </Button>
            )}
            {materials.length > 0 && mayAnywhere("meetings.record") && (
              <ButtonLink href={addressOf("meetings", "/meetings/:meetingId/material-list", { meetingId })} icon={Printer} download>
                {text("meetings.materials.print")}
              </ButtonLink>
            )}
          </div>
        </>
      )}
    </Card>
  );
}
