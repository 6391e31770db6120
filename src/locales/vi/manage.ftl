# /quanly: the way to invitations, members and the group.

manage-head = Quản lý người dùng của Uỷ ban. Xem thêm: /dulieu (dữ liệu cá nhân), /trogiup.
manage-group = Gắn nhóm: thêm bot vào nhóm của Uỷ ban, rồi đầu mối gõ /nhom trong nhóm đó.
menu-group = Gắn nhóm với Uỷ ban
button-manage-invite = Mời người
button-manage-members = Danh sách người dùng
