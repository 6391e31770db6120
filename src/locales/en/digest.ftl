digest-title-daily = Digest of { $period }: { $count } waiting for you
digest-title-weekly = Week { $period }: { $count } waiting for you
digest-title-monthly = Digest of { $period }: { $count } waiting for you
digest-nothing-daily = Digest of { $period }: nothing is due.
digest-nothing-weekly = Nothing is due for you this week. The system is working as it should.
digest-nothing-monthly = Digest of { $period }: nothing is due for you. The system is working as it should.
digest-late-count = { $count } overdue
digest-sent-late = Sent late: this digest was due at { $at }.
digest-more = { $count } more.
digest-more-in = { $count } more: { $pairs }
digest-more-pair = { $pair }: { $count }
digest-more-pairs = { $count } other agreements
digest-ahead-daily = Today: inspections { $cases }, sessions { $sessions }.
digest-ahead-weekly = This week: inspections { $cases }, sessions { $sessions }.
digest-ahead-monthly = This month: inspections { $cases }, sessions { $sessions }.
digest-unanswered = Waiting for the other committee's answer: { $count }.
digest-calendar-missing = The days off of { $year } are not known: deadlines in the new year are counted by plain weekdays.
digest-calendar-provisional = The days off of { $year } are provisional; once the notice is imported, deadlines in the new year are computed again.

button-digest-all = See everything
button-digest-pairs = See by agreement

digest-settings-title = Your digests, sent when work begins:
digest-kind-daily = Daily, when something is due
digest-kind-weekly = Weekly, on Monday morning
digest-kind-monthly = Monthly, on the first working day
digest-board = A pinned task board that updates itself
digest-on = on
digest-off = off
digest-settings-note = One digest covers all your agreements. The weekly and monthly ones come even when nothing waits.
button-digest-daily-on = Turn daily on
button-digest-daily-off = Turn daily off
button-digest-weekly-on = Turn weekly on
button-digest-weekly-off = Turn weekly off
button-digest-monthly-on = Turn monthly on
button-digest-monthly-off = Turn monthly off
button-board-on = Pin the task board
button-board-off = Stop the task board
board-title = Task board · updated { $at }

todo-pair = { $pair }: { $count } waiting
todo-pairs-title = { $count } waiting in { $pairs } agreements
todo-pair-count = { $count } waiting

weeks-caption = The next eight weeks: inspections { $count }. Below each: answered/asked on either side.
weeks-caption-cut = The next eight weeks: inspections { $count }, of which the first { $shown } are drawn. Below each: answered/asked on either side.
weeks-title = Eight weeks from { $from }
weeks-own-lead = Our side leads
weeks-other-lead = The other committee leads
weeks-not-asked = no notice yet
weeks-answers = ours { $own } · theirs { $other }
weeks-today = today

short-bantin = digests and the pinned task board
button-help-digest = Digests, task board
log-digest-set = Digests were turned on or off
