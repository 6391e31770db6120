# Groups of a committee: codes, deadlines and tallies only.

group-bind-ask = Gắn nhóm này với { $committee }? Nhóm chỉ nhận mã cuộc, thời hạn và số phản hồi; nội dung xem trong trò chuyện riêng.
group-bind-choose = Gắn nhóm này với Uỷ ban nào? Nhóm chỉ nhận mã cuộc, thời hạn và số phản hồi.
group-bound = Nhóm này đã gắn với { $committee }. Thông báo của nhóm chỉ có mã cuộc, thời hạn và số phản hồi.
group-bound-already = Nhóm này đang gắn với { $committee }.
group-bound-other = Nhóm này đang gắn với một Uỷ ban khác. Đầu mối của Uỷ ban đó gỡ trước: /nhom
group-unbound = Đã gỡ nhóm khỏi { $committee }; nhóm không nhận thông báo nữa.
group-not-bound = Nhóm này chưa gắn với Uỷ ban nào. Gắn nhóm: /nhom
group-kept = Nhóm vẫn gắn với { $committee }.
group-left-alone = Chưa gắn nhóm. Khi cần, đầu mối gửi /nhom trong nhóm.
group-not-secretary = Việc gắn nhóm do đầu mối của Uỷ ban thực hiện. Đề nghị đầu mối gửi /nhom trong nhóm này.
group-only-in-group = Lệnh này dùng trong nhóm: thêm hệ thống vào nhóm của Uỷ ban, rồi gửi /nhom trong nhóm đó.
group-sent-private = Nội dung đã gửi vào trò chuyện riêng của đồng chí.

button-group-bind = Gắn nhóm
button-group-bind-to = Gắn: { $committee }
button-group-not-now = Để sau
button-group-unbind = Gỡ nhóm
button-group-keep = Giữ nguyên
