# Tin cho người vận hành: chỉ tên bộ phận, không có nội dung.

heartbeat-ill = Hệ thống chưa ổn: { $part }. Đề nghị kiểm tra. Khi ổn lại, có tin báo tại đây.
heartbeat-well = Đã ổn lại: { $part }.
heartbeat-part-database = cơ sở dữ liệu
heartbeat-part-queue = hàng đợi
heartbeat-part-sweep = lượt quét việc đến hạn
heartbeat-part-bot = Telegram không nhận mã của bot
heartbeat-part-outbox = gửi tin
heartbeat-part-digest = bản tin tổng hợp
