# The year's plan: the cycle.

plan-not-found = This plan is not within your reach. To see the plan: /kehoach
plan-locked = Your committee's part has been exchanged: no line can be added or withdrawn any more. Changes go through overlaps and gaps, or an amendment.
plan-line-gone = This line stands in the plan no more. Look again: /kehoach
plan-line-shut = You belong to { $target } and enter no line about it; another focal person may.
plan-line-year = { $window } does not lie within { $year }. A right example: 07/12 - 11/12/{ $year }
plan-line-early = { $target } exists since { $day }; the line's window must not begin before that day.

log-plan-opened = the year's plan was opened
log-plan-lines-added = lines were added to the year's plan
log-plan-line-withdrawn = a line was withdrawn from the year's plan
