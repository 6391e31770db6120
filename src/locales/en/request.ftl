# Reminders, escalation, answers recorded for someone, substitutes, urgency.

reminder-urgent = URGENT · { $code }: please answer now, comrade.
reminder-substitute = { $code }: you have been named as a substitute on the team; please answer, comrade.
steps-more = { $count } more: /todo
own-leader-substitute = { $code }: substitutes to be named for: { $names }
own-leader-opinion = { $code }: opinions not settled yet: { $names }
own-leader-open = { $code }: by { $due }, { $count } answers of our committee are not complete.
own-leader-reply = { $code }: by { $due } our committee has not replied to { $other }.
own-leader-approval = { $code }: by { $due } the leadership has given no word before sending. A word given in person or by phone can be recorded on the card.
across-reply = { $code }: by { $due } no reply from your committee has been received. Your kind attention is requested.
across-waiting = { $code }: by { $due } not all answers of { $other } have been received. They have been reminded.
across-waiting-reply = { $code }: by { $due } no reply from { $other } has been received. They have been reminded.
push-substitute = { $code } · substitute on the team · please answer soon

later-set = You will be reminded at { $at }.
later-too-close = The answer is due { $due }; there is no time left for another reminder. Please answer now, comrade.
later-answered = You have answered; no reminder is needed.

remind-choose = Remind those of our committee who have not answered, in which inspection?
remind-done = { $code }: { $told } reminded.
remind-some = { $code }: { $told } reminded; { $left } have had all of today's messages and were not.
remind-held = { $code }: outside working time; { $count } will be reminded at { $at }.
remind-away = { $count } are not connected or have switched the system off: please call and record for them.
remind-nobody = Everyone of our committee has answered; nobody is reminded.
remind-only-you = Only you have not answered; everyone else of our committee has.
remind-limit = Those who have not answered have had all of today's messages. You can call and record for them.
remind-none-open = No notice is waiting for answers of our committee.
remind-unknown = There is no notice “{ $part }” among yours. A line that works: /remind PH-2026-001

record-choose = Record an answer in which inspection?
record-person = Whose answer is to be recorded?
record-answer = What is comrade { $name }'s answer?
record-via = How did the answer come?
record-confirm = Record for comrade { $name } · { $answer } · { $via }?
record-done = { $code }: recorded for comrade { $name }: { $answer } ({ $via }). The comrade is told.
record-nobody = Nobody of our committee is left to record for.
record-answered = This comrade has answered; nothing is to be recorded.
record-unknown = There is no notice “{ $part }” among yours. A line that works: /record PH-2026-001

opinion-settled = { $code }: comrade { $name }'s opinion is settled; the answer counts.

substitute-asked-toast = Your focal person and leadership have been told; a substitute is to be named.
substitute-only-team = Only team members ask for a substitute.
substitute-choose = Ask for a substitute in which inspection?
substitute-ask = { $code }: ask for a substitute on the team in your place?
substitute-to-name = Substitutes to be named:
substitute-none = No inspection needs a substitute.
substitute-unknown = There is no notice “{ $part }” with you on the team. A line that works: /substitute PH-2026-001
substitute-who = Who stands in for comrade { $name }?
substitute-nobody = Nobody of our committee can stand in: people of the inspected organisation, team members and those who asked to be replaced cannot be chosen.
substitute-via = How did the leader's word come?
substitute-confirm = Confirm: comrade { $substitute } stands in for comrade { $name }.
substitute-done = { $code }: comrade { $substitute } stands in for comrade { $name }. Both are told.
substitute-told = { $code }: comrade { $substitute } stands in for comrade { $name }.
substitute-settled = This substitution is settled already, or the comrade attends after all.
substitute-not-eligible = This comrade cannot stand in: on the team already, asked to be replaced, or of the inspected organisation.

urgent-lead-only = Marking as urgent is for the focal person of the leading side.
urgent-too-early = Urgent is only for less than 24 hours before the beginning ({ $at }).
urgent-begun = It has begun; it cannot be marked urgent any more.
urgent-already = This notice is marked urgent already.
urgent-reason = Why is it urgent? Those who have not answered are told at once, outside working time too.
urgent-words = Please give the reason in a few words.
urgent-confirm = Mark as urgent, reason: { $reason }? { $count } who have not answered are told at once.
urgent-done = { $code }: marked urgent; { $count } who have not answered are told.
urgent-reason-changed = The schedule has just changed
urgent-reason-absent = Someone is suddenly absent
urgent-reason-other = Another reason

button-open-code = Open { $code }
button-remind-silent = Remind
button-record-for = Record for someone
button-mark-urgent = Mark as urgent
button-assign = Name a substitute
button-assign-for = For: { $name }
button-settle-opinion = Opinion settled
button-settle-of = Settled: { $name }
button-ask-substitute = Ask for a substitute
