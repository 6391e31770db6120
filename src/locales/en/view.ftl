# What people look at: tasks, calendar, search, help, and behind a card who has answered, why, history.

view-item = { $n }. { $text }
view-join = { $a } · { $b }
view-list = { $a }, { $b }
view-button = { $n }. { $verb } { $code }
view-erased = (name erased)
view-elsewhere = (somebody of another agreement)

todo-nothing = Nothing of yours is due this week. The system is working normally.
todo-title = Your tasks: { $count }
todo-title-late = Your tasks: { $count }, { $late } overdue
todo-late = Overdue
todo-due = due { $due }
task-answer = answer the notice
task-approve = approve before it is sent
task-decide = decide on the proposal
task-receive = receive the proposal
task-reply = reply to the proposal received
task-confirm = confirm what the other committee asks
task-counter = answer the counter-proposal
task-again = not agreed: propose again or drop
task-substitute = assign a substitute
task-opinion = look at a comment
task-draft = draft, not sent
task-overlap = overlap not settled
task-verb-answer = Answer
task-verb-approve = Review
task-verb-decide = Review
task-verb-receive = Receive
task-verb-reply = Reply to
task-verb-confirm = Confirm
task-verb-counter = Reply to
task-verb-again = Look at
task-verb-substitute = Assign
task-verb-opinion = View
task-verb-draft = Open
task-verb-overlap = Settle

calendar-title-week = This week: { $count ->
    [one] 1 entry
   *[other] { $count } entries
  }
calendar-title-month = This month: { $count ->
    [one] 1 entry
   *[other] { $count } entries
  }
calendar-title-all = Coming up: { $count ->
    [one] 1 entry
   *[other] { $count } entries
  }
calendar-empty-week = No inspections this week.
calendar-empty-month = No inspections this month.
calendar-empty-all = No inspections coming up.
calendar-session = { $at } ({ $kind })
calendar-window = { $window }
button-calendar-week = This week
button-calendar-month = This month
button-calendar-all = All
button-calendar-text = The week as text
button-next-week = Next week

week-title = JOINT INSPECTIONS, { $window }
week-empty = No agreed inspection in this week.
week-window = - { $window }: { $what }
week-session = - { $at }, { $session }: { $what }
week-session-place = - { $at }, { $session }, at { $place }: { $what }
week-what = { $kind }, { $target }; lead: { $lead } ({ $code })
week-sensitive = { $code }; lead: { $lead }

search-ask = What are you looking for? Type a code, a unit's name or a document's reference; accents are not needed.
search-examples =
    Two examples:
    /search chi bo y
    /search 05-CV/UBKTTU
search-which-tu = Does “TU” mean Tỉnh uỷ (the province) or Trung ương (the centre)? Please choose, or type it in full:
search-tu-examples =
    /search ubkt tỉnh uỷ
    /search ubkt tw
search-none = Nothing that you can see matches “{ $words }”.
search-title = “{ $words }”: { $count } found
search-title-more = “{ $words }”: more than { $count } found, the latest first
search-title-narrow = “{ $words }”: many found; the latest are below. Please search with shorter or clearer words.
button-search-tu = Tỉnh uỷ (TU)
button-search-tw = Trung ương (TW)

help-title = { $name } · Your tasks: /todo · Calendar: /calendar
help-can-secretary = Secretary: propose in one line, for example /propose thematic supervision; Chi bộ Y; 07/12 - 11/12/2026; not secret. Receiving proposals and recording a leader's decision: from /todo.
help-can-leader = Leader: open each task from /todo and tap, for example Agree or Counter-propose. Who has answered: open an inspection from /calendar.
help-can-member = Member: when a notice comes, open it and tap once, for example Attend or I have a comment. You can change it.
help-can-observer = Observer: open an inspection from /calendar, its history too.
help-more-secretary = The year's plan: /plan · Exchange ledger: /exchange · Reports: /report · Absence: /away · People, group: /manage
help-more-leader = The year's plan: /plan · Exchange ledger: /exchange · Figures, reports: /report · Log: /log · People: /members · Handing over: /handover
help-search = Search, accents not needed: /search chi bo y · /search 05-CV/UBKTTU
help-data = Your own data, withdrawing consent: /mydata
help-short-title = Shortcuts:
help-who-title = Agreements, your role, how many people use the system:
help-who-count = your committee { $own }, the other committee { $across }
help-language-set = Changed to English.
button-help-who = Users of the system
button-help-short = Shortcuts
button-help-vi = Tiếng Việt
button-help-en = English
short-dexuat = propose an inspection
short-doi = change an inspection, for example /change PH-2026-001
short-dung = stop an inspection
short-doan = your committee's team
short-nhac = remind your people who are silent
short-ghinhan = record an answer for someone
short-uyquyen = ask for or assign a substitute
short-ketthuc = conclude an inspection
short-nhom = bind your committee's group
short-moi = invite people of your committee
short-thanhvien = the people of your committee
short-visao = why I received this, for example /why PH-2026-001
short-dulieu = see your data, withdraw consent
short-huy = drop what is being filled in
short-traodoi = the exchange ledger: read, search

