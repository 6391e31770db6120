# Drafts of official letters, sent as files.

button-letter = Draft letter
button-letter-proposal = Ask to coordinate
button-letter-reply = Agree to coordinate
button-letter-notice = Notice of the plan
button-letter-change = Change
button-letter-stop = Stop
button-letter-conclusion = End of the inspection

letter-which = { $code }: draft which document?
letter-is-proposal = { $code } · Draft letter: asks to coordinate
letter-is-reply = { $code } · Draft letter: agrees to coordinate
letter-is-notice = { $code } · Draft of the notice of the plan
letter-is-change = { $code } · Draft letter: change
letter-is-stop = { $code } · Draft letter: stop
letter-is-conclusion = { $code } · Draft letter: end of the inspection
letter-is-draft = This is a draft and does not replace the document. Please read it again, mend it and have it signed as required.
letter-left-open = Number, day, place and signer are left open.
letter-to-fill-in = Please fill in what is to be prepared and every “…” before it is signed.
letter-no-secret = Put nothing secret into this file; secrets go by classified mail.

toast-letter-coming = The draft is being written; the file comes into this chat.
refused-letter-sensitive = This kind has a code, a side and a deadline only; its letters are not drafted here. Please use classified mail.
refused-letter-none = In this state there is no letter to draft for your committee. Open the inspection again: /calendar
file-not-made = The file could not be made. Please try again in a few minutes.

letter-is-cover = { $code } · Draft of the letter that sends the document
letter-is-answer = { $code } · Draft of the answer
refused-exchange-letter = This entry holds no content to draft a letter from. Please draft and send it as the rules say.
