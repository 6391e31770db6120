# The pictures of the year's plan: the timeline and the coverage.

button-plan-picture-year = See the year's picture
button-plan-picture-cover = See the coverage
button-plan-next-page = See the next page
toast-plan-picture-coming = The picture follows below.
plan-picture-year-title = Inspections planned for { $year }
plan-picture-cover-title = Coverage of inspections up to { $year }
plan-picture-year-caption = Plan of { $year }: inspections { $lines }. Overlaps not settled: { $clashes }. Organisations not in the plan: { $gaps }.
plan-picture-cover-caption = { $from }–{ $to }, the plan included: { $share } organisations inspected or supervised; turns { $turns }. Kinds that name no organisation are left out.
plan-picture-month-caption = Plan of { $year } · { $pair }: { $ahead }/{ $lines } inspections are still ahead.
plan-picture-month-settled = Overlaps and gaps settled: { $settled }/{ $total }.
plan-picture-month-others = Of your { $count } plans this one has the most inspections ahead.
plan-picture-page = Page { $page }/{ $pages }.
plan-picture-own-lead = We lead
plan-picture-other-lead = They lead
plan-picture-joint = Joint
plan-picture-clash = overlap, by number
plan-picture-gap = not in the plan
plan-picture-unnamed = Organisation not named
plan-picture-none_this_year = not in this year's plan
plan-picture-none_this_term = no turn in this term yet
plan-picture-none_for_years = no turn for years
plan-picture-months = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
plan-picture-turns = turns in the year
plan-picture-no-turns = no turn
plan-picture-plan-year = year of the plan
