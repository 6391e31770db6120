# What every part of the bot says. {$…} are values; texts never address people as "bạn" and never shout.

-brand = Phối Hợp

button-keep-answer = Giữ nguyên
button-back = Quay lại
button-cancel = Huỷ

common-yes = Có
common-no = Không
common-parts = { $count } phần

secret-refused =
    Nội dung này không tiếp nhận qua hệ thống và chưa được lưu. Đề nghị chuyển qua văn thư mật.
    Nếu tin đã gửi, máy chủ Telegram đã nhận: đề nghị xoá tin và báo cáo theo quy định.
secret-left = Bot không xoá được tin này khỏi đoạn chat: đề nghị đồng chí tự xoá ngay.
secret-declare = Cuối dòng cần ghi “; không mật” để xác nhận nội dung không mật. Nội dung chưa được lưu; đề nghị gửi lại cả dòng.
