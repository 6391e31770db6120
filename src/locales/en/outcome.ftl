# What inspections led to, in counts; what is recorded apart from them; what conclusions asked for.

result-head = { $code } · Outcome
result-head-none = { $code }: no outcome recorded yet.
result-by = recorded by { $committee } at { $at }
result-by-corrected = Earlier figures, since corrected; recorded by { $committee } at { $at }
result-organisations = Party organisations disciplined: { $total } ({ $parts })
result-organisations-none = Party organisations disciplined: none
result-members = Members disciplined: { $total } ({ $parts })
result-members-none = Members disciplined: none
result-join = { $a }, { $b }
result-part-reprimand = { $count } reprimanded
result-part-warning = { $count } warned
result-part-dissolution = { $count } dissolved
result-part-dismissal = { $count } dismissed
result-part-expulsion = { $count } expelled
result-period = { $period }
result-aparts = Discipline apart from joint inspections
result-aparts-none = Discipline apart from joint inspections: nothing recorded
result-apart-caution = Recorded separately; not counted as results of the joint inspections.
result-which-pair = For which agreement are figures apart from inspections recorded?
result-which-pair-line = For which agreement? The line you sent is kept and used once you choose.
result-line-example = For example: /conclude apart; Q3/2026; organisations: 10 = 10 reprimands; members: 46 = 30 + 15 + 0 + 1; not secret

result-ask-period = Figures apart from joint inspections: for which period? Choose, or type: Q3/2026 · 01/06/2026 - 30/09/2026
result-period-unclear = The period is not clear. For example: Q3/2026, 09/2026, 01/06/2026 - 30/09/2026. What you entered is kept.
result-period-ahead = This period has not begun. Give a month, a quarter or days that are past or under way.
result-ask-organisations = Party organisations disciplined: the total first, then each form (reprimand, warning, dissolution). Numbers only, no names.
result-example-organisations = Example: 10 = 10 reprimands · 10; 10; 0; 0
result-ask-members = Members disciplined: the total first, then each form (reprimand, warning, dismissal, expulsion). Numbers only, no names.
result-example-members = Example: 46 = 30 reprimands + 15 warnings + 1 expulsion · 46; 30; 15; 0; 1
result-counts-short = The total is { $total } but the forms sum to { $sum }: { $difference } missing. Not stored; please type it again.
result-counts-over = The total is { $total } but the forms sum to { $sum }: { $difference } too many. Not stored; please type it again.
result-counts-range = Each number is a whole number from 0 to 100000. Please type it again.
result-counts-empty = There is no number. If there is nothing, type 0.
result-counts-no-parts = Please give each form after the total, so that it can be checked.
result-counts-no-total = The total is missing at the beginning; the forms sum to { $total }. Did you mean: { $total } = … ?
result-counts-bare-organisations = Numbers without names need all three after the total: reprimand, warning, dissolution.
result-counts-bare-members = Numbers without names need all four after the total: reprimand, warning, dismissal, expulsion.
result-counts-unclear = “{ $part }” is not clear. Please give only numbers and names of forms.
result-counts-twice = The form in “{ $part }” is given twice. Please make it one number.
result-preview = { $code } · Look before it is recorded:
result-preview-apart = Apart from joint inspections, { $period }. Look before it is recorded:
result-replaces = Replaces what was recorded (still readable): { $before }
result-overlapping = Note: this period shares days with { $period }, recorded before; a case may be counted twice.
result-saved = { $code }: the outcome is recorded. Secretaries and leaders of both sides have been told.
result-corrected = { $code }: the outcome is corrected; the earlier figures stay readable. Both sides have been told.
result-apart-saved = Recorded apart from joint inspections, { $period }. Both sides can read it.
result-apart-corrected = Corrected: figures apart from joint inspections, { $period }; the earlier ones stay readable.
result-sensitive = No discipline figures are recorded here for this kind. Please use classified mail.

