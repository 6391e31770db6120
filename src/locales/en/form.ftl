# Forms, step by step.

form-choose = Please choose a button below, or tap Cancel.
form-none = No form is open.
form-cancelled = Cancelled; what was being entered has been deleted.
form-outdated = This form was opened by an earlier version and can no longer be read, so it was closed; nothing had been stored. Please open it again.
form-outdated-typed = What you typed: { $typed }
form-too-long = That is longer than { $max } characters. Please write less; the other parts are kept.
form-secret = Does what you are about to enter bear a secrecy mark (MẬT, TỐI MẬT, TUYỆT MẬT), or is it not yet allowed to be shared?
form-secret-stop = This cannot be entered here, and nothing has been stored. Please send it by classified mail.
form-kind = Which kind of inspection or supervision?
form-find = Type part of a name (accents are not needed) to find it.
form-found = { $count } fit. Please choose:
form-found-more = { $count } fit, { $more } of them are not shown here. Please type more, or choose:
form-none-found = No name fits. Please type again, or choose a button below.
button-whole-list = The whole list
form-target = Which party organisation? Choose, or type part of its name (accents are not needed).
form-members = Are party members inspected? A number only, no names.
form-members-example = Choose, or type: and 5 members · only 5 members
members-unclear = The organisation with members, or members only? This works: and 5 members
form-target-several = Several organisations fit: { $names }. Please type more or choose a button.
form-target-unknown = There is no organisation “{ $part }”. For example: { $example }. The other parts are kept.
form-subject = What is its subject (short, no names of persons)?
form-covered = Which period is looked into?
form-covered-example = For example: 2025 · from 01/2025 to 6/2026 · from 01/10/2025 until now
covered-choice = { $covered }
covered-unclear = The period “{ $part }” was not understood. This works: from 01/01/2025 to 30/06/2026
covered-no-term = Nobody has said when the agreement's term began. Please give a day, such as: from 01/10/2025 until now
form-lead = Which side leads (planned)?
form-mode = How do the sides work together?
form-window = When is it planned? Choose a week, or type days.
form-window-example = For example: 07/12 - 11/12/2026 · March 2027 · Q1/2027
form-week = Week { $window }
form-team = People of our committee on the team: { $count }. Tap to add or remove, then Done.
form-team-chosen = Chosen: { $names }
form-team-in = ✓ { $name }
form-team-out = { $name }
preview-head = Please check before sending:

form-opinion = What do you have to say?
form-opinion-words = Please put your comment briefly.
form-decision = What is the leader's decision?
form-reason = For what reason?
form-reason-words = Please put the reason briefly.
form-counter-window = Which days do you propose instead?
form-via = How did the leader's decision reach you?
form-decide-confirm = { $by ->
    [secretary] The leader's word is recorded: { $decision }. Please confirm.
   *[leader] Please confirm the answer: { $decision }.
  }
form-decide-via = How it came: { $via }

form-symbol-use = Which document?
form-symbol = The document's reference? For example: 05-CV/UBKTTU
form-symbol-day = The document's date? For example: 20/11/2026
form-symbol-confirm = { $symbol }, { $day }: this date is unusual. Is it right?
form-symbol-impossible = This reference has characters that cannot be used, or more than 60 of them. For example: 05-CV/UBKTTU
symbol-wrong-empty = There is no reference. For example: { $example }
symbol-wrong-too-long = The reference “{ $part }…” is too long. For example: { $example }
symbol-wrong-colon = No colon follows “Số”. Did you mean: { $example }
symbol-wrong-no-number = The number is missing in “{ $part }”. For example: { $example }
symbol-wrong-no-type = The type is missing in “{ $part }”. For example: { $example }
symbol-wrong-unknown-type = There is no document type “{ $part }”. Did you mean: { $example }
symbol-wrong-separators = The separators in “{ $part }” are not right. Did you mean: { $example }
symbol-wrong-no-issuer = The issuer after the / is missing in “{ $part }”. For example: { $example }
symbol-wrong-unaccented-issuer = The issuer “{ $part }” lacks its accents. Did you mean: { $example }
symbol-wrong-ambiguous-tu = Is “{ $part }” the province (TU) or the centre (TW)? For example: { $example }
symbol-wrong-characters = “{ $part }” has characters that references do not have. For example: { $example }
symbol-attached = { $code }: document { $symbol } is attached.
symbol-official = { $code }: letter { $symbol } is attached; the inspection is now official.

button-not-secret = Not secret
button-secret = Yes
button-unsure = Not sure
button-none = No subject
button-more = More
button-done = Done
button-confirm = Confirm
button-keep-draft = Keep as draft
button-body = Change on behalf of
button-covered = Period looked into
button-members = Party members
button-covered-none = Not said
button-insist = Keep this reference
button-today = Today
