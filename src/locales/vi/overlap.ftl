# Overlaps found while proposing (R2).

overlap-head = Trùng lặp, chồng chéo: { $count } cuộc
overlap-line = { $code } · { $kind } · { $target } · { $window } · { $why }
overlap-plan-line = Kế hoạch năm { $year } · { $owner } · { $kind } · { $target } · { $window } · { $why }
overlap-of-line = Lập từ dòng { $day }
overlap-window = trùng đối tượng, trùng thời gian
overlap-same_kind_year = cùng loại trong một năm
overlap-short_gap = cách nhau dưới 30 ngày
overlap-own_people = người của ta ở hai nơi
overlap-settle = Đề nghị xử lý trước khi gửi: chuyển thời gian, gộp vào cuộc đã có, hoặc giữ và nêu lý do.
overlap-merge = Gộp vào { $code }
overlap-merged = Không lập cuộc mới. Đề nghị phối hợp trong cuộc đã có:
overlap-reason = Vì sao giữ cả hai?
overlap-keep-different_scope = Khác nội dung, phạm vi
overlap-keep-ordered_above = Cấp trên giao
overlap-keep-agreed_orally = Hai bên đã trao đổi
overlap-kept = Giữ cả hai, lý do: { $reason }

button-shift-days = Chuyển thời gian
button-keep-both = Giữ cả hai, nêu lý do
