# Overlaps found while proposing (R2).

overlap-head = Trùng lặp, chồng chéo: { $count } cuộc
overlap-line = { $code } · { $kind } · { $target } · { $window } · { $why }
overlap-line-unnamed = { $code } · { $window } · { $why }
overlap-plan-line = Kế hoạch năm { $year } · { $owner } · { $kind } · { $target } · { $window } · { $why }
overlap-of-line = Lập từ kế hoạch { $day }
overlap-window = trùng đối tượng, trùng thời gian
overlap-same_kind_year = cùng loại trong một năm
overlap-short_gap = cách nhau dưới 30 ngày
overlap-own_people = cán bộ của Uỷ ban ta trùng lịch
overlap-settle = Đề nghị xử lý trước khi gửi: chuyển thời gian, gộp vào cuộc đã có, hoặc giữ và nêu lý do.
overlap-merge = Gộp vào { $code }
overlap-merged = Không lập cuộc mới. Đề nghị phối hợp trong cuộc đã có:
overlap-reason = Vì sao giữ cả hai?
overlap-keep-different_scope = Khác nội dung, phạm vi
overlap-keep-ordered_above = Cấp trên giao
overlap-keep-agreed_orally = Hai bên đã trao đổi, thống nhất
overlap-open-head = { $code }: trùng lặp, chồng chéo chưa xử lý, { $count } cuộc
overlap-open-settle = Đề nghị: điều chỉnh hoặc dừng ở phần chi tiết của cuộc, hoặc giữ cả hai và nêu lý do.
overlap-card = Xem { $code }
overlap-none-open = Cuộc này không còn trùng lặp nào chưa xử lý.
overlap-kept = Giữ cả hai, lý do: { $reason }

button-shift-days = Chuyển thời gian
button-keep-both = Giữ cả hai, nêu lý do
