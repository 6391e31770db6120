# The year's plan: files in and out.

button-plan-file = Nhập từ tệp
button-plan-out = Xuất kế hoạch
button-plan-template = Tải mẫu
button-plan-store = Ghi { $count } dòng
button-plan-bad = Xem { $count } dòng lỗi
button-plan-which = Chọn số { $n }
button-plan-which-none = Bỏ các dòng này

plan-file-ask = Đề nghị đồng chí gửi tệp .xlsx hoặc .csv của kế hoạch năm { $year } vào đây (tối đa 2 MB, 2.000 dòng).
plan-file-ask-columns = Cần các cột: tổ chức đảng, loại, thời gian (hoặc từ ngày, đến ngày). Nội dung, chủ trì, phương thức có thể bỏ trống.
plan-file-not-typed = Bước này nhận tệp, không nhận tin nhắn chữ. Nhập tay từng dòng: /kehoach
plan-file-sent-too-big = Tệp lớn hơn 2 MB nên chưa được đọc. Đề nghị chỉ giữ trang kế hoạch rồi gửi lại.
plan-file-sent-wrong-kind = Chỉ nhận tệp .xlsx hoặc .csv. Với .xls, .xlsm, .ods: mở tệp, chọn Lưu thành .xlsx rồi gửi lại.
plan-file-sent-not-fetched = Chưa tải được tệp từ Telegram; chưa lưu gì. Đề nghị đồng chí gửi lại tệp.

plan-file-fault-too-big = Tệp lớn hơn 2 MB nên chưa được đọc. Đề nghị chỉ giữ trang kế hoạch rồi gửi lại.
plan-file-fault-inflated = Tệp chứa quá nhiều dữ liệu khi giải nén (trên 30 MB) nên không được đọc. Đề nghị chép trang kế hoạch sang tệp mới.
plan-file-fault-sheets = Tệp có { $count } trang tính; tối đa 20. Đề nghị chỉ giữ trang kế hoạch.
plan-file-fault-rows = Tệp có { $count } dòng; tối đa 2.000. Đề nghị tách tệp hoặc xoá dòng thừa rồi gửi lại.
plan-file-fault-macros = Tệp có macro nên không được đọc. Đề nghị lưu thành .xlsx (không macro) rồi gửi lại.
plan-file-fault-old-excel = Tệp .xls cũ hoặc có mật khẩu nên không đọc được. Đề nghị bỏ mật khẩu, lưu thành .xlsx rồi gửi lại.
plan-file-fault-not-a-table = Tệp này không phải bảng tính .xlsx hoặc .csv. Đề nghị dùng mẫu: nút Tải mẫu.
plan-file-fault-broken = Tệp bị hỏng hoặc thiếu phần, không đọc được. Đề nghị mở tệp, lưu lại thành .xlsx rồi gửi lại.
plan-file-fault-empty = Tệp không có dòng nào dưới tiêu đề cột. Chưa lưu gì.
plan-file-no-columns = Không tìm thấy cột: { $missing }. Tên cột đúng có trong mẫu: nút Tải mẫu.
plan-column-target = tổ chức đảng
plan-column-kind = loại
plan-column-window = thời gian

plan-file-which = Dòng { $rows }: “{ $written }” là tổ chức nào? (còn { $left } câu hỏi)
plan-file-counts = Kế hoạch năm { $year }: { $good } dòng ghi được, { $bad } dòng chưa ghi được. Chưa lưu gì.
plan-file-doubles = { $count } dòng đã có trong kế hoạch hoặc lặp lại trong tệp: không ghi lần nữa.
plan-file-dropped = { $count } dòng thuộc loại không mang nội dung: cột nội dung đã bỏ.
plan-file-good = Dòng { $row }: { $what }
plan-file-lead = chủ trì: { $lead }
plan-file-bad = Dòng { $row }: { $why }
plan-file-bad-title = { $count } dòng chưa ghi được. Đề nghị sửa trong tệp rồi gửi lại; dòng đã ghi không bị lặp.
plan-file-stored = Đã ghi { $count } dòng vào kế hoạch năm { $year } của Uỷ ban ta. Bên kia chưa thấy.
plan-file-stored-bad = Chưa ghi được dòng: { $rows }.
plan-file-stored-next = Đề nghị xem lại các dòng trước khi trao đổi cho bên kia.
plan-file-list = { $a }; { $b }

plan-row-secret = có dấu hiệu mật, tố cáo hoặc số định danh; không tiếp nhận qua hệ thống
plan-row-formula = ô là công thức không có kết quả hoặc báo lỗi; đề nghị dán giá trị
plan-row-no-target = thiếu tổ chức đảng
plan-row-target-unknown = không rõ tổ chức “{ $part }”
plan-row-target-ended = “{ $part }” kết thúc hoạt động trước khi hết thời gian này
plan-row-target-early = “{ $part }” chưa hoạt động vào thời gian này
plan-row-no-kind = thiếu loại
plan-row-kind-unknown = không rõ loại “{ $part }”
plan-row-no-window = thiếu thời gian
plan-row-unclear = không rõ thời gian “{ $part }”; ví dụ: quý I, tháng 3-4, 7–11/12
plan-row-no-such-date = không có ngày “{ $part }”
plan-row-end-before-start = “{ $part }”: ngày cuối trước ngày đầu
plan-row-other-year = “{ $part }” ngoài năm kế hoạch
plan-row-lead-unknown = không rõ bên chủ trì “{ $part }”
plan-row-mode-unknown = không rõ phương thức “{ $part }”
plan-row-subject-long = nội dung dài quá 1.000 ký tự

plan-sheet-mark = DỰ THẢO · Kế hoạch kiểm tra, giám sát năm { $year } · { $committee }
plan-sheet-name = Kế hoạch
plan-sheet-other = Bên kia
plan-sheet-joint = Chung
plan-sheet-lists = Danh mục
plan-sheet-target = Tổ chức đảng
plan-sheet-kind = Loại
plan-sheet-subject = Nội dung
plan-sheet-from = Từ ngày
plan-sheet-to = Đến ngày
plan-sheet-lead = Chủ trì
plan-sheet-mode = Phương thức
plan-sheet-key = Mã
plan-sheet-unnamed = (không nêu)
plan-template-caption = Mẫu kế hoạch năm { $year }. Danh sách tổ chức, loại, phương thức ở trang thứ hai. Điền xong, gửi lại tệp này vào đây.
plan-out-caption = Kế hoạch năm { $year }: { $count } dòng. Dự thảo, không thay thế văn bản.
toast-plan-out-coming = Tệp kế hoạch đang được gửi.
