# First run, invitations, members, own data. The consent text: another wording needs another CONSENT_VERSION.

link-foreign = This link cannot be used here. Please open the link exactly as your committee's secretary sent it, or ask for a new one.
link-used = This invitation link has been used; each works once. If it was not you who used it, please tell your committee's secretary at once.
link-expired = This invitation link has expired. Please ask your committee's secretary for a new one.
link-revoked = This invitation link was withdrawn. Please ask your committee's secretary for a new one.
link-account-active = This Telegram account is in use for another person; one account serves one person. Please open the link with the invited person's own account; to change who uses it, send /mydata and withdraw first.
link-account-waiting = This Telegram account is waiting to be confirmed under another invitation. Please ask your committee's secretary to settle that one first.
link-person-active = The invited person already has an account in use; one account a person. The secretary can revoke the old one in /members and send a new link.
link-stranger = This account is not connected. The system is for invited people only: please ask your committee's secretary for an invitation link and open it.
link-paste = If you opened the link and still see this (Telegram on a computer): please copy the whole link, paste it here and send it.

link-consent =
    The system announces joint inspections and records the answers to them.
    Kept: name, title, Telegram id, answers, times. With the id goes the name shown on Telegram, so that the secretary can confirm the right person.
    The partner committee sees that you take part in the system. No classified documents, photos or files are accepted.
    See what is kept, or withdraw, at any time: /mydata
link-consented = Agreed.
link-declined = Noted: not agreed. This account is not connected. The invitation link works until it expires.
link-declined-inviter = { $name } has not agreed to connect. The invitation link works until { $until }.
link-practice = This is a practice notice. Please press the button below, as you would with a real one.
link-practised = Practice notice: received.
link-waiting = Waiting to be confirmed: your committee's secretary has been told. You will get a message here.
link-waiting-operator = Waiting to be confirmed: the operator of the system will do it. You will get a message here.
link-waiting-second = Waiting to be confirmed: somebody other than the inviter has been told. You will get a message here.

link-confirm-title = { $name } has opened the invitation link and agreed to connect.
link-confirm-account = Telegram account: { $shown } · id { $id }
link-confirm-by = Invited by: { $inviter }
link-confirm-by-operator = Invited by: the operator of the system
link-confirm-look = Please ask in person when in doubt. Once confirmed, this account receives notices.
link-confirm-second = The inviter does not confirm this account. Please call the invited person yourself before you do.
link-second-asked = The inviter does not confirm this account. Somebody of your committee with the same standing has been asked to.
link-second-operator = The inviter does not confirm this account, and nobody else of your committee can. Please ask the operator to type: { $line }
link-confirmed = The account of { $name } is confirmed. They have been told.
link-rejected-done = The account that opened the invitation of { $name } was refused; that link no longer works. Invite again: /invite
link-rejected = This account was not confirmed. Please contact your committee's secretary.
link-rejected-told = { $by } did not confirm the account that opened the invitation of { $name }; that link no longer works. Invite again: /invite
link-unconfirmed = This account was not confirmed within 14 days and has ended. Please contact your committee's secretary.
link-unconfirmed-told = The account that opened the invitation of { $name } was not confirmed within 14 days and has ended. Invite again: /invite
link-withdrawn-told = Whoever opened the invitation of { $name } withdrew their consent before they were confirmed. Invite again: /invite
task-account = confirm the account
task-verb-account = Show account
link-nothing-waiting = This account is no longer waiting to be confirmed. The list: /members
link-not-confirmer = This is confirmed by the inviter, or by a secretary or leader of the same side.
link-no-membership = This person has no place in any agreement at present, and cannot be confirmed yet.

link-welcome = Connected. Welcome, { $name }.
link-welcome-more = What waits for you: /todo · Help: /help · My data: /mydata
link-hello = Hello, { $name }. The connection works. What waits for you: /todo
link-can-secretary = As a secretary: propose joint inspections, receive proposals, record the leaders' decisions, invite people of your committee.
link-can-member = As a member: get notices and answer with one tap.
link-can-leader = As a leader: decide on proposals and changes; see who has answered.
link-can-observer = As an observer: read about the joint inspections.
link-steps = Three first steps: 1. invite people · 2. connect a group · 3. enter the plan.
link-step-group = Add the system to your committee's group, then send /group there. The group sees only codes and deadlines.
link-step-plan = Draw up the year's plan with /plan; propose each inspection with /propose. A draft is seen by your committee only until it is sent.

link-unreachable = { $name } cannot be reached by the system at present (it was blocked, or the account is gone). Please contact them directly; unblocking it and sending /start is enough.
link-returned = { $name } can be reached by the system again.
link-group-muted = The system may not write in the group { $title }; the group gets no notices. Please ask its administrators to allow it.
link-group-unnamed = (name not kept)
link-group-marked = The name of a group just connected bears a secrecy mark: the system does not keep it { $title }. Please rename the group; classified papers go by classified mail.
link-group-left = The system is no longer in the group { $title }; its notices have stopped. To connect it again, add the system and send /group.

