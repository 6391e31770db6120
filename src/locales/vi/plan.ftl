# The year's plan (kế hoạch năm): the cycle.

plan-not-found = Không tìm thấy kế hoạch này trong phạm vi của đồng chí. Xem kế hoạch: /kehoach
plan-locked = Kế hoạch của Uỷ ban ta đã trao đổi, không thêm hoặc rút dòng được nữa. Thay đổi qua mục Trùng lặp, bỏ trống hoặc Điều chỉnh.
plan-line-gone = Dòng này không còn trong kế hoạch. Xem lại: /kehoach
plan-line-shut = Đồng chí thuộc { $target } nên không nhập dòng về tổ chức này; đề nghị đầu mối khác nhập.
plan-line-year = { $window } không nằm trong năm { $year }. Ví dụ đúng: 07/12 - 11/12/{ $year }
plan-line-early = { $target } hoạt động từ { $day }; thời gian của dòng phải từ ngày đó.

log-plan-opened = mở kế hoạch năm
log-plan-lines-added = thêm dòng vào kế hoạch năm
log-plan-line-withdrawn = rút dòng khỏi kế hoạch năm
