# The year's plan (kế hoạch năm): the cycle.

plan-locked = Kế hoạch của Uỷ ban ta đã trao đổi, không thêm hoặc rút dòng được nữa. Thay đổi qua mục Trùng lặp, bỏ trống hoặc Điều chỉnh.
plan-line-gone = Dòng này không còn trong kế hoạch. Xem lại: /kehoach
plan-line-shut = Đồng chí thuộc { $target } nên không nhập dòng về tổ chức này; đề nghị đầu mối khác nhập.
plan-line-year = { $window } không nằm trong năm { $year }. Ví dụ đúng: 07/12 - 11/12/{ $year }
plan-line-early = { $target } hoạt động từ { $day }; thời gian của dòng phải từ ngày đó.

plan-exchanged-already = Uỷ ban ta đã trao đổi kế hoạch này.
plan-asked-already = Phần của Uỷ ban ta đang chờ lãnh đạo duyệt.
plan-not-asked = Phần của Uỷ ban ta không chờ duyệt nữa. Xem lại: /kehoach
plan-asked = Đã khoá phần của Uỷ ban ta trong kế hoạch năm { $year } và trình lãnh đạo. Bên kia chỉ thấy sau khi lãnh đạo duyệt; đến lúc đó vẫn có thể thu hồi.
plan-return-why = Gửi lại đầu mối vì lý do nào?
plan-told-approve = KH-{ $year } với { $other }: phần của Uỷ ban ta chờ đồng chí duyệt để trao đổi. Hạn trao đổi: đến hết { $due }.
plan-told-approved = KH-{ $year }: lãnh đạo đã duyệt, { $other } nhận được sau thời gian có thể thu hồi.
plan-told-returned = KH-{ $year } với { $other }: lãnh đạo gửi lại, lý do: { $reason }. Đề nghị đồng chí sửa rồi trao đổi lại.
plan-not-exchanged = Uỷ ban ta chưa trao đổi kế hoạch này, không có gì để thu hồi.
plan-crossed-already = Kế hoạch đã sang bên kia, không thu hồi được nữa. Thay đổi qua mục Trùng lặp, bỏ trống.
plan-not-compared = Hai bên chưa trao đổi đủ kế hoạch nên chưa thống nhất được.
plan-agreed-already = Uỷ ban ta đã thống nhất kế hoạch này.
plan-findings-open = Còn { $count } điểm trùng lặp, bỏ trống chưa giải quyết. Đề nghị giải quyết trước khi thống nhất.
plan-not-agreed = Hai bên chưa thống nhất kế hoạch này nên chưa chốt bằng văn bản được.
plan-frozen-already = Kế hoạch này đã chốt bằng văn bản.
plan-told-exchanged = { $other } đã trao đổi kế hoạch năm { $year }. Đề nghị đồng chí trao đổi phần của Uỷ ban ta đến hết { $due }.
plan-told-compared =
    { $count ->
        [0] Kế hoạch năm { $year } với { $other }: hai bên đã trao đổi đủ, không có điểm trùng lặp, bỏ trống. Chờ lãnh đạo hai bên thống nhất.
       *[other] Kế hoạch năm { $year } với { $other }: hai bên đã trao đổi đủ, có { $count } điểm trùng lặp, bỏ trống cần giải quyết.
    }
plan-examples =
    /kehoach: kế hoạch năm đang làm của hai bên.
    /kehoach 2027: kế hoạch năm 2027.
    /kehoach xã Mẫu 2027: như trên, của quy chế phối hợp có tên chứa những chữ đó.
plan-choose-pair = Kế hoạch năm của quy chế phối hợp nào?
plan-head = Kế hoạch năm { $year } · { $pair } · { $state }
plan-state-drafting = đang lập
plan-state-comparing = đang so sánh
plan-state-agreed = hai bên đã thống nhất
plan-state-frozen = đã chốt bằng văn bản
plan-side-lines = { $name }: { $count } dòng
plan-side-drafting = chưa trao đổi
plan-side-own-late = chưa trao đổi, đã quá hạn
plan-side-crossing = đang chuyển
plan-side-awaiting = chờ lãnh đạo duyệt
plan-side-returned = lãnh đạo gửi lại: { $reason }
plan-side-exchanged = đã trao đổi { $day }
plan-side-agreed = đã thống nhất { $day }
plan-joint-lines =
    { $isAgreed ->
        [yes] Hai bên cùng làm: { $count } cuộc, được thông báo khi gần đến ngày
       *[no] Hai bên cùng làm: { $count } cuộc
    }
