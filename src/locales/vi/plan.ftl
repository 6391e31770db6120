# The year's plan (kế hoạch năm): the cycle.

plan-locked = Kế hoạch của Uỷ ban ta đã trao đổi, không thêm hoặc rút dòng được nữa. Thay đổi qua mục Trùng lặp, bỏ trống hoặc Điều chỉnh.
plan-line-gone = Dòng này không còn trong kế hoạch. Xem lại: /kehoach
plan-line-shut = Đồng chí thuộc { $target } nên không nhập dòng về tổ chức này; đề nghị đầu mối khác nhập.
plan-line-year = { $window } không nằm trong năm { $year }. Ví dụ đúng: 07/12 - 11/12/{ $year }
plan-line-early = { $target } hoạt động từ { $day }; thời gian của dòng phải từ ngày đó.

plan-exchanged-already = Uỷ ban ta đã trao đổi kế hoạch này.
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
        [0] Kế hoạch năm { $year }: hai bên đã trao đổi đủ, không có điểm trùng lặp, bỏ trống. Chờ lãnh đạo hai bên thống nhất.
       *[other] Kế hoạch năm { $year }: hai bên đã trao đổi đủ, có { $count } điểm trùng lặp, bỏ trống cần giải quyết.
    }
button-plan-open = Xem kế hoạch

log-plan-opened = mở kế hoạch năm
log-plan-lines-added = thêm dòng vào kế hoạch năm
log-plan-line-withdrawn = rút dòng khỏi kế hoạch năm
log-plan-exchanged = trao đổi kế hoạch năm cho bên kia
log-plan-recalled = thu hồi kế hoạch năm trước khi chuyển
log-plan-compared = hai bên đã trao đổi kế hoạch năm, so sánh
log-plan-side-agreed = thống nhất kế hoạch năm
log-plan-agreed = hai bên thống nhất kế hoạch năm
log-plan-frozen = chốt kế hoạch năm bằng văn bản
