# The year's plan (kế hoạch năm): the cycle.

plan-locked = Uỷ ban ta đã gửi kế hoạch này, không thêm hoặc rút cuộc được nữa. Thay đổi qua mục Trùng lặp, bỏ trống hoặc Điều chỉnh.
plan-line-gone = Cuộc này không còn trong kế hoạch. Xem lại: /kehoach
plan-line-shut = Đồng chí thuộc { $target } nên không nhập cuộc về tổ chức này; đề nghị đầu mối khác nhập.
plan-line-year = { $window } không nằm trong năm { $year }. Ví dụ đúng: 07/12 - 11/12/{ $year }
plan-line-early = { $target } hoạt động từ { $day }; thời gian của cuộc phải từ ngày đó.

plan-exchanged-already = Uỷ ban ta đã gửi kế hoạch này.
plan-asked-already = Phần của Uỷ ban ta đang chờ lãnh đạo duyệt.
plan-not-asked = Phần của Uỷ ban ta không chờ duyệt nữa. Xem lại: /kehoach
plan-asked = Đã khoá phần của Uỷ ban ta trong kế hoạch năm { $year } và trình lãnh đạo. Uỷ ban phối hợp chỉ thấy sau khi lãnh đạo duyệt; đến lúc đó vẫn có thể thu hồi.
plan-return-why = Gửi lại đầu mối vì lý do nào?
plan-told-approve = KH-{ $year } với { $other }: phần của Uỷ ban ta chờ đồng chí duyệt để gửi. Hạn gửi: hết { $due }.
plan-told-approved = KH-{ $year }: lãnh đạo đã duyệt, { $other } nhận được sau thời gian có thể thu hồi.
plan-told-returned = KH-{ $year } với { $other }: lãnh đạo gửi lại, lý do: { $reason }. Đề nghị đồng chí sửa rồi gửi lại.
plan-not-exchanged = Uỷ ban ta chưa gửi kế hoạch này, không có gì để thu hồi.
plan-crossed-already = Kế hoạch đã chuyển Uỷ ban phối hợp, không thu hồi được nữa. Thay đổi qua mục Trùng lặp, bỏ trống.
plan-not-compared = Hai bên chưa gửi đủ kế hoạch nên chưa thống nhất được.
plan-agreed-already = Uỷ ban ta đã thống nhất kế hoạch này.
plan-findings-open = Còn { $count } nội dung trùng lặp, bỏ trống chưa thống nhất. Đề nghị giải quyết trước khi thống nhất kế hoạch.
plan-not-agreed = Hai bên chưa thống nhất kế hoạch này nên chưa gắn số văn bản được.
plan-frozen-already = Kế hoạch này đã gắn số văn bản.
plan-told-exchanged = { $other } đã gửi kế hoạch năm { $year }. Đề nghị đồng chí gửi kế hoạch của Uỷ ban ta chậm nhất hết { $due }.
plan-told-compared =
    { $count ->
        [0] Kế hoạch năm { $year } với { $other }: hai bên đã gửi đủ, không có trùng lặp, bỏ trống. Chờ lãnh đạo hai bên thống nhất.
       *[other] Kế hoạch năm { $year } với { $other }: hai bên đã gửi đủ, có { $count } nội dung trùng lặp, bỏ trống cần thống nhất.
    }
plan-examples =
    /kehoach: kế hoạch năm đang làm của hai bên.
    /kehoach 2027: kế hoạch năm 2027.
    /kehoach xã Mẫu 2027: như trên, của quy chế phối hợp có tên chứa những chữ đó.
plan-choose-pair = Kế hoạch năm của quy chế phối hợp nào?
plan-head = Kế hoạch năm { $year }: { $state }
plan-state-drafting = đang lập
plan-state-comparing = đang đối chiếu
plan-state-agreed = hai bên đã thống nhất
plan-state-frozen = đã ban hành văn bản
plan-side-lines = { $name }: { $count } cuộc
plan-side-drafting = chưa gửi
plan-side-own-late = chưa gửi, đã quá hạn
plan-side-crossing = đang chuyển
plan-side-awaiting = chờ lãnh đạo duyệt
plan-side-returned = lãnh đạo gửi lại: { $reason }
plan-side-exchanged = đã gửi { $day }
plan-side-agreed = đã thống nhất { $day }
plan-joint-lines =
    { $isAgreed ->
        [yes] Hai bên cùng làm: { $count } cuộc, được thông báo khi gần đến ngày
       *[no] Hai bên cùng làm: { $count } cuộc
    }
