/* Forms: fields, checks, drafts, the summary of what is to correct. A shared module of its own. */
export { ChoiceField, SelectField, TickField, TicksField, type Choice } from "./fill-forms/ChoiceField.js";
export { dayCheck, mailCheck, needed, neededChoice, phoneCheck, type Check } from "./fill-forms/checks.js";
export { readDay, tidyDay } from "./fill-forms/day.js";
export { DayField, TimeField, TypedDayField } from "./fill-forms/DateField.js";
export { ErrorSummary } from "./fill-forms/ErrorSummary.js";
export { GroupFrame, type FieldWords } from "./fill-forms/FieldFrame.js";
export { FileField } from "./fill-forms/FileField.js";
export { Form } from "./fill-forms/Form.js";
export { type FormProblem } from "./fill-forms/form-problems.js";
export { useField } from "./fill-forms/form-context.js";
export { PasswordField } from "./fill-forms/PasswordField.js";
export { MailField, PhoneField, TextArea, TextField } from "./fill-forms/TextField.js";
export { asTyped, tidyDigits, tidyMail, tidyPhone, tidyText, toHalfWidth } from "./fill-forms/tidy.js";
export { useForm, type FormSpec, type FormState } from "./fill-forms/use-form.js";
