# The exchange ledger (sổ trao đổi) and the periodic duties.

channel-mail = official mail
channel-in_person = in person
channel-phone = telephone
channel-secret_mail = classified mail
nature-ad_hoc = ad hoc
nature-periodic = periodic
exchange-out = outgoing
exchange-in = incoming
exchange-day = { $day }

exchange-document = { $issuer }: { $symbol }, { $day }
exchange-no-document = { $issuer }: { $channel }, { $day }
exchange-subject = Subject: { $subject }
exchange-about-case = On inspection { $code }: { $target }
exchange-about-code = On inspection { $code }
exchange-about-target = On: { $target }
exchange-unreceived = { $receiver } has not confirmed receipt.
exchange-receipt-received = { $receiver } received it at { $at }.
exchange-receipt-not_received = { $receiver } says it has not arrived (at { $at }).
exchange-receipt-wrong_addressee = { $receiver } says it went to the wrong addressee (at { $at }).
exchange-answer-due = Answer by { $due }.
exchange-answer-late = Not answered; it was due { $due }.
exchange-answered = Answered by { $code }.
exchange-no-answer = No answer needed.
exchange-recalled = Recalled before it crossed.
exchange-superseded-by = Corrected by { $code }.
exchange-supersedes = Corrects { $code }.

exchange-list = Exchange ledger
exchange-list-empty = Exchange ledger: nothing here yet
exchange-filter-r = not confirmed
exchange-filter-w = waiting for an answer
exchange-filter-o = answer overdue
exchange-filter-window = { $window }
exchange-line-superseded = corrected
exchange-line-unreceived = not confirmed
exchange-line-unanswered = waiting for an answer
exchange-examples =
    The ledger of what passes between the two committees. Examples:
    /exchange out; 05-BC/UBKTTU; 20/11/2026; Results of the third quarter; due: 5 working days; not secret
    /exchange 11/2026
exchange-line-example =
    For example: /exchange out; 05-BC/UBKTTU; 20/11/2026; Results of the third quarter; due: 5 working days; not secret
exchange-choose-pair = Into the ledger of which agreement?
exchange-choose-pair-line = Into the ledger of which agreement? The line you sent is kept and used once you choose.

exchange-ask-direction = Is it outgoing or incoming?
exchange-ask-channel = How did it pass? With “classified mail” the ledger keeps a code, the sender, a day and a deadline only; no content.
exchange-ask-day = On which day? Example: 20/11/2026
exchange-ask-about = Which inspection is it about? Choose, or type its code.
exchange-ask-subject = Subject in a few words (no names of persons)?
exchange-ask-due = By when is it to be answered?
exchange-due-example = Choose, or type: 5 working days · 10 days · 30/11/2026
exchange-ask-nature = Periodic or ad hoc?
exchange-preview-head = Please check before it is logged:
exchange-preview-correct = Please check the correction; the old entry stays and will say that it was corrected:
exchange-secret-hint = To follow its deadline, log it as “classified mail”: a code, a side, a day and a deadline only.
exchange-year-mismatch = Note: the day of the document does not fit the year in its reference.
exchange-alike = Note: the ledger holds { $code } with the same reference, { $day }. Please check whether it is the same document.

