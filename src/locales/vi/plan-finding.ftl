# Findings of the year's plan (R2, R3): what clashes, what nobody inspects, and how both sides settle it.

planfind-none = Kế hoạch năm { $year }: không có trùng lặp, không bỏ trống.
planfind-not-yet = Hai bên chưa gửi đủ kế hoạch, chưa có kết quả đối chiếu.
planfind-title = Đối chiếu kế hoạch năm { $year }: còn { $open } nội dung cần thống nhất, đã thống nhất { $settled }/{ $total }
planfind-title-done = Đối chiếu kế hoạch năm { $year }: đã thống nhất { $settled }/{ $total } nội dung
planfind-item = { $target }: { $text }
planfind-line-short = { $owner } { $window }
planfind-joint = Hai bên
planfind-no-name = Tổ chức không nêu tên
planfind-and = { $a }, { $b }
planfind-why-window = trùng thời gian
planfind-why-same_kind_year = cùng loại trong năm
planfind-why-short_gap = cách nhau dưới 30 ngày
planfind-why-none_this_year = chưa bố trí cuộc nào trong năm
planfind-why-none_this_term = chưa bố trí cuộc nào trong nhiệm kỳ
planfind-why-none_for_years = nhiều năm chưa được kiểm tra, giám sát
planfind-state-settled = đã thống nhất
planfind-state-gone = không còn nữa
planfind-state-sent = chờ Uỷ ban phối hợp trả lời
planfind-state-filling = đang thêm vào kế hoạch
planfind-state-asked = chờ đồng chí trả lời

planfind-head-overlap = Trùng lặp, chồng chéo trong kế hoạch năm { $year }: { $target }
planfind-head-gap = Chưa có trong kế hoạch năm { $year }: { $target }
planfind-line = { $owner } · { $kind } · { $text }
planfind-window = { $window }
planfind-why = Vì: { $why }
planfind-sent = Đã đề nghị: { $how } Chờ { $other } trả lời.
planfind-filling = { $how } Cuộc này vào kế hoạch khi hết thời gian thu hồi.
planfind-asked = { $other } đề nghị: { $how }
planfind-now = Đã thống nhất. Nay: { $window }
planfind-merge = gộp thành một cuộc, { $lead } chủ trì, { $window } ({ $mode }).
planfind-merge-held = tính là { $what }, không lập cuộc mới.
planfind-held-unnamed = một cuộc đã thống nhất
planfind-shift = chuyển cuộc của { $owner } sang { $window }.
planfind-keep = giữ như kế hoạch, lý do: { $reason }.
planfind-fill = Bổ sung vào kế hoạch của Uỷ ban ta: { $kind }, { $target }, { $window }.

planfind-ask-line = Chuyển cuộc nào?
planfind-ask-window = Thời gian nào trong năm { $year }?
planfind-window-example = Ví dụ: 07/12 - 11/12/{ $year } · tháng 3 · quý I
planfind-preview = { $target }: { $how }
planfind-preview-note = Uỷ ban phối hợp nhận được sau thời gian có thể thu hồi và trả lời. Chưa trả lời thì chưa có gì thay đổi.
planfind-preview-fill = Hết thời gian có thể thu hồi, cuộc này vào kế hoạch, Uỷ ban phối hợp thấy, kế hoạch được đối chiếu lại.
planfind-preview-gaps = Kế hoạch năm { $year }: chưa bố trí kiểm tra, giám sát mọi tổ chức còn bỏ trống, lý do: { $reason }.
planfind-proposed = Đã gửi đề nghị. Có thể thu hồi trong { $seconds } giây, và cho đến khi Uỷ ban phối hợp trả lời.
planfind-filling-sent = Cuộc này vào kế hoạch và Uỷ ban phối hợp thấy sau { $seconds } giây. Trong thời gian đó có thể thu hồi.
planfind-gaps-proposed = Đã gửi đề nghị về { $count } tổ chức bỏ trống. Uỷ ban phối hợp nhận được sau { $seconds } giây.
planfind-gaps-confirmed = Đã thống nhất chưa bố trí kiểm tra, giám sát { $count } tổ chức trong năm nay.
planfind-gaps-refused = Đã trả lời chưa đồng ý về { $count } tổ chức bỏ trống. Các nội dung này vẫn còn.
planfind-filled = Đã bổ sung vào kế hoạch của Uỷ ban ta. Kế hoạch đã được đối chiếu lại.
planfind-recalled = Đã thu hồi đề nghị. Nội dung này vẫn còn.
planfind-confirmed-merge = Đã thống nhất gộp thành một cuộc. Cuộc này được lập khi lãnh đạo hai bên thống nhất kế hoạch.
planfind-confirmed-held = Đã thống nhất: đây là cuộc đã có, không lập cuộc mới.
planfind-confirmed-shift = Đã thống nhất chuyển thời gian. Kế hoạch đã được đối chiếu lại.
planfind-confirmed-keep = Đã thống nhất giữ như kế hoạch.
planfind-refused = Đã trả lời chưa đồng ý. Nội dung này vẫn còn, đề nghị trao đổi tiếp.

