import { Button, Card, dayText, Meta, useLoaded } from "@lianxin/web-kit";
import { takesMerges } from "../keep-state/matter-state.js";
import { StateTag } from "../find-matter/StateTag.js";
import { text, type SimilarAnswer } from "../api.js";

type Alike = SimilarAnswer["similar"][number];
interface Props {
  readonly load: () => Promise<SimilarAnswer>;
  /** Loads anew when one of these changes. */
  readonly on: readonly unknown[];
  /** The verb beside each: make this one part of that one. */
  readonly onMerge?: (other: Alike) => void;
}

/** Matters that look like this one, each with what makes them alike; nothing is drawn while there is none. A failed search hinders nobody, and is said. */
export function SimilarList({ load, on, onMerge }: Props) {
  const loaded = useLoaded(load, on);
  const similar = loaded.value?.similar ?? [];
  return (
    <div role="status">
      {loaded.error !== undefined && <p class="lx-hint">{text("matters.similar.failed")}</p>}
      {similar.length > 0 && (
        <Card title={text("matters.similar.title", { count: similar.length })}>
          <ul class="lx-stack">
            {similar.map((other) => (
              <li key={other.id}>
                <p>
                  <Meta>
                    <a href={`/matters/${other.id}`}>{`${other.number} ${other.title}`}</a>
                    <StateTag state={other.state} />
                    <span class="lx-hint">{dayText(other.raisedOn)}</span>
                  </Meta>
                </p>
                <p class="lx-hint">
                  <Meta>{other.because}</Meta>
                </p>
                {onMerge && other.state === "resolved" && <p class="lx-hint">{text("matters.similar.resolved")}</p>}
                {onMerge && takesMerges(other.state) && (
                  <Button look="soft" aria-label={`${text("matters.similar.merge")} ${other.number}`} onClick={() => onMerge(other)}>
                    {text("matters.similar.merge")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
