# Absences: leave and travel, messages held or told to a colleague; /away.

away-title = Days away on record:
away-none = No days away on record. Before leave or travel, please say so here.
away-example = For example: /away 07/12 - 11/12 · /away next Monday
away-kind-leave = leave { $days }
away-kind-travel = travel { $days }
away-held = messages held
away-instead-by = { $name } stands in

away-ask-who = Whose days away?
away-ask-kind = Why is { $name } away?
away-ask-days = Away from which day up to and including which day? For example: 07/12 - 11/12
away-ask-how = In these days, notices and reminders that fall due:
away-how-hold = · Hold: nothing comes; all of it comes as one message on the first working morning after.
away-how-redirect = · Tell a colleague: somebody of the same committee gets them too, marked with whose they are; nobody answers for another.
away-ask-colleague = Which colleague? Those away on these days are not listed.
away-no-colleague = No colleague of the same committee uses the system and is there on all these days. Go back and choose to hold.
away-preview = { $name }: { $kind }, { $days }
away-preview-hold = What falls due is held until the first working morning after. Urgent matters come at once.
away-preview-redirect = Notices and reminders also go to { $name }, marked. Nobody answers for another.
away-recorded = Recorded: { $name } is away { $days }
away-recorded-hold = Messages are held until the first working day after. What is not answered is still told to the leaders.
away-recorded-redirect = { $name } has been told.
away-already = Already away { $days }. End that first, at /away
away-colleague-not-free = This colleague is away on these days too, or no longer of the same side. Please choose again.
away-ended = Ended. What was held goes out now.
away-taken-back = These days away are taken back.

away-told-you = { $by } has recorded that you are away { $days }. If that is wrong, end it at /away
away-told-instead = { $name } is away { $days }; their notices and reminders come to you as well. Do not answer for them; a leader names who replaces them on a team.
away-ended-you = { $by } has ended your days away ({ $days }).
away-ended-instead = { $name } is back ({ $days } ended early); their messages no longer come to you.
away-instead = In place of { $name } (away):
away-while = While you were away, { $count ->
    [one] one thing came
   *[other] { $count } things came
}:
away-member = { $member } · away { $days }

history-stand-in = told { $other } in place of { $name }, who is away
log-absence-recorded = recorded days away of { $name }
log-absence-ended = ended days away of { $name }
short-vangmat = say when you are away, for example /away 07/12 - 11/12

button-help-away = Say you are away
button-away-new = Record days away
button-away-end = End number { $n } early
button-away-list = Show days away
button-away-me = Me
button-away-leave = Leave
button-away-travel = Travel
button-away-hold = Hold
button-away-redirect = Tell a colleague
button-away-tasks = My tasks
