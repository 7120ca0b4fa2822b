import type { errorsZhCN } from "./errors.zh-CN.js";

export const errorsEn: Record<keyof typeof errorsZhCN, string> = {
  "error.fileUnreadable": "This file cannot be read: {reason}",
  "error.fileUnreadable.remedy": "Save it as .xlsx or .csv and upload it again",
  "error.fileEmpty": "The sheet has no line that can be read",
  "error.fileEmpty.remedy": "Check that it is the right file and sheet",
  "error.lineWrong": "“{header}” of line {line} is missing or wrong",
  "error.lineWrong.remedy": "Mend the cell and import it again",
  "error.lineOdd": "Line {line}: {reason}",
  "error.lineOdd.remedy": "Mend the line and import it again",
  "error.registerUnknown": "There is no such register",
  "error.registerUnknown.remedy": "Choose elders, cadres or positions of villages",
  "error.placeUnknown": "There is no village “{name}”",
  "error.placeUnknown.remedy": "Add it to the places first, or correct its name",
  "error.elderUnknown": "No such elder is on the register",
  "error.elderUnknown.remedy": "Go back to the register and choose again",
  "error.cadreUnknown": "No such cadre is on the register",
  "error.cadreUnknown.remedy": "Go back to the register and choose again",
  "error.dayInvalid": "“{value}” is not a date",
  "error.dayInvalid.remedy": "Write it like 2027-01-15",
  "error.nameWrong": "The name typed is not this elder's",
  "error.nameWrong.remedy": "Type the whole name",
};