plan-side-waited = { $name }: chưa gửi
plan-side-late = { $name }: chưa nhận được kế hoạch
plan-exchange-by = Hạn gửi kế hoạch: hết { $due } ({ $left })
plan-agree-by = Hạn thống nhất: hết { $due } ({ $left })
plan-left = còn { $count } ngày làm việc
plan-past = đã qua
plan-open-findings =
    { $count ->
        [0] Không còn trùng lặp, bỏ trống nào chưa thống nhất
       *[other] Trùng lặp, bỏ trống chưa thống nhất: { $count }
    }
plan-frozen-on = Văn bản: { $symbol }, { $day }
plan-freeze-preview = Gắn số văn bản kế hoạch: { $symbol }, { $day }. Sau đó kế hoạch giữ nguyên; thay đổi đi qua Điều chỉnh từng cuộc.
plan-frozen-done = Đã gắn số văn bản kế hoạch. Thay đổi về sau qua Điều chỉnh trên từng cuộc.
plan-given = Đã khoá phần của Uỷ ban ta trong kế hoạch năm { $year }; chuyển { $other } sau { $seconds } giây. Trong thời gian đó có thể thu hồi.
plan-lines = Kế hoạch năm { $year }: { $count } cuộc
plan-window = { $window }
plan-target-unnamed = tổ chức không nêu tên
plan-line-joint = hai bên cùng làm
plan-line-owner = Thuộc kế hoạch: { $owner }
plan-line-mode = Hình thức: { $mode }
plan-line-made = Cuộc này đã được lập từ kế hoạch
plan-line-made-already = Cuộc này đã được lập từ kế hoạch; mở để xem.
plan-line-withdrawn = Đã rút cuộc này khỏi kế hoạch.
plan-line-kept = Đã ghi vào kế hoạch của Uỷ ban ta. Uỷ ban phối hợp chưa thấy cho đến khi kế hoạch được gửi.
plan-line-double = Cuộc này đã có trong kế hoạch, không ghi thêm.
plan-form-window = Thời gian trong năm { $year }? Chọn quý, hoặc gõ, ví dụ: tháng 3-4 · 6 tháng đầu năm · 08/03 - 12/03
plan-form-quarter = Quý { $n ->
        [1] I
        [2] II
        [3] III
       *[other] IV
    }/{ $year }
plan-window-unclear = Chưa hiểu “{ $part }”. Ví dụ đúng: quý I · tháng 3-4 · 07/12 - 11/12/{ $year }
plan-window-no-such-date = Không có ngày “{ $part }”. Ví dụ đúng: 07/12 - 11/12/{ $year }
plan-window-end-before-start = “{ $part }”: ngày cuối ở trước ngày đầu. Ví dụ đúng: 07/12 - 11/12/{ $year }
plan-window-other-year = “{ $part }” không nằm trong năm { $year }. Ví dụ đúng: quý I · tháng 3-4 · 07/12 - 11/12/{ $year }
plan-window-echo-whole = Thời gian: { $window }
plan-window-ambiguous = “{ $part }” hiểu được nhiều cách. Ví dụ đúng: tháng 4-5/{ $year } · 04/05/{ $year }
plan-window-weekday-mismatch = Thứ và ngày không khớp trong “{ $part }”. Ví dụ đúng: 07/12/{ $year }
plan-window-lunar = Hệ thống chỉ đọc ngày dương lịch; “{ $part }” có thể là ngày âm lịch. Ví dụ đúng: 07/12/{ $year }
plan-window-echo =
    { $count ->
        [1] Thời gian: { $from } (1 ngày)
       *[other] Thời gian: { $from } đến hết { $to } ({ $count } ngày)
    }