planfind-not-comparing = Kế hoạch không ở bước đối chiếu. Sau khi thống nhất, thay đổi bằng Điều chỉnh ở phần chi tiết của cuộc.
planfind-closed = Nội dung này đã được giải quyết hoặc không còn nữa. Đề nghị mở lại danh sách.
planfind-proposed-already = Nội dung này đang chờ trả lời một đề nghị trước. Đề nghị mở lại danh sách.
planfind-no-merge = Cách này không dùng được ở đây. Đề nghị chọn cách khác.
planfind-not-own = Chỉ chuyển được cuộc của Uỷ ban ta.
planfind-same-window = Thời gian này là thời gian đang có. Đề nghị chọn thời gian khác.
planfind-no-gaps = Không còn tổ chức bỏ trống nào chưa có đề nghị.

planfind-told-asked = Kế hoạch năm { $year } với { $other }: { $asked } đề nghị chờ đồng chí trả lời, còn { $open } nội dung chưa thống nhất.
planfind-told-open = Kế hoạch năm { $year }: { $other } đã trả lời, còn { $open } nội dung chưa thống nhất.
planfind-told-done = Kế hoạch năm { $year } với { $other }: đã thống nhất mọi nội dung đối chiếu.

task-plan-answer = đề nghị của Uỷ ban phối hợp về kế hoạch
task-plan-settle = trùng lặp, bỏ trống chưa thống nhất
task-verb-plan-answer = Trả lời
task-verb-plan-settle = Mở

button-planfind = Trùng lặp, bỏ trống
button-planfind-plan = Xem kế hoạch
button-planfind-list = Xem nội dung đối chiếu
button-planfind-merge = Gộp thành một cuộc
button-planfind-shift = Chuyển thời gian
button-planfind-keep = Giữ, nêu lý do
button-planfind-fill = Thêm vào kế hoạch
button-planfind-add = Thêm vào kế hoạch
button-planfind-send = Gửi Uỷ ban phối hợp
button-planfind-yes = Đồng ý
button-planfind-no = Không đồng ý
button-planfind-recall = Thu hồi đề nghị
button-planfind-gaps = Chưa bố trí năm nay
button-planfind-gaps-yes = Đồng ý chưa bố trí
button-planfind-gaps-no = Không đồng ý để trống

history-planned = lập từ kế hoạch năm đã thống nhất

log-plan-found-anew = đối chiếu lại kế hoạch năm
log-plan-settlement-proposed = đề nghị giải quyết nội dung trùng lặp, bỏ trống
log-plan-settlement-recalled = thu hồi đề nghị về kế hoạch
log-plan-settlement-confirmed = đồng ý cách giải quyết trong kế hoạch
log-plan-settlement-refused = chưa đồng ý cách giải quyết trong kế hoạch
log-plan-gap-filled = thêm vào kế hoạch tổ chức còn bỏ trống

report-section-plan = Kế hoạch năm
report-plan = Đối chiếu kế hoạch năm: { $found } nội dung, gồm { $overlaps } trùng lặp và { $gaps } bỏ trống
report-plan-settled = Hai bên đã thống nhất { $settled }: gộp { $merge }, chuyển thời gian { $shift }, giữ có lý do { $keep }
report-plan-left = Không còn do kế hoạch thay đổi { $gone }; chưa thống nhất { $open }
report-plan-rule = Tính kế hoạch của các năm giao với kỳ báo cáo.
table-name-plan = Kế hoạch năm
table-title-plan = Trùng lặp, bỏ trống trong kế hoạch năm
table-plan-found = Nội dung trùng lặp, bỏ trống
table-plan-merge = Gộp thành một cuộc
table-plan-shift = Chuyển thời gian
table-plan-keep = Giữ, có lý do
table-plan-gone = Không còn do kế hoạch thay đổi
table-plan-open = Chưa thống nhất
table-plan-settled-share = Tỷ lệ đã thống nhất
