# Reminders, escalation, answers recorded for someone, substitutes, Khẩn.

reminder-urgent = KHẨN · { $code }: đề nghị đồng chí phản hồi ngay; bắt đầu { $begins }.
reminder-substitute = { $code }: đồng chí được phân công thay thành viên đoàn, đề nghị đồng chí phản hồi.
steps-more = Còn { $count } việc khác: /viec
own-leader-substitute = { $code }: chờ phân công người thay: { $names }
own-leader-opinion = { $code }: có ý kiến chưa được xử lý: { $names }
own-leader-open = { $code }: đến { $due } Uỷ ban ta còn { $count } đồng chí chưa phản hồi xong.
own-leader-reply = { $code }: đến { $due } Uỷ ban ta chưa phúc đáp { $other }.
own-leader-approval = { $code }: đến { $due } lãnh đạo chưa cho ý kiến trước khi gửi. Ý kiến nhận trực tiếp, qua điện thoại thì ghi lại ở phần chi tiết của cuộc.
across-reply = { $code }: đến { $due } { $other } chưa nhận được phúc đáp của Uỷ ban ta. Đề nghị đồng chí quan tâm.
across-waiting = { $code }: đến { $due } chưa nhận được đủ phản hồi ({ $standing }); đầu mối { $other } đã được nhắc.
across-waiting-reply = { $code }: đến { $due } chưa nhận được phúc đáp của { $other }; đầu mối { $other } đã được nhắc.
push-substitute = { $code } · thay thành viên đoàn · đề nghị phản hồi sớm

later-set = Sẽ nhắc lại lúc { $at }.
later-too-close = Hạn phản hồi là { $due }, không còn lúc nào để nhắc lại. Đề nghị đồng chí phản hồi luôn.
later-answered = Đồng chí đã phản hồi, không cần nhắc lại.

remind-choose = Nhắc các đồng chí chưa phản hồi của Uỷ ban ta trong cuộc nào?
remind-done = { $code }: đã nhắc { $told } đồng chí chưa phản hồi.
remind-some = { $code }: đã nhắc { $told } đồng chí; { $left } đồng chí hôm nay đã nhận đủ số lần thông báo nên chưa nhắc.
remind-held = { $code }: ngoài giờ làm việc; sẽ nhắc { $count } đồng chí lúc { $at }.
remind-away = { $count } đồng chí chưa kết nối hoặc đã chặn hệ thống: đề nghị gọi điện, sau đó ghi nhận thay.
remind-unread = Chưa nhắc { $names }: thông báo chưa tới được đồng chí ấy. Có thể gọi điện rồi ghi nhận thay.
remind-unread-all = Chưa nhắc ai: thông báo chưa tới được { $names }. Có thể gọi điện rồi ghi nhận thay.
remind-nobody = Các đồng chí của Uỷ ban ta đều đã phản hồi; không nhắc thêm.
remind-only-you = Chỉ còn đồng chí chưa phản hồi; các đồng chí khác của Uỷ ban ta đều đã phản hồi.
remind-limit = Các đồng chí chưa phản hồi đều đã nhận đủ số lần thông báo hôm nay. Có thể gọi điện rồi ghi nhận thay.
remind-none-open = Không có thông báo nào đang chờ phản hồi của Uỷ ban ta.
remind-unknown = Không có thông báo mã “{ $part }” trong phạm vi của đồng chí. Ví dụ đúng: /nhac PH-2026-001

record-choose = Ghi nhận thay phản hồi trong cuộc nào?
record-person = Ghi nhận thay phản hồi của đồng chí nào?
record-answer = Đồng chí { $name } trả lời thế nào?
record-via = Phản hồi nhận bằng cách nào?
record-confirm = Xác nhận ghi nhận thay: đồng chí { $name } · { $answer } · { $via }
record-done = { $code }: đã ghi nhận thay đồng chí { $name }: { $answer } ({ $via }). Đồng chí đó được báo.
record-nobody = Không còn đồng chí nào của Uỷ ban ta cần ghi nhận thay.
record-answered = Đồng chí này đã phản hồi, không cần ghi nhận thay.
record-unknown = Không có thông báo mã “{ $part }” trong phạm vi của đồng chí. Ví dụ đúng: /ghinhan PH-2026-001