member-not-secretary = This is done by the committee's secretary.
member-not-lister = This list is for the committee's secretary and leaders.
pair-find = Type part of a name after the command to find it (accents are not needed).
pair-none-found = No agreement fits the name that was typed.
member-choose-pair = Choose the agreement:
member-none-to-invite = Everyone of your committee has an account. The list: /members
member-invite-whom =
    { $count ->
        [one] Invite whom? One person has no account.
       *[other] Invite whom? { $count } people have no account.
    }
member-gone = This person, or this invitation, is not found in your committee.
member-waits = { $name } has opened the link and waits to be confirmed.
member-has-account = { $name } has an account. To change it, revoke it in /members and invite again.
member-link = Invitation link for { $name }: works once, until { $until }. Please hand it to that person directly.
member-link-second = This account will be confirmed by somebody else of your committee with the same standing, or by the operator.
member-link-open = { $name } was invited; the link works until { $until }. A new link voids the old one.
member-link-revoked = The invitation link was withdrawn. Invite again: /invite
member-link-closed = This link was used or withdrawn before. The list: /members
member-title =
    { $count ->
        [one] { $pair }: one person of your committee.
       *[other] { $pair }: { $count } people of your committee.
    }
member-line = { $name } · { $role } · { $standing }
member-across =
    { $count ->
        [one] The other committee: one person uses the system.
       *[other] The other committee: { $count } people use the system.
    }
member-uninvited = not invited
member-invited = invited
member-waiting = waiting to be confirmed
member-active = in use
member-unreachable = cannot be reached
member-role-secretary = secretary
member-role-member = member
member-role-chair = chair
member-role-vice = vice chair
member-role-observer = observer
member-own-account = This is your own account. To withdraw: /mydata
member-no-account = { $name } no longer has this account. The list: /members
member-revoke-ask = Revoke the account { $shown } of { $name }? They get no more notices, under any agreement, until they are invited again.
member-revoked = The account of { $name } is revoked. They and your committee's secretaries and leaders have been told. Invite again: /invite
member-revoked-you = This account was revoked by your committee's secretary; notices have stopped. Please contact the secretary to use it again.
member-revoked-told = { $by } has revoked the account of { $name }.
member-confirmed-told = { $by } has confirmed the account of { $name }, which is in use from now on. If that surprises you, please ask them in person.
member-erased-told = { $by } has erased the personal data of { $name } and taken the name off the list. Please assign their work to someone else.
member-imported = The operator of the system has changed the list of your committee's people. If that surprises you, please ask:
member-imported-added = Added: { $name }, { $role } ({ $pair })
member-imported-changed = Is now: { $name }, { $role } ({ $pair })
member-imported-ended = Off the list: { $name }, { $role } ({ $pair })
member-imported-more = { $count ->
    [one] And one more change: /members
   *[other] And { $count } more changes: /members
}
by-person = { $name }
by-operator = The operator of the system
by-elsewhere = Somebody of another agreement

data-name = Name: { $name }{ $hasTitle ->
    [yes] { " " }· { $title }
   *[no] { "" }
}
data-account = Telegram account: { $shown } · id { $id }
data-consent = Agreed at { $at }
data-membership = { $pair }: { $role }
data-more =
    { $count ->
        [one] And one more agreement.
       *[other] And { $count } more agreements.
    }
data-answers = Answers recorded: { $count }
data-withdraw-ask = Withdraw: the account is disconnected; name, title, Telegram id and shown name are erased for good. Recorded answers stay under a number, without a name. The secretary is told.
data-withdraw-ask-waiting = Withdrawing your consent: this account, which is not confirmed yet, ends; its Telegram number and name are erased and cannot come back. Whoever invited is told.
data-kept = Kept. Nothing has changed.
data-withdrawn = The consent is withdrawn and the personal data are erased. The system sends nothing more to this account.
data-withdrawn-told = { $name } has withdrawn the consent; the personal data are erased and the name is off the list. Please assign their work to someone else.
data-nothing = There is nothing left of this account to withdraw.

button-link-agree = I agree
button-link-decline = I do not agree
button-link-language = Tiếng Việt
button-link-practice = Received
button-link-confirm = Confirm
button-link-reject = Not this person
button-link-undo = Withdraw the link
button-link-again = Make a new link
button-invited = { $name } (invited)
button-step-invite = Invite people
button-step-group = Connect a group
button-step-plan = Enter the plan
button-step-add-group = Choose a group
button-confirm-account = Confirm: { $name }
button-revoke-account = Revoke: { $name }
button-revoke-yes = Revoke the account
button-data-withdraw = Withdraw consent
button-data-withdraw-yes = Withdraw and erase
button-data-keep = Keep
