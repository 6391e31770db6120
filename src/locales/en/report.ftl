# Reports (báo cáo): figures of a period, as a message and as files.

menu-report = Reports
short-tonghop = figures for a report, such as /report year 2026

report-which = The report of which agreement?
report-all-pairs = All my agreements
report-period = { $pair }: which period?
report-period-typed = Choose, or type: Q3 · first half · 01/6/2022 - 31/12/2025
report-period-line = Choose, or type it in one line: /report Q3 · /report 01/6/2022 - 31/12/2025
report-examples =
    Figures of a period. Two examples:
    /report year 2026
    /report 01/6/2022 - 31/12/2025
report-period-unclear = The period “{ $part }” is not understood. What works: Q3 2026 · year 2026 · 01/6/2022 - 31/12/2025
button-report-month = This month
button-report-quarter = This quarter
button-report-half = First six months
button-report-year = This year
button-report-last_year = Last year
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
report-section-overview = Overview
report-section-proposals = Proposals
report-section-cases = Inspections
report-section-coverage = Coverage
report-section-notices = Notices
report-section-exchanges = Exchange
report-section-outcomes = Outcomes
report-title-proposals = Proposals
report-title-cases = Inspections
report-title-coverage = Coverage of party organisations
report-title-notices = Notices and answers
report-title-exchanges = Exchange of information, periodic duties
report-title-outcomes = Outcomes, recommendations
report-party-own = Our side
report-party-other = Other side

report-overview-proposals = Proposals: { $own } of ours, { $other } of the other side; agreed { $agreed }
report-overview-cases = Inspections: { $total }; concluded { $concluded }
report-overview-coverage = Party organisations inspected: { $covered }, { $turns } { $turns ->
    [one] turn
   *[other] turns
}
report-overview-notices = Notices answered in time: { $onTime }
report-overview-recommendations = Recommendations done: { $done }
report-rule = Counted: agreed inspections whose window lies in the period or overlaps it.

report-proposals = { $party }: { $made } proposed; agreed { $agreed }, declined { $declined }, not held { $notHeld }, open { $open }
report-proposals-days = Until agreement: median { $median } working days, 90% at most { $p90 } days (measured: { $count })
report-proposals-rule = Counted: proposals that reached the other side in the period; the day of sending is not counted.

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
report-coverage-unnamed = Besides, { $count } of kinds that name no organisation, not counted among these.
report-coverage-left = Not inspected yet ({ $count }): { $names }
report-coverage-left-more = Not inspected yet ({ $count }): { $names } and { $more } more (see the Excel file)
report-coverage-whole = Every party organisation of the list was inspected.
report-coverage-rule = Stopped inspections are not counted; an ended organisation only when it was inspected in the period.
report-coverage-shut = Left out: { $count } organisations that you belong to.

report-notices = Notices sent: { $issued }
report-notices-lead = Before the first session: median { $median } working days, 90% at most { $p90 } days
report-notices-answers = { $party }: { $asked } asked; in time { $onTime }, late { $late }, overdue { $overdue }, open { $open }
report-notices-hours = Time to answer: median { $median } working hours, 90% at most { $p90 } hours (measured: { $count })

report-exchanges = Documents of { $party }: { $total }; confirmed by the receiver { $confirmed }
report-exchanges-answers = To be answered { $asked }: in time { $onTime }, late { $late }, overdue { $overdue }, open { $open }
report-duties = Periodic duties, { $party }: { $total }; in time { $onTime }, late { $late }, overdue { $overdue }, open { $open } (nothing to exchange { $nothing })

report-outcomes-organisations = Outcomes of inspections: party organisations { $total } (reprimand { $reprimand }, warning { $warning }, dissolution { $dissolution })
report-outcomes-members = Outcomes of inspections: party members { $total } (reprimand { $reprimand }, warning { $warning }, dismissal { $dismissal }, expulsion { $expulsion })
report-apart-organisations = Apart from inspections (not caused by them): party organisations { $total } (reprimand { $reprimand }, warning { $warning }, dissolution { $dissolution })
report-apart-members = Apart from inspections: party members { $total } (reprimand { $reprimand }, warning { $warning }, dismissal { $dismissal }, expulsion { $expulsion })
report-outcomes-partly = { $count } entries reach beyond the period and are in no sum.
report-recommendations = Recommendations: { $asked }; done { $done }, overdue { $overdue }, not due yet { $open }
log-report-exported = took out a report
