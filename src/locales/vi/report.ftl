# Reports (báo cáo): figures of a period, as a message and as files.

menu-report = Báo cáo, kế hoạch năm
short-tonghop = số liệu báo cáo, ví dụ /baocao năm 2026

report-which = Báo cáo của quy chế phối hợp nào?
report-all-pairs = Tất cả quy chế của tôi
report-period = { $pair }: báo cáo kỳ nào?
report-period-typed = Chọn, hoặc gõ: quý III · 9 tháng đầu năm 2026 · nhiệm kỳ · từ 01/6/2022 đến 31/12/2025
report-period-line = Chọn, hoặc gõ cả dòng: /baocao 9 tháng đầu năm 2026 · /baocao nhiệm kỳ · /baocao 01/6/2022 - 31/12/2025
report-examples =
    Số liệu sơ kết, tổng kết theo kỳ. Hai ví dụ:
    /baocao năm 2026
    /baocao 01/6/2022 - 31/12/2025
report-period-which = “{ $part }” hiểu được nhiều cách. Đề nghị chọn kỳ báo cáo, hoặc gõ rõ hơn:
report-period-unclear = Chưa hiểu kỳ báo cáo “{ $part }”. Gõ được: tháng 9 · quý III · 6 tháng · 9 tháng · năm 2026 · nhiệm kỳ · 01/6/2022 - 31/12/2025. Ví dụ đúng: /baocao 9 tháng đầu năm 2026
report-term-unknown = Chưa tính được “{ $part }”: quy chế này chưa có đủ ngày đầu, ngày cuối nhiệm kỳ. Đề nghị người quản trị nhập vào tệp tổ chức, hoặc gõ khoảng ngày. Ví dụ đúng: /baocao 01/10/2025 - 30/9/2026
report-no-term = Chưa có ngày đầu nhiệm kỳ nên chưa có báo cáo nhiệm kỳ: đề nghị người quản trị nhập vào tệp tổ chức, hoặc gõ khoảng ngày.
report-term-by-pair = Nhiệm kỳ tính theo từng quy chế: đề nghị chọn một quy chế.
button-report-month = Tháng { $month }/{ $year }
button-report-quarter = Quý { $quarter ->
    [1] I
    [2] II
    [3] III
   *[4] IV
}/{ $year }
button-report-half = 6 tháng đầu năm { $year }
button-report-nine_months = 9 tháng đầu năm { $year }
button-report-year = Năm { $year }
button-report-last_year = Năm { $year }
button-report-term = Nhiệm kỳ { $from } - { $to }
button-report-term_so_far = Nhiệm kỳ đến nay
button-report-all = Tất cả quy chế của tôi
button-report-next = Xem tiếp: { $section }
button-report-first = Về tổng quan
button-report-xlsx = Tải Excel
button-report-docx = Tải Word
button-report-csv = Tải CSV
button-report-png = Xem biểu đồ
button-report-period = Chọn kỳ khác
toast-report-coming = Tệp đến ngay sau đây.
toast-report-refused = Kỳ báo cáo này không còn hiệu lực. Gõ /baocao để chọn lại.

report-head = { $pair } · { $period }
report-head-so-far = { $pair } · { $period } (số liệu đến { $day })
report-span-first_months = { $months } tháng đầu năm { $year }
report-span-second_half = 6 tháng cuối năm { $year }
report-span-term = nhiệm kỳ { $from } - { $to }
report-section-overview = Tổng quan
report-section-proposals = Đề xuất
report-section-cases = Các cuộc
report-section-coverage = Phạm vi KT, GS
report-section-notices = Thông báo
report-section-exchanges = Trao đổi
report-section-outcomes = Kết quả
report-party-own = Uỷ ban ta
report-party-other = Các Uỷ ban phối hợp

report-overview-proposals = Đề xuất: { $ownParty } { $own }, { $otherParty } { $other }; đã thống nhất { $agreed }
report-overview-cases = Cuộc kiểm tra, giám sát: { $total }; đã kết thúc { $concluded }
report-overview-coverage = Tổ chức đảng được kiểm tra, giám sát: { $covered }, { $turns } lượt
report-overview-notices = Phản hồi thông báo đúng hạn: { $onTime }
report-overview-recommendations = Kiến nghị đã thực hiện: { $done }
report-rule = Tính các cuộc đã thống nhất, có thời gian nằm trong hoặc giao với kỳ báo cáo.

