# What people look at: tasks, calendar, search, help, and behind a card who has answered, why, history.

view-item = { $n }. { $text }
view-join = { $a } · { $b }
view-list = { $a }, { $b }
view-button = { $n }. { $verb } { $code }
view-erased = (đã xoá tên)
view-elsewhere = (người ở quy chế phối hợp khác)

todo-nothing = Tuần này đồng chí không có việc đến hạn. Hệ thống hoạt động bình thường.
todo-title = Việc của đồng chí: { $count }
todo-title-late = Việc của đồng chí: { $count }, trong đó { $late } quá hạn
todo-late = Quá hạn
todo-due = hạn { $due }
task-answer = phản hồi thông báo
task-approve = cho ý kiến trước khi gửi
task-decide = quyết định về đề xuất
task-receive = tiếp nhận đề xuất
task-reply = trả lời đề xuất đã tiếp nhận
task-confirm = xác nhận đề nghị của Uỷ ban phối hợp
task-counter = xem đề nghị điều chỉnh
task-again = xem lại đề xuất chưa thống nhất
task-substitute = cử người thay
task-opinion = xem ý kiến của đồng chí trong đoàn
task-draft = dự thảo chưa gửi
task-overlap = trùng lặp, chồng chéo chưa xử lý
task-verb-answer = Phản hồi
task-verb-approve = Xem xét
task-verb-decide = Xem xét
task-verb-receive = Tiếp nhận
task-verb-reply = Trả lời
task-verb-confirm = Xác nhận
task-verb-counter = Trả lời
task-verb-again = Xem lại
task-verb-substitute = Phân công
task-verb-opinion = Xem
task-verb-draft = Mở
task-verb-overlap = Xử lý

calendar-title-week = Tuần này: { $count } mục
calendar-title-month = Tháng này: { $count } mục
calendar-title-all = Sắp tới: { $count } mục
calendar-empty-week = Tuần này chưa có cuộc kiểm tra, giám sát nào.
calendar-empty-month = Tháng này chưa có cuộc kiểm tra, giám sát nào.
calendar-empty-all = Sắp tới chưa có cuộc kiểm tra, giám sát nào.
calendar-session = { $at } ({ $kind })
calendar-window = { $window }
button-calendar-week = Tuần này
button-calendar-month = Tháng này
button-calendar-all = Tất cả
button-calendar-text = Lịch tuần dạng văn bản
button-next-week = Tuần sau

week-title = LỊCH KIỂM TRA, GIÁM SÁT PHỐI HỢP, { $window }
week-empty = Không có cuộc nào đã thống nhất trong tuần.
week-window = - { $window }: { $what }
week-session = - { $at }, { $session }: { $what }
week-session-place = - { $at }, { $session }, tại { $place }: { $what }
week-what = { $kind }, { $target }; chủ trì: { $lead } ({ $code })
week-sensitive = { $code }; chủ trì: { $lead }

search-ask = Cần tìm gì? Gõ mã cuộc, tên tổ chức đảng hoặc ký hiệu văn bản; không cần dấu.
search-examples =
    Hai ví dụ:
    /tim chi bo y
    /tim 05-CV/UBKTTU
search-which-tu = “TU” là Tỉnh uỷ hay Trung ương? Đề nghị chọn, hoặc gõ rõ:
search-tu-examples =
    /tim ubkt tỉnh uỷ
    /tim ubkt tw
search-none = Không tìm thấy “{ $words }” trong các cuộc và sổ trao đổi mà đồng chí xem được.
search-title = “{ $words }”: { $count } kết quả
search-title-more = “{ $words }”: hơn { $count } kết quả, gần nhất trước
search-title-narrow = “{ $words }”: có nhiều kết quả, dưới đây là những kết quả gần nhất. Đề nghị tìm bằng từ ngắn, rõ hơn.
button-search-tu = Tỉnh uỷ (TU)
button-search-tw = Trung ương (TW)

