# What every command may answer: refusals, toasts, the menu, input that fits nowhere.

plain = { $text }
message-buttons-left = Còn { $count } nút không hiện được ở đây. Đề nghị gõ rõ hơn để tìm: /tim
message-no-buttons = Các nút của tin này không hiện được. Việc chờ xử lý: /viec. Bỏ nội dung đang nhập: /huy
button-others = Việc khác
message-resent = (gửi lại)
message-late = Tin đến chậm, lẽ ra từ { $at }.
error-not-saved = Chưa lưu được. Đề nghị đồng chí thử lại sau ít phút; nội dung chưa được ghi nhận.
input-too-many = Nhiều tin đến cùng lúc: { $count } tin đầu được đọc, những tin sau không được đọc và chưa được ghi nhận. Đề nghị đồng chí đợi một phút rồi gửi lại.
input-passed = Hệ thống vừa khởi động lại; có nội dung đồng chí gửi chưa được xử lý và chưa được ghi nhận. Đề nghị đồng chí gửi lại.
toast-too-many = Bấm quá nhiều lần cùng lúc: lần này chưa được ghi nhận. Đề nghị đợi một phút rồi bấm lại.

menu-todo = Việc chờ xử lý
menu-calendar = Lịch, cuộc KT, GS
menu-search = Tra cứu
menu-help = Trợ giúp, cá nhân
menu-new = Tạo mới
menu-exchange = Sổ trao đổi
menu-log = Nhật ký
menu-manage = Quản lý

toast-recorded = Đã ghi nhận.
toast-recorded-already = Đã ghi nhận trước đó.
too-many-at-once = Nhiều yêu cầu cùng lúc quá nên một số không được trả lời; nút đã bấm vẫn được ghi nhận. Đề nghị chờ một phút rồi gửi lại.
toast-stale-step = Bước này đã qua. Đề nghị dùng tin nhắn mới nhất.
toast-stale-button = Nút này không còn hiệu lực. Xem việc hiện tại: /viec

refused-not-active = Tài khoản này chưa được kết nối. Đề nghị liên hệ đầu mối của Uỷ ban để nhận đường dẫn mời.
refused-not-found = Không tìm thấy cuộc này trong phạm vi của đồng chí. Xem danh sách: /lich
refused-not-allowed = Vai trò của đồng chí không thực hiện được việc này. Việc có thể làm: /trogiup
refused-secretary-only = Chỉ đầu mối lập đề xuất. Việc của đồng chí: /viec
refused-leader-only = Việc này do chủ nhiệm, phó chủ nhiệm quyết định; đầu mối ghi lại ý kiến và cách nhận.
refused-state = Cuộc này đã ở trạng thái khác, không thực hiện được việc vừa chọn. Mở lại cuộc này để xem: /lich
refused-answered-already = Việc này đã có trả lời, không cần trả lời lại.
refused-crossed-already = Đề xuất đã chuyển Uỷ ban phối hợp, không thu hồi được nữa. Có thể bấm Điều chỉnh hoặc Dừng khi mở cuộc này: /lich
refused-paused-already = Đã trao đổi trực tiếp một lần; hạn đã lùi một ngày làm việc và không lùi thêm.
refused-downward = Nội dung cấp trên gửi xuống chỉ trả lời: Đã tiếp nhận, hoặc Báo cáo, đề xuất.
refused-replaced = Đã có đồng chí khác thay; không cần trả lời nữa.
refused-team-head = Trưởng đoàn do bên chủ trì cử. Đề nghị bấm Quay lại, chọn lại vai trò.
refused-not-team = Tham gia là câu trả lời của thành viên đoàn. Đề nghị bấm Đã nhận.
refused-target-ended = { $target } đã kết thúc hoạt động từ { $day }, chỉ xem được, không chọn được.
target-ended-successor = { $target } đã kết thúc hoạt động từ { $day }. Tổ chức kế tục: { $successor }. Đề nghị chọn hoặc gõ tên này.
refused-window-past = { $window } đã qua. Ví dụ đúng: 07/12 - 11/12/2026. Nội dung đã nhập vẫn được giữ.

