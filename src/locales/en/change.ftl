# Changes after agreement, stops, the team, beginning and end.

change-what = What should change? Chosen: { $count }. Tap to choose or drop, then Done.
change-what-none = Nothing is chosen yet. Please choose at least one part.
change-field-in = ✓ { $field }
change-field-out = { $field }
change-field-window = Dates
change-field-sessions = Schedule
change-field-target = Target
change-field-kind = Kind
change-field-subject = Subject
change-field-body = On behalf of
change-field-covered = Period looked into
change-field-members = Party members
change-field-lead = Lead
change-field-mode = Mode
change-body = On whose behalf?
change-line = { $field } · Old: { $before } · New: { $after }
change-line-old = { $field }, old: { $before }
change-line-new = { $field }, new: { $after }
change-none = none yet
change-unnamed = (not named)
change-text-dropped = The new kind bears no subject, hours or places; what was entered is dropped.
change-join = { $first }; { $rest }
change-session = session { $kind }: { $at }, at { $place }
change-preview = { $code } · Change { $n }. Please check before sending:
change-head-released = The side that will lead names the head; who is head of the team now becomes a member.
change-until-confirmed = Until { $other } confirms, the old plan and the old answers stand.
change-answer-again = Please answer again; your earlier answer no longer holds.
notice-answer-again = Please answer again by { $due }; your earlier answer no longer holds.
push-change = { $code } · Change { $n } · answer by { $due }
push-urgent-change = URGENT · { $code } · Change { $n } · answer by { $due }

group-stopped = { $code } · stopped; this notice no longer holds

session-list = The schedule as planned:
session-list-optional = The schedule as planned, if there is one: tap to add each session. It can be added later.
session-list-empty = No session yet. Tap to add one, then Done.
session-numbered = { $n }. { $session }
session-at = Session { $kind }: when? Example: 08:00 07/12/2026
session-place = When: { $at } (if that is wrong, go Back). Where?
session-place-long = Please keep the place short, at most { $max } characters. What was entered is kept.
session-outside = { $at } is outside the dates { $window }. Please enter another hour, or change the dates as well.
session-too-many = An inspection has at most { $max } sessions. Please drop one first.

schedule-preview = { $code } · Schedule. Please check before it is announced:
schedule-only-said = This announces a schedule and is not a change: both sides are told, nobody has to confirm, earlier answers stand.
schedule-why-not_the_lead = The lead announces the schedule; from our committee it is a change that the lead confirms.
schedule-why-hour_moved = Another hour of a session is a change and has to be confirmed.
schedule-why-session_dropped = To drop a session is a change and has to be confirmed.
schedule-why-begins_earlier = To begin earlier is a change and has to be confirmed.
schedule-said = { $code }: the schedule is announced to both sides. Earlier answers stand.

crossing-change = { $code }: the change goes to { $other } in { $seconds } seconds. Until then it can be recalled.
crossing-stop = { $code }: the request to stop goes to { $other } in { $seconds } seconds. Until then it can be recalled.
crossing-not_held = { $code }: the request not to hold it goes to { $other } in { $seconds } seconds. Until then it can be recalled.
asked-recalled = { $code }: recalled. { $other } never received it; everything stays as it was.
asked-sent-now = { $code }: sent to { $other } at once.

asks-change = { $tone ->
    [up] { $code } · { $committee } respectfully proposes a change:
    [down] { $code } · { $committee } gives notice of a change:
   *[peer] { $code } · { $committee } proposes a change:
  }
asks-stop = { $tone ->
    [up] { $code } · { $committee } respectfully proposes to stop it.
    [down] { $code } · { $committee } gives notice that it is stopped.
   *[peer] { $code } · { $committee } proposes to stop it.
  }
asks-not_held = { $tone ->
    [up] { $code } · { $committee } respectfully proposes not to hold it for now.
    [down] { $code } · { $committee } gives notice that it is not held for now.
   *[peer] { $code } · { $committee } proposes not to hold it for now.
  }
