# The year's plan: the cycle.

plan-locked = Your committee's part has been sent: nothing can be added or withdrawn any more. Changes go through Overlaps and gaps, or Change on the inspection.
plan-line-gone = This line is no longer in the plan. Look again: /plan
plan-line-shut = You belong to { $target } and enter no line about it; another secretary may.
plan-line-year = { $window } does not lie within { $year }. For example: 07/12 - 11/12/{ $year }
plan-line-early = { $target } exists since { $day }; the line's window must not begin before that day.

plan-exchanged-already = Your committee has sent this plan already.
plan-asked-already = Our part waits for our leader's approval.
plan-not-asked = Our part no longer waits for approval. Look again: /plan
plan-asked = Our part of the plan of { $year } is locked and put to our leader. The other committee sees it only once it is approved; until then it can be recalled.
plan-return-why = For what reason does it go back?
plan-told-approve = KH-{ $year } with { $other }: our part waits for your approval before it is sent. To be sent by the end of { $due }.
plan-told-approved = KH-{ $year }: our leader has approved; { $other } gets it after the time for recall.
plan-told-returned = KH-{ $year } with { $other }: sent back by our leader: { $reason }. Please change it and send it again.
plan-not-exchanged = Your committee has not sent this plan: there is nothing to recall.
plan-crossed-already = The plan has reached the other committee and cannot be recalled any more. Changes go through Overlaps and gaps.
plan-not-compared = Not both sides have sent their plans: nothing can be agreed yet.
plan-agreed-already = Your committee has agreed to this plan already.
plan-findings-open = { $count } overlaps and gaps are not settled. Please settle them before agreeing.
plan-not-agreed = The two sides have not agreed to this plan: no document can adopt it yet.
plan-frozen-already = This plan has been adopted by its document already.
plan-told-exchanged = { $other } has sent its plan of { $year }. Please send your committee's by the end of { $due }.
plan-told-compared =
    { $count ->
        [0] Plan of { $year } with { $other }: both sides have sent theirs, without overlaps or gaps. Both leaders' agreement is awaited.
       *[other] Plan of { $year } with { $other }: both sides have sent theirs; { $count } overlaps and gaps are to be settled.
    }
plan-examples =
    /plan: the plan of the year that both sides work on.
    /plan 2027: the plan of 2027.
    /plan Mau commune 2027: the same, of the agreement whose name bears those words.
plan-choose-pair = The year's plan of which agreement?
plan-head = Plan of { $year }: { $state }
plan-state-drafting = being drafted
plan-state-comparing = being compared
plan-state-agreed = agreed by both sides
plan-state-frozen = adopted by its document
plan-side-lines = { $name }: { $count } planned
plan-side-drafting = not sent yet
plan-side-own-late = not sent yet, overdue
plan-side-crossing = on its way
plan-side-awaiting = waits for our leader
plan-side-returned = sent back: { $reason }
plan-side-exchanged = sent { $day }
plan-side-agreed = agreed { $day }
plan-joint-lines =
    { $isAgreed ->
        [yes] Joint inspections: { $count }, announced as their days come near
       *[no] Joint inspections: { $count }
    }
plan-side-waited = { $name }: not sent yet
plan-side-late = { $name }: plan not received yet
plan-exchange-by = To be sent by the end of { $due } ({ $left })
plan-agree-by = To be agreed by the end of { $due } ({ $left })
plan-left =
    { $count ->
        [one] 1 working day left
       *[other] { $count } working days left
    }
plan-past = past
plan-open-findings =
    { $count ->
        [0] No overlap or gap is left to settle
       *[other] Overlaps and gaps to settle: { $count }
    }
