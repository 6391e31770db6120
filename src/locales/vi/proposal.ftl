# A proposal on its way between the two sides.

proposal-to = Kính gửi { $committee }
proposal-asks = { $tone ->
    [up] { $code } · { $committee } kính đề nghị phối hợp { $kind }: { $target }.
    [down] { $code } · { $committee } thông báo phối hợp { $kind }: { $target }.
   *[peer] { $code } · { $committee } đề nghị phối hợp { $kind }: { $target }.
  }
proposal-answer-by = { $tone ->
    [down] Đề nghị quý Uỷ ban tiếp nhận trước { $due }. Tin này không thay thế văn bản.
   *[peer] Kính đề nghị quý Uỷ ban cho ý kiến trước { $due }. Tin này không thay thế văn bản.
  }
proposal-receive-done = { $code }: đã tiếp nhận, đang xin ý kiến lãnh đạo. Hạn trả lời: { $due }. Bên đề xuất đã được báo.
proposal-leader-done = { $code }: đã chuyển lãnh đạo cho ý kiến. Hạn trả lời: { $due }.
proposal-talk-done = { $code }: đã báo bên đề xuất đề nghị trao đổi trực tiếp. Hạn trả lời lùi một ngày làm việc: { $due }.

decision-asks = { $code } · Kính trình đồng chí cho ý kiến về đề xuất của { $committee }:
decision-by = Kính đề nghị đồng chí cho ý kiến trước { $due }.
approval-asks = { $code } · Kính trình đồng chí cho ý kiến trước khi gửi { $other }:
approval-given = { $code }: đã đồng ý gửi. Đầu mối còn 60 giây để thu hồi.
approval-refused = { $code }: chưa đồng ý gửi; đề xuất trở lại dự thảo, đầu mối đã được báo.

propose-kept = Đã lưu dự thảo số { $id }. { $other } không thấy dự thảo.
propose-leader-asked = Đã trình lãnh đạo cho ý kiến. Đề xuất chỉ chuyển { $other } sau khi lãnh đạo đồng ý.
propose-crossing = { $code } sẽ chuyển { $other } sau { $seconds } giây; trong thời gian đó vẫn thu hồi được.
propose-recalled = { $code }: đã thu hồi, trở lại dự thảo. { $other } chưa nhận được.
propose-sent-now = { $code }: đã chuyển ngay đến { $other }.
propose-choose-pair = Đề xuất theo quy chế phối hợp nào?
propose-choose-pair-line = Đề xuất theo quy chế phối hợp nào? Dòng vừa gửi được giữ và dùng ngay khi chọn.
propose-examples =
    Hai ví dụ đúng:
    /dexuat giám sát chuyên đề; Chi bộ Y; 07/12 - 11/12/2026; chủ trì: UBKT Tỉnh uỷ; nội dung: việc thực hiện quy chế làm việc; không mật
    /dexuat kiểm tra chấp hành; Chi bộ Y; tháng 3/2027; không mật
propose-line-example = Ví dụ đúng: /dexuat giám sát chuyên đề; Chi bộ Y; 07/12 - 11/12/2026; chủ trì: UBKT Tỉnh uỷ; không mật
propose-kind-unknown = Không có loại cuộc “{ $part }”. Ví dụ đúng: giám sát chuyên đề. Các phần khác vẫn được giữ.
propose-sensitive = Loại cuộc này không ghi nội dung; phần nội dung vừa gõ chưa được lưu. Nội dung chi tiết đi qua văn thư mật.
propose-subject-dropped = Chưa rõ loại cuộc nên phần nội dung chưa được lưu; đề nghị nhập lại sau khi chọn loại.
propose-lead-unknown = “{ $part }” không phải một trong hai Uỷ ban. Ví dụ đúng: chủ trì: { $example }. Các phần khác vẫn được giữ.
propose-team-unclear = Trong đoàn chưa rõ { $parts }{ $more ->
    [0] { "" }
   *[other] { " " }và { $more } phần khác
}. Ghi tên người của Uỷ ban ta, vai trò trong ngoặc. Ví dụ đúng: đoàn: { $example } (thư ký)
propose-mode-unknown = Không có hình thức “{ $part }”. Ví dụ đúng: hình thức: cử cán bộ tham gia. Các phần khác vẫn được giữ.
propose-body-unknown = Không có chủ thể “{ $part }” của loại cuộc này. Ví dụ đúng: chủ thể: { $example }. Các phần khác vẫn được giữ.

