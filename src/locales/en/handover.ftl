# Handover of a focal person's duties; /handover.

handover-choose-pair = Hand over the focal duties of which agreement?
handover-title = Hand over the focal duties: { $pair }
handover-whom = To whom? Invite those without an account first: /invite
handover-nobody = No member of your side uses the system yet. Invite one first: /invite
handover-preview = Hand over to { $name }: { $pair }
handover-counts = Open inspections: { $cases } · drafts: { $drafts } · ledger tasks: { $ledger }
handover-counts-more = Groups: { $groups } · the committee's calendar addresses: { $feeds } · accounts to confirm: { $confirmations }
handover-preview-own = What is each person's own (teams, areas, answers given) stays. Nothing passes before the successor confirms.
handover-waits = Sent to { $name }, who has to confirm. Nothing changes before that.
handover-asks = { $name } hands the focal duties over to you: { $pair }
handover-asks-more = Tap Take over and you are the focal person at once; all that is open passes to you and both sides are told.
handover-taken = From now on you are the focal person: { $pair }
handover-taken-more = Both sides have been told. What is open stands in /todo; help: /help
handover-refused = They are told that you do not take over. The duties stay with { $name }.
handover-withdrawn = The offer to { $name } is taken back.
handover-open = An offer waits for its answer. See it or take it back: /handover
handover-closed = This offer no longer holds.
handover-already = This person is a focal person of your side in this agreement already.
handover-not-eligible = This person cannot take over: leaders keep their role, others need an account in use.
handover-operator = Your side has had no focal person in this agreement. Please ask the operator to record one.
handover-told-withdrawn = { $name }'s offer to hand over is taken back.
handover-told-refused = { $name } does not take over the focal duties. Choose another: /handover
handover-told-done = { $to } has taken over the focal duties of { $from }.
handover-told-across = { $committee } has a new focal person. Inspections, ledger and deadlines stay as they are.

log-handover-offered = offered the focal duties to { $name }
log-handover-done = took over the focal duties of { $name }
log-handover-across = changed its focal person
log-handover-refused = did not take over the focal duties
log-handover-withdrawn = took back the offer to { $name }
short-bangiao = hand over the focal duties

button-handover-stay = Hand over and stay
button-handover-leave = Hand over and leave
button-handover-undo = Take back
button-handover-yes = Take over
button-handover-no = Do not take over
