# Handover of a secretary's duties; /handover.

handover-choose-pair = Hand over the secretary's duties of which agreement?
handover-title = Hand over the secretary's duties: { $pair }
handover-whom = To whom? Invite those without an account first: /invite
handover-nobody = No member of your committee uses the system yet. Invite one first: /invite
handover-preview = Hand over to { $name }: { $pair }
handover-counts = Open inspections: { $cases } · drafts: { $drafts } · ledger tasks: { $ledger }
handover-counts-more = Groups: { $groups } · the committee's calendar addresses: { $feeds } · accounts to confirm: { $confirmations }
handover-preview-own = What is each person's own (teams, areas, answers given) stays. Nothing passes before the successor confirms.
handover-waits = Sent to { $name }, who has to confirm. Nothing changes before that.
handover-asks = { $name } hands the secretary's duties over to you: { $pair }
handover-asks-more = Tap Take over and you are the secretary at once; all that is open passes to you and both sides are told.
handover-taken = From now on you are the secretary: { $pair }
handover-taken-more = Both sides have been told. What is open stands in /todo; help: /help
handover-refused = They are told that you do not take over. The duties stay with { $name }.
handover-withdrawn = The offer to { $name } is taken back.
handover-open = An offer waits for its answer. See it or take it back: /handover
handover-closed = This offer no longer holds.
handover-already = This person is a secretary of your committee in this agreement already.
handover-not-eligible = This person cannot take over: leaders keep their role, others need an account in use.
handover-operator = Your committee has had no secretary in this agreement. Please ask the operator to record one.
handover-told-withdrawn = { $name }'s offer to hand over is taken back.
handover-told-refused = { $name } does not take over the secretary's duties. Choose another: /handover
handover-told-done = { $to } has taken over the secretary's duties of { $from }.
handover-told-across = { $committee } has a new secretary. Inspections, ledger and deadlines stay as they are.

log-handover-offered = offered the secretary's duties to { $name }
log-handover-done = took over the secretary's duties of { $name }
log-handover-across = changed its secretary
log-handover-refused = did not take over the secretary's duties
log-handover-withdrawn = took back the offer to { $name }
short-bangiao = hand over the secretary's duties

button-handover-stay = Hand over and stay
button-handover-leave = Hand over and leave
button-handover-undo = Take back
button-handover-yes = Take over
button-handover-no = Do not take over
