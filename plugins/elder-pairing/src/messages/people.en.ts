import type { peopleZhCN } from "./people.zh-CN.js";

export const peopleEn: Record<keyof typeof peopleZhCN, string> = {
  erased: "(erased)",
  "import.at": "Line {line}, column {column}: {reason}",
  "import.duplicate": "the same person as in line {first}",
  "import.deceased": "deceased, not registered",
  "import.moved": "moved away, not registered",
  "import.transferred": "transferred, not registered",
  "import.placeUnknown": "there is no village “{name}”; correct it, or add it to the places first",
  "import.placeSeveral": "there are several “{name}”; name the township too",
  "import.birthMissing": "neither identity number nor year of birth; fill one in",
  "import.birthColumnMissing":
    "the headings in row {line} have neither 身份证号 nor 出生年份: add one of the two to the sheet, fill it in and choose the file again ({count} lines stay out for it)",
  "import.notAlike": "whom it was said to mean is not alike; choose the file once more",
  "import.leaveTurned": "the leave ends before it begins; correct it",
};
