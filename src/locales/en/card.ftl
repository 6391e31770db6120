# The card of an inspection and the words that it is made of.

card-code = { $code }
card-draft = Draft no. { $id }
card-head = { $code } · { $state } · { $pair }
card-version = Change { $n }
card-what = { $kind }: { $target }
card-subject = Subject: { $subject }
card-covered = Period looked into: { $covered }
card-lead-planned = Lead (planned): { $lead } · Partner: { $partner }
card-lead = Lead: { $lead } · Partner: { $partner }
card-mode = Mode: { $mode } · On behalf of: { $body }
card-window = When: { $window }
card-window-inspection = Days of inspection: { $window }
card-window-supervision = Days of supervision: { $window }
card-window-planned = Planned: { $window }
card-session = Session ({ $kind }): { $at }, at { $place }
card-team = Team: { $names }
card-team-other = Team: { $count } from { $other }
card-team-both = Team: { $names }; { $count } from { $other }
card-symbol = { $use }: { $symbol }, { $day }
card-tally = Answers: { $answered }/{ $asked } · due { $due }
card-reason = Reason: { $reason }
card-open-approval = Waiting for the leader's approval, due { $due }
card-open-proposal = Waiting for the answer of { $asked }, due { $due }
card-open-decision = Waiting for the leader's decision, due { $due }
card-open-change = Waiting for the change to be confirmed, due { $due }
card-open-stop = Waiting for the stop to be confirmed, due { $due }
card-open-not_held = Waiting for confirmation that it is not held, due { $due }

kind-signs_of_violation = Inspection on signs of violation
kind-compliance = Compliance inspection
kind-inspection_work = Inspection of how inspection work is done
kind-discipline_execution = Inspection of how party discipline is carried out
kind-party_finance = Party finance inspection
kind-regular_supervision = Regular supervision
kind-thematic_supervision = Thematic supervision
kind-denunciation = Denunciation case
kind-discipline_complaint = Party discipline complaint case

state-draft = Draft
state-awaiting_leader = Waiting for own leader
state-proposed = Proposed
state-countered = Counter-proposal
state-declined = Not agreed
state-agreed = Agreed in principle
state-official = Official
state-under_way = Under way
state-concluded = Concluded
state-stopped = Stopped
state-not_held = Both sides agreed not to hold it

mode-coordinate = One leads, the other coordinates
mode-second_staff = The partner seconds staff
mode-alone_notified = One side alone, with notice given

body-committee = Party committee
body-standing_board = Standing board
body-inspection_committee = Inspection committee
covered-days = { $days }
covered-since = from { $day } until it is held
members-none = The organisation alone
members-beside = and { $count } members
members-alone = { $count } members only
target-and-members = { $target } and { $count } members
target-members-alone = { $count } members of { $target }

session-announce = announcing the decision
session-work = working
session-conclude = adopting the conclusion

symbol-letter = Official letter
symbol-decision = Decision
symbol-plan = Plan
symbol-notice = Notice
symbol-conclusion = Conclusion

reason-schedule_clash = Schedule clash
reason-awaiting_committee = Waiting for the committee
reason-no_staff = No staff available yet
reason-next_quarter = Move to next quarter
reason-busy = Busy with other duties
reason-other_hour = Another hour is asked for
reason-away = On leave or travelling
reason-other = Another reason

via-in_person = In person
via-phone = By phone
via-note = Note on the file
via-paper = By document

answer-received = Received
answer-attending = Attending
answer-substitute_asked = Substitute requested
answer-opinion = Comment
answer-agreed = Agreed
answer-countered = Counter-proposal
answer-declined = Not agreed

via-tap = By a tap
answer-to_leader = Passed to leaders
answer-direct_talk = Direct talk
answer-approved = Approved
answer-not_approved = Not approved
answer-confirmed = Confirmed
answer-refused = Not agreed

button-card = View details
button-history = History
button-why = Why I received this
button-propose = Send proposal
button-edit = Edit draft
button-recall = Recall
button-send-now = Send now
button-approve = Approve sending
button-not-approve = Not approved
button-record-approval = Record leader's decision
button-approved-in-person = Leader agrees: in person
button-approved-phone = Leader agrees: by phone
button-approved-note = Leader agrees: on file
button-not-approved = Leader did not agree
button-decide = Decide
button-record-decision = Record leader's decision
button-accept-counter = Accept counter-proposal
button-not-held = Propose not to hold it
button-confirm-asked = Review and confirm
button-symbol = Attach a document
button-change = Change
button-stop = Propose to stop it
button-team = Team
button-who = Who has answered
button-start = Begin
button-conclude = Record the conclusion
