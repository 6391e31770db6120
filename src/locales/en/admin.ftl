### The command line: npm run admin -- …

## The organisation file: problems by line

admin-org-problem = { $file }:{ $line }: { $problem }
admin-org-refused =
    { $count ->
        [one] One problem. Nothing was stored; mend the file and run the command again.
       *[other] { $count } problems. Nothing was stored; mend the file and run the command again.
    }
admin-org-near = ; the nearest is "{ $near }"
admin-org-yaml = the YAML cannot be read here ({ $code })
admin-org-yaml-duplicate = this key stands in the same entry already
admin-org-yaml-tab = indent with spaces, not with tabs
admin-org-yaml-indent = the indentation does not fit what holds it
admin-org-yaml-colon = a colon is missing, or the value needs double quotes
admin-org-yaml-quote = something is not closed (a quote, a bracket, a brace or a comma)
admin-org-nothing = the file is empty; examples/org.yaml shows one
admin-org-missing = "{ $key }" is missing
admin-org-unknown-key = there is no key "{ $key }" here{ $near }; known keys: { $known }
admin-org-not-one-of = { $key }: "{ $value }" is not possible{ $near }; choose one of: { $values }
admin-org-not-text = { $key } must be text (put a number into double quotes)
admin-org-not-list = { $key } must be a list, a dash on each line
admin-org-not-map = { $key } must be made of lines "key: value"
admin-org-not-boolean = { $key } must be true or false
admin-org-not-whole = { $key } must be a whole number
admin-org-empty = { $key } is empty
admin-org-long = { $key } is longer than { $limit } characters
admin-org-below = { $key } must not be below { $limit }
admin-org-above = { $key } must not be above { $limit }
admin-org-form-key = { $key }: "{ $value }" may hold small letters without accents, digits and hyphens only, 40 at most, such as cat-dau-moi-1
admin-org-form-day = { $key }: there is no day "{ $value }"; written year-month-day, such as 2026-12-07
admin-org-form-hours = { $key }: "{ $value }" is no span of hours; such as 07:30-11:30
admin-org-form-hours-order = { $key }: the spans of hours must ascend without overlapping; found: { $value }
admin-org-form-quorum = { $key }: "{ $value }" is not possible; write all, a number, or a list of secretary, in_charge, team
admin-org-form-month-day = { $key }: "{ $value }" is no day of every year; written month-day, such as 01-15
admin-org-form-plan-order = { $key }: the steps must come in the order exchange_from, exchange_by, agree_by; those from July on are of the year before
admin-org-form-term = { $key }: term_to, the last day of the term, must come after term_from, and needs it
admin-org-agreement-symbol = symbol: "{ $value }" is not the symbol of an agreement; such as { $example }
admin-org-agreement-halves = the symbol and the day of the agreement stand together; such as symbol: 05-QC/UBKTTU, day: 2026-03-12
admin-org-twice = "{ $key }" stands further up already
admin-org-no-committee = there is no committee "{ $key }" in the file{ $near }
admin-org-no-pair = there is no pair "{ $key }" in the file{ $near }
admin-org-no-person = there is no person "{ $key }" in the file{ $near }
admin-org-no-target = there is no target "{ $key }" in this pair{ $near }
admin-org-same-committee = the two sides of a pair must be two committees
admin-org-not-in-pair = the committee "{ $key }" is not in the pair "{ $pair }"
admin-org-member-twice = the person "{ $person }" has a role in the pair "{ $pair }" already; one role a pair
admin-org-both-sides = the person "{ $person }" stands on both sides of the pair "{ $pair }"
admin-org-no-secretary = the committee "{ $key }" has no secretary in the pair "{ $pair }"
admin-org-name-twice = the name "{ $name }" is also a name or alias of the target "{ $key }"
admin-org-circle = { $field }: a circle { $circle }
admin-org-days = the first day { $from } is after the last day { $to }
admin-org-successor-without-end = a successor needs the last day (to) as well
admin-org-own-target = the person "{ $key }" cannot both be in charge of this target and belong to it
admin-org-person-outside = the person "{ $key }" has no role in the pair "{ $pair }"
admin-org-pair-moved = the pair "{ $key }" exists with the committees "{ $a }" (side a) and "{ $b }" (side b); a pair of two others needs a new key
admin-org-duty-period = the duty "{ $key }" exists with the period "{ $period }"; another period needs a new key
admin-org-duty-event = the duty "{ $key }" exists with the event "{ $period }"; another event, or a period, needs a new key
admin-org-duty-due = one of the two is needed: due_days or due_working_days
admin-org-erased = the data of the person "{ $key }" were erased on request; take the entry out of the file

