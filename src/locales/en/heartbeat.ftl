# What the operator is told: the name of a part, no content.

heartbeat-ill = Not well: { $part }. Please look. It is told here when it is well again.
heartbeat-well = Well again: { $part }.
heartbeat-part-database = the database
heartbeat-part-queue = the queue
heartbeat-part-sweep = the sweep of what is due
heartbeat-part-bot = the bot, which Telegram does not accept
heartbeat-part-outbox = sending messages
heartbeat-part-digest = digests
