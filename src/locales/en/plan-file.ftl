# The year's plan: files in and out.

button-plan-file = Import a file
button-plan-out = Export the plan
button-plan-template = Get the template
button-plan-store = Store { $count } lines
button-plan-bad = Show { $count } bad rows
button-plan-which = Choose number { $n }
button-plan-which-none = Leave these rows out

plan-file-ask = Please send the .xlsx or .csv file of the plan of { $year } here (at most 2 MB, 2,000 rows).
plan-file-ask-columns = Columns needed: party organisation, kind, window (or from, to). Subject, lead and mode may stay empty.
plan-file-not-typed = This step takes a file, not a text. To type line by line: /kehoach
plan-file-sent-too-big = The file is larger than 2 MB and was not read. Please keep only the plan's sheet and send it again.
plan-file-sent-wrong-kind = Only .xlsx or .csv files are taken. Of .xls, .xlsm, .ods: open it, save it as .xlsx and send it again.
plan-file-sent-not-fetched = The file could not be fetched from Telegram; nothing was stored. Please send it again.

plan-file-fault-too-big = The file is larger than 2 MB and was not read. Please keep only the plan's sheet and send it again.
plan-file-fault-inflated = The file holds too much when unpacked (over 30 MB) and was not read. Please copy the plan's sheet to a new file.
plan-file-fault-sheets = The file has { $count } sheets; at most 20. Please keep only the plan's sheet.
plan-file-fault-rows = The file has { $count } rows; at most 2,000. Please split it or delete rows and send it again.
plan-file-fault-macros = The file has macros and was not read. Please save it as .xlsx (without macros) and send it again.
plan-file-fault-old-excel = An old .xls file, or one with a password, cannot be read. Please save it as .xlsx without a password and send it again.
plan-file-fault-not-a-table = This file is no .xlsx or .csv table. Please use the template: the button below.
plan-file-fault-broken = The file is damaged or incomplete and cannot be read. Please open it, save it as .xlsx and send it again.
plan-file-fault-empty = The file has no row below its headings. Nothing was stored.
plan-file-no-columns = Columns not found: { $missing }. The right headings are in the template: the button below.
plan-column-target = party organisation
plan-column-kind = kind
plan-column-window = window

plan-file-which = Row { $rows }: which organisation is “{ $written }”? ({ $left } questions left)
plan-file-counts = Plan of { $year }: { $good } rows can be stored, { $bad } cannot. Nothing is stored yet.
plan-file-doubles = { $count } rows stand in the plan already or twice in the file: not stored again.
plan-file-dropped = { $count } rows are of kinds that bear no text: their subject was dropped.
plan-file-good = Row { $row }: { $what }
plan-file-lead = lead: { $lead }
plan-file-bad = Row { $row }: { $why }
plan-file-bad-title = { $count } rows cannot be stored. Please correct the file and send it again; stored rows are not doubled.
plan-file-stored = { $count } lines were stored in our committee's plan of { $year }. The other side does not see them yet.
plan-file-stored-bad = Rows not stored: { $rows }.
plan-file-stored-next = Please look the lines over before giving them to the other side.
plan-file-list = { $a }; { $b }

plan-row-secret = bears a secrecy mark, an accusation or an identity number; not accepted here
plan-row-formula = a cell is a formula without a result, or an error; please paste the value
plan-row-no-target = no party organisation
plan-row-target-unknown = organisation “{ $part }” not known
plan-row-target-ended = “{ $part }” ends before this window does
plan-row-target-early = “{ $part }” does not exist yet in this window
plan-row-no-kind = no kind
plan-row-kind-unknown = kind “{ $part }” not known
plan-row-no-window = no window
plan-row-unclear = window “{ $part }” not clear; for instance: Q1, 03/2027, 7/12-11/12
plan-row-no-such-date = there is no day “{ $part }”
plan-row-end-before-start = “{ $part }”: the end is before the start
plan-row-other-year = “{ $part }” is outside the plan's year
plan-row-lead-unknown = lead “{ $part }” not known
plan-row-mode-unknown = mode “{ $part }” not known
plan-row-subject-long = the subject is longer than 1,000 characters

plan-sheet-mark = DỰ THẢO (draft) · Plan of { $year } · { $committee }
plan-sheet-name = Plan
plan-sheet-other = Other side
plan-sheet-joint = Joint
plan-sheet-lists = Lists
plan-sheet-target = Party organisation
plan-sheet-kind = Kind
plan-sheet-subject = Subject
plan-sheet-from = From
plan-sheet-to = To
plan-sheet-lead = Lead
plan-sheet-mode = Mode
plan-sheet-key = Key
plan-sheet-unnamed = (not named)
plan-template-caption = Template of the plan of { $year }. Organisations, kinds and modes are on the second sheet. Fill it in and send it back here.
plan-out-caption = Plan of { $year }: { $count } lines. A draft; it replaces no document.
toast-plan-out-coming = The file of the plan is on its way.
