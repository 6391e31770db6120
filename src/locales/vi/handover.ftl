# Handover of a đầu mối's duties; /bangiao.

handover-choose-pair = Bàn giao việc đầu mối của quy chế phối hợp nào?
handover-title = Bàn giao việc đầu mối: { $pair }
handover-whom = Ai nhận? Người chưa có tài khoản: mời trước bằng /moi
handover-nobody = Uỷ ban ta chưa có thành viên nào đang dùng hệ thống. Mời trước bằng /moi
handover-preview = Bàn giao cho đồng chí { $name }: { $pair }
handover-counts = Cuộc đang mở: { $cases } · dự thảo: { $drafts } · việc ở sổ trao đổi: { $ledger }
handover-counts-more = Nhóm: { $groups } · địa chỉ lịch của Uỷ ban: { $feeds } · tài khoản chờ xác nhận: { $confirmations }
handover-preview-own = Việc của riêng từng người (thành viên đoàn, phụ trách địa bàn, phản hồi đã có) giữ nguyên. Người nhận bấm xác nhận thì mới chuyển.
handover-waits = Đã gửi đồng chí { $name }; chờ xác nhận. Đến lúc đó chưa có gì thay đổi.
handover-asks = Đồng chí { $name } bàn giao việc đầu mối cho đồng chí: { $pair }
handover-asks-more = Bấm Nhận bàn giao thì đồng chí là đầu mối ngay; mọi việc đang mở chuyển sang đồng chí, hai bên được báo.
handover-taken = Từ bây giờ đồng chí là đầu mối: { $pair }
handover-taken-more = Hai bên đã được báo. Việc đang mở có ở /viec; trợ giúp: /trogiup
handover-refused = Đã báo là không nhận. Việc đầu mối vẫn của đồng chí { $name }.
handover-withdrawn = Đã thu hồi đề nghị bàn giao cho đồng chí { $name }.
handover-open = Một đề nghị bàn giao đang chờ xác nhận. Xem, thu hồi: /bangiao
handover-closed = Đề nghị bàn giao này không còn hiệu lực.
handover-already = Đồng chí này đã là đầu mối của Uỷ ban ta ở quy chế này.
handover-not-eligible = Đồng chí này chưa nhận được: lãnh đạo giữ vai trò của mình, người khác cần có tài khoản đang dùng.
handover-operator = Uỷ ban ta chưa từng có đầu mối ở quy chế này. Đề nghị người vận hành hệ thống ghi đầu mối.
handover-told-withdrawn = Đề nghị bàn giao của đồng chí { $name } đã được thu hồi.
handover-told-refused = Đồng chí { $name } không nhận bàn giao việc đầu mối. Chọn người khác: /bangiao
handover-told-done = Đồng chí { $to } đã nhận bàn giao việc đầu mối của đồng chí { $from }.
handover-told-across = { $committee } đã đổi đầu mối. Các cuộc, sổ trao đổi và thời hạn giữ nguyên.

log-handover-offered = đề nghị bàn giao việc đầu mối cho { $name }
log-handover-done = nhận bàn giao việc đầu mối của { $name }
log-handover-across = đổi đầu mối
log-handover-refused = không nhận bàn giao việc đầu mối
log-handover-withdrawn = thu hồi đề nghị bàn giao cho { $name }
short-bangiao = bàn giao việc đầu mối

button-handover-stay = Bàn giao, ở lại
button-handover-leave = Bàn giao, thôi tham gia
button-handover-undo = Thu hồi
button-handover-yes = Nhận bàn giao
button-handover-no = Không nhận