card-recommendations = Recommendations: { $all }, open { $open }, overdue { $late }
outcome-result = { $code }: the outcome is recorded; the figures are in its details.
outcome-result-corrected = { $code }: the outcome has been corrected; the figures are in its details.
history-result = recorded the outcome (figures)
history-result-corrected = corrected the outcome
history-recommendation-added = recorded recommendation { $n }
history-recommendation-withdrawn = took back recommendation { $n }
history-recommendation-done = recorded recommendation { $n } as done
log-apart-recorded = recorded discipline figures apart from joint inspections
log-apart-corrected = corrected discipline figures apart from joint inspections

rec-title = What conclusions asked for, open ones first:
rec-title-of = { $code } · What the conclusion asked for:
rec-none = No recommendation has been recorded.
rec-number = recommendation { $n }
rec-button-open = { $n }. Open { $code } ({ $number })
rec-line-done = done { $day }
rec-line-due = due { $day }
rec-state-open = open
rec-state-withdrawn = taken back
rec-state-done = done
rec-words = Content: { $words }
rec-no-words = Its content is not kept here.
rec-due = Due: { $day }
rec-late = Overdue: { $day }
rec-no-due = No deadline set.
rec-due-gone = Note: this deadline has passed.
rec-done-line = Done: { $day }
rec-done-line-symbol = Done: { $day }, by { $symbol }
rec-responsible = Followed up by the secretary of { $committee } (which led)
rec-ask-words = What did the conclusion ask for (briefly, no personal names)?
rec-ask-due = By when? Example: 31/12/2026
rec-preview = { $code } · Look before it is recorded:
rec-added = { $code }: recommendation { $n } is recorded. Both sides see it in the details; it stays in your /todo until it is done.
rec-ask-withdraw = { $code }: take back recommendation { $n }, recorded by mistake? It is no longer counted or listed; both sides read in the history that it was taken back.
rec-withdrawn = { $code }: recommendation { $n } is taken back.
rec-ask-done-day = Completed on which day? Example: 20/11/2026
rec-ask-symbol = Is there a document that reports it?
rec-day-ahead = { $day } is still to come. It cannot have been done after today.
rec-done-preview = Record this recommendation as done, { $day }?
rec-done-preview-symbol = Record this recommendation as done, { $day }, by { $symbol }?
rec-done = { $code }: recommendation { $n } is done, { $day }.
rec-sensitive-no-text = This kind bears no words: only a number and a deadline.
rec-too-many = At most { $max } recommendations an inspection.
rec-line-example = For example: /recommendations PH-2026-001; Amend the working rules; due: 31/12/2026; not secret
rec-examples =
    What conclusions asked for. Examples:
    /recommendations
    /recommendations PH-2026-001; Amend the working rules; due: 31/12/2026; not secret
rec-several = Several agreements have an inspection { $code }. Please open its details from /search and use the button there.
rec-code-unknown = There is no inspection “{ $part }” within your reach. For example: /recommendations PH-2026-001
rec-line-sensitive = This kind bears no words; what you sent was dropped and not stored.
task-recommendation = recommendation, not done yet
task-verb-recommendation = Open
short-kiennghi = what conclusions asked for

button-result = Record the outcome
button-result-correct = Correct the outcome
button-result-show = View the outcome
button-result-apart = Record apart
button-result-aparts = View what is recorded
button-result-save = Record it
button-result-none = None
button-result-month = Last month
button-result-quarter = Last quarter
button-result-year = This year so far
button-result-edit-organisations = Edit organisations
button-result-edit-members = Edit members
button-result-edit-period = Edit the period
button-rec-add = Add a recommendation
button-rec-more = Add another
button-rec-list = View recommendations
button-rec-done = Done
button-rec-withdraw = Take it back
button-rec-withdraw-yes = Confirm: take it back
button-rec-save = Record it
button-rec-no-due = No deadline
button-rec-edit-words = Edit the words
button-rec-edit-due = Edit the deadline
button-rec-no-symbol = No document