exchange-symbol-missing = A document sent by official mail needs its reference. For example: 05-CV/UBKTTU
exchange-secret-no-text = This way of exchange takes no reference and no subject; nothing was stored.
exchange-sensitive-no-text = This inspection is of a kind that bears no text; nothing was stored. Please leave the subject out.
exchange-text-dropped = The subject was not stored: classified mail and inspections of this kind bear no text.
exchange-day-future = { $day } has not come yet. For example: the day on the document, such as 20/11/2026.
exchange-due-unclear = The deadline “{ $part }” was not understood. For example: 5 working days · 10 days · 30/11/2026
exchange-due-past = This deadline has passed. For example: 5 working days
exchange-due-before-document = The deadline lies before the document’s own day ({ $day }). For example: 5 working days
exchange-case-unknown = There is no inspection “{ $part }” within your scope. For example: PH-2026-001
exchange-code-unknown = The ledger holds no entry “{ $part }”. For example: TĐ-2026-001
exchange-direction-unknown = It is not clear whether “{ $part }” is out or in. For example: out
exchange-channel-unknown = There is no way of exchange “{ $part }”. For example: channel: telephone
exchange-answers-wrong-way = An answer goes the other way than the document that it answers.
exchange-answered-already = This document has been answered.
exchange-received-already = This document was confirmed before.
exchange-logged-already = This document is in the ledger already: { $code }. To change it, open the entry and tap Correct.
exchange-crossed-already = This entry has reached the other committee and cannot be recalled. To change it, tap Correct.
exchange-correct-direction = The direction cannot be corrected: that is another document.

exchange-logged = { $code } is logged and goes to { $other } in { $seconds } seconds.
exchange-joined = { $other } has logged this document: { $code }. Both sides share one entry.
exchange-recalled-done = { $code }: recalled; { $other } has not received it.
exchange-new = { $code } · a document from { $other } · please confirm receipt by { $due }
exchange-corrected = { $code } · { $other } corrected an entry of the ledger · please confirm by { $due }
exchange-new-answer = An answer is asked for by { $due }.
exchange-noted = { $code }: { $other } has entered a document (information) received from our committee.
exchange-sent = { $code } has gone to { $other }.
exchange-sent-in = { $code } is logged; { $other } can see it.
exchange-state-answered = It has been answered.
exchange-news-not-received = { $code }: { $other } says it has not arrived. Please check and send it again.
exchange-news-wrong = { $code }: { $other } says it went to the wrong addressee. Please check, and correct it if need be.
exchange-confirmed-received = { $code }: the receipt of the document is confirmed.
exchange-confirmed-not_received = { $code }: the sender is told that it has not arrived.
exchange-confirmed-wrong_addressee = { $code }: the sender is told that it went to the wrong addressee.
toast-exchange-sent = Sent.

ledger-receipt-reminder = { $code }: please confirm receipt by { $due }.
ledger-receipt-late = { $code }: overdue since { $due }; please confirm the receipt.
ledger-receipt-own_leader = { $code }: by { $due } our committee had not confirmed a document from { $other }.
ledger-receipt-across = { $code }: by { $due } no confirmation had come from your committee. Your attention would be appreciated.
ledger-receipt-waiting = { $code }: by { $due } no confirmation had come from { $other }. They have been reminded.
ledger-answer-reminder = { $code }: please answer by { $due }.
ledger-answer-late = { $code }: overdue since { $due }; please answer.
ledger-answer-own_leader = { $code }: by { $due } our committee had not answered { $other }.
ledger-answer-across = { $code }: by { $due } no answer had come from your committee. Your attention would be appreciated.
ledger-answer-waiting = { $code }: by { $due } no answer had come from { $other }. They have been reminded.
ledger-duty-reminder = { $name } ({ $period }): please send it, or say that there was nothing, by { $due }.
ledger-duty-late = { $name } ({ $period }): overdue since { $due }; please send it, or say that there was nothing.
ledger-duty-own_leader = { $name } ({ $period }): by { $due } our committee had sent nothing.
ledger-duty-across = { $name } ({ $period }): by { $due } nothing had come from your committee. Your attention would be appreciated.
ledger-duty-event-reminder = { $name } ({ $period }): please send it by { $due }.
ledger-duty-event-late = { $name } ({ $period }): overdue since { $due }; please send it.
ledger-duty-waiting = { $name } ({ $period }): by { $due } nothing had come from { $other }. They have been reminded.