## Files

admin-file-unreadable = the file cannot be read ({ $code })
admin-file-large = the file is larger than 20 MB
admin-file-not-utf8 = the file is not UTF-8; save it again as UTF-8

## Import of the organisation file

admin-import-nothing = Nothing has changed.
admin-import-done = Stored: { $added } added, { $changed } changed, { $ended } ended.
admin-import-would = Tried only, nothing stored: { $added } would be added, { $changed } changed, { $ended } ended.
admin-change = { $sign } { $what }{ $fields }{ $ending }
admin-change-ended = : ended from today on (no longer in the file)
admin-what-committee = committee: { $name }
admin-what-pair = pair [{ $pair }]: { $name }
admin-what-person = person { $name }
admin-what-member = [{ $pair }] { $name }, { $role }
admin-what-target = [{ $pair }] target: { $name }
admin-what-duty = [{ $pair }] exchange owed: { $name }
admin-what-calendar = days off of { $name }
admin-role-chair = chair
admin-role-vice = vice-chair
admin-role-secretary = secretary
admin-role-member = member
admin-role-observer = observer

## People and invitations

admin-no-person = There is no person with the key "{ $key }"{ $near }. The command "people" lists the keys.
admin-people-none = There is nobody yet. Import the organisation file first: npm run admin -- import examples/org.yaml
admin-person-line = { $key } · { $name } · { $state } · { $roles }
admin-state-not-invited = not invited
admin-state-invited = invited
admin-state-pending = waits for confirmation
admin-state-active = active
admin-state-unreachable = unreachable
admin-telegram-away = The bot's name could not be had from Telegram; check BOT_TOKEN, TELEGRAM_API_ROOT and the connection. No invitation was made.
admin-invite-link = A one-time invitation for { $name }, usable until { $expires }. Pass it to that person alone; an earlier one no longer works.
admin-invite-no-role = The person "{ $key }" has no role in any pair.
admin-invite-which = The person "{ $key }" has a role in several pairs ({ $pairs }); add --pair and one key.
admin-invite-not-in-pair = The person "{ $key }" has no role in the pair "{ $pair }"{ $near }.
admin-erase-done = Name, title, accounts and log values of the person "{ $key }" were erased. The chains still verify.
admin-erase-sure = What is erased cannot be brought back. To erase: npm run admin -- { $line }

## The log

admin-chain-holds = { $chain }: holds, { $count ->
    [one] 1 entry
   *[other] { $count } entries
  }, head { $head }
admin-chain-broken = { $chain }: wrong from entry { $seq } on: { $why }
admin-fault-gap = the numbers are not consecutive
admin-fault-chain = an entry of another chain
admin-fault-link = it does not link to the entry before
admin-fault-hash = the content was changed after it was written
admin-fault-value = a value kept beside it does not fit its digest
admin-fault-head = the head is not found (the end was cut off or written anew)
admin-fault-format = an entry of the older format after one of the newer
admin-fault-refs = the inspection, exchange or person kept beside it is not the one of its content
admin-fault-signature = a side's confirmation does not agree with the chain
admin-fault-missing = the whole chain is gone
admin-fault-untold = inspections or exchanges are there of which the chain does not tell
admin-fault-unreadable = the line of the file cannot be read as it was exported
admin-fault-cut = the last line of the file (head and confirmations) is missing
admin-chain-unproven = { $chain }: { $count } entries of the other committee in the older format, held by the head alone
admin-verify-head-form = --head takes SEQ:HASH or HASH (8 hex digits or more), for example: verify --pair tinh --head 12:0a1b2c3d4e5f
admin-verify-head-nowhere = No chain has this head: an end was cut off or written anew, or the hash is not right.
admin-verify-not-export = The file is not an audit log exported by this system (JSON lines).
admin-verify-none = There is no audit chain ({ $pair }).

## Backup

