# What a whole plan leaves open (R3): quotas (chỉ tiêu) that both sides agree to, empty months, organisations and turns.

planquota-head = Plan for { $year }: { $n }/{ $of } organisations, { $turns } turns. Kinds that name no organisation are left out.
planquota-own-only = Only your committee’s part so far: the other committee’s plan has not been received.
planquota-months = Months without any: { $months } ({ $n }/12)
planquota-months-all = All months are empty (12/12)
planquota-months-none = No month is empty.
planquota-none = The two sides have set no quota.
planquota-met = Quotas met: { $n }/{ $of }
planquota-all-kinds = All kinds
planquota-in-year = { $kind }, in the year
planquota-in-term = { $kind }, in the term
planquota-targets = { $scope }: at least { $least } { $least ->
        [one] organisation
       *[other] organisations
    }
planquota-turns = { $scope }: at least { $least } { $least ->
        [one] turn
       *[other] turns
    }
planquota-each = { $scope }: each organisation at least { $least } { $least ->
        [one] turn
       *[other] turns
    }
planquota-line-each = { $scope }, each organisation { $least } { $least ->
        [one] turn
       *[other] turns
    }: { $state }
planquota-line = { $scope }: { $state }
planquota-unit-targets = organisations
planquota-unit-turns = turns
planquota-unit-each = organisations
planquota-reached = { $n }/{ $of } { $unit }, met
planquota-short = { $n }/{ $of } { $unit }, { $missing } short
planquota-new = newly proposed
planquota-to-go = proposes to drop this quota
planquota-to-be = proposes at least { $least } instead
planquota-what = Quota: { $what }
planquota-what-goes = To be dropped: { $what }
planquota-now = By the plan as it is: { $state }
planquota-asked = { $other }: { $how }. Waits for your answer.
planquota-sent = { $other }: { $how }. The other committee has not answered.

planquota-ask-kind = A quota of which kind? “All kinds” leaves out those that name no organisation.
planquota-ask-span = Counted over the plan’s year, or over the term up to the end of that year?
planquota-no-term-yet = The term’s first day is not known, so nothing can be counted by term; please ask the operator to write it into the organisation file.
planquota-span-year = In the year
planquota-span-term = In the term
planquota-ask-measure = Is the quota of organisations, of turns, or for each organisation?
planquota-measure-targets = Organisations
planquota-measure-turns = Turns
planquota-measure-each = Each organisation
planquota-ask-targets = At least how many organisations? Choose, or type a number, such as 8
planquota-ask-turns = At least how many turns? Choose, or type a number, such as 8
planquota-ask-each = At least how many turns of each organisation? Choose, or type a number, such as 1
planquota-not-number = A number from 1 to 1000 is needed. For example: 8

planquota-recalled = Recalled.
planquota-confirmed = Agreed. It is counted by this quota from now on.
planquota-refused = Answered: not agreed. The quotas stay as they were.
planquota-closed = Both sides have agreed to this plan; no quota is set at it any more. Set it at the plan being drafted: /plan
planquota-exists = There is a quota of this kind, counted so. Please open it and change its number.
planquota-same = This is the number it has now. Please give another.
planquota-no-term = the term’s first day is not known

task-plan-quota = the other committee’s proposals about quotas
task-verb-plan-quota = Answer

button-planquota = Quotas, empty months
button-planquota-list = See the quotas
button-planquota-one = See quota { $n }
button-planquota-add = Add a quota
button-planquota-change = Change the number
button-planquota-drop = Drop the quota

log-plan-quota-proposed = put forward a quota of the plan
log-plan-quota-recalled = recalled a proposal about a quota
log-plan-quota-confirmed = agreed to a quota of the plan
log-plan-quota-refused = did not agree to a quota of the plan
