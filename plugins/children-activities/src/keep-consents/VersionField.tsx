import { SelectField } from "@lianxin/web-kit/forms";
import { text } from "../api.js";
import { newestOn, type Wording } from "../judge-safety/newest-on.js";

interface Signed {
  readonly givenOn: string;
  /** "": the wording of the day signed. */
  readonly textVersion: string;
}

/** The wording that was signed: the one chosen, else the newest of the day signed; "" where there was none, which is refused with why. */
export const versionSigned = (texts: readonly Wording[], { givenOn, textVersion }: Signed): string => textVersion || (newestOn(givenOn, texts)?.version ?? "");

/** Which wording the sheet bears: that of the day signed, unless another one is printed on it. */
export function VersionField({ texts, givenOn }: { readonly texts: readonly Wording[]; readonly givenOn: string }) {
  const version = versionSigned(texts, { givenOn, textVersion: "" });
  return (
    <SelectField
      name="textVersion"
      label={text("children-activities.register.version")}
      hint={text("children-activities.register.version.hint")}
      empty={version ? text("children-activities.register.version.ofDay", { version }) : text("children-activities.register.version.byDay")}
      choices={texts.filter((one) => one.version !== version).map((one) => ({ value: one.version, label: one.version }))}
    />
  );
}