group-go-private = Please open a private chat to use this command; a group sees only codes and deadlines.
button-go-private = Open private chat

who-version = { $n ->
    [0] first version
   *[other] Change { $n }
}
who-void = no longer valid
who-secretary = secretary
who-in_charge = in charge of the area
who-team = team
who-leader = leader
who-substitute = substitute
who-stands-in = { $name } for { $replaced }
who-replaced = replaced
who-released = no longer on the team
who-at = { $at }
who-recorded = recorded for them ({ $via })
who-unsettled = not settled
who-not-opened = message not opened
who-opened = no answer, opened { $at }
who-delivered = no answer, not opened, delivered { $at }
who-undelivered = no answer, not delivered
who-across = { $committee }: { $counts }
who-count = { $count } { $answer }
who-silent = no answer

why-head = { $code } · Why you received this
why-viewer = You are not asked to answer; you can see it as { $role } in { $pair }.
why-kind-approval = Approval before sending
why-kind-proposal = Proposal from the other committee
why-kind-decision = Decision on a proposal
why-kind-notice = Notice of a joint inspection
why-kind-change = Change to be confirmed
why-kind-stop = Stop to be confirmed
why-kind-not_held = Agreement not to hold it
why-since = since { $at }
why-entry = book: entry { $seq }
why-rule-secretary = As secretary: the secretaries of both sides get every proposal and notice of the agreement.
why-rule-in_charge = As the one in charge of the area: they get the notices about units in it.
why-rule-team = As one of the team: everyone whom your committee put on it gets the notice.
why-rule-leader = As a leader: chair and vice chair approve and decide.
why-rule-substitute = Because you were assigned to stand in for a team member.
why-due-policy = Due { $due }, by the settings of the agreement.
why-due-person = Due { $due }, set by the sender.
why-due-paused = Due { $due }, moved by one working day for a direct talk.
why-due-late = Due { $due }, moved because the notice could not arrive.
why-due-short = Due { $due }, shortened because the first session is near.
why-ask =
    About which inspection? Two examples:
    /why PH-2026-001
    /why chi bo y

history-head = { $code } · History
history-at = { $at }
history-system = System
history-drafted = drafted
history-leader-asked = asked the leader to approve
history-approved = leader approved sending
history-not-approved = leader did not approve
history-proposed = sent the proposal
history-recalled = recalled the proposal
history-crossed = the proposal reached the side asked
history-received = received the proposal, asking the leaders
history-to-leader = passed to the leaders
history-direct-talk = asked for a direct talk
history-agreed = agreed in principle
history-countered = counter-proposed
history-declined = did not agree
history-official = became official
history-notice-issued = notified both sides
history-notice-answered = answered: { $answer }
history-symbol = attached a document
history-reminded = reminded those who had not answered
history-reminded-last = reminded those who had not answered, on the last morning
history-reminded-again = reminded someone once more
history-own-leader = told their own leaders that answers are missing
history-across = told the secretaries that answers are missing
history-day-before = reminded the team a day before
history-edited = edited the draft
history-started = began
history-concluded = concluded
history-recalled-ask = recalled what was asked
history-change-proposed = asked for a change
history-change-crossed = the change reached the side asked
history-change-confirmed = confirmed the change
history-change-refused = did not confirm the change
history-schedule = schedule announced (not a change)
history-switched = change in force, earlier answers void
history-stop-proposed = asked to stop
history-stop-crossed = the wish to stop reached the side asked
history-stop-confirmed = confirmed the stop
history-stop-refused = did not agree to stop
history-not-held-proposed = asked to agree not to hold it
history-not-held-crossed = the wish not to hold it reached the side asked
history-not-held-confirmed = agreed not to hold it
history-not-held-refused = did not agree to leave it unheld
history-team = changed own committee's team or the roles in it
history-overlap-kept = kept an overlap, with a reason
history-recomputed = deadline computed again by the new calendar
history-moved = deadline moved, since the notice could not arrive
history-notice-recorded = recorded for { $name }: { $answer }
history-notice-reminded = reminded their own people
history-opinion-settled = settled the comment of { $name }
history-urgent = made the notice urgent
history-substitute-asked = asked for a substitute
history-substitute = assigned { $other } for { $name }
history-letter = drafted a document

button-page-before = Previous page { $at }
button-page-after = Next page { $at }
view-names-more = { $names } and { $more } others