plan-form-preview = Đề nghị xem lại nội dung kế hoạch năm { $year }:
plan-not-frozen = Kế hoạch chưa có văn bản ban hành nên chưa so với thực hiện.
plan-lived-head = Kế hoạch và thực hiện năm { $year }: { $count } cuộc theo kế hoạch
plan-lived-waiting = Chưa lập: { $n }/{ $of }
plan-lived-going = Đang làm: { $n }/{ $of }
plan-lived-concluded = Đã kết thúc: { $n }/{ $of }
plan-lived-stopped = Dừng, không thực hiện: { $n }/{ $of }
plan-lived-moved = Đã đổi thời gian: { $n }/{ $of }
plan-lived-outside = Cuộc ngoài kế hoạch: { $count }
plan-lived-days = { $planned } → { $now }
plan-lived-sheet = Kế hoạch và thực hiện
plan-lived-planned-from = Kế hoạch: từ ngày
plan-lived-planned-to = Kế hoạch: đến ngày
plan-lived-now-from = Thực hiện: từ ngày
plan-lived-now-to = Thực hiện: đến ngày
plan-lived-code = Cuộc
plan-lived-state = Trạng thái
plan-lived-none = Chưa lập cuộc
plan-lived-beside = Ngoài kế hoạch

task-plan-exchange = gửi kế hoạch năm
task-plan-approve = duyệt phần kế hoạch năm
task-plan-agree = thống nhất kế hoạch năm
task-plan-freeze = gắn số văn bản kế hoạch năm
task-verb-plan-exchange = Gửi
task-verb-plan-approve = Duyệt
task-verb-plan-agree = Thống nhất
task-verb-plan-freeze = Gắn số
short-kehoach = kế hoạch năm của hai bên

button-plan-lines = Xem các cuộc
button-plan-line = Xem cuộc số { $n }
button-plan-add = Thêm cuộc
button-plan-add-more = Thêm cuộc khác
button-plan-keep-line = Ghi vào kế hoạch
button-plan-withdraw = Rút khỏi kế hoạch
button-plan-propose = Đề xuất cuộc này
button-plan-give = Gửi Uỷ ban phối hợp
button-plan-approve = Duyệt, gửi kế hoạch
button-plan-return = Gửi lại, nêu lý do
button-plan-agree = Thống nhất kế hoạch
button-plan-word = Ghi ý kiến lãnh đạo
button-plan-freeze = Gắn số văn bản kế hoạch
button-plan-lived = Kế hoạch và thực hiện
button-plan-lived-waiting = Xem { $count } chưa lập
button-plan-lived-going = Xem { $count } đang làm
button-plan-lived-concluded = Xem { $count } đã kết thúc
button-plan-lived-stopped = Xem { $count } đã dừng
button-plan-lived-moved = Xem { $count } đổi thời gian
button-plan-lived-outside = Xem { $count } ngoài kế hoạch
button-plan-year = Kế hoạch năm
button-plan-open = Xem kế hoạch

log-plan-opened = mở kế hoạch năm
log-plan-lines-added = thêm cuộc vào kế hoạch năm
log-plan-line-withdrawn = rút cuộc khỏi kế hoạch năm
log-plan-leader-asked = trình lãnh đạo duyệt phần kế hoạch năm
log-plan-approved = lãnh đạo duyệt phần kế hoạch năm
log-plan-returned = lãnh đạo gửi lại phần kế hoạch năm
log-plan-exchanged = gửi kế hoạch năm đến Uỷ ban phối hợp
log-plan-sent-now = chuyển ngay kế hoạch năm, không chờ hết thời gian thu hồi
log-plan-recalled = thu hồi kế hoạch năm trước khi chuyển
log-plan-compared = hai bên đã gửi kế hoạch năm, đối chiếu
log-plan-side-agreed = thống nhất kế hoạch năm
log-plan-agreed = hai bên thống nhất kế hoạch năm
log-plan-frozen = gắn số văn bản kế hoạch năm
log-plan-line-proposed = lập cuộc từ kế hoạch năm
