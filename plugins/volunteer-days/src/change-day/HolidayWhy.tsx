import { TextField } from "@lianxin/web-kit/forms";
import { text } from "../api.js";

/** Asked for once a date was refused as a holiday, or where it is to be held on one. */
export const HolidayWhy = () => (
  <TextField name="holidayWhy" label={text("volunteer-days.change.holidayWhy")} hint={text("volunteer-days.change.holidayWhy.hint")} maxLength={200} />
);
