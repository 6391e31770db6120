# Reports (báo cáo): figures of a period, as a message and as files.

menu-report = Reports, the year's plan
short-tonghop = figures for a report, such as /report year 2026

report-which = The report of which agreement?
report-all-pairs = All my agreements
report-period = { $pair }: which period?
report-period-typed = Choose, or type: Q3 · first 9 months of 2026 · term · from 01/6/2022 to 31/12/2025
report-period-line = Choose, or type it in one line: /report first 9 months of 2026 · /report term · /report 01/6/2022 - 31/12/2025
report-examples =
    Figures of a period. Two examples:
    /report year 2026
    /report 01/6/2022 - 31/12/2025
report-period-which = “{ $part }” can be read in several ways. Please choose the period, or type it more clearly:
report-period-unclear = The period “{ $part }” is not understood. What can be typed: September · Q3 · first half · 9 months · year 2026 · term · 01/6/2022 - 31/12/2025. For example: /report first 9 months of 2026
report-term-unknown = “{ $part }” cannot be counted: the first or the last day of this agreement’s term is not known. Ask the administrator to write them into the organisation file, or type days. For example: /report 01/10/2025 - 30/9/2026
report-no-term = The first day of the term is not known, so there is no report of the term: ask the administrator to write it into the organisation file, or type days.
report-term-by-pair = A term belongs to one agreement: please choose one.
button-report-month = { $month }/{ $year }
button-report-quarter = Q{ $quarter } { $year }
button-report-half = First half of { $year }
button-report-nine_months = First 9 months of { $year }
button-report-year = Year { $year }
button-report-last_year = Year { $year }
button-report-term = Term { $from } - { $to }
button-report-term_so_far = Term up to now
button-report-all = All my agreements
button-report-next = Next: { $section }
button-report-first = Back to overview
button-report-xlsx = Get Excel
button-report-docx = Get Word
button-report-csv = Get CSV
button-report-png = Show chart
button-report-period = Choose another period
toast-report-coming = The file is on its way.
toast-report-refused = This period is not valid any more. Type /report to choose again.

report-head = { $pair } · { $period }
report-head-so-far = { $pair } · { $period } (figures up to { $day })
report-span-first_months = first { $months } months of { $year }
report-span-second_half = second half of { $year }
report-span-term = term { $from } - { $to }
report-section-overview = Overview
report-section-proposals = Proposals
report-section-cases = Inspections
report-section-coverage = Coverage
report-section-notices = Notices
report-section-exchanges = Exchange
report-section-outcomes = Outcomes
report-party-own = Our committee
report-party-other = The partner committees

report-overview-proposals = Proposals: { $ownParty } { $own }, { $otherParty } { $other }; agreed { $agreed }
report-overview-cases = Inspections: { $total }; concluded { $concluded }
report-overview-coverage = Party organisations inspected: { $covered }, { $turns } { $turns ->
    [one] turn
   *[other] turns
}
report-overview-notices = Notices answered in time: { $onTime }
report-overview-recommendations = Recommendations done: { $done }
report-rule = Counted: agreed inspections whose window lies in the period or overlaps it.

report-proposals = { $party }: { $made } proposed; agreed { $agreed }, declined { $declined }, not held { $notHeld }, open { $open }
report-proposals-days = From proposal to agreement: half within { $median } working days, at the longest { $most } days (measured: { $count })
report-proposals-rule = Counted: proposals that reached the partner committee in the period; the day of sending is not counted.

report-cases = In all: { $total }
report-cases-stages = Preparing { $preparing }, under way { $underWay }, concluded { $concluded }, stopped { $stopped }
report-cases-leads = Lead: { $own } { $ownCount }, { $other } { $otherCount }
report-cases-bodies = Subject body: party committee { $committee }, standing board { $board }, inspection committee { $inspection }
report-cases-kinds = { $kinds }
report-count = { $label } { $count }
report-stage-preparing = Preparing
report-stage-under_way = Under way
report-stage-concluded = Concluded
report-stage-stopped = Stopped

report-coverage = Inspected: { $covered } party organisations, { $turns } { $turns ->
    [one] turn
   *[other] turns
}
report-coverage-concluded = Of these with a concluded inspection: { $concluded }
report-coverage-members = Party members inspected or supervised: { $count }
report-coverage-unnamed = Besides, { $count } of kinds that name no organisation, not counted among these.
report-coverage-left = Not inspected yet ({ $count }): { $names }
report-coverage-left-more = Not inspected yet ({ $count }): { $names } and { $more } more (see the Excel file)
report-coverage-whole = Every party organisation of the list was inspected.
report-coverage-rule = Stopped inspections are not counted; an ended organisation only when it was inspected in the period.
report-coverage-shut = Left out: { $count } organisations that you belong to.

report-notices = Notices sent: { $issued }
report-notices-lead = before the first session at least { $least } working days, half { $median } days or more
report-notices-answers = { $party }: { $asked } to answer; in time { $onTime }, late { $late }, overdue { $overdue }, open { $open }
report-notices-hours = Time to answer: half within { $median } working hours, at the longest { $most } hours (measured: { $count })

report-exchanges = Documents of { $party }: { $total }; confirmed by the receiver { $confirmed }
report-exchanges-answers = To be answered { $asked }: in time { $onTime }, late { $late }, overdue { $overdue }, open { $open }
report-duties = Periodic exchange, { $party }: { $total }; in time { $onTime }, late { $late }, overdue { $overdue }, open { $open } (nothing to exchange { $nothing })

report-outcomes-organisations = Outcomes of inspections: party organisations { $total } (reprimand { $reprimand }, warning { $warning }, dissolution { $dissolution })
report-outcomes-members = Outcomes of inspections: party members { $total } (reprimand { $reprimand }, warning { $warning }, dismissal { $dismissal }, expulsion { $expulsion })
report-apart-organisations = Apart from the joint inspections (not an outcome of them): party organisations { $total } (reprimand { $reprimand }, warning { $warning }, dissolution { $dissolution })
report-apart-members = Apart from the joint inspections: party members { $total } (reprimand { $reprimand }, warning { $warning }, dismissal { $dismissal }, expulsion { $expulsion })
report-outcomes-partly = { $count } entries reach beyond the period and are in no sum.
report-recommendations = Recommendations: { $asked }; done { $done }, overdue { $overdue }, not due yet { $open }
report-quotas-none = No quota is set in the year’s plan.
report-quota = { $year }: { $what }; { $state }
report-quotas-more = { $shown } and { $more } more (see the Excel file)
log-report-exported = took out a report