duty-head = Periodic exchange: { $name }, { $period }
duty-due = Due: { $due }
duty-late = Overdue: { $due }
duty-nothing = “Nothing to report” was recorded at { $at }.
duty-met = Met by { $code }
duty-withdrawn = By the agreement, nothing is to be exchanged for this period any more.
duty-closed-already = This has been settled.
duty-source = By: { $source }
duty-term-days = Within { $count ->
    [one] { $count } day
   *[other] { $count } days
  } of: { $since }
duty-term-working_days = Within { $count ->
    [one] { $count } working day
   *[other] { $count } working days
  } of: { $since }

duties-title = Exchanges that an event brings, by the agreement. Please choose what has happened:
duties-none = By the agreement no event brings our committee an exchange.
duties-open = waiting: { $count }
duty-event-head = Exchange that an event brings: { $name }
duty-event-when = Since: { $since }: { $day }
duty-event-day = happened on { $day }
duty-event-case = Inspection: { $code }
duty-event-nothing = It was recorded at { $at } that there is nothing to exchange.
duty-event-withdrawn = Withdrawn at { $at }: recorded by mistake.
duty-event-ask-day = On which day did it happen? Example: 20/11/2026
duty-event-ask-case = Of which inspection did it happen?
duty-event-ask-plan = Of which plan did it happen?
duty-event-named = Of: { $name }
duty-event-said = { $name }: this was recorded before and is not recorded again. See /todo.
duty-event-gone = This was recorded just now, or is no longer there. Please open it again: /exchange
duty-event-ahead = { $day } has not come. It cannot have happened after today.
duty-event-before = This holds from { $day } on. Please enter a day from then on.
duty-event-known = { $day }: this was recorded { $count ->
    [one] once
   *[other] { $count } times
  } already. Record it only if it happened once more.
duty-event-recorded = Recorded; it waits in /todo until it has been exchanged.
duty-event-already = { $day }: a colleague has just recorded this. Please look at /todo.
duty-event-itself-conclusion = Of an inspection in the system this opens by itself when it is concluded. It may be recorded before, and counts once.
duty-event-itself-plan = Of the year's plan in the system this opens by itself when its document is attached. It may be recorded before, and counts once.

button-exchange-list = Open the ledger
button-exchange-new = Log an exchange
button-exchange-card = Open this entry
button-exchange-out = Outgoing
button-exchange-in = Incoming
button-exchange-received = Confirm receipt
button-exchange-not-received = Say: not received
button-exchange-wrong = Say: wrong addressee
button-exchange-answer = Answer
button-exchange-correct = Correct
button-exchange-target = A party organisation
button-exchange-about-none = No inspection
button-exchange-no-answer = No answer needed
button-exchange-due = { $count } working days
button-exchange-slot = { $name }, { $period }
button-exchange-log = Log it
button-exchange-filter-a = Show all
button-exchange-filter-r = Filter: not confirmed
button-exchange-filter-w = Filter: unanswered
button-exchange-filter-o = Filter: overdue
button-exchange-side-a = Show both sides
button-exchange-side-m = Filter: outgoing
button-exchange-side-t = Filter: incoming
button-page-first = Back to the top
button-edit-symbol = Edit reference
button-edit-day = Edit day
button-edit-about = Edit about
button-edit-subject = Edit subject
button-edit-due = Edit deadline
button-edit-nature = Edit nature
button-duty-open = Open this period
button-duty-event-open = Open this exchange
button-duty-log = Log an exchange
button-duty-nothing = Say: nothing to report
button-duty-event-nothing = Say: nothing to send
button-duty-event-other-case = One that is not here
button-duty-event-other-plan = Another plan
button-duty-event-other = Record once more
button-duty-withdraw = Withdraw: a mistake
button-duties = Record an event

task-exchange-receive = confirm a document
task-exchange-answer = answer a document
task-exchange-disputed = the receiver says: not arrived, or wrong addressee
task-duty = periodic exchange
task-duty_event = exchange that an event brings
task-verb-exchange-receive = Confirm
task-verb-exchange-answer = Answer
task-verb-exchange-disputed = View
task-verb-duty = Open
task-verb-duty_event = Open