asks-by-change = We ask your committee to confirm by { $due }. Until then the old plan stands. This does not replace the document.
asks-by-stop = We ask your committee to confirm by { $due }. Until then it goes on. This does not replace the document.
asks-by-not_held = We ask your committee to confirm by { $due }. This does not replace the document.

confirmed-change = { $code }: Change { $n } is confirmed. A new notice is out; earlier answers no longer hold.
confirmed-stop = { $code }: the stop is confirmed. Everyone who had the notice will be told.
confirmed-not_held = { $code }: both sides agree not to hold it for now.
refused-change = { $code }: answered that the change is not agreed to; the old plan stands. { $other } has been told.
refused-stop = { $code }: answered that the stop is not agreed to; it goes on. { $other } has been told.
refused-not_held = { $code }: answered that it is not agreed to; the proposal stays as it is. { $other } has been told.
refuse-confirm = { $by ->
    [secretary] The leader's word: not agreed. Tap Send the answer.
   *[leader] The answer: not agreed. Tap Send the answer.
  }
outcome-not-held-refused = { $code }: { $other } does not agree to drop it for now.

stop-preview-stop = { $code }: a proposal to stop it. It stops only when { $other } confirms.
stop-preview-not_held = { $code }: a proposal not to hold it for now. It needs the confirmation of { $other }.

counter-accepted = { $code }: agreed in principle on the terms of { $other }. They have been told; it becomes official with the letter's reference.

edit-what = Which part? When done, look at it again and send it.
edit-kind = Kind
edit-target = Target
edit-subject = Subject
edit-covered = Period looked into
edit-members = Party members
edit-body = On behalf of
edit-lead = Lead
edit-mode = Mode
edit-window = Dates
edit-sessions = Schedule
edit-team = Team

team-preview = Our committee's people on the team will be:
team-saved = { $code }: the team is saved (added { $added }, removed { $removed }, other role { $moved }). If the notice is already out, anyone added is asked and anyone with another role is told at once.

started = { $code }: under way. Both sides have been told.
conclude-day = Date of the conclusion? Example: 20/11/2026
conclude-preview = Conclude with { $symbol }, { $day }?
concluded = { $code }: concluded, conclusion { $symbol }. Both sides have been told.

choice-change = Which one is to be changed?
choice-stop = Which one is to be stopped?
choice-conclude = Which one is concluded?
choice-team = The team of which one?
choice-examples =
    Two examples:
    /{ $command }
    /{ $command } PH-2026-001
choice-none = There is none that you can do this with. See the list: /calendar
choice-unknown = “{ $part }” is not one that you can do this with. For example: { $example }. Or choose below.

refused-pending-already = A change or a stop already waits for confirmation; one at a time. Open the inspection: /calendar
refused-version-moved = Another change or schedule came while you were entering this. Please open the inspection again and start from the new plan: /calendar
refused-nothing-changed = The new plan equals the old one; there is nothing to confirm. Please go Back and choose what to change.
refused-schedule-is-change = This is a change that { $other } confirms. Please open it again: /change
refused-session-outside = A session lies outside the dates. Please change its hour or the dates.
refused-body = An inspection of this kind is not that body's to hold. Please choose again.
refused-covered = The period looked into must begin before the inspection is held. This works: from 01/01/2025 until now
refused-sensitive-session = This kind bears a code, a side and a deadline only; hours and places are not entered here.
refused-own-version = The plan that stands is your own committee's, not that of { $other }. Please send it again for their answer.

leader-word-by = The leader's word is recorded; it came:

button-send-answer = Send the answer
button-propose-change = Send for confirmation
button-propose-stop = Propose to stop
button-not-confirm = Do not agree
button-confirmed-in-person = Leader agrees: in person
button-confirmed-phone = Leader agrees: by phone
button-confirmed-note = Leader agrees: on file
button-not-confirmed = Leader did not agree
button-accept-in-person = Leader agrees: in person
button-accept-phone = Leader agrees: by phone
button-accept-note = Leader agrees: on file
button-session-announce = Add: announcing
button-session-work = Add: working
button-session-conclude = Add: concluding
button-schedule = Schedule
button-no-schedule = No schedule yet
button-say-schedule = Announce schedule
button-session-drop = Drop session { $n }
