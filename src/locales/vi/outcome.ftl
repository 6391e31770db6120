# What inspections led to, in counts; what is recorded apart from them; what conclusions asked for.

result-head = { $code } · Kết quả
result-head-none = { $code }: chưa ghi kết quả.
result-by = { $committee } ghi lúc { $at }
result-by-corrected = Số liệu cũ, đã được đính chính; { $committee } ghi lúc { $at }
result-organisations = Tổ chức đảng bị kỷ luật: { $total } ({ $parts })
result-organisations-none = Tổ chức đảng bị kỷ luật: không có
result-members = Đảng viên bị kỷ luật: { $total } ({ $parts })
result-members-none = Đảng viên bị kỷ luật: không có
result-join = { $a }, { $b }
result-part-reprimand = { $count } khiển trách
result-part-warning = { $count } cảnh cáo
result-part-dissolution = { $count } giải tán
result-part-dismissal = { $count } cách chức
result-part-expulsion = { $count } khai trừ
result-period = { $period }
result-aparts = Kỷ luật ngoài các cuộc phối hợp
result-aparts-none = Kỷ luật ngoài các cuộc phối hợp: chưa ghi số liệu
result-apart-caution = Số liệu ghi riêng, không tính là kết quả của các cuộc phối hợp.
result-which-pair = Ghi số liệu ngoài các cuộc phối hợp cho quy chế phối hợp nào?
result-which-pair-line = Ghi số liệu cho quy chế phối hợp nào? Dòng vừa gửi được giữ và dùng ngay khi chọn.
result-line-example = Ví dụ đúng: /ketthuc ngoài; quý III/2026; tổ chức: 10 = 10 khiển trách; đảng viên: 46 = 30 + 15 + 0 + 1; không mật

result-ask-period = Số liệu ngoài các cuộc phối hợp của kỳ nào? Chọn, hoặc gõ: quý III/2026 · 01/06/2026 - 30/09/2026
result-period-unclear = Chưa rõ kỳ nào. Ví dụ đúng: quý III/2026, tháng 9/2026, 01/06/2026 - 30/09/2026. Phần đã nhập vẫn được giữ.
result-period-ahead = Kỳ này chưa bắt đầu. Ví dụ đúng: một tháng, quý, khoảng ngày đã qua hoặc đang diễn ra.
result-ask-organisations = Số tổ chức đảng bị kỷ luật: tổng số trước, rồi từng hình thức (khiển trách, cảnh cáo, giải tán). Chỉ ghi số, không ghi tên.
result-example-organisations = Ví dụ: 10 = 10 khiển trách · 10; 10; 0; 0
result-ask-members = Số đảng viên bị kỷ luật: tổng số trước, rồi từng hình thức (khiển trách, cảnh cáo, cách chức, khai trừ). Chỉ ghi số, không ghi tên.
result-example-members = Ví dụ: 46 = 30 khiển trách + 15 cảnh cáo + 1 khai trừ · 46; 30; 15; 0; 1
result-counts-short = Tổng { $total } nhưng các hình thức cộng lại là { $sum }: thiếu { $difference }. Chưa lưu; đề nghị ghi lại.
result-counts-over = Tổng { $total } nhưng các hình thức cộng lại là { $sum }: thừa { $difference }. Chưa lưu; đề nghị ghi lại.
result-counts-range = Mỗi số là số nguyên từ 0 đến 100000. Đề nghị ghi lại.
result-counts-empty = Chưa có số nào. Không có thì gõ 0.
result-counts-no-parts = Đề nghị ghi cả từng hình thức sau tổng số, để đối chiếu với tổng.
result-counts-no-total = Thiếu tổng số ở đầu; các hình thức cộng lại là { $total }. Có phải: { $total } = … ?
result-counts-bare-organisations = Ghi số không kèm tên hình thức thì cần đủ ba số sau tổng: khiển trách, cảnh cáo, giải tán.
result-counts-bare-members = Ghi số không kèm tên hình thức thì cần đủ bốn số sau tổng: khiển trách, cảnh cáo, cách chức, khai trừ.
result-counts-unclear = Chưa rõ phần “{ $part }”. Đề nghị chỉ ghi số và tên hình thức kỷ luật.
result-counts-twice = Hình thức ở phần “{ $part }” ghi hai lần. Đề nghị gộp thành một số.
result-preview = { $code } · Xem lại kết quả trước khi ghi:
result-preview-apart = Ngoài các cuộc phối hợp, { $period }. Xem lại trước khi ghi:
result-replaces = Thay cho số liệu đã ghi (vẫn xem lại được): { $before }
result-overlapping = Lưu ý: kỳ này có ngày trùng với kỳ đã ghi { $period }; một vụ có thể được tính hai lần.
result-saved = { $code }: đã ghi kết quả. Đầu mối và lãnh đạo hai bên đã được báo.
result-corrected = { $code }: đã đính chính kết quả; số liệu cũ vẫn xem lại được. Hai bên đã được báo.
result-apart-saved = Đã ghi số liệu ngoài các cuộc phối hợp, { $period }. Hai bên cùng xem được.
result-apart-corrected = Đã đính chính số liệu ngoài các cuộc phối hợp, { $period }; số liệu cũ vẫn xem lại được.
result-sensitive = Loại cuộc này không ghi số liệu kỷ luật trên hệ thống. Đề nghị trao đổi qua văn thư mật.

