# Changes after agreement, stops, the team, beginning and end.

change-what = Điều chỉnh phần nào? Đã chọn: { $count }. Bấm để chọn hoặc bỏ, rồi bấm Xong.
change-what-none = Chưa chọn phần nào. Đề nghị chọn ít nhất một phần.
change-field-in = ✓ { $field }
change-field-out = { $field }
change-field-window = Thời gian
change-field-sessions = Lịch làm việc
change-field-target = Đối tượng
change-field-kind = Loại
change-field-subject = Nội dung
change-field-body = Chủ thể
change-field-covered = Mốc thời gian
change-field-members = Đảng viên
change-field-lead = Chủ trì
change-field-mode = Hình thức
change-body = Chủ thể của cuộc?
change-line = { $field } · Cũ: { $before } · Mới: { $after }
change-line-old = { $field } cũ: { $before }
change-line-new = { $field } mới: { $after }
change-none = chưa có
change-unnamed = (không nêu)
change-text-dropped = Loại mới không ghi nội dung, giờ và địa điểm buổi; phần đã ghi được bỏ.
change-join = { $first }; { $rest }
change-session = buổi { $kind }: { $at }, tại { $place }
change-preview = { $code } · Điều chỉnh lần { $n }. Xem lại trước khi gửi:
change-head-released = Bên chủ trì mới cử Trưởng đoàn; đồng chí đang là Trưởng đoàn chuyển thành thành viên.
change-until-confirmed = Đến khi { $other } xác nhận, nội dung cũ vẫn giữ và phản hồi cũ vẫn có hiệu lực.
change-answer-again = Đề nghị đồng chí phản hồi lại; phản hồi trước không còn hiệu lực.
notice-answer-again = Đề nghị đồng chí phản hồi lại trước { $due }; phản hồi trước không còn hiệu lực.
push-change = { $code } · Điều chỉnh lần { $n } · đề nghị phản hồi trước { $due }
push-urgent-change = KHẨN · { $code } · Điều chỉnh lần { $n } · đề nghị phản hồi trước { $due }

group-stopped = { $code } · dừng, không thực hiện; thông báo này không còn hiệu lực

session-list = Lịch làm việc dự kiến:
session-list-optional = Lịch làm việc dự kiến (nếu đã có): bấm để thêm từng buổi. Có thể bổ sung sau.
session-list-empty = Chưa có buổi nào. Bấm để thêm, rồi bấm Xong.
session-numbered = { $n }. { $session }
session-at = Buổi { $kind }: thời gian? Ví dụ: 08h00 thứ Hai 07/12/2026
session-place = Thời gian: { $at } (nếu sai, bấm Quay lại). Địa điểm?
session-place-long = Đề nghị ghi địa điểm ngắn gọn, không quá { $max } ký tự. Các phần đã nhập vẫn được giữ.
session-outside = { $at } ở ngoài thời gian { $window }. Đề nghị nhập giờ khác, hoặc điều chỉnh cả thời gian.
session-too-many = Mỗi cuộc có nhiều nhất { $max } buổi. Đề nghị bỏ bớt một buổi trước.

schedule-preview = { $code } · Lịch làm việc. Đề nghị xem lại trước khi thông báo:
schedule-only-said = Đây là thông báo lịch, không phải điều chỉnh: hai bên được thông báo, không cần xác nhận; phản hồi trước vẫn có hiệu lực.
schedule-why-not_the_lead = Lịch do bên chủ trì thông báo; đề nghị của Uỷ ban ta về lịch là điều chỉnh, cần bên chủ trì xác nhận.
schedule-why-hour_moved = Đổi giờ một buổi là điều chỉnh, cần xác nhận.
schedule-why-session_dropped = Bỏ một buổi là điều chỉnh, cần xác nhận.
schedule-why-begins_earlier = Bắt đầu sớm hơn là điều chỉnh, cần xác nhận.
schedule-said = { $code }: đã thông báo lịch làm việc đến hai bên. Phản hồi trước vẫn có hiệu lực.

