# What every part of the bot says. {$…} are values.

-brand = Phối Hợp

button-keep-answer = Keep as it is
button-back = Back
button-cancel = Cancel

common-yes = Yes
common-no = No
common-parts = { $count ->
    [one] { $count } part
   *[other] { $count } parts
}

secret-refused =
    This content is not accepted by the system and was not stored. Please send it by classified mail.
    If the message was sent, Telegram's server has already had it: please delete it and report as the rules ask.
secret-left = The bot could not delete this message from the chat: please delete it yourself at once.
secret-declare = The line must end with “; not secret” (or “; không mật”). Nothing was stored; please send the whole line again.
