import { Await, useLoaded } from "@lianxin/web-kit";
import { api, text, type VerbProps } from "../api.js";
import { readParties } from "../make-commitment/parties.js";
import { noVerifiers, VerifierFields, verifiersOf, type VerifierValues } from "../make-commitment/VerifierFields.js";
import { VerbButton } from "../show-commitment/VerbButton.js";

/** Names who checks from now on; who is not chosen checks it no longer. */
export function VerifiersButton({ line, onDone }: VerbProps) {
  const parties = useLoaded(() => readParties(line.partId), [line.partId]);
  return (
    <VerbButton<VerifierValues>
      verb={text("commitments.verb.verifiers")}
      title={text("commitments.verifiers.title", { title: line.title })}
      done={text("commitments.done.verifiers")}
      start={noVerifiers}
      send={(values, idempotencyKey) =>
        api("POST /commitments/:commitmentId/verifiers", {
          params: { commitmentId: line.commitmentId! },
          body: { verifierIds: verifiersOf(values) },
          idempotencyKey,
        })
      }
      onDone={onDone}
    >
      {(values) => (
        <>
          <p>{text("commitments.verifiers.hint")}</p>
          <Await of={parties}>{(found) => <VerifierFields parties={found} ownerId="" values={values} />}</Await>
        </>
      )}
    </VerbButton>
  );
}
