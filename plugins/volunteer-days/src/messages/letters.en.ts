import type { lettersZhCN } from "./letters.zh-CN.js";

export const lettersEn: Record<keyof typeof lettersZhCN, string> = {
  "letter.moved.subject": "{title} has changed",
  "letter.moved": "[{community}] {name}, {title} has changed: {when}, meet at {meetingPoint}. {why} Cannot come? {link}",
  "letter.cancelled.subject": "{title} is called off",
  "letter.cancelled": "[{community}] {name}, {title} on {when} is called off. {why}",
  "letter.restored.subject": "{title} takes place",
  "letter.restored": "[{community}] {name}, {title} on {when} takes place after all, meet at {meetingPoint}. Cannot come? {link}",
  "letter.promoted.subject": "{title}: there is a place for you",
  "letter.promoted": "[{community}] {name}, there is a place for you at {title} on {when}: {site}, meet at {meetingPoint}. Cannot come? {link}",
  "letter.reminder.subject": "{title}: a reminder",
  "letter.reminder": "[{community}] {name}, {title} on {when}, meet at {meetingPoint}. Cannot come? {link}",
  "letter.placed.subject": "{title}: the rota",
  "letter.placed": "[{community}] {name}, {title} on {when}: you are asked to go to {site}, meet at {meetingPoint}. Cannot come? {link} It has no consequence.",
  "letter.joined.subject": "{title}: you have a place",
  "letter.joined": "[{community}] {name}, you have a place at {title} on {when}: {site}, meet at {meetingPoint}. Cannot come? {link}",
  "letter.withdrawn.subject": "{title}: place given back",
  "letter.withdrawn": "[{community}] {name}, your place at {title} on {when} is given back, without any consequence. Want to come after all? {link}",
  "letter.offered.subject": "{title}: a place, please confirm",
  "letter.offered":
    "[{community}] {name}, there is a place at {title} on {when}: {site}. Say yes before {until}: {link} No answer is needed if you cannot; it has no consequence.",
  "letter.placedMany.subject": "{title}: the rota",
  "letter.placedMany": "[{community}] {name}, {title}: you are asked to come on {list}. Cannot come? {link} It has no consequence.",
  "reason.rain": "Rain",
  "reason.heat": "Heat",
  "reason.holiday": "Holiday",
  "reason.other": "Other plans",
};
