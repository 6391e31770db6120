# Notices, reminders, escalation.

push-notice = { $code } · answer by { $due }
push-urgent = URGENT · { $code } · answer by { $due }
group-notice = { $code } · answer by { $due } · answered { $answered }/{ $asked }
group-void = { $code } · changed; this notice no longer holds

notice-head = { $code } · Notice of a joint inspection
notice-close =
    { $ask }
    { $you }
notice-answer-by = Please answer by { $due }.
notice-answered = You have answered: { $answer }. You can still change it.
notice-overtaken = It has changed; this is the latest.
notice-void = { $code } · { $state }. This notice no longer holds.

capacity-secretary = You receive this as secretary.
capacity-in_charge = You receive this as the one in charge of the area.
capacity-team = { $role ->
    [head] You are the head of the team.
    [deputy] You are deputy head of the team.
    [secretary] You are the secretary of the team.
   *[member] You are on the team.
  }
capacity-leader = You receive this as a leader of the committee.
capacity-substitute = { $role ->
    [head] You have been assigned to stand in as head of the team.
    [deputy] You have been assigned to stand in as deputy head of the team.
    [secretary] You have been assigned to stand in as secretary of the team.
   *[member] You have been assigned to stand in for a member of the team.
  }

reminder = { $code }: please answer by { $due }.
reminder-late = { $code }: it was due { $due }, please answer.
own-leader = { $code }: at the deadline, { $due }, { $count ->
    [one] one person of our committee had
   *[other] { $count } people of our committee had
  } not answered.
own-leader-names = Not answered yet: { $names }
across = { $code }: not all answers had arrived by { $due } ({ $standing }). Please see to those of our committee.
across-standing = { $own } { $ownAnswered }/{ $ownAsked }, { $other } { $otherAnswered }/{ $otherAsked }
day-before-session = { $code }: first session { $at }. The place is in the details.
day-before = { $code }: begins { $day }.

opinion-given = { $code }: your comment is recorded; your secretary has been told.

button-open = Show details
button-later = Later this afternoon
button-attend = Attend
button-got-it = Received
button-substitute = Ask for a substitute
button-opinion = I have a comment
