# Notices, reminders, escalation.

push-notice = { $code } · đề nghị phản hồi trước { $due }
push-urgent = KHẨN · { $code } · đề nghị phản hồi trước { $due }
group-notice = { $code } · phản hồi trước { $due } · đã phản hồi { $answered }/{ $asked }
group-void = { $code } · đã có điều chỉnh, thông báo này không còn hiệu lực

notice-head = { $code } · Thông báo phối hợp kiểm tra, giám sát
notice-close =
    { $ask }
    { $you }
notice-answer-by = Đề nghị phản hồi trước { $due }.
notice-answered = Đồng chí đã phản hồi: { $answer }. Có thể chọn lại.
notice-overtaken = Đã có điều chỉnh; đây là nội dung mới nhất.
notice-void = { $code } · { $state }. Thông báo này không còn hiệu lực.

capacity-secretary = Đồng chí nhận với vai trò đầu mối.
capacity-in_charge = Đồng chí nhận vì phụ trách địa bàn.
capacity-team = { $role ->
    [head] Đồng chí là Trưởng đoàn.
    [deputy] Đồng chí là Phó trưởng đoàn.
    [secretary] Đồng chí là Thư ký đoàn.
   *[member] Đồng chí là thành viên đoàn.
  }
capacity-leader = Đồng chí nhận với vai trò lãnh đạo Uỷ ban.
capacity-substitute = { $role ->
    [head] Đồng chí được phân công thay làm Trưởng đoàn.
    [deputy] Đồng chí được phân công thay làm Phó trưởng đoàn.
    [secretary] Đồng chí được phân công thay làm Thư ký đoàn.
   *[member] Đồng chí được phân công thay thành viên đoàn.
  }

reminder = { $code }: đề nghị đồng chí phản hồi trước { $due }.
reminder-late = { $code }: đã quá hạn { $due }, đề nghị đồng chí phản hồi.
own-leader = { $code }: đến { $due } còn { $count } đồng chí của Uỷ ban ta chưa phản hồi.
own-leader-names = Chưa phản hồi: { $names }
across = { $code }: đến { $due } chưa nhận được đủ phản hồi ({ $standing }). Đề nghị đồng chí đôn đốc.
across-standing = { $own } { $ownAnswered }/{ $ownAsked }, { $other } { $otherAnswered }/{ $otherAsked }
day-before-session = { $code }: buổi đầu { $at }. Địa điểm xem trong nội dung.
day-before = { $code }: bắt đầu { $day }.

opinion-given = { $code }: đã ghi nhận ý kiến; đầu mối của Uỷ ban đã được báo.

button-open = Xem nội dung
button-later = Nhắc lại chiều nay
button-attend = Tham gia
button-got-it = Đã nhận
button-substitute = Đề nghị cử người thay
button-opinion = Có ý kiến
