# The card of an inspection and the words that it is made of.

card-code = { $code }
card-draft = Dự thảo số { $id }
card-head = { $code } · { $state } · { $pair }
card-version = Điều chỉnh lần { $n }
card-what = { $kind }: { $target }
card-subject = Nội dung: { $subject }
card-covered = Mốc thời gian: { $covered }
card-lead-planned = Chủ trì (dự kiến): { $lead } · Phối hợp: { $partner }
card-lead = Chủ trì: { $lead } · Phối hợp: { $partner }
card-mode = Hình thức: { $mode } · Chủ thể: { $body }
card-window = Thời gian: { $window }
card-window-inspection = Thời gian kiểm tra: { $window }
card-window-supervision = Thời gian giám sát: { $window }
card-window-planned = Dự kiến: { $window }
card-session = Buổi { $kind }: { $at }, tại { $place }
card-team = Đoàn: { $names }
card-team-other = Đoàn: { $other } cử { $count } đồng chí
card-team-both = Đoàn: { $names }; { $other } cử { $count } đồng chí
card-symbol = { $use }: { $symbol }, { $day }
card-tally = Phản hồi: { $answered }/{ $asked } · hạn { $due }
card-reason = Lý do: { $reason }
card-open-approval = Đang chờ ý kiến lãnh đạo, hạn { $due }
card-open-proposal = Đang chờ { $asked } trả lời, hạn { $due }
card-open-decision = Đang chờ lãnh đạo quyết định, hạn { $due }
card-open-change = Đang chờ xác nhận điều chỉnh, hạn { $due }
card-open-stop = Đang chờ xác nhận dừng, hạn { $due }
card-open-not_held = Đang chờ xác nhận chưa tiến hành, hạn { $due }

kind-signs_of_violation = Kiểm tra khi có dấu hiệu vi phạm
kind-compliance = Kiểm tra chấp hành
kind-inspection_work = Kiểm tra thực hiện nhiệm vụ KT, GS
kind-discipline_execution = Kiểm tra việc thi hành kỷ luật trong Đảng
kind-party_finance = Kiểm tra tài chính đảng
kind-regular_supervision = Giám sát thường xuyên
kind-thematic_supervision = Giám sát chuyên đề
kind-denunciation = Giải quyết tố cáo
kind-discipline_complaint = Giải quyết khiếu nại kỷ luật đảng

state-draft = Dự thảo
state-awaiting_leader = Chờ lãnh đạo cho ý kiến
state-proposed = Đã đề xuất
state-countered = Đề nghị điều chỉnh
state-declined = Chưa thống nhất
state-agreed = Thống nhất sơ bộ
state-official = Chính thức
state-under_way = Đang tiến hành
state-concluded = Đã kết thúc
state-stopped = Dừng, không thực hiện
state-not_held = Hai bên thống nhất chưa tiến hành

mode-coordinate = Một bên chủ trì, một bên phối hợp
mode-second_staff = Bên phối hợp cử cán bộ tham gia
mode-alone_notified = Một bên thực hiện, có thông báo

body-committee = Cấp uỷ
body-standing_board = Ban Thường vụ
body-inspection_committee = Uỷ ban Kiểm tra
covered-days = { $days }
covered-since = từ { $day } đến thời điểm tiến hành
members-none = Chỉ tổ chức đảng
members-beside = và { $count } đồng chí
members-alone = chỉ { $count } đồng chí
target-and-members = { $target } và { $count } đồng chí
target-members-alone = { $count } đồng chí thuộc { $target }

session-announce = công bố quyết định
session-work = làm việc
session-conclude = thông qua kết luận

symbol-letter = Công văn
symbol-decision = Quyết định
symbol-plan = Kế hoạch
symbol-notice = Thông báo
symbol-conclusion = Kết luận

reason-schedule_clash = Trùng lịch công tác
reason-awaiting_committee = Chờ ý kiến cấp uỷ
reason-no_staff = Chưa bố trí được cán bộ
reason-next_quarter = Chuyển sang quý sau
reason-busy = Bận lịch công tác
reason-other_hour = Đề nghị đổi giờ
reason-away = Nghỉ phép, đi công tác
reason-other = Lý do khác

via-in_person = Trực tiếp
via-phone = Điện thoại
via-note = Bút phê
via-paper = Văn bản

answer-received = Đã nhận
answer-attending = Tham gia
answer-substitute_asked = Đề nghị cử người thay
answer-opinion = Có ý kiến
answer-agreed = Thống nhất
answer-countered = Đề nghị điều chỉnh
answer-declined = Chưa thống nhất

via-tap = Bấm nút
answer-to_leader = Chuyển lãnh đạo
answer-direct_talk = Trao đổi trực tiếp
answer-approved = Đồng ý
answer-not_approved = Chưa đồng ý
answer-confirmed = Xác nhận
answer-refused = Chưa đồng ý

button-card = Xem chi tiết
button-history = Lịch sử
button-why = Lý do nhận tin
button-propose = Gửi đề xuất
button-edit = Sửa dự thảo
button-recall = Thu hồi
button-send-now = Gửi ngay
button-approve = Đồng ý gửi
button-not-approve = Chưa đồng ý
button-record-approval = Ghi ý kiến lãnh đạo
button-approved-in-person = LĐ đồng ý (trực tiếp)
button-approved-phone = LĐ đồng ý (điện thoại)
button-approved-note = LĐ đồng ý (bút phê)
button-not-approved = LĐ chưa đồng ý
button-decide = Cho ý kiến
button-record-decision = Ghi ý kiến lãnh đạo
button-accept-counter = Đồng ý điều chỉnh
button-not-held = Đề nghị chưa tiến hành
button-confirm-asked = Xem và xác nhận
button-symbol = Gắn số văn bản
button-change = Điều chỉnh
button-stop = Đề nghị dừng cuộc
button-team = Thành phần đoàn
button-who = Tình hình phản hồi
button-start = Bắt đầu tiến hành
button-conclude = Ghi kết thúc cuộc
