# What a whole plan leaves open (R3): quotas (chỉ tiêu) that both sides agree to, empty months, organisations and turns.

planquota-head = Kế hoạch năm { $year }: { $n }/{ $of } tổ chức có cuộc, { $turns } lượt. Không tính loại không nêu tên tổ chức.
planquota-own-only = Mới tính phần của Uỷ ban ta: chưa nhận được kế hoạch của Uỷ ban phối hợp.
planquota-months = Tháng chưa có cuộc nào: { $months } ({ $n }/12)
planquota-months-all = Chưa tháng nào có cuộc (12/12)
planquota-months-none = Tháng nào cũng có cuộc.
planquota-none = Hai bên chưa đặt chỉ tiêu nào.
planquota-met = Chỉ tiêu đạt: { $n }/{ $of }
planquota-all-kinds = Mọi loại
planquota-in-year = { $kind }, trong năm
planquota-in-term = { $kind }, trong nhiệm kỳ
planquota-targets = { $scope }: ít nhất { $least } tổ chức
planquota-turns = { $scope }: ít nhất { $least } lượt
planquota-each = { $scope }: mỗi tổ chức ít nhất { $least } lượt
planquota-line-each = { $scope }, mỗi tổ chức { $least } lượt: { $state }
planquota-line = { $scope }: { $state }
planquota-unit-targets = tổ chức
planquota-unit-turns = lượt
planquota-unit-each = tổ chức
planquota-reached = { $n }/{ $of } { $unit }, đạt
planquota-short = { $n }/{ $of } { $unit }, thiếu { $missing }
planquota-new = đề nghị mới
planquota-to-go = đề nghị bỏ chỉ tiêu này
planquota-to-be = đề nghị đổi thành ít nhất { $least }
planquota-what = Chỉ tiêu: { $what }
planquota-what-goes = Bỏ chỉ tiêu: { $what }
planquota-now = Theo kế hoạch hiện nay: { $state }
planquota-asked = { $other }: { $how }. Chờ đồng chí trả lời.
planquota-sent = { $other }: { $how }. Chờ Uỷ ban phối hợp trả lời.

planquota-ask-kind = Chỉ tiêu về loại nào? “Mọi loại” không gồm các loại không nêu tên tổ chức.
planquota-ask-span = Tính trong năm của kế hoạch, hay cả nhiệm kỳ đến hết năm đó?
planquota-no-term-yet = Chưa có ngày đầu nhiệm kỳ nên chưa tính theo nhiệm kỳ được; đề nghị người quản trị nhập vào tệp tổ chức.
planquota-span-year = Trong năm
planquota-span-term = Trong nhiệm kỳ
planquota-ask-measure = Chỉ tiêu tính theo số tổ chức, số lượt, hay cho mỗi tổ chức?
planquota-measure-targets = Số tổ chức
planquota-measure-turns = Số lượt
planquota-measure-each = Mỗi tổ chức
planquota-ask-targets = Ít nhất bao nhiêu tổ chức? Chọn, hoặc gõ một số, ví dụ: 8
planquota-ask-turns = Ít nhất bao nhiêu lượt? Chọn, hoặc gõ một số, ví dụ: 8
planquota-ask-each = Mỗi tổ chức ít nhất bao nhiêu lượt? Chọn, hoặc gõ một số, ví dụ: 1
planquota-not-number = Cần một số từ 1 đến 1000. Ví dụ đúng: 8

planquota-recalled = Đã thu hồi đề nghị về chỉ tiêu.
planquota-confirmed = Đã đồng ý. Từ nay tính theo chỉ tiêu này.
planquota-refused = Đã trả lời chưa đồng ý. Chỉ tiêu giữ như trước.
planquota-closed = Hai bên đã thống nhất kế hoạch này nên không đặt chỉ tiêu tại đây nữa. Đặt ở kế hoạch đang lập: /kehoach
planquota-exists = Đã có chỉ tiêu về loại này, tính cùng cách. Đề nghị mở chỉ tiêu đó và đổi số.
planquota-same = Số này là số đang có. Đề nghị nhập số khác.
planquota-no-term = chưa có ngày đầu nhiệm kỳ

task-plan-quota = đề nghị của Uỷ ban phối hợp về chỉ tiêu
task-verb-plan-quota = Trả lời

button-planquota = Chỉ tiêu, tháng trống
button-planquota-list = Xem chỉ tiêu
button-planquota-one = Xem chỉ tiêu { $n }
button-planquota-add = Thêm chỉ tiêu
button-planquota-change = Đổi số chỉ tiêu
button-planquota-drop = Bỏ chỉ tiêu

log-plan-quota-proposed = đề nghị về chỉ tiêu kế hoạch
log-plan-quota-recalled = thu hồi đề nghị về chỉ tiêu kế hoạch
log-plan-quota-confirmed = đồng ý chỉ tiêu kế hoạch
log-plan-quota-refused = chưa đồng ý chỉ tiêu kế hoạch