opinion-settled = { $code }: ý kiến của đồng chí { $name } đã được xử lý và được tính là phản hồi.

substitute-asked-toast = Đã báo đầu mối và lãnh đạo Uỷ ban; chờ phân công người thay.
leave-reason = Đồng chí cho biết lý do đề nghị cử người thay:
leave-reason-given = { $code }: đã ghi nhận lý do; đầu mối và lãnh đạo Uỷ ban đã được báo.
begins-session = { $at }
begins-day = { $day }
substitute-only-team = Chỉ thành viên đoàn đề nghị cử người thay.
substitute-choose = Đề nghị cử người thay trong cuộc nào?
substitute-ask = { $code }: đề nghị cử người thay đồng chí trong đoàn?
substitute-to-name = Chờ phân công người thay:
substitute-none = Không có cuộc nào cần cử người thay.
substitute-unknown = Không có thông báo mã “{ $part }” mà đồng chí là thành viên đoàn. Ví dụ đúng: /uyquyen PH-2026-001
substitute-who = Cử đồng chí nào thay đồng chí { $name }?
substitute-role = Người thay giữ vai trò trong đoàn: { $role }.
substitute-nobody = Không còn đồng chí nào của Uỷ ban ta có thể thay: người của tổ chức được kiểm tra, thành viên đoàn và người đã xin thay không chọn được.
substitute-via = Ý kiến phân công của lãnh đạo nhận bằng cách nào?
substitute-confirm = Xác nhận: đồng chí { $substitute } thay đồng chí { $name }.
substitute-done = { $code }: đồng chí { $substitute } thay đồng chí { $name } tham gia đoàn. Hai đồng chí đã được thông báo.
substitute-told = { $code }: đồng chí { $substitute } thay đồng chí { $name }.
substitute-settled = Việc cử người thay này đã xong, hoặc đồng chí đó đã nhận tham gia.
substitute-not-eligible = Đồng chí này không thay được: đã ở trong đoàn, đã xin thay, hoặc thuộc tổ chức được kiểm tra.

urgent-lead-only = Đánh dấu khẩn là việc của đầu mối bên chủ trì.
urgent-too-early = Khẩn chỉ dùng khi còn dưới 24 giờ đến lúc bắt đầu ({ $at }).
urgent-begun = Cuộc đã bắt đầu, không đánh dấu khẩn được nữa.
urgent-already = Thông báo này đã được đánh dấu khẩn.
urgent-reason = Lý do khẩn? Các đồng chí chưa phản hồi được báo ngay, kể cả ngoài giờ làm việc.
urgent-words = Đề nghị ghi ngắn gọn lý do khẩn.
urgent-confirm = Xác nhận đánh dấu khẩn, lý do: { $reason }. Báo ngay { $count } đồng chí chưa phản hồi.
urgent-done = { $code }: đã đánh dấu khẩn; đã báo { $count } đồng chí chưa phản hồi.
urgent-reason-changed = Lịch vừa thay đổi
urgent-reason-absent = Có đồng chí vắng đột xuất
urgent-reason-other = Lý do khác

button-open-code = Xem { $code }
button-remind-silent = Nhắc
button-record-for = Ghi nhận thay
button-mark-urgent = Đánh dấu khẩn
button-assign = Cử người thay
button-assign-for = Thay: { $name }
button-settle-opinion = Đã xử lý ý kiến
button-settle-of = Đã xử lý: { $name }
button-leave-reason = Nêu lý do
button-ask-substitute = Đề nghị cử người thay