help-title = Đồng chí { $name }. Việc đang chờ: /viec · Lịch: /lich
help-can-secretary = Đầu mối: đề xuất bằng một dòng, ví dụ /dexuat giám sát chuyên đề; Chi bộ Y; 07/12 - 11/12/2026; không mật. Tiếp nhận, ghi ý kiến lãnh đạo: mở từ /viec.
help-can-leader = Lãnh đạo: mở từng việc từ /viec rồi bấm, ví dụ Thống nhất hoặc Đề nghị điều chỉnh. Tình hình phản hồi: mở từng cuộc từ /lich.
help-can-member = Thành viên: khi có thông báo, bấm Xem nội dung rồi một nút, ví dụ Tham gia hoặc Có ý kiến. Chọn lại được.
help-can-observer = Theo dõi: mở từng cuộc từ /lich, xem cả Lịch sử.
help-more-secretary = Kế hoạch năm: /kehoach · Sổ trao đổi: /traodoi · Báo cáo: /baocao · Vắng mặt: /vangmat · Người dùng, nhóm: /quanly
help-more-leader = Kế hoạch năm: /kehoach · Sổ trao đổi: /traodoi · Số liệu, báo cáo: /baocao · Nhật ký: /nhatky · Người dùng: /thanhvien · Bàn giao: /bangiao
help-search = Tra cứu, không cần dấu: /tim chi bo y · /tim 05-CV/UBKTTU
help-data = Dữ liệu cá nhân, rút đồng ý: /dulieu
help-short-title = Lệnh tắt:
help-who-title = Quy chế phối hợp, vai trò của đồng chí, số người đang dùng hệ thống:
help-who-count = Uỷ ban ta { $own }, Uỷ ban phối hợp { $across }
help-language-set = Đã chuyển sang tiếng Việt.
button-help-who = Người dùng hệ thống
button-help-short = Lệnh tắt
button-help-vi = Tiếng Việt
button-help-en = English
short-dexuat = đề xuất một cuộc
short-doi = điều chỉnh một cuộc, ví dụ /doi PH-2026-001
short-dung = dừng, không thực hiện một cuộc
short-doan = thành phần đoàn của Uỷ ban ta
short-nhac = nhắc người của Uỷ ban ta chưa phản hồi
short-ghinhan = ghi nhận thay phản hồi
short-uyquyen = đề nghị hoặc cử người thay
short-ketthuc = kết thúc một cuộc
short-nhom = gắn nhóm của Uỷ ban
short-moi = mời người của Uỷ ban ta
short-thanhvien = danh sách người của Uỷ ban ta
short-visao = lý do nhận tin, ví dụ /visao PH-2026-001
short-dulieu = xem dữ liệu cá nhân, rút đồng ý
short-huy = bỏ nội dung đang nhập
short-traodoi = sổ trao đổi: xem, tìm

group-go-private = Đề nghị mở trò chuyện riêng để dùng lệnh này; trong nhóm chỉ có mã cuộc và thời hạn.
button-go-private = Mở trò chuyện riêng

who-version = { $n ->
    [0] bản đầu
   *[other] Điều chỉnh lần { $n }
}
who-void = không còn hiệu lực
who-secretary = đầu mối
who-in_charge = phụ trách địa bàn
who-team = đoàn
who-leader = lãnh đạo
who-substitute = người thay
who-stands-in = { $name } thay { $replaced }
who-replaced = đã có người thay
who-released = không còn trong đoàn
who-at = { $at }
who-recorded = ghi nhận thay ({ $via })
who-unsettled = chưa giải quyết
who-not-opened = chưa mở tin
who-opened = chưa phản hồi, đã mở { $at }
who-delivered = chưa phản hồi, chưa mở, tin đã đến { $at }
who-undelivered = chưa phản hồi, tin chưa đến
who-across = { $committee }: { $counts }
who-count = { $count } { $answer }
who-silent = chưa phản hồi

