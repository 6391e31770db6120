# Lịch trên điện thoại: địa chỉ riêng và tệp .ics.

button-feed = Lịch trên điện thoại
button-feed-make = Tạo địa chỉ lịch
button-feed-again = Tạo lại địa chỉ
button-feed-revoke = Thu hồi địa chỉ
button-feed-full = Hiện đầy đủ
button-feed-busy = Chỉ hiện “Bận”
button-feed-copy = Sao chép địa chỉ
button-feed-file = Tải tệp .ics
button-feed-file-full = Tải tệp .ics đầy đủ
button-feed-committee = Lịch { $name }
button-feed-calendar = Xem lịch sắp tới

feed-title = Lịch trên điện thoại của đồng chí
feed-title-committee = Lịch trên điện thoại: { $name }
feed-none = Chưa có địa chỉ lịch.
feed-live = Đang có một địa chỉ, tạo lúc { $at }; { $details }.
feed-shows-busy = chỉ hiện “Bận”, không có mã, địa điểm
feed-shows-full = hiện mã, loại cuộc, chủ trì, địa điểm
feed-about = Ứng dụng lịch đọc địa chỉ riêng và tự cập nhật. Tệp .ics chỉ ghi lại lúc tải về, không tự cập nhật.
feed-no-address = Người vận hành chưa đặt địa chỉ công khai của hệ thống, nên chưa có lịch tự cập nhật. Đồng chí có thể tải tệp .ics.

feed-made = Địa chỉ lịch riêng:
feed-address = <code>{ $address }</code>
feed-warning = Ai có địa chỉ này đều đọc được lịch, kể cả dịch vụ lịch mà đồng chí dùng. Không gửi cho người khác; nghi lộ thì thu hồi ngay.
feed-how = Trong ứng dụng lịch: thêm lịch bằng địa chỉ (URL), dán địa chỉ, lưu.
feed-once = Địa chỉ chỉ hiện một lần. Nếu quên, đề nghị tạo lại; địa chỉ cũ hết hiệu lực ngay.

feed-file-busy = Lịch, { $count } mục, chỉ hiện “Bận”.
feed-file-full = Lịch, { $count } mục: mã, loại cuộc, chủ trì, địa điểm.
feed-file-card = { $code } · Tệp lịch .ics
feed-file-still = Mở tệp để thêm vào ứng dụng lịch. Tệp không tự cập nhật khi có điều chỉnh.
toast-feed-coming = Tệp lịch đến ngay trong trò chuyện này.
refused-feed-none = Hiện không có địa chỉ lịch nào đang dùng.
refused-feed-no-address = Người vận hành chưa đặt địa chỉ công khai của hệ thống, nên chưa tạo được địa chỉ lịch. Đồng chí có thể tải tệp .ics.
refused-feed-draft = Dự thảo chưa có trong lịch. Gửi đề xuất trước, rồi tải tệp.

feed-name = Lịch phối hợp
feed-busy = Bận
feed-busy-cancelled = Bận (đã huỷ)
feed-window = { $code } · { $kind }
feed-session = { $code } · { $session } · { $kind }
feed-cancelled = Đã huỷ: { $summary }
feed-lead = Chủ trì: { $lead }
feed-tentative = Dự kiến, hai bên chưa thống nhất.
feed-end = Giờ kết thúc là ước tính ({ $hours } giờ).
