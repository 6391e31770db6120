# The calendar on one's phone: a private address and .ics files.

button-feed = Calendar on my phone
button-feed-make = Make an address
button-feed-again = Make it anew
button-feed-revoke = Revoke the address
button-feed-full = Show details
button-feed-busy = Show “Busy” only
button-feed-copy = Copy the address
button-feed-file = Get the .ics file
button-feed-file-full = Get a full .ics file
button-feed-committee = Calendar { $name }
button-feed-calendar = See what lies ahead

feed-title = The calendar on your phone
feed-title-committee = The calendar on phones: { $name }
feed-none = There is no address yet.
feed-live = There is an address, made { $at }; { $details }.
feed-shows-busy = it shows “Busy” only, no code, no place
feed-shows-full = it shows code, kind, lead and place
feed-about = Calendar apps read a private address and keep up by themselves. An .ics file holds what stood when it was made.
feed-no-address = The operator has not set a public address of the system, so no calendar keeps up by itself. An .ics file can be had.

feed-made = The private address:
feed-address = <code>{ $address }</code>
feed-warning = Whoever has this address can read the calendar, the calendar service that you use included. Do not pass it on; revoke it at once if it may be known.
feed-how = In the calendar app: add a calendar by address (URL), paste, save.
feed-once = The address is shown this once. If it is lost, make it anew; the old one is void at once.

feed-file-busy = Calendar, { $count } items, “Busy” only.
feed-file-full = Calendar, { $count } items: code, kind, lead, place.
feed-file-card = { $code } · .ics calendar file
feed-file-still = Open the file to add it to a calendar app. It does not follow later changes.
toast-feed-coming = The calendar file comes into this chat.
refused-feed-none = There is no address in force.
refused-feed-no-address = The operator has not set a public address of the system, so no address can be made. An .ics file can be had.
refused-feed-draft = Drafts do not stand in calendars. Propose it first, then get the file.

feed-name = Joint inspections
feed-busy = Busy
feed-busy-cancelled = Busy (cancelled)
feed-window = { $code } · { $kind }
feed-session = { $code } · { $session } · { $kind }
feed-cancelled = Cancelled: { $summary }
feed-lead = Lead: { $lead }
feed-tentative = Planned, not yet agreed.
feed-end = The end is an estimate ({ $hours } hours).
