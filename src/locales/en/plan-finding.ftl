# Findings of the year's plan (R2, R3): what clashes, what nobody inspects, and how both sides settle it.

planfind-none = Plan of { $year }: no overlaps, nothing left out.
planfind-not-yet = The two sides have not both sent their plans; nothing has been compared yet.
planfind-title = Plan of { $year }, compared: { $open } open, { $settled }/{ $total } settled
planfind-title-done = Plan of { $year }, compared: { $settled }/{ $total } settled
planfind-item = { $target }: { $text }
planfind-line-short = { $owner } { $window }
planfind-joint = Both sides
planfind-no-name = Organisation not named
planfind-and = { $a }, { $b }
planfind-why-window = same days
planfind-why-same_kind_year = same kind within the year
planfind-why-short_gap = less than 30 days apart
planfind-why-none_this_year = none this year
planfind-why-none_this_term = none this term
planfind-why-none_for_years = not inspected for years
planfind-state-settled = settled
planfind-state-gone = no longer there
planfind-state-sent = waits for the other committee
planfind-state-filling = being added to the plan
planfind-state-asked = waits for your answer

planfind-head-overlap = Overlap in the plan of { $year }: { $target }
planfind-head-gap = Not in the plan of { $year }: { $target }
planfind-line = { $owner } · { $kind } · { $text }
planfind-window = { $window }
planfind-why = Why: { $why }
planfind-sent = Put forward: { $how } { $other } has not answered.
planfind-filling = { $how } It enters the plan when the time for recall is over.
planfind-asked = { $other } proposes: { $how }
planfind-now = Settled. Now: { $window }
planfind-merge = one joint inspection led by { $lead }, { $window } ({ $mode }).
planfind-merge-held = count it as { $what }; no new one is made.
planfind-held-unnamed = an inspection agreed already
planfind-shift = move the line of { $owner } to { $window }.
planfind-keep = keep it as planned, reason: { $reason }.
planfind-fill = To be added to your committee’s plan: { $kind }, { $target }, { $window }.

planfind-ask-line = Which one moves?
planfind-ask-window = Which days in { $year }?
planfind-window-example = For example: 07/12 - 11/12/{ $year } · March { $year } · Q1
planfind-preview = { $target }: { $how }
planfind-preview-note = The other committee receives it after the time for recall, and answers. Until then nothing changes.
planfind-preview-fill = When the time for recall is over this line enters the plan, the other committee sees it, and the plan is compared again.
planfind-preview-gaps = Plan of { $year }: all organisations left out stay so, reason: { $reason }.
planfind-proposed = Sent. It can be recalled for { $seconds } seconds, and until the other committee has answered.
planfind-filling-sent = This line enters the plan and is seen across in { $seconds } seconds. Until then it can be recalled.
planfind-gaps-proposed =
    { $count ->
        [one] Sent for 1 organisation left out. The other committee receives it in { $seconds } seconds.
       *[other] Sent for { $count } organisations left out. The other committee receives it in { $seconds } seconds.
    }
planfind-gaps-confirmed =
    { $count ->
        [one] Agreed: 1 organisation is not inspected this year.
       *[other] Agreed: { $count } organisations are not inspected this year.
    }
planfind-gaps-refused =
    { $count ->
        [one] Answered: not agreed about 1 organisation left out. It is still open.
       *[other] Answered: not agreed about { $count } organisations left out. They are still open.
    }
planfind-filled = Added to your committee’s plan. The plan has been compared again.
planfind-recalled = Recalled. The finding is still open.
planfind-confirmed-merge = Agreed: one joint inspection. It is made when the leaders of both sides have agreed to the plan.
planfind-confirmed-held = Agreed: this line is the inspection there is; no new one is made.
planfind-confirmed-shift = Agreed: moved. The plan has been compared again.
planfind-confirmed-keep = Agreed: kept as planned.
planfind-refused = Answered: not agreed. The finding is still open; please talk it over.

planfind-not-comparing = The plan is not being compared. After agreement, change it with Change in the inspection’s details.
planfind-closed = This has been settled or is no longer there. Please open the list again.
planfind-proposed-already = An earlier proposal for this waits for its answer. Please open the list again.
planfind-no-merge = This way does not fit here. Please choose another.
planfind-not-own = Only a line of your own committee can be moved.
planfind-same-window = These are the days it has now. Please choose others.
planfind-no-gaps = Nothing left out is without a proposal.

planfind-told-asked = Plan of { $year } with { $other }: { $asked ->
        [one] 1 proposal waits
       *[other] { $asked } proposals wait
    } for your answer, findings open: { $open }.
planfind-told-open = Plan of { $year }: { $other } has answered, findings open: { $open }.
planfind-told-done = Plan of { $year } with { $other }: all findings are settled.

task-plan-answer = the other committee’s proposals about the plan
task-plan-settle = overlaps and gaps not settled
task-verb-plan-answer = Answer
task-verb-plan-settle = Open

button-planfind = Overlaps and gaps
button-planfind-plan = Open the plan
button-planfind-list = See the findings
button-planfind-merge = Make it one
button-planfind-shift = Move the days
button-planfind-keep = Keep, with a reason
button-planfind-fill = Add to the plan
button-planfind-add = Add to the plan
button-planfind-send = Send across
button-planfind-yes = Agree
button-planfind-no = Do not agree
button-planfind-recall = Recall the proposal
button-planfind-gaps = Leave all gaps this year
button-planfind-gaps-yes = Agree to leave them
button-planfind-gaps-no = Do not agree to gaps

history-planned = made from the agreed plan of the year

log-plan-found-anew = the year’s plan compared again
log-plan-settlement-proposed = proposed how to settle an overlap or a gap
log-plan-settlement-recalled = recalled a proposal about the plan
log-plan-settlement-confirmed = agreed how to settle it in the plan
log-plan-settlement-refused = did not agree how to settle it in the plan
log-plan-gap-filled = added an organisation left out to the plan

report-section-plan = Year’s plan
report-plan = The year’s plan compared: { $found } findings, { $overlaps } overlaps and { $gaps } gaps
report-plan-settled = Settled by both sides { $settled }: merged { $merge }, moved { $shift }, kept with a reason { $keep }
report-plan-left = Gone by a change of the plan { $gone }; open { $open }
report-plan-rule = Plans of the years that the period touches.
table-name-plan = Year’s plan
table-title-plan = Overlaps and gaps in the year’s plan
table-plan-found = Overlaps and gaps found
table-plan-merge = Made one joint inspection
table-plan-shift = Moved
table-plan-keep = Kept, with a reason
table-plan-gone = Gone by a change of the plan
table-plan-open = Open
table-plan-settled-share = Share settled