admin-backup-exists = { $file } exists already; choose another name. A backup is never overwritten.
admin-backup-terminal = A backup is no text for a terminal: name a file, or send the output into one (backup - > FILE).
admin-backup-npm = npm writes lines of its own before a backup on this output. For example: { $line } > FILE
admin-backup-reader-gone = Whoever read the backup went away before its end: what they have is not whole.
admin-backup-not-noted = The backup is whole. That it was made could not be noted in DATA_DIR: its age in the figures goes on from the one before.
admin-backup-done = Backed up into { $file }. It holds personal data: keep it where only the operator can open it.
admin-backup-sealed = Backed up and encrypted into { $file }. Without the passphrase or the secret key the backup is lost: keep it elsewhere than this file.
admin-backup-no-key = There is nothing to encrypt the backup with: set BACKUP_PASSPHRASE or BACKUP_RECIPIENTS, or add --passphrase-file FILE. Without encryption only by an explicit --plain.
admin-backup-two-keys = Choose one: --passphrase-file (encrypted) or --plain (not encrypted).
admin-backup-passphrase-short = The passphrase in the first line of the file needs { $count } characters or more.
admin-backup-no-identity = The key file holds no AGE-SECRET-KEY-1… that can be used.
admin-backup-bad-recipient = BACKUP_RECIPIENTS holds a public key that is not right; copy the whole line age1… as age-keygen prints it.
admin-restore-plain = This file is not encrypted. If it is a plain backup of your own, add --plain. Nothing was stored.
admin-restore-no-key = This backup is encrypted: add --passphrase-file or --identity with a file, or set BACKUP_PASSPHRASE. Nothing was stored.
admin-restore-wrong-key = The backup cannot be opened: the passphrase or the key does not fit this file. Nothing was stored.
admin-restore-done = { $rows } rows in { $tables } tables restored; counts and audit chains agree.
admin-restore-erased = By the list of those who were erased ({ $listed }): of { $count } of them the backup had the data, which were erased again.
admin-restore-no-list = There is no list of those who were erased: if anybody withdrew after this backup was made, their data are back. Name the list with --erased FILE, or run erase-person.
admin-restore-not-list = The list of those who were erased cannot be read. Nothing was stored.
admin-restore-not-empty = The database holds data (table { $table }). A backup goes into an empty database only: set another DATA_DIR or DATABASE_URL.
admin-restore-not-backup = The file is no backup of this program. Nothing was stored.
admin-restore-damaged = The backup is cut short or damaged. Nothing was stored.
admin-restore-newer = The backup was made by a newer version of this program ({ $version }; this one is { $own }). Update the program first, then restore. Nothing was stored.
admin-restore-shape = The database is empty, but its tables are newer than this backup. Give one that is wholly empty: another DATA_DIR, or a database made anew. Nothing was stored.
admin-restore-count = The rows of table { $table } do not add up. Nothing was stored.
admin-restore-chain = The audit chain { $chain } in the backup does not verify. Nothing was stored.

## Help

admin-help-title = Administration: npm run admin -- COMMAND
admin-help-language = With every command: --lang en or --lang vi chooses the language; without it the system's (LANG). Exit codes: 0 done, 1 the data have errors, 2 the line is wrong.
admin-about-help = lists the commands
admin-about-import = checks the organisation file and imports it; --dry-run only shows what would change
admin-about-people = lists the people and how far their accounts are
admin-about-invite = prints a one-time invitation link for a person, usable for 7 days
admin-about-confirm = confirms a waiting account: of someone whom the operator invited, or whom nobody else of their side may confirm
admin-confirm-active = { $name } already has an active account: nothing is left to confirm.
admin-confirm-unfinished = { $name } has opened the link and is not at the end yet: they must agree and tap once for practice. Then run this again.
admin-confirm-not-opened = { $name } has not opened an invitation link yet. A new link: npm run admin -- invite { $key }
admin-confirm-look =
    For { $name } waits the account { $account }, Telegram number { $id }, invited by: { $by }.
    Ask the person, by a telephone number that you knew before, which number /mydata shows them. If it is this one: { $line }
admin-confirm-other = The account that waits for { $name } has another number. Nothing was confirmed; look again: npm run admin -- confirm { $key }
admin-confirmed = The account { $account } of { $name } is confirmed.
admin-about-verify = check the audit chains, or an exported file (no database needed); --head compares with a head that went out
admin-about-backup = backs up all data into one compressed and encrypted file (the format of age)
admin-about-restore = restores a backup into an empty database
admin-about-export = prints a person's own data (JSON)
admin-about-erase = erases a person's own data
admin-usage = Usage: { $line }
admin-working-line = For example: { $line }
admin-no-subcommand = There is no command "{ $name }".
admin-no-option = This command has no option { $name }.
admin-option-needs-value = { $name } needs a value.
admin-too-few-words = Something is missing.
admin-too-many-words = Too much: { $word }
admin-bad-language = --lang takes vi or en. For example: npm run admin -- help --lang en
