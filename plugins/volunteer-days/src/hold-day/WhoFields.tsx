import { SelectField, TextField } from "@lianxin/web-kit/forms";
import { text } from "../api.js";

/** By the age of somebody who comes. */
export const bands = ["adult", "youth", "child"] as const;

interface WhoFieldsProps {
  /** Who may be written down there, and why nobody else; everybody when left out. */
  readonly ages?: readonly (typeof bands)[number][];
  readonly ageHint?: string;
}

/** Who somebody is whom others write down: name, phone where there is one, and age; within a form with these three names. */
export const WhoFields = ({ ages = bands, ageHint }: WhoFieldsProps) => (
  <>
    <TextField name="name" label={text("volunteer-days.join.name")} maxLength={50} />
    <TextField name="phone" label={text("volunteer-days.join.phone")} hint={text("volunteer-days.day.noPhone")} isOptional maxLength={30} />
    <SelectField
      name="age"
      label={text("volunteer-days.join.age")}
      {...(ageHint && { hint: ageHint })}
      choices={ages.map((band) => ({ value: band, label: text(`volunteer-days.age.${band}`) }))}
    />
  </>
);