plan-side-waited = { $name }: chưa trao đổi
plan-side-late = { $name }: chưa nhận được kế hoạch
plan-exchange-by = Trao đổi đến hết { $due } ({ $left })
plan-agree-by = Thống nhất đến hết { $due } ({ $left })
plan-left = còn { $count } ngày làm việc
plan-past = đã qua
plan-open-findings =
    { $count ->
        [0] Không còn điểm trùng lặp, bỏ trống nào chưa giải quyết
       *[other] Trùng lặp, bỏ trống chưa giải quyết: { $count }
    }
plan-frozen-on = Văn bản: { $symbol }, { $day }
plan-freeze-preview = Chốt kế hoạch bằng văn bản { $symbol }, { $day }. Sau đó các dòng giữ nguyên; thay đổi đi qua Điều chỉnh từng cuộc.
plan-frozen-done = Đã chốt kế hoạch bằng văn bản. Thay đổi về sau qua Điều chỉnh trên từng cuộc.
plan-given = Đã khoá phần của Uỷ ban ta trong kế hoạch năm { $year }; chuyển { $other } sau { $seconds } giây. Trong thời gian đó có thể thu hồi.
plan-lines = Kế hoạch năm { $year }: { $count } dòng
plan-window = { $window }
plan-target-unnamed = tổ chức không nêu tên
plan-line-joint = hai bên cùng làm
plan-line-owner = Thuộc kế hoạch: { $owner }
plan-line-mode = Hình thức: { $mode }
plan-line-made = Đã lập cuộc từ dòng này
plan-line-made-already = Đã lập cuộc từ dòng này; mở dòng để xem cuộc đó.
plan-line-withdrawn = Đã rút dòng khỏi kế hoạch.
plan-line-kept = Đã ghi dòng vào kế hoạch của Uỷ ban ta. Bên kia chưa thấy cho đến khi trao đổi.
plan-line-double = Dòng này đã có trong kế hoạch, không ghi thêm.
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
plan-form-preview = Xem lại dòng của kế hoạch năm { $year }:
plan-not-frozen = Kế hoạch chưa chốt bằng văn bản nên chưa so với thực hiện.
plan-lived-head = Kế hoạch và thực hiện năm { $year }: { $count } dòng
plan-lived-waiting = Chưa lập cuộc: { $n }/{ $of }
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

task-plan-exchange = trao đổi kế hoạch năm
task-plan-approve = duyệt phần kế hoạch năm
task-plan-agree = thống nhất kế hoạch năm
task-plan-freeze = chốt kế hoạch bằng văn bản
task-verb-plan-exchange = Trao đổi
task-verb-plan-approve = Duyệt
task-verb-plan-agree = Thống nhất
task-verb-plan-freeze = Chốt
short-kehoach = kế hoạch năm của hai bên

button-plan-lines = Xem các dòng
button-plan-line = Xem dòng { $n }
button-plan-add = Thêm dòng
button-plan-add-more = Thêm dòng khác
button-plan-keep-line = Ghi dòng này
button-plan-withdraw = Rút dòng này
button-plan-propose = Đề xuất từ dòng này
button-plan-give = Trao đổi cho bên kia
button-plan-approve = Duyệt, trao đổi
button-plan-return = Gửi lại, nêu lý do
button-plan-agree = Thống nhất kế hoạch
button-plan-word = Ghi ý kiến lãnh đạo
button-plan-freeze = Chốt bằng văn bản
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
log-plan-lines-added = thêm dòng vào kế hoạch năm
log-plan-line-withdrawn = rút dòng khỏi kế hoạch năm
log-plan-leader-asked = trình lãnh đạo duyệt phần kế hoạch năm
log-plan-approved = lãnh đạo duyệt phần kế hoạch năm
log-plan-returned = lãnh đạo gửi lại phần kế hoạch năm
log-plan-exchanged = trao đổi kế hoạch năm cho bên kia
log-plan-sent-now = chuyển ngay kế hoạch năm, không chờ hết thời gian thu hồi
log-plan-recalled = thu hồi kế hoạch năm trước khi chuyển
log-plan-compared = hai bên đã trao đổi kế hoạch năm, so sánh
log-plan-side-agreed = thống nhất kế hoạch năm
log-plan-agreed = hai bên thống nhất kế hoạch năm
log-plan-frozen = chốt kế hoạch năm bằng văn bản
log-plan-line-proposed = lập cuộc từ một dòng kế hoạch năm