plan-frozen-on = Document: { $symbol }, { $day }
plan-freeze-preview = Adopt the plan by document { $symbol }, { $day }. It then stays as it is; changes are made on each inspection.
plan-frozen-done = The plan is adopted by its document. Later changes go through Change on each inspection.
plan-given = Your committee's part of the plan of { $year } is locked; it goes to { $other } in { $seconds } seconds and can be recalled until then.
plan-lines = Plan of { $year }: { $count } planned
plan-window = { $window }
plan-target-unnamed = organisation not named
plan-line-joint = both sides jointly
plan-line-owner = In the plan of: { $owner }
plan-line-mode = Mode: { $mode }
plan-line-made = An inspection was made of it
plan-line-made-already = An inspection was made of this line already; open the line to see it.
plan-line-withdrawn = The line was withdrawn from the plan.
plan-line-kept = It stands in your committee's plan. The other committee does not see it before the plan is sent.
plan-line-double = This line stands in the plan already; nothing was added.
plan-form-window = When in { $year }? Choose a quarter, or type, such as: March · 08/03 - 12/03
plan-form-quarter = Quarter { $n }/{ $year }
plan-window-unclear = “{ $part }” is not clear. For example: Q1 · tháng 3-4 · 07/12 - 11/12/{ $year }
plan-window-no-such-date = There is no day “{ $part }”. For example: 07/12 - 11/12/{ $year }
plan-window-end-before-start = “{ $part }”: the last day is before the first. For example: 07/12 - 11/12/{ $year }
plan-window-other-year = “{ $part }” does not lie within { $year }. For example: Q1 · tháng 3-4 · 07/12 - 11/12/{ $year }
plan-window-echo-whole = Window: { $window }
plan-window-ambiguous = “{ $part }” can be read in several ways. For example: tháng 4-5/{ $year } · 04/05/{ $year }
plan-window-weekday-mismatch = Weekday and date do not agree in “{ $part }”. For example: 07/12/{ $year }
plan-window-lunar = Only days of the solar calendar are read; “{ $part }” may be a lunar day. For example: 07/12/{ $year }
plan-window-echo =
    { $count ->
        [1] Window: { $from } (1 day)
       *[other] Window: { $from } to { $to }, included ({ $count } days)
    }
plan-form-preview = Please check, for the plan of { $year }:
plan-not-frozen = No document has adopted the plan yet: nothing to compare with.
plan-lived-head = Planned and carried out in { $year }: { $count } planned
plan-lived-waiting = No inspection yet: { $n }/{ $of }
plan-lived-going = Going on: { $n }/{ $of }
plan-lived-concluded = Concluded: { $n }/{ $of }
plan-lived-stopped = Stopped, not held: { $n }/{ $of }
plan-lived-moved = Moved in time: { $n }/{ $of }
plan-lived-outside = Inspections outside the plan: { $count }
plan-lived-days = { $planned } → { $now }
plan-lived-sheet = Planned and carried out
plan-lived-planned-from = Planned from
plan-lived-planned-to = Planned to
plan-lived-now-from = Carried out from
plan-lived-now-to = Carried out to
plan-lived-code = Inspection
plan-lived-state = State
plan-lived-none = No inspection yet
plan-lived-beside = Outside the plan

task-plan-exchange = send the year's plan
task-plan-approve = approve our part of the plan
task-plan-agree = agree to the year's plan
task-plan-freeze = adopt the year's plan by document
task-verb-plan-exchange = Send
task-verb-plan-approve = Approve
task-verb-plan-agree = Agree
task-verb-plan-freeze = Adopt
short-kehoach = the year's plan of both sides

button-plan-lines = See what is planned
button-plan-line = See number { $n }
button-plan-add = Add to the plan
button-plan-add-more = Add another
button-plan-keep-line = Put into the plan
button-plan-withdraw = Withdraw from the plan
button-plan-propose = Propose this one
button-plan-give = Send across
button-plan-approve = Approve, send
button-plan-return = Send back, say why
button-plan-agree = Agree to the plan
button-plan-word = Record leader's word
button-plan-freeze = Adopt by document
button-plan-lived = Planned and carried out
button-plan-lived-waiting = See { $count } not made
button-plan-lived-going = See { $count } going on
button-plan-lived-concluded = See { $count } concluded
button-plan-lived-stopped = See { $count } stopped
button-plan-lived-moved = See { $count } moved
button-plan-lived-outside = See { $count } outside it
button-plan-year = The year's plan
button-plan-open = Open the plan

log-plan-opened = the year's plan was opened
log-plan-lines-added = lines were added to the year's plan
log-plan-line-withdrawn = a line was withdrawn from the year's plan
log-plan-leader-asked = our part of the year's plan put to our leader
log-plan-approved = our leader approved our part of the year's plan
log-plan-returned = our leader sent our part of the year's plan back
log-plan-exchanged = the year's plan was sent to the other committee
log-plan-sent-now = the year's plan was sent without waiting for the time for recall
log-plan-recalled = the year's plan was recalled before it crossed
log-plan-compared = both sides sent the year's plan; compared
log-plan-side-agreed = the year's plan was agreed to
log-plan-agreed = both sides agreed to the year's plan
log-plan-frozen = the year's plan was adopted by its document
log-plan-line-proposed = an inspection was made of a line of the year's plan
