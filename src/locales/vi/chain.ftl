# Sổ (chuỗi nhật ký) của hai bên: chốt, xác nhận, xem, xuất.

head-title = Xác nhận sổ { $month } · { $pair }
head-title-asked = Chốt sổ lúc { $at } · { $pair }
head-count = Số mục: { $count }, mới { $fresh } mục từ lần chốt trước
head-value = Đầu sổ: { $head }
head-waits = { $who }: chưa xác nhận
head-signed = { $who }: đã xác nhận lúc { $at }
head-why = Đề nghị đầu mối hai bên xác nhận và giữ đầu sổ: sổ bị sửa về sau thì đối chiếu được.
head-both = Hai bên đã xác nhận.
head-full = Đầu sổ đầy đủ · { $pair }
head-keep = Giữ mã này ngoài hệ thống, ví dụ trong biên bản giao ban.
head-nothing-new = Từ lần chốt trước chưa có mục mới; chưa cần chốt sổ.
head-not-in-chain = Sổ không còn khớp với đầu sổ này. Chưa xác nhận; đề nghị báo người vận hành kiểm tra.
head-close-ask = Chốt sổ bây giờ: đầu sổ được gửi đầu mối hai bên để xác nhận. Ví dụ khi giao ban.
head-close-which = Chốt sổ của quy chế phối hợp nào?
head-closed = Đã chốt sổ tại mục { $seq } và gửi đầu mối hai bên xác nhận.
button-head-sign = Xác nhận
button-head-full = Xem mã đầy đủ
button-head-close = Chốt sổ
button-head-last = Đầu sổ gần nhất
toast-head-signed = Đã xác nhận sổ.
toast-head-signed-already = Bên mình đã xác nhận.
task-head = xác nhận đầu sổ
task-head-subject = mục { $seq }
task-verb-head = Xác nhận sổ
short-chotso = chốt sổ, gửi hai bên xác nhận
short-nhatky = nhật ký của quy chế phối hợp