crossing-change = { $code }: đề nghị điều chỉnh sẽ chuyển { $other } sau { $seconds } giây; trong thời gian đó vẫn thu hồi được.
crossing-stop = { $code }: đề nghị dừng sẽ chuyển { $other } sau { $seconds } giây; trong thời gian đó vẫn thu hồi được.
crossing-not_held = { $code }: đề nghị chưa tiến hành sẽ chuyển { $other } sau { $seconds } giây; trong thời gian đó vẫn thu hồi được.
asked-recalled = { $code }: đã thu hồi đề nghị. { $other } chưa nhận được; mọi việc vẫn như cũ.
asked-sent-now = { $code }: đã chuyển ngay đến { $other }.

asks-change = { $tone ->
    [up] { $code } · { $committee } kính đề nghị điều chỉnh:
    [down] { $code } · { $committee } thông báo điều chỉnh:
   *[peer] { $code } · { $committee } đề nghị điều chỉnh:
  }
asks-stop = { $tone ->
    [up] { $code } · { $committee } kính đề nghị dừng, không thực hiện.
    [down] { $code } · { $committee } thông báo dừng, không thực hiện.
   *[peer] { $code } · { $committee } đề nghị dừng, không thực hiện.
  }
asks-not_held = { $tone ->
    [up] { $code } · { $committee } kính đề nghị hai bên thống nhất chưa tiến hành.
    [down] { $code } · { $committee } thông báo chưa tiến hành.
   *[peer] { $code } · { $committee } đề nghị hai bên thống nhất chưa tiến hành.
  }
asks-by-change = Đề nghị quý Uỷ ban xác nhận trước { $due }. Đến khi xác nhận, nội dung cũ vẫn giữ. Tin này không thay thế văn bản.
asks-by-stop = Đề nghị quý Uỷ ban xác nhận trước { $due }. Đến khi xác nhận, cuộc vẫn tiếp tục. Tin này không thay thế văn bản.
asks-by-not_held = Đề nghị quý Uỷ ban xác nhận trước { $due }. Tin này không thay thế văn bản.

confirmed-change = { $code }: đã xác nhận Điều chỉnh lần { $n }. Thông báo mới đã gửi; phản hồi trước không còn hiệu lực.
confirmed-stop = { $code }: đã xác nhận dừng, không thực hiện. Những đồng chí đã nhận thông báo sẽ được báo.
confirmed-not_held = { $code }: hai bên thống nhất chưa tiến hành.
refused-change = { $code }: đã trả lời chưa đồng ý điều chỉnh; giữ nguyên nội dung cũ. { $other } đã được báo.
refused-stop = { $code }: đã trả lời chưa đồng ý dừng; cuộc vẫn tiếp tục. { $other } đã được báo.
refused-not_held = { $code }: đã trả lời chưa đồng ý; đề xuất vẫn như cũ. { $other } đã được báo.
refuse-confirm = { $by ->
    [secretary] Ghi ý kiến lãnh đạo: chưa đồng ý. Bấm Gửi trả lời để gửi.
   *[leader] Trả lời: chưa đồng ý. Bấm Gửi trả lời để gửi.
  }
outcome-not-held-refused = { $code }: { $other } chưa đồng ý thống nhất chưa tiến hành.

stop-preview-stop = { $code }: đề nghị dừng, không thực hiện. Cuộc chỉ dừng khi { $other } xác nhận.
stop-preview-not_held = { $code }: đề nghị hai bên thống nhất chưa tiến hành. Cần { $other } xác nhận.

counter-accepted = { $code }: đã thống nhất sơ bộ theo đề nghị điều chỉnh. { $other } đã được báo; chính thức khi có số công văn.

