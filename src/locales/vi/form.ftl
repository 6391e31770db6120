# Forms, step by step.

form-choose = Đề nghị chọn một nút dưới đây, hoặc bấm Huỷ.
form-none = Không có biểu mẫu nào đang mở.
form-cancelled = Đã huỷ; nội dung đang nhập đã được xoá.
form-outdated = Biểu mẫu này do bản phần mềm trước mở, nay không đọc tiếp được nên đã đóng; chưa có gì được lưu. Đề nghị mở lại.
form-outdated-typed = Nội dung đồng chí vừa gõ: { $typed }
form-too-long = Nội dung dài quá { $max } ký tự. Đề nghị viết ngắn hơn; các phần đã nhập vẫn được giữ.
form-secret = Nội dung sắp nhập có mang dấu MẬT, TỐI MẬT, TUYỆT MẬT, hoặc chưa được phép chia sẻ không?
form-secret-stop = Nội dung này không nhập qua hệ thống và chưa có gì được lưu. Đề nghị chuyển qua văn thư mật.
form-kind = Loại cuộc kiểm tra, giám sát?
form-find = Gõ một phần tên (không cần dấu) để tìm.
form-found = Khớp { $count }. Đề nghị chọn:
form-found-more = Khớp { $count }, còn { $more } không hiện ở đây. Đề nghị gõ rõ hơn, hoặc chọn:
form-none-found = Không có tên nào khớp. Đề nghị gõ lại, hoặc chọn một nút dưới đây.
button-whole-list = Cả danh sách
form-target = Tổ chức đảng được kiểm tra, giám sát? Chọn, hoặc gõ một phần tên (không cần dấu).
form-members = Có kiểm tra, giám sát đảng viên không? Chỉ ghi số lượng, không ghi tên.
form-members-example = Chọn, hoặc gõ: và 05 đồng chí · chỉ 05 đồng chí
members-unclear = Chưa rõ là cả tổ chức hay chỉ đảng viên. Ví dụ đúng: và 05 đồng chí
form-target-several = Có nhiều tổ chức khớp: { $names }. Đề nghị gõ rõ hơn hoặc chọn nút.
form-target-unknown = Không có tổ chức “{ $part }”. Ví dụ đúng: { $example }. Các phần đã nhập vẫn được giữ.
form-subject = Nội dung kiểm tra, giám sát (ngắn gọn, không ghi tên cá nhân)?
form-covered = Mốc thời gian được kiểm tra, giám sát?
form-covered-example = Ví dụ: năm 2025 · từ 01/2025 đến 6/2026 · từ đầu nhiệm kỳ đến thời điểm kiểm tra
covered-choice = { $covered }
covered-unclear = Chưa hiểu mốc thời gian “{ $part }”. Ví dụ đúng: từ 01/01/2025 đến 30/6/2026
covered-no-term = Chưa biết ngày bắt đầu nhiệm kỳ của quy chế. Đề nghị ghi ngày, ví dụ: từ 01/10/2025 đến nay
form-lead = Bên nào chủ trì (dự kiến)?
form-mode = Hình thức phối hợp?
form-window = Thời gian dự kiến? Chọn tuần, hoặc gõ ngày.
form-window-example = Ví dụ: 07/12 - 11/12/2026 · tháng 3/2027 · quý I/2027
form-week = Tuần { $window }
form-team = Người của Uỷ ban ta trong đoàn: { $count }. Bấm để thêm hoặc bớt, rồi bấm Xong.
form-team-chosen = Đã chọn: { $names }
form-team-in = ✓ { $name }
form-team-out = { $name }
preview-head = Xem lại trước khi gửi:

form-opinion = Đồng chí cho biết ý kiến (lý do):
form-opinion-words = Đề nghị ghi ngắn gọn ý kiến.
form-decision = Ý kiến của lãnh đạo là gì?
form-reason = Lý do?
form-reason-words = Đề nghị ghi ngắn gọn lý do.
form-counter-window = Đề nghị chuyển sang thời gian nào?
form-via = Ý kiến nhận bằng cách nào?
form-decide-confirm = { $by ->
    [secretary] Ghi ý kiến lãnh đạo: { $decision }. Xác nhận?
   *[leader] Xác nhận trả lời: { $decision }.
  }
form-decide-via = Cách nhận ý kiến: { $via }

form-symbol-use = Văn bản nào?
form-symbol = Số, ký hiệu văn bản? Ví dụ: 05-CV/UBKTTU
form-symbol-day = Ngày của văn bản? Ví dụ: 20/11/2026
form-symbol-confirm = { $symbol }, { $day }: ngày này khác thường. Xác nhận đúng ngày?
form-symbol-impossible = Ký hiệu này có ký tự không dùng được hoặc dài quá 60 ký tự. Ví dụ đúng: 05-CV/UBKTTU
symbol-wrong-empty = Chưa có ký hiệu. Ví dụ đúng: { $example }
symbol-wrong-too-long = Ký hiệu “{ $part }…” dài quá. Ví dụ đúng: { $example }
symbol-wrong-colon = Sau “Số” không có dấu hai chấm. Có phải: { $example }
symbol-wrong-no-number = Thiếu số trong “{ $part }”. Ví dụ đúng: { $example }
symbol-wrong-no-type = Thiếu loại văn bản trong “{ $part }”. Ví dụ đúng: { $example }
symbol-wrong-unknown-type = Không có loại văn bản “{ $part }”. Có phải: { $example }
symbol-wrong-separators = Dấu phân cách trong “{ $part }” chưa đúng. Có phải: { $example }
symbol-wrong-no-issuer = Thiếu nơi ban hành sau dấu / trong “{ $part }”. Ví dụ đúng: { $example }
symbol-wrong-unaccented-issuer = Nơi ban hành “{ $part }” thiếu dấu. Có phải: { $example }
symbol-wrong-ambiguous-tu = “{ $part }” là Tỉnh uỷ (TU) hay Trung ương (TW)? Ví dụ đúng: { $example }
symbol-wrong-characters = “{ $part }” có ký tự không dùng trong ký hiệu. Ví dụ đúng: { $example }
symbol-attached = { $code }: đã gắn văn bản { $symbol }.
symbol-official = { $code }: đã gắn công văn { $symbol }; cuộc chuyển sang chính thức.

button-not-secret = Không mật
button-secret = Có
button-unsure = Chưa rõ
button-none = Không ghi nội dung
button-more = Xem thêm
button-done = Xong
button-confirm = Xác nhận
button-keep-draft = Lưu dự thảo
button-body = Đổi chủ thể
button-covered = Mốc thời gian
button-members = Đảng viên
button-covered-none = Không nêu
button-insist = Giữ nguyên ký hiệu này
button-today = Hôm nay