input-edited = Tin đã sửa không được đọc lại. Đề nghị gửi nội dung đúng thành tin mới.
input-file =
    Hệ thống không nhận ảnh, tệp, ghi âm, tin chuyển tiếp (tệp kế hoạch: chỉ khi đang nhập ở /kehoach); nội dung chưa được lưu.
    Tin đã gửi thì máy chủ Telegram đã nhận: đề nghị xoá tin, và báo cáo theo quy định nếu là tài liệu mật.
input-unknown-command = Không có lệnh { $part }. Danh sách lệnh: /trogiup
input-loose-text = Hệ thống chưa rõ đồng chí cần làm gì; nội dung vừa gõ không được lưu. Đề nghị chọn việc:
input-pasted = Nội dung vừa gửi không được lưu: hệ thống chưa rõ là việc gì. Đề nghị chọn việc rồi nhập theo từng bước:
input-typed-answer = Chữ vừa gõ chưa được tính là phản hồi. Đề nghị đồng chí bấm nút:
input-unused = Lệnh này không dùng phần “{ $part }”.
button-loose-propose = Đề xuất cuộc mới
button-loose-tasks = Xem việc chờ xử lý
button-loose-help = Trợ giúp
line-left = Chưa dùng được phần { $parts }{ $more ->
    [0] { "" }
   *[other] { " " }và { $more } phần khác
}. Các phần khác vẫn được giữ; phần này đề nghị nhập ở bước dưới đây, hoặc gửi lại cả dòng.
line-left-unsaid = Có { $count } phần của dòng vừa gửi không dùng được, đã bỏ và không lưu.
cancel-not-stop = /huy bỏ nội dung đang nhập. Dừng, không thực hiện một cuộc kiểm tra, giám sát: /dung

date-no-hour = Chưa rõ giờ trong “{ $part }”. Ví dụ đúng: 14h30 ngày 15/12. Nội dung đã nhập vẫn được giữ.
date-no-day = Chưa rõ ngày trong “{ $part }”. Ví dụ đúng: 07/12/2026. Nội dung đã nhập vẫn được giữ.
date-no-such-date = Không có ngày { $part }. Ví dụ đúng: 07/12/2026. Nội dung đã nhập vẫn được giữ.
date-no-such-hour = Không có giờ { $part }. Ví dụ đúng: 14h30 ngày 15/12. Nội dung đã nhập vẫn được giữ.
date-past-or-next-year = “{ $part }” vừa qua, hay là năm sau? Đề nghị ghi cả năm. Ví dụ đúng: 24/11/2027. Nội dung đã nhập vẫn được giữ.
date-far-ahead = “{ $part }” còn hơn chín tháng. Đề nghị ghi cả năm. Ví dụ đúng: 24/11/2027. Nội dung đã nhập vẫn được giữ.
date-past = “{ $part }” đã qua. Ví dụ đúng: 07/12 - 11/12/2026. Nội dung đã nhập vẫn được giữ.
date-weekday-mismatch = Thứ và ngày không khớp trong “{ $part }”. Ví dụ đúng: thứ Hai 07/12/2026. Nội dung đã nhập vẫn được giữ.
date-end-before-start = Ngày kết thúc ở trước ngày bắt đầu trong “{ $part }”. Ví dụ đúng: 07/12 - 11/12/2026. Nội dung đã nhập vẫn được giữ.
date-ambiguous = “{ $part }” hiểu được nhiều cách. Ví dụ đúng: 07/12/2026. Nội dung đã nhập vẫn được giữ.
date-which = “{ $part }” hiểu được nhiều cách. Đề nghị chọn một nút dưới đây, hoặc gõ rõ hơn. Nội dung đã nhập vẫn được giữ.
date-choice = { $days }
date-lunar = Hệ thống chỉ đọc ngày dương lịch; “{ $part }” có thể là ngày âm lịch. Ví dụ đúng: 07/12/2026. Nội dung đã nhập vẫn được giữ.
date-unclear = Chưa hiểu “{ $part }”. Ví dụ đúng: 07/12 - 11/12/2026. Nội dung đã nhập vẫn được giữ.
