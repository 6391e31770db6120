# Overlaps found while proposing (R2).

overlap-head = Overlaps found: { $count }
overlap-line = { $code } · { $kind } · { $target } · { $window } · { $why }
overlap-line-unnamed = { $code } · { $window } · { $why }
overlap-plan-line = Plan for { $year } · { $owner } · { $kind } · { $target } · { $window } · { $why }
overlap-of-line = Use the plan of { $day }
overlap-window = same organisation, same days
overlap-same_kind_year = same kind within a year
overlap-short_gap = less than 30 days apart
overlap-own_people = our people are booked twice
overlap-settle = Please settle this before sending: shift the days, merge into the other, or keep both with a reason.
overlap-merge = Merge into { $code }
overlap-merged = No new inspection was made. Please work together in the one that exists:
overlap-reason = Why are both kept?
overlap-keep-different_scope = Different subject or scope
overlap-keep-ordered_above = Ordered from above
overlap-keep-agreed_orally = Both sides talked and agreed
overlap-open-head = { $code }: { $count } overlaps not settled
overlap-open-settle = Change or stop one in its details, or keep both and say why.
overlap-card = See { $code }
overlap-none-open = Nothing overlaps with this one that has not been settled.
overlap-kept = Both are kept, reason: { $reason }

button-shift-days = Shift the days
button-keep-both = Keep both, with reason