decided-agreed = { $code }: đã ghi nhận thống nhất sơ bộ. Bên đề xuất đã được báo; chính thức khi có số công văn.
decided-countered = { $code }: đã gửi đề nghị điều chỉnh đến { $other }.
decided-declined = { $code }: đã ghi nhận chưa thống nhất; bên đề xuất đã được báo.

outcome-crossed = { $code } đã chuyển đến { $other }.
outcome-received = { $code }: { $other } đã tiếp nhận, đang xin ý kiến lãnh đạo. Hạn trả lời { $due }.
outcome-direct-talk = { $code }: { $other } đề nghị trao đổi trực tiếp. Hạn trả lời lùi đến { $due }.
outcome-agreed = { $code }: { $other } thống nhất sơ bộ. Chính thức khi có số công văn.
outcome-countered = { $code }: { $other } đề nghị điều chỉnh.
outcome-declined = { $code }: { $other } chưa thống nhất.
outcome-official = { $code } đã có công văn, chuyển sang chính thức.
outcome-approved = { $code }: lãnh đạo đồng ý, đề xuất đang chuyển { $other }; thu hồi được trong 60 giây, ở phần chi tiết của cuộc.
outcome-not-approved = { $code }: lãnh đạo chưa đồng ý, đề xuất trở lại dự thảo.
outcome-opinion = { $code }: đồng chí { $name } có ý kiến.
outcome-scheduled = { $code }: { $lead } đã thông báo lịch làm việc. Đồng chí không cần phản hồi lại.
outcome-change-confirmed = { $code }: { $other } đã xác nhận điều chỉnh.
outcome-change-refused = { $code }: { $other } chưa đồng ý điều chỉnh; giữ nguyên nội dung cũ.
outcome-stop-asked = { $code }: { $other } đề nghị dừng, không thực hiện.
outcome-stopped = { $code }: hai bên đã xác nhận dừng, không thực hiện.
outcome-stop-refused = { $code }: { $other } chưa đồng ý dừng; cuộc vẫn tiếp tục.
outcome-not-held-asked = { $code }: { $other } đề nghị thống nhất chưa tiến hành.
outcome-not-held = { $code }: hai bên thống nhất chưa tiến hành.
outcome-started = { $code } đã bắt đầu tiến hành.
outcome-concluded = { $code } đã kết thúc.
outcome-substitute-asked = { $code }: đồng chí { $name } đề nghị cử người thay.
outcome-substitute-set = { $code }: đã phân công người thay đồng chí { $name }.
outcome-unreached = { $code }: có đồng chí của Uỷ ban ta chưa nhận được thông báo (chưa kết nối hoặc không liên lạc được). Đề nghị báo bằng cách khác; xem Tình hình phản hồi.
outcome-team-role = { $code }: vai trò của đồng chí trong đoàn: { $role }.
outcome-recorded = { $code }: phản hồi của đồng chí đã được đầu mối ghi nhận thay.
change-asked = { $code }: { $other } đề nghị điều chỉnh. Đề nghị xem và xác nhận.

button-received = Đã tiếp nhận
button-to-leader = Chuyển lãnh đạo
button-talk = Trao đổi trực tiếp
button-report = Báo cáo, đề xuất
button-agree = Thống nhất
button-counter = Đề nghị điều chỉnh
button-decline = Chưa thống nhất