card-recommendations = Kiến nghị: { $all }, chưa thực hiện { $open }, quá hạn { $late }
outcome-result = { $code }: đã ghi kết quả; số liệu ở phần chi tiết của cuộc.
outcome-result-corrected = { $code }: kết quả đã được đính chính; số liệu ở phần chi tiết của cuộc.
history-result = ghi kết quả (số liệu kỷ luật)
history-result-corrected = đính chính kết quả
history-recommendation-added = ghi kiến nghị số { $n }
history-recommendation-withdrawn = rút kiến nghị số { $n }
history-recommendation-done = ghi đã thực hiện kiến nghị số { $n }
log-apart-recorded = ghi số liệu kỷ luật ngoài các cuộc phối hợp
log-apart-corrected = đính chính số liệu kỷ luật ngoài các cuộc phối hợp

rec-title = Yêu cầu, kiến nghị trong các kết luận (chưa thực hiện xếp trước):
rec-title-of = { $code } · Yêu cầu, kiến nghị trong kết luận:
rec-none = Chưa có kiến nghị nào được ghi.
rec-number = kiến nghị số { $n }
rec-button-open = { $n }. Mở { $code } ({ $number })
rec-line-done = đã thực hiện { $day }
rec-line-due = hạn { $day }
rec-state-open = chưa thực hiện
rec-state-withdrawn = đã rút
rec-state-done = đã thực hiện
rec-words = Nội dung: { $words }
rec-no-words = Nội dung không ghi trên hệ thống.
rec-due = Hạn: { $day }
rec-late = Quá hạn: { $day }
rec-no-due = Không đặt hạn.
rec-due-gone = Lưu ý: hạn này đã qua.
rec-done-line = Đã thực hiện: { $day }
rec-done-line-symbol = Đã thực hiện: { $day }, theo { $symbol }
rec-responsible = Theo dõi: đầu mối { $committee } (bên chủ trì)
rec-ask-words = Kết luận kiến nghị, yêu cầu điều gì (ngắn gọn, không ghi tên cá nhân)?
rec-ask-due = Hạn thực hiện? Ví dụ: 31/12/2026
rec-preview = { $code } · Xem lại kiến nghị trước khi ghi:
rec-added = { $code }: đã ghi kiến nghị số { $n }. Hai bên xem được ở phần chi tiết của cuộc; việc nằm ở /viec của đồng chí cho đến khi thực hiện.
rec-ask-withdraw = { $code }: rút kiến nghị số { $n } vì ghi nhầm? Kiến nghị không còn được đếm và liệt kê; việc rút nằm trong Lịch sử, hai bên đọc được.
rec-withdrawn = { $code }: đã rút kiến nghị số { $n }.
rec-ask-done-day = Ngày hoàn thành? Ví dụ: 20/11/2026
rec-ask-symbol = Có văn bản báo cáo việc thực hiện không?
rec-day-ahead = { $day } chưa đến. Ngày thực hiện xong không thể ở sau hôm nay.
rec-done-preview = Ghi kiến nghị này đã thực hiện xong, { $day }. Xác nhận?
rec-done-preview-symbol = Ghi kiến nghị này đã thực hiện xong, { $day }, theo { $symbol }. Xác nhận?
rec-done = { $code }: kiến nghị số { $n } đã thực hiện, { $day }.
rec-sensitive-no-text = Loại cuộc này không ghi nội dung kiến nghị: chỉ có số thứ tự và hạn.
rec-too-many = Một cuộc ghi nhiều nhất { $max } kiến nghị.
rec-line-example = Ví dụ đúng: /kiennghi PH-2026-001; Bổ sung quy chế làm việc; hạn: 31/12/2026; không mật
rec-examples =
    Yêu cầu, kiến nghị trong các kết luận. Ví dụ:
    /kiennghi
    /kiennghi PH-2026-001; Bổ sung quy chế làm việc; hạn: 31/12/2026; không mật
rec-several = Có nhiều cuộc mang mã { $code } ở các quy chế phối hợp khác nhau. Đề nghị mở cuộc từ /tim rồi bấm nút ở phần chi tiết.
rec-code-unknown = Không có cuộc “{ $part }” trong phạm vi của đồng chí. Ví dụ đúng: /kiennghi PH-2026-001
rec-line-sensitive = Loại cuộc này không ghi nội dung; nội dung vừa gửi đã bỏ, không lưu.
task-recommendation = kiến nghị chưa thực hiện
task-verb-recommendation = Mở
short-kiennghi = yêu cầu, kiến nghị trong các kết luận

button-result = Ghi kết quả
button-result-correct = Đính chính kết quả
button-result-show = Xem kết quả
button-result-apart = Ghi ngoài phối hợp
button-result-aparts = Xem số liệu đã ghi
button-result-save = Ghi kết quả
button-result-none = Không có
button-result-month = Tháng trước
button-result-quarter = Quý trước
button-result-year = Từ đầu năm đến nay
button-result-edit-organisations = Sửa số tổ chức đảng
button-result-edit-members = Sửa số đảng viên
button-result-edit-period = Sửa kỳ
button-rec-add = Thêm kiến nghị
button-rec-more = Thêm kiến nghị nữa
button-rec-list = Xem kiến nghị
button-rec-done = Đã thực hiện
button-rec-withdraw = Rút kiến nghị
button-rec-withdraw-yes = Xác nhận rút
button-rec-save = Ghi kiến nghị
button-rec-no-due = Không đặt hạn
button-rec-edit-words = Sửa nội dung
button-rec-edit-due = Sửa hạn
button-rec-no-symbol = Không có văn bản
