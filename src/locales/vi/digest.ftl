# Digests: the morning's, the week's, the month's; which come; the pinned board; tasks by agreement.

digest-title-daily = Bản tin { $period }: đồng chí có { $count } việc chờ xử lý
digest-title-weekly = Tuần { $period }: đồng chí có { $count } việc chờ xử lý
digest-title-monthly = Bản tin { $period }: đồng chí có { $count } việc chờ xử lý
digest-nothing-daily = Bản tin { $period }: không có việc đến hạn.
digest-nothing-weekly = Tuần này đồng chí không có việc đến hạn. Hệ thống hoạt động bình thường.
digest-nothing-monthly = Bản tin { $period }: đồng chí không có việc đến hạn. Hệ thống hoạt động bình thường.
digest-late-count = { $count } quá hạn
digest-sent-late = Bản tin gửi chậm (giờ gửi theo lịch: { $at }).
digest-more = Còn { $count } việc khác.
digest-more-in = Còn { $count } việc: { $pairs }
digest-more-pair = { $pair }: { $count }
digest-more-pairs = { $count } quy chế khác
digest-ahead-daily = Hôm nay: { $cases } cuộc, { $sessions } buổi.
digest-ahead-weekly = Trong tuần: { $cases } cuộc, { $sessions } buổi.
digest-ahead-monthly = Trong tháng: { $cases } cuộc, { $sessions } buổi.
digest-unanswered = Chờ Uỷ ban phối hợp trả lời: { $count } việc.
digest-calendar-missing = Chưa nhập lịch nghỉ năm { $year }; thời hạn của năm đó tạm tính như ngày làm việc bình thường.
digest-calendar-provisional = Lịch nghỉ năm { $year } là tạm tính; có thông báo chính thức thì cập nhật, thời hạn sang năm mới được tính lại.

button-digest-all = Xem tất cả việc
button-digest-pairs = Xem theo quy chế

digest-settings-title = Bản tin của đồng chí, gửi đầu giờ làm việc:
digest-kind-daily = Hằng ngày, khi có việc đến hạn
digest-kind-weekly = Hằng tuần, sáng thứ Hai
digest-kind-monthly = Hằng tháng, ngày làm việc đầu tiên
digest-board = Bảng việc được ghim, tự cập nhật
digest-on = đang bật
digest-off = đang tắt
digest-settings-note = Một bản tin gộp mọi quy chế mà đồng chí tham gia. Bản tin tuần và tháng vẫn gửi khi không có việc.
button-digest-daily-on = Bật bản tin ngày
button-digest-daily-off = Tắt bản tin ngày
button-digest-weekly-on = Bật bản tin tuần
button-digest-weekly-off = Tắt bản tin tuần
button-digest-monthly-on = Bật bản tin tháng
button-digest-monthly-off = Tắt bản tin tháng
button-board-on = Ghim bảng việc
button-board-off = Thôi cập nhật bảng việc
board-title = Bảng việc · cập nhật { $at }

todo-pair = { $pair }: { $count } việc
todo-pairs-title = { $count } việc ở { $pairs } quy chế
todo-pair-count = { $count } việc

weeks-caption = Tám tuần tới: { $count } cuộc. Dưới mỗi cuộc: số đã phản hồi/số cần phản hồi của hai Uỷ ban.
weeks-caption-cut = Tám tuần tới: { $count } cuộc, hình vẽ { $shown } cuộc đầu. Dưới mỗi cuộc: số đã phản hồi/số cần phản hồi của hai Uỷ ban.
weeks-title = Tám tuần từ { $from }
weeks-own-lead = Uỷ ban ta chủ trì
weeks-other-lead = Uỷ ban phối hợp chủ trì
weeks-not-asked = chưa gửi thông báo
weeks-answers = ta { $own } · phối hợp { $other }
weeks-today = hôm nay

short-bantin = bản tin, bảng việc được ghim
button-help-digest = Bản tin, bảng việc
log-digest-set = Đổi cách nhận bản tin
