# The pictures of the year's plan: the timeline and the coverage.

button-plan-picture-year = Xem hình cả năm
button-plan-picture-cover = Xem độ phủ
button-plan-next-page = Xem trang sau
toast-plan-picture-coming = Hình được gửi ngay dưới đây.
plan-picture-year-title = Kế hoạch kiểm tra, giám sát { $year }
plan-picture-cover-title = Độ phủ kiểm tra, giám sát đến { $year }
plan-picture-year-caption = Kế hoạch năm { $year }: { $lines } cuộc. Trùng lặp chưa giải quyết: { $clashes }. Tổ chức đảng chưa có trong kế hoạch: { $gaps }.
plan-picture-cover-caption = Năm { $from }–{ $to }, gồm cả kế hoạch: { $share } tổ chức đảng được kiểm tra, giám sát; { $turns } lượt. Không tính các loại không nêu tên tổ chức.
plan-picture-month-caption = Kế hoạch năm { $year } · { $pair }: còn { $ahead }/{ $lines } cuộc ở phía trước.
plan-picture-month-settled = Trùng lặp, bỏ trống đã giải quyết: { $settled }/{ $total }.
plan-picture-month-others = Hình này là kế hoạch có nhiều cuộc phía trước nhất trong { $count } kế hoạch của đồng chí.
plan-picture-page = Trang { $page }/{ $pages }.
plan-picture-own-lead = Ta chủ trì
plan-picture-other-lead = Bên kia chủ trì
plan-picture-joint = Cuộc chung
plan-picture-clash = trùng lặp, theo số
plan-picture-gap = chưa có trong kế hoạch
plan-picture-unnamed = Không nêu tên tổ chức
plan-picture-none_this_year = chưa có trong kế hoạch năm nay
plan-picture-none_this_term = cả nhiệm kỳ này chưa có lượt nào
plan-picture-none_for_years = nhiều năm liền chưa có lượt nào
plan-picture-months = T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12
plan-picture-turns = số lượt trong năm
plan-picture-no-turns = không có lượt nào
plan-picture-plan-year = năm của kế hoạch
