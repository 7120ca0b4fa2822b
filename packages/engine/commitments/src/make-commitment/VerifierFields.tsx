import { SelectField } from "@lianxin/web-kit/forms";
import { text } from "../api.js";
import { named, type Parties } from "./parties.js";

const names = ["verifier1", "verifier2", "verifier3", "verifier4"] as const;
export type VerifierValues = Readonly<Record<(typeof names)[number], string>>;
export const noVerifiers: VerifierValues = { verifier1: "", verifier2: "", verifier3: "", verifier4: "" };

/** Those chosen, each once. */
export const verifiersOf = (values: VerifierValues): string[] => [...new Set(names.map((name) => values[name]).filter((id) => id !== ""))];

/** Everyone who may check: people of the organisations, but the owner. */
const checkers = ({ organizations }: Parties, ownerId: string) =>
  [...new Map(organizations.flatMap(({ people }) => people).map((person) => [person.id, person])).values()].filter(({ id }) => id !== ownerId);

interface VerifierProps {
  readonly parties: Parties;
  readonly ownerId: string;
  readonly values: VerifierValues;
}

/** Who checks, four at most; the next is asked for once one is chosen, and then each of them has to pass it. */
export const VerifierFields = ({ parties, ownerId, values }: VerifierProps) => (
  <>
    {names
      .filter((_, i) => i === 0 || values[names[i - 1]!] !== "")
      .map((name, i) => (
        <SelectField
          key={name}
          name={name}
          label={i === 0 ? text("commitments.field.verifier") : text("commitments.field.moreVerifiers", { n: i + 1 })}
          {...(i === 1 ? { hint: text("commitments.field.moreVerifiers.hint") } : {})}
          isOptional
          empty={text(i === 0 ? "commitments.field.later" : "commitments.field.noMore")}
          choices={named(checkers(parties, ownerId))}
        />
      ))}
  </>
);
