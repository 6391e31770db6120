# Absences: leave and travel, messages held or told to a colleague; /vangmat.

away-title = Ngày vắng mặt đã ghi:
away-none = Chưa ghi ngày vắng nào. Trước khi nghỉ phép, đi công tác, đề nghị đồng chí báo tại đây.
away-example = Ví dụ: /vangmat 07/12 - 11/12 · /vangmat thứ Hai tới
away-kind-leave = nghỉ phép { $days }
away-kind-travel = công tác { $days }
away-held = tin được giữ
away-instead-by = đồng chí { $name } thay

away-ask-who = Ghi ngày vắng của ai?
away-ask-kind = Đồng chí { $name } vắng vì việc gì?
away-ask-days = Vắng từ ngày nào đến hết ngày nào? Ví dụ: 07/12 - 11/12
away-ask-how = Trong những ngày đó, thông báo và nhắc việc đến hạn thì:
away-how-hold = · Giữ lại: không có tin nào, tất cả gộp thành một tin vào sáng ngày làm việc đầu tiên sau khi về.
away-how-redirect = · Báo người theo dõi thay: một đồng chí cùng Uỷ ban cùng nhận tin, có ghi thay ai; không trả lời thay.
away-ask-colleague = Báo cho đồng chí nào? Người cũng vắng trong những ngày đó không có trong danh sách.
away-no-colleague = Không có đồng chí nào cùng Uỷ ban đang dùng hệ thống và có mặt suốt những ngày đó. Bấm Quay lại để chọn giữ lại.
away-preview = Đồng chí { $name }: { $kind }, { $days }
away-preview-hold = Tin đến hạn được giữ đến sáng ngày làm việc đầu tiên sau đó. Việc khẩn vẫn đến ngay.
away-preview-redirect = Thông báo, nhắc việc cũng đến đồng chí { $name }, có ghi thay ai; không trả lời thay.
away-recorded = Đã ghi: đồng chí { $name } vắng { $days }
away-recorded-hold = Tin được giữ đến ngày làm việc đầu tiên sau đó. Việc chưa trả lời vẫn được báo lãnh đạo như thường.
away-recorded-redirect = Đồng chí { $name } đã được báo.
away-already = Đã ghi vắng { $days }. Kết thúc lần đó trước, tại /vangmat
away-colleague-not-free = Đồng chí này cũng vắng trong những ngày đó, hoặc không còn cùng bên. Đề nghị chọn lại.
away-ended = Đã kết thúc. Tin đã giữ được gửi ngay.
away-taken-back = Đã huỷ ngày vắng này.

away-told-you = Đồng chí { $by } đã ghi đồng chí vắng { $days }. Chưa đúng: bấm Kết thúc sớm tại /vangmat
away-told-instead = Đồng chí { $name } vắng { $days }; thông báo, nhắc việc của đồng chí ấy cũng gửi đến đồng chí. Không trả lời thay; cần người thay trong đoàn thì lãnh đạo cử.
away-ended-you = Đồng chí { $by } đã kết thúc ngày vắng { $days } của đồng chí.
away-ended-instead = Đồng chí { $name } đã có mặt trở lại ({ $days } kết thúc sớm); tin không gửi đến đồng chí nữa.
away-instead = Thay đồng chí { $name } (đang vắng):
away-while = Trong những ngày đồng chí vắng có { $count } việc:
away-member = { $member } · vắng { $days }

history-stand-in = báo { $other } thay { $name } đang vắng
log-absence-recorded = ghi ngày vắng của { $name }
log-absence-ended = kết thúc ngày vắng của { $name }
short-vangmat = báo nghỉ phép, công tác, ví dụ /vangmat 07/12 - 11/12

button-help-away = Báo vắng mặt
button-away-new = Báo vắng
button-away-end = Kết thúc sớm số { $n }
button-away-list = Xem ngày vắng
button-away-me = Tôi
button-away-leave = Nghỉ phép
button-away-travel = Đi công tác
button-away-hold = Giữ lại
button-away-redirect = Báo người theo dõi thay
button-away-tasks = Xem việc của tôi
