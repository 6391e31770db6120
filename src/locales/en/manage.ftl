# /quanly: the way to invitations, members and the group.

manage-head = People of your committee. See also: /mydata (my data), /help.
manage-group = To bind a group: add the bot to your committee's group, then the secretary sends /group there.
menu-group = Bind this group
button-manage-invite = Invite people
button-manage-members = List of people
