import type { lettersZhCN } from "./letters.zh-CN.js";

export const lettersEn: Record<keyof typeof lettersZhCN, string> = {
  "letter.offered.subject": "Please confirm: {title}",
  "letter.offered":
    "{organization} {name},\n\nyou lead “{title}”, due {dueOn}.\nDone means: {standard}\nPlease confirm it in the ledger, or return it with the reason.\n",
  "letter.before_due.subject": "Due soon: {title} ({dueOn})",
  "letter.before_due":
    "{organization} {name},\n\n“{title}”, which you promised, is due {dueOn}.\nDone means: {standard}\nPlease report it when done, or say early what is in the way.\n",
  "letter.overdue.subject": "Overdue: {title} ({dueOn})",
  "letter.overdue":
    "{organization} {name},\n\n“{title}”, which you promised, was due {dueOn} and is overdue.\nDone means: {standard}\nPlease report it when done, or say how far it is.\n",
  "letter.rejected.subject": "Nearly there: {title}",
  "letter.rejected":
    "{organization} {name},\n\n“{title}”, which you reported, did not pass its check.\nStill missing: {note}\nPlease report it again when mended, due {dueOn}.\n",
  "letter.search_over.subject": "Still nobody leads it: {title}",
  "letter.search_over":
    "Nobody has taken “{title}” by {until}.\nDone means: {standard}\nAs the meeting said, it is now {fallback}. Please go on with it in the ledger.\n",
  "letter.reopened.subject": "Open again: {title} ({dueOn})",
  "letter.reopened":
    "{organization} {name},\n\n“{title}” was closed out and is open again.\nWhy: {note}\nPlease finish it by {dueOn} and report it again, or say early what is in the way.\n",
  "letter.reopened_checked.subject": "Open again: {title} ({dueOn})",
  "letter.reopened_checked":
    "{organization} {name},\n\n“{title}” had passed its check and is open again.\nWhy: {note}\nPlease finish it by {dueOn} and report it again, or say early what is in the way.\n",
  "letter.new_day.subject": "Another day: {title} ({dueOn})",
  "letter.new_day":
    "{organization} {name},\n\n“{title}”, which was opened again, is now due on {dueOn} instead of {note}.\nDone means: {standard}\nPlease say early what is in the way.\n",
  "letter.review_due.subject": "To be looked at again: {title}",
  "letter.review_due":
    "“{title}” had been put off until today.\nWhy then: {reason}\nDone means: {standard}\nIt is open again; if it still cannot be done, put it off anew in the ledger with the reason and a day.\n",
  "letter.news.subject": "{what}: {title}",
  "letter.news": "“{title}”: {what}.\n{note}Done when: {standard}\nSee the ledger for more.\n",
  "letter.urge.subject": "A reminder: {title}",
  "letter.urge": "{organization} {name},\n\nyou lead “{title}”, due {dueOn}.\n{note}\nPlease say how far it is, or what is in the way.\n",
  "letter.late_notice.subject": "Late reminder: {title} ({dueOn})",
  "letter.late_notice":
    "{organization}, {name}:\n\nThe reminder before the due day of “{title}” did not go out in time; here it is. It was due on {dueOn}.\nDone means: {standard}\nReport it as done, or say how far it is and what is difficult.\n",
  "letter.step.subject": "{note}: {title} ({dueOn})",
  "letter.step":
    "{note}:\n\n“{title}” is led by {organization}, {name}. It was due on {dueOn} and is not reported as done.\nDone means: {standard}\nAsk how far it is, help with what is difficult, and write the result into the ledger.\n",
  "news.counter_made": "Somebody else wants to lead it",
  "news.counter_accepted": "The lead has changed",
  "news.counter_refused": "The lead was not given to you",
  "news.leave_asked": "A request waits for a decision",
  "news.leave_approved": "The request was granted",
  "news.leave_refused": "The request was refused",
  "news.hand_proposed": "A hand-over waits for both signatures",
  "news.hand_done": "Handed over, the lead has changed",
  "news.hand_refused": "The hand-over came to nothing",
  "news.part_ended": "It need not be done any more",
  "news.declined": "What was assigned came back, somebody else has to lead it",
  "news.blocked": "The owner cannot go on, please see how to help",
  "news.waited_for": "Somebody waits for this",
  "news.waited_for.note": "“{title}” cannot go on before this is done.",
  "news.block_over": "No longer blocked, go on",
  "news.submitted": "Reported as done, to be checked",
  "news.verified": "The check was passed",
  "news.closed": "Closed out",
  "news.gap_again": "Nobody leads it any more",
  "news.recurred": "It came back",
  "news.reopened": "Residents say it is not done, and it is open again",
  "news.reopened.note": "{note}. By the rules it is due on {dueOn} for now; please see whether that should change.",
  "news.supporting": "Your organisation is asked to help",
  "news.lead": "{organization} leads it until {dueOn}.",
};