why-head = { $code } · Lý do nhận tin
why-viewer = Đồng chí không phải phản hồi cuộc này; xem được với vai trò { $role } trong { $pair }.
why-kind-approval = Xin ý kiến trước khi gửi
why-kind-proposal = Đề xuất của Uỷ ban phối hợp
why-kind-decision = Xin quyết định về đề xuất
why-kind-notice = Thông báo phối hợp kiểm tra, giám sát
why-kind-change = Đề nghị điều chỉnh
why-kind-stop = Đề nghị dừng
why-kind-not_held = Đề nghị thống nhất chưa tiến hành
why-since = từ { $at }
why-entry = sổ: mục { $seq }
why-rule-secretary = Với vai trò đầu mối: đầu mối hai bên nhận mọi đề xuất và thông báo của quy chế phối hợp.
why-rule-in_charge = Vì phụ trách địa bàn: người phụ trách địa bàn nhận thông báo về tổ chức thuộc địa bàn.
why-rule-team = Vì là thành viên đoàn: người trong đoàn do Uỷ ban ta cử đều nhận thông báo.
why-rule-leader = Với vai trò lãnh đạo: chủ nhiệm, phó chủ nhiệm cho ý kiến và quyết định.
why-rule-substitute = Vì được phân công thay một thành viên đoàn.
why-due-policy = Hạn { $due }, theo thiết lập của quy chế phối hợp.
why-due-person = Hạn { $due }, do người gửi đặt.
why-due-paused = Hạn { $due }, đã lùi một ngày làm việc vì trao đổi trực tiếp.
why-due-late = Hạn { $due }, đã lùi vì thông báo chưa đến được.
why-due-short = Hạn { $due }, rút ngắn vì sắp đến buổi đầu.
why-ask =
    Cần hỏi về cuộc nào? Hai ví dụ:
    /visao PH-2026-001
    /visao chi bo y

history-head = { $code } · Lịch sử
history-at = { $at }
history-system = Hệ thống
history-drafted = lập dự thảo
history-leader-asked = trình lãnh đạo cho ý kiến
history-approved = lãnh đạo đồng ý gửi
history-not-approved = lãnh đạo chưa đồng ý gửi
history-proposed = gửi đề xuất
history-recalled = thu hồi đề xuất
history-crossed = đề xuất đến bên nhận
history-received = tiếp nhận đề xuất, xin ý kiến lãnh đạo
history-to-leader = chuyển lãnh đạo cho ý kiến
history-direct-talk = đề nghị trao đổi trực tiếp
history-agreed = thống nhất sơ bộ
history-countered = đề nghị điều chỉnh
history-declined = chưa thống nhất
history-official = chuyển sang chính thức
history-notice-issued = gửi thông báo hai bên
history-notice-answered = phản hồi: { $answer }
history-symbol = gắn văn bản
history-reminded = nhắc các đồng chí chưa phản hồi
history-reminded-last = nhắc các đồng chí chưa phản hồi trong buổi sáng cuối
history-reminded-again = nhắc lại đồng chí chưa phản hồi
history-own-leader = báo lãnh đạo Uỷ ban ta: chưa đủ phản hồi
history-across = báo đầu mối hai bên: chưa đủ phản hồi
history-day-before = nhắc đoàn trước một ngày
history-edited = sửa dự thảo
history-started = bắt đầu tiến hành
history-concluded = kết thúc cuộc
history-recalled-ask = thu hồi đề nghị
history-change-proposed = đề nghị điều chỉnh
history-change-crossed = đề nghị điều chỉnh đến bên nhận
history-change-confirmed = xác nhận điều chỉnh
history-change-refused = chưa đồng ý điều chỉnh
history-schedule = thông báo lịch làm việc (không phải điều chỉnh)
history-switched = điều chỉnh có hiệu lực, phản hồi trước không còn hiệu lực
history-stop-proposed = đề nghị dừng
history-stop-crossed = đề nghị dừng đến bên nhận
history-stop-confirmed = xác nhận dừng, không thực hiện
history-stop-refused = chưa đồng ý dừng
history-not-held-proposed = đề nghị thống nhất chưa tiến hành
history-not-held-crossed = đề nghị chưa tiến hành đến bên nhận
history-not-held-confirmed = thống nhất chưa tiến hành
history-not-held-refused = chưa thống nhất việc chưa tiến hành
history-team = đổi thành phần, vai trò trong đoàn của Uỷ ban ta
history-overlap-kept = giữ cuộc trùng lặp, có lý do
history-recomputed = tính lại hạn theo lịch nghỉ mới
history-moved = lùi hạn vì thông báo chưa đến được
history-notice-recorded = ghi nhận thay đồng chí { $name }: { $answer }
history-notice-reminded = nhắc các đồng chí của Uỷ ban ta
history-opinion-settled = đã trao đổi, giải quyết ý kiến của đồng chí { $name }
history-urgent = chuyển thông báo thành Khẩn
history-substitute-asked = đề nghị cử người thay
history-substitute = cử { $other } thay { $name }
history-letter = soạn dự thảo văn bản

button-page-before = Trang trước { $at }
button-page-after = Trang sau { $at }
view-names-more = { $names } và { $more } đồng chí khác
