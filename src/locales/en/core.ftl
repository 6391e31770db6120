# What every command may answer: refusals, toasts, the menu, input that fits nowhere.

plain = { $text }
message-buttons-left = { $count } buttons cannot be shown here. Please search instead: /search
message-no-buttons = The buttons of this message cannot be shown. What waits for you: /todo. To drop the form you are filling in: /cancel
button-others = More
message-resent = (sent again)
message-late = This comes late; it was due at { $at }.
error-not-saved = Not saved. Please try again in a few minutes; nothing has been recorded.
input-too-many = Too many messages at once: the first { $count } are read, those after them are not and nothing of them has been recorded. Please wait a minute and send them again.
input-passed = The system has just been restarted; something you sent was not handled and has not been recorded. Please send it again.
toast-too-many = Too many taps at once: this one has not been recorded. Please wait a minute and tap again.

menu-todo = What waits for me
menu-calendar = Calendar, inspections
menu-search = Search
menu-help = Help, personal
menu-new = New
menu-exchange = Exchange ledger
menu-log = Log
menu-manage = Manage

toast-recorded = Recorded.
toast-recorded-already = Recorded already.
too-many-at-once = Too many at once: some got no answer; what you tapped is recorded all the same. Please wait a minute and send it again.
toast-stale-step = This step is over. Please use the latest message.
toast-stale-button = This button no longer works. Your tasks: /todo

refused-not-active = This account is not linked. Please ask your committee's secretary for an invitation link.
refused-not-found = There is no such inspection within your reach. See the list: /calendar
refused-not-allowed = Your role cannot do this. What you can do: /help
refused-secretary-only = Only a secretary drafts proposals. Your tasks: /todo
refused-leader-only = This is for the chair or vice chair to decide; the secretary records their word and how it came.
refused-state = This inspection is in another state now, so that cannot be done. Open it again: /calendar
refused-answered-already = This has been answered; no further answer is needed.
refused-crossed-already = The proposal has reached the other committee and cannot be recalled. Open the inspection and tap Change or Stop: /calendar
refused-paused-already = A direct talk was noted once; the deadline moved by one working day and will not move again.
refused-downward = What comes from the level above is answered by Received, or by Report back.
refused-replaced = Someone else stands in; no answer is needed from you.
refused-team-head = The side that leads names the head of the team. Please go back and choose the role again.
refused-not-team = Attending is an answer for the team. Please tap Received.
refused-target-ended = { $target } ended on { $day }; it can still be read, but not chosen.
target-ended-successor = { $target } ended on { $day }. Its successor: { $successor }. Please choose or type that name.
refused-window-past = { $window } is in the past. For example: 07/12 - 11/12/2026. What you typed is kept.

input-edited = Edited messages are not read again. Please send the right text as a new message.
input-file =
    Photos, files, voice and forwarded messages are not accepted (a plan: only while importing in /plan); nothing was stored.
    What was sent has reached Telegram's server: please delete it, and report it as the rules require if it is secret.
input-unknown-command = There is no command { $part }. The commands: /help
input-loose-text = It is not clear what this is for; nothing of it was kept. Please choose:
input-pasted = What you sent was not kept: it is not clear what it is for. Please choose, then enter it step by step:
input-typed-answer = Words do not count as an answer. Please tap a button:
input-unused = This command does not use “{ $part }”.
button-loose-propose = New proposal
button-loose-tasks = What waits for me
button-loose-help = Help
line-left = This was not used: { $parts }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}. The other parts are kept; please enter this below, or send the whole line again.
line-left-unsaid = Parts of the line that could not be used: { $count }. They were dropped and are not kept.
cancel-not-stop = /cancel drops what you are filling in. To stop an inspection: /stop

date-no-hour = The hour in “{ $part }” is not clear. For example: 14:30 15/12. What you typed is kept.
date-no-day = The day in “{ $part }” is not clear. For example: 07/12/2026. What you typed is kept.
date-no-such-date = There is no day { $part }. For example: 07/12/2026. What you typed is kept.
date-no-such-hour = There is no hour { $part }. For example: 14:30 15/12. What you typed is kept.
date-past-or-next-year = “{ $part }” has just passed; or is next year meant? Please write the year. For example: 24/11/2027. What you typed is kept.
date-far-ahead = “{ $part }” is more than nine months ahead. Please write the year. For example: 24/11/2027. What you typed is kept.
date-past = “{ $part }” is in the past. For example: 07/12 - 11/12/2026. What you typed is kept.
date-weekday-mismatch = Weekday and date do not agree in “{ $part }”. For example: Mon 07/12/2026. What was typed is kept.
date-end-before-start = The end comes before the start in “{ $part }”. For example: 07/12 - 11/12/2026. What was typed is kept.
date-ambiguous = “{ $part }” can be read in several ways. For example: 07/12/2026. What was typed is kept.
date-which = “{ $part }” can be read in several ways. Please choose one below, or type it more clearly. What was typed is kept.
date-choice = { $days }
date-lunar = Only days of the solar calendar are read; “{ $part }” may be a lunar day. For example: 07/12/2026. What was typed is kept.
date-unclear = “{ $part }” was not understood. For example: 07/12 - 11/12/2026. What was typed is kept.