edit-what = Sửa phần nào? Xong thì xem lại và gửi.
edit-kind = Loại
edit-target = Đối tượng
edit-subject = Nội dung
edit-covered = Mốc thời gian
edit-members = Đảng viên
edit-body = Chủ thể
edit-lead = Chủ trì
edit-mode = Hình thức
edit-window = Thời gian
edit-sessions = Lịch làm việc
edit-team = Thành phần đoàn

team-preview = Thành viên của Uỷ ban ta trong đoàn:
team-saved = { $code }: đã lưu thành phần đoàn (thêm { $added }, bớt { $removed }, đổi vai trò { $moved }). Nếu thông báo đã gửi, đồng chí được thêm nhận thông báo, đồng chí đổi vai trò được báo ngay.

started = { $code }: đang tiến hành. Hai bên đã được báo.
conclude-day = Ngày của kết luận? Ví dụ: 20/11/2026
conclude-preview = Kết thúc với kết luận { $symbol }, { $day }. Xác nhận?
concluded = { $code }: đã kết thúc, kết luận { $symbol }. Hai bên đã được báo.

choice-change = Điều chỉnh cuộc nào?
choice-stop = Dừng cuộc nào?
choice-conclude = Kết thúc cuộc nào?
choice-team = Thành phần đoàn của cuộc nào?
choice-examples =
    Hai ví dụ đúng:
    /{ $command }
    /{ $command } PH-2026-001
choice-none = Không có cuộc nào mà đồng chí thực hiện được việc này. Xem danh sách: /lich
choice-unknown = Không có cuộc “{ $part }” trong phạm vi của việc này. Ví dụ đúng: { $example }. Hoặc chọn dưới đây.

refused-pending-already = Đang có một đề nghị điều chỉnh hoặc dừng chờ xác nhận; mỗi lúc chỉ một. Mở cuộc này để xem: /lich
refused-version-moved = Đã có điều chỉnh hoặc lịch làm việc mới trong lúc đồng chí nhập. Đề nghị mở lại cuộc này và nhập trên nội dung mới: /lich
refused-nothing-changed = Nội dung mới giống nội dung cũ, không có gì để xác nhận. Đề nghị bấm Quay lại và chọn phần cần điều chỉnh.
refused-schedule-is-change = Nội dung này là điều chỉnh, cần { $other } xác nhận. Đề nghị mở lại: /doi
refused-session-outside = Có buổi ở ngoài thời gian của cuộc. Đề nghị sửa giờ của buổi hoặc thời gian.
refused-body = Loại cuộc này không thuộc thẩm quyền của chủ thể đã chọn. Đề nghị chọn lại.
refused-covered = Mốc thời gian phải bắt đầu trước khi tiến hành cuộc. Ví dụ đúng: từ 01/01/2025 đến thời điểm kiểm tra
refused-sensitive-session = Loại cuộc này chỉ có mã, bên và hạn; giờ và địa điểm của buổi không nhập qua hệ thống.
refused-own-version = Nội dung hiện tại là của Uỷ ban ta, không phải đề nghị của { $other }. Đề nghị gửi lại để { $other } trả lời.

leader-word-by = Ghi lại ý kiến lãnh đạo, nhận bằng cách:

button-send-answer = Gửi trả lời
button-propose-change = Gửi đề nghị
button-propose-stop = Gửi đề nghị dừng
button-not-confirm = Chưa đồng ý
button-confirmed-in-person = LĐ đồng ý (trực tiếp)
button-confirmed-phone = LĐ đồng ý (điện thoại)
button-confirmed-note = LĐ đồng ý (bút phê)
button-not-confirmed = LĐ chưa đồng ý
button-accept-in-person = LĐ đồng ý (trực tiếp)
button-accept-phone = LĐ đồng ý (điện thoại)
button-accept-note = LĐ đồng ý (bút phê)
button-session-announce = Thêm buổi công bố
button-session-work = Thêm buổi làm việc
button-session-conclude = Thêm buổi thông qua
button-schedule = Lịch làm việc
button-no-schedule = Chưa có lịch
button-say-schedule = Thông báo lịch
button-session-drop = Bỏ buổi { $n }
