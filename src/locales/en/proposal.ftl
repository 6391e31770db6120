# A proposal on its way between the two sides.

proposal-to = To { $committee }
proposal-asks = { $tone ->
    [up] { $code } · { $committee } respectfully proposes a joint { $kind }: { $target }.
    [down] { $code } · { $committee } announces a joint { $kind }: { $target }.
   *[peer] { $code } · { $committee } proposes a joint { $kind }: { $target }.
  }
proposal-answer-by = { $tone ->
    [down] We ask your committee to acknowledge it by { $due }. This does not replace the document.
   *[peer] We would be grateful for your committee's answer by { $due }. This does not replace the document.
  }
proposal-receive-done = { $code }: received; the leaders are being asked. Answer due: { $due }. The proposing side has been told.
proposal-leader-done = { $code }: passed to the leaders. Answer due: { $due }.
proposal-talk-done = { $code }: the proposing side has been asked for a direct talk. The answer is now due one working day later: { $due }.

decision-asks = { $code } · Submitted for your decision: the proposal of { $committee }:
decision-by = Please decide by { $due }.
approval-asks = { $code } · Submitted for your approval before it goes to { $other }:
approval-given = { $code }: approved. The secretary can recall it for 60 seconds.
approval-refused = { $code }: not approved; it is a draft again, and the secretary has been told.

propose-kept = Draft no. { $id } is kept. { $other } does not see drafts.
propose-leader-asked = Your leaders have been asked. The proposal goes to { $other } only after they approve.
propose-crossing = { $code } goes to { $other } in { $seconds } seconds. Until then it can be recalled.
propose-recalled = { $code }: recalled, a draft again. { $other } has not received it.
propose-sent-now = { $code }: sent to { $other } at once.
propose-choose-pair = Under which agreement is this proposed?
propose-choose-pair-line = Under which agreement? The line you sent is kept and used once you choose.
propose-examples =
    Two examples:
    /propose thematic supervision; Chi bộ Y; 07/12 - 11/12/2026; lead: UBKT Tỉnh uỷ; subject: the working rules in practice; not secret
    /propose compliance inspection; Chi bộ Y; March 2027; not secret
propose-line-example = For example: /propose thematic supervision; Chi bộ Y; 07/12 - 11/12/2026; lead: UBKT Tỉnh uỷ; not secret
propose-kind-unknown = There is no kind “{ $part }”. For example: thematic supervision. The other parts are kept.
propose-sensitive = This kind bears no text; the subject that was typed is not stored. Details go by classified mail.
propose-subject-dropped = The kind is not clear, so the subject was not stored; please enter it again after choosing the kind.
propose-lead-unknown = “{ $part }” is neither of the two committees. For example: lead: { $example }. The other parts are kept.
propose-team-unclear = On the team this is not clear: { $parts }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}. Give people of our committee by name, the role in brackets. For example: team: { $example } (secretary)
propose-mode-unknown = There is no mode “{ $part }”. For example: mode: seconds staff. The other parts are kept.
propose-body-unknown = No “{ $part }” holds inspections of this kind. For example: of: { $example }. The other parts are kept.

decided-agreed = { $code }: agreement in principle is recorded. The proposing side has been told; it becomes official with the letter's reference.
decided-countered = { $code }: the counter-proposal has been sent to { $other }.
decided-declined = { $code }: recorded as not agreed; the proposing side has been told.

outcome-crossed = { $code } has reached { $other }.
outcome-received = { $code }: { $other } has received it and is asking its leaders. Answer due { $due }.
outcome-direct-talk = { $code }: { $other } asks for a direct talk. The answer is now due { $due }.
outcome-agreed = { $code }: { $other } agrees in principle. It becomes official with the letter's reference.
outcome-countered = { $code }: { $other } makes a counter-proposal.
outcome-declined = { $code }: { $other } does not agree.
outcome-official = { $code } has its letter and is official.
outcome-approved = { $code }: your leader has approved; it is on its way to { $other }. For 60 seconds it can be recalled from its details.
outcome-not-approved = { $code }: the leader did not approve; it is a draft again.
outcome-opinion = { $code }: { $name } has a comment.
outcome-scheduled = { $code }: { $lead } has announced the schedule. You need not answer again.
outcome-change-confirmed = { $code }: { $other } has confirmed the change.
outcome-change-refused = { $code }: { $other } does not agree to the change; the former plan stands.
outcome-stop-asked = { $code }: { $other } asks to stop it.
outcome-stopped = { $code }: both sides have confirmed the stop.
outcome-stop-refused = { $code }: { $other } does not agree to stop; it goes on.
outcome-not-held-asked = { $code }: { $other } asks to agree not to hold it.
outcome-not-held = { $code }: both sides agreed not to hold it.
outcome-started = { $code } is under way.
outcome-concluded = { $code } is concluded.
outcome-substitute-asked = { $code }: { $name } asks for a substitute.
outcome-substitute-set = { $code }: a substitute for { $name } has been assigned.
outcome-unreached = { $code }: someone of our committee has not received the notice (not connected, or out of reach). Please tell them another way; see Who has answered.
outcome-team-role = { $code }: your role on the team: { $role }.
outcome-recorded = { $code }: your secretary has recorded your answer.
change-asked = { $code }: { $other } asks for a change. Please review and confirm.

button-received = Received
button-to-leader = Pass to leaders
button-talk = Direct talk
button-report = Report back
button-agree = Agree
button-counter = Counter-propose
button-decline = Do not agree
