# The book (audit chain) of both sides: closing, confirming, reading, exporting.

head-title = Confirm the book, { $month } · { $pair }
head-title-asked = Book closed at { $at } · { $pair }
head-count = Entries: { $count }, { $fresh } of them new since the last head
head-value = Head: { $head }
head-waits = { $who }: not confirmed yet
head-signed = { $who }: confirmed at { $at }
head-why = Both đầu mối are asked to confirm and keep the head: a later change to the book can then be shown.
head-both = Both sides have confirmed.
head-full = The whole head · { $pair }
head-keep = Keep it outside the system, for example in the minutes of a meeting.
head-nothing-new = Nothing new since the last head: there is no need to close the book.
head-not-in-chain = The book does not hold this head any more. Not confirmed; please tell the operator.
head-close-ask = Close the book now: its head goes to the đầu mối of both sides to be confirmed. For example at a meeting.
head-close-which = The book of which agreement?
head-closed = The book is closed at entry { $seq }; the đầu mối of both sides are asked to confirm.
button-head-sign = Confirm
button-head-full = Show the whole hash
button-head-close = Close the book
button-head-last = Latest head
toast-head-signed = The book is confirmed.
toast-head-signed-already = Your side has confirmed already.
task-head = confirm the head of the book
task-head-subject = entry { $seq }
task-verb-head = Confirm book
short-chotso = close the book, ask both sides to confirm
short-nhatky = the log of the agreement
