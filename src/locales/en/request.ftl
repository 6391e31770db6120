# Reminders, escalation, answers recorded for someone, substitutes, urgency.

reminder-urgent = URGENT · { $code }: please answer now; it begins { $begins }.
reminder-substitute = { $code }: you have been named as a substitute on the team; please answer.
steps-more = { $count } more: /todo
own-leader-substitute = { $code }: substitutes to be named for: { $names }
own-leader-opinion = { $code }: comments not settled yet: { $names }
own-leader-open = { $code }: at the deadline, { $due }, { $count ->
    [one] one person of our committee had
   *[other] { $count } people of our committee had
  } not finished answering.
own-leader-reply = { $code }: our committee had not replied to { $other } by { $due }.
own-leader-approval = { $code }: no approval had been given by { $due }. If the leader decides in person or by phone, it can be recorded in its details.
across-reply = { $code }: { $other } had received no reply from our committee by { $due }. Please see to it.
across-waiting = { $code }: not all answers had arrived by { $due } ({ $standing }); the secretary of { $other } has been reminded.
across-waiting-reply = { $code }: no reply from { $other } had arrived by { $due }; the secretary of { $other } has been reminded.
push-substitute = { $code } · substitute on the team · please answer soon

later-set = You will be reminded at { $at }.
later-too-close = The answer is due { $due }; there is no time left for another reminder. Please answer now.
later-answered = You have answered; no reminder is needed.

remind-choose = Remind those of our committee who have not answered, in which inspection?
remind-done = { $code }: { $told ->
    [one] one person who had not answered was reminded.
   *[other] { $told } people who had not answered were reminded.
  }
remind-some = { $code }: { $told ->
    [one] one person was reminded;
   *[other] { $told } people were reminded;
  } { $left } already had all of today's messages.
remind-held = { $code }: it is outside working time; { $count ->
    [one] one person
   *[other] { $count } people
  } will be reminded at { $at }.
remind-away = { $count } are not connected or have blocked the system: please call, then record for them.
remind-unread = { $names } not reminded: the notice has not arrived there yet. You can call and record the answer.
remind-unread-all = Nobody was reminded: the notice has not arrived yet at { $names }. You can call and record the answer.
remind-nobody = Everyone of our committee has answered; nobody is reminded.
remind-only-you = Only you have not answered; everyone else of our committee has.
remind-limit = Those who have not answered already had all of today's messages. You can call them and record their answers.
remind-none-open = No notice is waiting for answers of our committee.
remind-unknown = There is no notice “{ $part }” among yours. For example: /remind PH-2026-001

record-choose = Record an answer in which inspection?
record-person = Whose answer is to be recorded?
record-answer = What is { $name }'s answer?
record-via = How did the answer come?
record-confirm = Record for { $name } · { $answer } · { $via }?
record-done = { $code }: recorded for { $name }: { $answer } ({ $via }). They are told.
record-nobody = Nobody of our committee is left to record for.
record-answered = They have answered; nothing is to be recorded.
record-unknown = There is no notice “{ $part }” among yours. For example: /record PH-2026-001

opinion-settled = { $code }: { $name }'s comment has been settled and counts as an answer.

substitute-asked-toast = Your secretary and leadership have been told; a substitute is to be named.
leave-reason = Why do you ask for a substitute?
leave-reason-given = { $code }: the reason is recorded; your secretary and leadership have been told.
begins-session = { $at }
begins-day = { $day }
substitute-only-team = Only team members ask for a substitute.
substitute-choose = Ask for a substitute in which inspection?
substitute-ask = { $code }: ask for a substitute on the team in your place?
substitute-to-name = Substitutes to be named:
substitute-none = No inspection needs a substitute.
substitute-unknown = There is no notice “{ $part }” with you on the team. For example: /substitute PH-2026-001
substitute-who = Who stands in for { $name }?
substitute-role = The substitute takes over the role on the team: { $role }.
substitute-nobody = Nobody of our committee can stand in: people of the inspected organisation, team members and those who asked to be replaced cannot be chosen.
substitute-via = How did the leader's decision reach you?
substitute-confirm = Confirm: { $substitute } stands in for { $name }.
substitute-done = { $code }: { $substitute } stands in for { $name } on the team. Both have been told.
substitute-told = { $code }: { $substitute } stands in for { $name }.
substitute-settled = This substitution is settled already, or they attend after all.
substitute-not-eligible = This person cannot stand in: on the team already, asked to be replaced, or of the inspected organisation.

urgent-lead-only = Marking as urgent is for the secretary of the leading side.
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
button-settle-opinion = Comment settled
button-settle-of = Settled: { $name }
button-leave-reason = Say why
button-ask-substitute = Ask for a substitute
