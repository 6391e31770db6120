# Drafts of official letters, sent as files.

button-letter = Soạn dự thảo
button-letter-proposal = Đề nghị phối hợp
button-letter-reply = Thống nhất phối hợp
button-letter-notice = Thông báo kế hoạch
button-letter-change = Điều chỉnh
button-letter-stop = Dừng, không thực hiện
button-letter-conclusion = Kết thúc cuộc

letter-which = { $code }: soạn dự thảo văn bản nào?
letter-is-proposal = { $code } · Dự thảo công văn đề nghị phối hợp
letter-is-reply = { $code } · Dự thảo công văn thống nhất phối hợp
letter-is-notice = { $code } · Dự thảo thông báo kế hoạch
letter-is-change = { $code } · Dự thảo công văn điều chỉnh
letter-is-stop = { $code } · Dự thảo công văn dừng, không thực hiện
letter-is-conclusion = { $code } · Dự thảo công văn kết thúc cuộc
letter-is-draft = Đây là dự thảo, không thay thế văn bản. Đề nghị xem lại, sửa và trình ký theo quy định.
letter-left-open = Số, ngày, địa danh, người ký để trống.
letter-to-fill-in = Yêu cầu chuẩn bị và các chỗ “…” đề nghị điền trước khi trình ký.
letter-no-secret = Không ghi nội dung mật vào tệp này; nội dung mật đi qua văn thư mật.

toast-letter-coming = Đang soạn dự thảo; tệp đến ngay trong trò chuyện này.
refused-letter-sensitive = Loại cuộc này chỉ có mã, bên và hạn; công văn không soạn qua hệ thống. Đề nghị soạn và gửi qua văn thư mật.
refused-letter-none = Ở trạng thái này không có văn bản nào để soạn cho Uỷ ban ta. Mở lại cuộc này để xem: /lich
file-not-made = Chưa soạn được tệp. Đề nghị đồng chí thử lại sau ít phút.

letter-is-cover = { $code } · Dự thảo công văn gửi văn bản
letter-is-answer = { $code } · Dự thảo công văn trả lời
refused-exchange-letter = Mục này không có nội dung để soạn công văn qua hệ thống. Đề nghị soạn và gửi theo quy định.