report-proposals = { $party }: { $made } đề xuất; thống nhất { $agreed }, chưa thống nhất { $declined }, thống nhất chưa tiến hành { $notHeld }, đang chờ { $open }
report-proposals-days = Từ khi đề xuất đến khi thống nhất: một nửa trong vòng { $median } ngày làm việc, lâu nhất { $most } ngày ({ $count } đề xuất)
report-proposals-rule = Tính các đề xuất đã chuyển đến Uỷ ban phối hợp trong kỳ; ngày gửi không tính.

report-cases = Tổng số: { $total } cuộc
report-cases-stages = Đang chuẩn bị { $preparing }, đang tiến hành { $underWay }, đã kết thúc { $concluded }, dừng { $stopped }
report-cases-leads = Chủ trì: { $own } { $ownCount }, { $other } { $otherCount }
report-cases-bodies = Chủ thể: cấp uỷ { $committee }, Ban Thường vụ { $board }, Uỷ ban Kiểm tra { $inspection }
report-cases-kinds = { $kinds }
report-count = { $label } { $count }
report-stage-preparing = Đang chuẩn bị
report-stage-under_way = Đang tiến hành
report-stage-concluded = Đã kết thúc
report-stage-stopped = Dừng, không thực hiện

report-coverage = Đã được kiểm tra, giám sát: { $covered } tổ chức đảng, { $turns } lượt
report-coverage-concluded = Trong đó có cuộc đã kết thúc: { $concluded }
report-coverage-members = Đảng viên được kiểm tra, giám sát: { $count } đồng chí
report-coverage-unnamed = Ngoài ra { $count } lượt thuộc loại cuộc không nêu tên, không tính vào số tổ chức.
report-coverage-left = Chưa được kiểm tra, giám sát ({ $count }): { $names }
report-coverage-left-more = Chưa được kiểm tra, giám sát ({ $count }): { $names } và { $more } tổ chức khác (xem tệp Excel)
report-coverage-whole = Mọi tổ chức đảng trong danh sách đều đã được kiểm tra, giám sát.
report-coverage-rule = Không tính cuộc dừng; tổ chức đã kết thúc hoạt động chỉ tính khi có cuộc trong kỳ.
report-coverage-shut = Chưa tính { $count } tổ chức mà đồng chí thuộc về.

report-notices = Thông báo đã gửi: { $issued }
report-notices-lead = trước buổi đầu ít nhất { $least } ngày làm việc, một nửa từ { $median } ngày trở lên
report-notices-answers = { $party }: phải phản hồi { $asked }; đúng hạn { $onTime }, chậm { $late }, quá hạn chưa phản hồi { $overdue }, còn hạn { $open }
report-notices-hours = Thời gian phản hồi: một nửa trong vòng { $median } giờ làm việc, lâu nhất { $most } giờ ({ $count } phản hồi)

report-exchanges = Văn bản của { $party }: { $total }; bên nhận đã xác nhận { $confirmed }
report-exchanges-answers = Cần trả lời { $asked }: đúng hạn { $onTime }, chậm { $late }, quá hạn chưa trả lời { $overdue }, còn hạn { $open }
report-duties = Trao đổi thông tin định kỳ, { $party }: { $total } kỳ; đúng hạn { $onTime }, chậm { $late }, quá hạn { $overdue }, còn hạn { $open } (không phát sinh { $nothing })

report-outcomes-organisations = Kết quả các cuộc phối hợp: { $total } tổ chức đảng bị kỷ luật (khiển trách { $reprimand }, cảnh cáo { $warning }, giải tán { $dissolution })
report-outcomes-members = Kết quả các cuộc phối hợp: { $total } đảng viên bị kỷ luật (khiển trách { $reprimand }, cảnh cáo { $warning }, cách chức { $dismissal }, khai trừ { $expulsion })
report-apart-organisations = Ngoài các cuộc phối hợp (không phải kết quả của các cuộc này): { $total } tổ chức đảng bị kỷ luật (khiển trách { $reprimand }, cảnh cáo { $warning }, giải tán { $dissolution })
report-apart-members = Ngoài các cuộc phối hợp: { $total } đảng viên bị kỷ luật (khiển trách { $reprimand }, cảnh cáo { $warning }, cách chức { $dismissal }, khai trừ { $expulsion })
report-outcomes-partly = { $count } mục có thời gian vượt ra ngoài kỳ báo cáo, không cộng vào số trên.
report-recommendations = Kiến nghị: { $asked }; đã thực hiện { $done }, quá hạn { $overdue }, chưa đến hạn { $open }
report-quotas-none = Trong kế hoạch năm, hai bên chưa đặt chỉ tiêu.
report-quota = Năm { $year }: { $what }; { $state }
report-quotas-more = { $shown } và { $more } chỉ tiêu khác (xem tệp Excel)
log-report-exported = tải báo cáo số liệu
