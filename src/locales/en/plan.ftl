# The year's plan: the cycle.

plan-locked = Your committee's part has been exchanged: no line can be added or withdrawn any more. Changes go through overlaps and gaps, or an amendment.
plan-line-gone = This line stands in the plan no more. Look again: /kehoach
plan-line-shut = You belong to { $target } and enter no line about it; another focal person may.
plan-line-year = { $window } does not lie within { $year }. A right example: 07/12 - 11/12/{ $year }
plan-line-early = { $target } exists since { $day }; the line's window must not begin before that day.

plan-exchanged-already = Your committee has exchanged this plan already.
plan-not-exchanged = Your committee has not exchanged this plan: there is nothing to recall.
plan-crossed-already = The plan has reached the other side and cannot be recalled any more. Changes go through overlaps and gaps.
plan-not-compared = Not both sides have exchanged their plans: nothing can be agreed yet.
plan-agreed-already = Your committee has agreed to this plan already.
plan-findings-open = { $count } overlaps and gaps are not settled. Please settle them before agreeing.
plan-not-agreed = The two sides have not agreed to this plan: no document can freeze it yet.
plan-frozen-already = This plan is frozen on its document already.
plan-told-exchanged = { $other } has exchanged its plan of { $year }. Please exchange your committee's part by the end of { $due }.
plan-told-compared =
    { $count ->
        [0] Plan of { $year }: both sides have exchanged, without overlaps or gaps. Both leaders' agreement is awaited.
       *[other] Plan of { $year }: both sides have exchanged; { $count } overlaps and gaps are to be settled.
    }
button-plan-open = Open the plan

log-plan-opened = the year's plan was opened
log-plan-lines-added = lines were added to the year's plan
log-plan-line-withdrawn = a line was withdrawn from the year's plan
log-plan-exchanged = the year's plan was given to the other side
log-plan-recalled = the year's plan was recalled before it crossed
log-plan-compared = both sides exchanged the year's plan; compared
log-plan-side-agreed = the year's plan was agreed to
log-plan-agreed = both sides agreed to the year's plan
log-plan-frozen = the year's plan was frozen on its document
