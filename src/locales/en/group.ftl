# Groups of a committee: codes, deadlines and tallies only.

group-bind-ask = Bind this group to { $committee }? The group gets codes, deadlines and tallies only; details open in private chat.
group-bind-choose = Bind this group to which committee? The group gets codes, deadlines and tallies only.
group-bound = This group is bound to { $committee }. Its messages hold codes, deadlines and tallies only.
group-bound-already = This group is bound to { $committee }.
group-bound-other = This group is bound to another committee. Its secretary unbinds it first: /group
group-unbound = The group is no longer bound to { $committee } and gets no more messages.
group-not-bound = This group is not bound to a committee. To bind it: /group
group-kept = The group stays bound to { $committee }.
group-left-alone = The group was not bound. When needed, the secretary sends /group in the group.
group-not-secretary = A group is bound by the secretary of a committee. Please let them send /group in this group.
group-only-in-group = This command is for groups: add the system to your committee's group, then send /group there.
group-sent-private = The details were sent to your private chat.

button-group-bind = Bind the group
button-group-bind-to = Bind: { $committee }
button-group-not-now = Not now
button-group-unbind = Unbind the group
button-group-keep = Keep it
