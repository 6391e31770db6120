# First run, invitations, members, own data. The consent text: another wording needs another CONSENT_VERSION.

link-foreign = Đường dẫn này không dùng được ở đây. Đề nghị đồng chí mở đúng đường dẫn mà đầu mối của Uỷ ban đã gửi, hoặc xin đường dẫn mới.
link-used = Đường dẫn mời này đã được sử dụng; mỗi đường dẫn chỉ dùng một lần. Nếu người dùng không phải là đồng chí, đề nghị báo ngay cho đầu mối của Uỷ ban.
link-expired = Đường dẫn mời này đã hết hạn. Đề nghị xin đầu mối của Uỷ ban đường dẫn mới.
link-revoked = Đường dẫn mời này đã được thu hồi. Đề nghị liên hệ đầu mối của Uỷ ban để nhận đường dẫn mới.
link-account-active = Tài khoản Telegram này đang dùng cho một đồng chí khác; mỗi tài khoản dành cho một người. Đề nghị mở đường dẫn bằng tài khoản Telegram của người được mời; nếu muốn đổi người dùng, gửi /dulieu và rút đồng ý trước.
link-account-waiting = Tài khoản Telegram này đang chờ xác nhận theo một lời mời khác. Đề nghị liên hệ đầu mối của Uỷ ban để xử lý lời mời đó trước.
link-person-active = Đồng chí được mời đã có một tài khoản đang dùng; mỗi người một tài khoản. Đề nghị đầu mối thu hồi tài khoản cũ tại /thanhvien rồi gửi đường dẫn mới.
link-stranger = Tài khoản này chưa được kết nối. Hệ thống chỉ dành cho người được mời: đề nghị xin đầu mối của Uỷ ban đường dẫn mời và mở đường dẫn đó.
link-paste = Đã mở đường dẫn mà vẫn thấy tin này (Telegram trên máy tính): đề nghị chép cả đường dẫn, dán vào đây rồi gửi.

link-consent =
    Hệ thống thông báo và ghi nhận phản hồi các cuộc phối hợp.
    Lưu: họ tên, chức vụ, mã Telegram, phản hồi, thời điểm. Kèm theo mã là tên hiển thị trên Telegram, để đầu mối xác nhận đúng người.
    Uỷ ban phối hợp thấy đồng chí có tham gia hệ thống. Không nhận tài liệu mật, ảnh, tệp.
    Đồng chí xem và rút lại bất cứ lúc nào: /dulieu
link-consented = Đã đồng ý.
link-declined = Đã ghi nhận: không đồng ý. Tài khoản này không được kết nối. Đường dẫn mời vẫn dùng được đến khi hết hạn.
link-declined-inviter = Đồng chí { $name } chưa đồng ý kết nối. Đường dẫn mời vẫn dùng được đến { $until }.
link-practice = Đây là thông báo thử. Đề nghị đồng chí bấm nút dưới đây như khi nhận thông báo thật.
link-practised = Thông báo thử: đã nhận.
link-waiting = Đang chờ xác nhận: đầu mối của Uỷ ban đã được báo. Khi xác nhận xong, đồng chí nhận được tin nhắn tại đây.
link-waiting-operator = Đang chờ xác nhận: người vận hành hệ thống sẽ xác nhận. Khi xong, đồng chí nhận được tin nhắn tại đây.
link-waiting-second = Đang chờ xác nhận: người xác nhận (không phải người mời) đã được báo. Khi xong, đồng chí nhận được tin nhắn tại đây.

link-confirm-title = Đồng chí { $name } đã mở đường dẫn mời và đồng ý kết nối.
link-confirm-account = Tài khoản Telegram: { $shown } · mã { $id }
link-confirm-by = Lời mời của: { $inviter }
link-confirm-by-operator = Lời mời của: người vận hành hệ thống
link-confirm-look = Đề nghị hỏi lại trực tiếp nếu chưa chắc. Sau khi xác nhận, tài khoản này nhận thông báo.
link-confirm-second = Người mời không tự xác nhận tài khoản này. Đề nghị đồng chí gọi trực tiếp cho người được mời, rồi mới xác nhận.
link-second-asked = Người mời không tự xác nhận tài khoản này. Đã đề nghị người có cùng thẩm quyền của Uỷ ban ta xác nhận.
link-second-operator = Người mời không tự xác nhận tài khoản này, Uỷ ban ta chưa có ai khác đủ thẩm quyền. Đề nghị người vận hành gõ: { $line }
link-confirmed = Đã xác nhận tài khoản của đồng chí { $name }. Đồng chí ấy đã được báo.
link-rejected-done = Đã huỷ tài khoản vừa mở theo lời mời của đồng chí { $name }; đường dẫn đó không còn dùng được. Mời lại: /moi
link-rejected = Tài khoản này không được xác nhận. Đề nghị liên hệ đầu mối của Uỷ ban.
link-rejected-told = Đồng chí { $by } không xác nhận tài khoản vừa mở theo lời mời của đồng chí { $name }; đường dẫn đó không còn dùng được. Mời lại: /moi
link-unconfirmed = Sau 14 ngày tài khoản này chưa được xác nhận nên đã kết thúc. Đề nghị liên hệ đầu mối của Uỷ ban.
link-unconfirmed-told = Tài khoản mở theo lời mời của đồng chí { $name } sau 14 ngày chưa được xác nhận nên đã kết thúc. Mời lại: /moi
link-withdrawn-told = Người mở đường dẫn mời của đồng chí { $name } đã rút đồng ý trước khi được xác nhận. Mời lại: /moi
task-account = xác nhận tài khoản
task-verb-account = Xem tài khoản
link-nothing-waiting = Tài khoản này không còn chờ xác nhận. Xem danh sách: /thanhvien
link-not-confirmer = Việc xác nhận này do người mời, đầu mối hoặc lãnh đạo cùng bên, thực hiện.
link-no-membership = Người này hiện không có tên trong quy chế phối hợp nào, chưa xác nhận được.

link-welcome = Đã kết nối. Chào đồng chí { $name }.
link-welcome-more = Việc chờ xử lý: /viec · Trợ giúp: /trogiup · Dữ liệu cá nhân: /dulieu
link-hello = Chào đồng chí { $name }. Kết nối hoạt động bình thường. Việc đang chờ: /viec
link-can-secretary = Với vai trò đầu mối: đề xuất cuộc phối hợp, tiếp nhận đề xuất, ghi ý kiến lãnh đạo, mời người của Uỷ ban ta.
link-can-member = Với vai trò thành viên: nhận thông báo và phản hồi bằng một lần bấm.
link-can-leader = Với vai trò lãnh đạo: cho ý kiến về đề xuất và điều chỉnh; xem ai đã phản hồi.
link-can-observer = Với vai trò theo dõi: xem các cuộc phối hợp.
link-steps = Ba bước đầu: 1. mời người · 2. gắn nhóm · 3. nhập kế hoạch.
link-step-group = Thêm hệ thống vào nhóm của Uỷ ban, rồi gửi /nhom trong nhóm đó. Trong nhóm chỉ có mã cuộc và thời hạn.
link-step-plan = Lập kế hoạch năm bằng /kehoach; đề xuất từng cuộc bằng /dexuat. Dự thảo chỉ Uỷ ban ta thấy cho đến khi gửi.

link-unreachable = Đồng chí { $name } hiện không nhận được tin của hệ thống (đã chặn hoặc không còn dùng tài khoản). Đề nghị liên hệ trực tiếp; mở lại và gửi /start là nhận được.
link-returned = Đồng chí { $name } đã nhận lại được tin của hệ thống.
link-group-muted = Hệ thống không có quyền gửi tin trong nhóm { $title }; nhóm chưa nhận được thông báo. Đề nghị quản trị nhóm cho phép gửi tin.
link-group-unnamed = (tên không lưu)
link-group-marked = Tên một nhóm vừa gắn với Uỷ ban có dấu chỉ độ mật: hệ thống không lưu tên ấy { $title }. Đề nghị đổi tên nhóm; văn bản mật chuyển qua văn thư mật.
link-group-left = Hệ thống không còn ở trong nhóm { $title }; thông báo của nhóm đã dừng. Gắn lại: thêm vào nhóm rồi gửi /nhom.

member-not-secretary = Việc này do đầu mối của Uỷ ban thực hiện.
member-not-lister = Danh sách này dành cho đầu mối và lãnh đạo của Uỷ ban.
pair-find = Gõ thêm một phần tên ngay sau lệnh để tìm nhanh (không cần dấu).
pair-none-found = Không có quy chế phối hợp nào khớp tên vừa gõ.
member-choose-pair = Chọn quy chế phối hợp:
member-none-to-invite = Mọi người của Uỷ ban ta đã có tài khoản. Danh sách: /thanhvien
member-invite-whom = Mời ai? { $count } đồng chí chưa có tài khoản.
member-gone = Không tìm thấy người này, hoặc lời mời này, ở Uỷ ban ta.
member-waits = Đồng chí { $name } đã mở đường dẫn và đang chờ xác nhận.
member-has-account = Đồng chí { $name } đã có tài khoản. Cần đổi: thu hồi tại /thanhvien rồi mời lại.
member-link = Đường dẫn mời đồng chí { $name }: dùng một lần, đến { $until }. Đề nghị chuyển trực tiếp cho đúng người.
member-link-second = Tài khoản này sẽ do người khác có cùng thẩm quyền của Uỷ ban ta, hoặc người vận hành, xác nhận.
member-link-open = Đồng chí { $name } đã được mời; đường dẫn còn dùng được đến { $until }. Đường dẫn mới làm mất hiệu lực đường dẫn cũ.
member-link-revoked = Đã thu hồi đường dẫn mời. Mời lại: /moi
member-link-closed = Đường dẫn này đã được sử dụng hoặc đã thu hồi. Xem danh sách: /thanhvien
member-title = { $pair }: Uỷ ban ta có { $count } đồng chí.
member-line = { $name } · { $role } · { $standing }
member-across = Uỷ ban phối hợp: { $count } đồng chí đang dùng hệ thống.
member-uninvited = chưa mời
member-invited = đã mời
member-waiting = chờ xác nhận
member-active = đang dùng
member-unreachable = không liên lạc được
member-role-secretary = đầu mối
member-role-member = thành viên
member-role-chair = chủ nhiệm
member-role-vice = phó chủ nhiệm
member-role-observer = theo dõi
member-own-account = Đây là tài khoản của đồng chí. Để rút: /dulieu
member-no-account = Đồng chí { $name } không còn tài khoản này. Xem danh sách: /thanhvien
member-revoke-ask = Thu hồi tài khoản { $shown } của đồng chí { $name }? Đồng chí ấy không nhận thông báo nữa, ở mọi quy chế, cho đến khi được mời lại.
member-revoked = Đã thu hồi tài khoản của đồng chí { $name }. Đồng chí ấy, các đầu mối và lãnh đạo Uỷ ban ta đã được báo. Mời lại: /moi
member-revoked-you = Tài khoản này đã được đầu mối của Uỷ ban thu hồi; thông báo đã dừng. Cần dùng lại, đề nghị liên hệ đầu mối.
member-revoked-told = { $by } đã thu hồi tài khoản của đồng chí { $name }.
member-confirmed-told = { $by } đã xác nhận tài khoản của đồng chí { $name }; tài khoản hoạt động từ bây giờ. Nếu chưa rõ, đề nghị hỏi trực tiếp đồng chí ấy.
member-erased-told = { $by } đã xoá dữ liệu cá nhân của đồng chí { $name } và đưa tên ra khỏi danh sách. Đề nghị phân công lại việc của đồng chí ấy.
member-imported = Người vận hành hệ thống đã cập nhật danh sách người của Uỷ ban ta. Nếu chưa rõ, đề nghị hỏi lại:
member-imported-added = Thêm: đồng chí { $name }, { $role } ({ $pair })
member-imported-changed = Đổi thành: đồng chí { $name }, { $role } ({ $pair })
member-imported-ended = Ra khỏi danh sách: đồng chí { $name }, { $role } ({ $pair })
member-imported-more = Và { $count } thay đổi khác: /thanhvien
by-person = Đồng chí { $name }
by-operator = Người vận hành hệ thống
by-elsewhere = Một đồng chí ở quy chế phối hợp khác

data-name = Họ tên: { $name }{ $hasTitle ->
    [yes] { " " }· { $title }
   *[no] { "" }
}
data-account = Tài khoản Telegram: { $shown } · mã { $id }
data-consent = Đồng ý lúc { $at }
data-membership = { $pair }: { $role }
data-more = Và { $count } quy chế phối hợp khác.
data-answers = Số phản hồi đã ghi nhận: { $count }
data-withdraw-ask = Rút đồng ý: tài khoản bị ngắt; họ tên, chức vụ, mã và tên Telegram bị xoá, không khôi phục được. Các phản hồi đã ghi nhận còn lại dưới một mã số, không còn tên. Đầu mối được báo.
data-withdraw-ask-waiting = Rút đồng ý: tài khoản đang chờ này kết thúc; mã và tên Telegram bị xoá, không khôi phục được. Người mời được báo.
data-kept = Giữ nguyên. Không có gì thay đổi.
data-withdrawn = Đã rút đồng ý và xoá dữ liệu cá nhân. Hệ thống không gửi tin đến tài khoản này nữa.
data-withdrawn-told = Đồng chí { $name } đã rút đồng ý; dữ liệu cá nhân đã xoá và tên không còn trong danh sách. Đề nghị phân công lại việc của đồng chí ấy.
data-nothing = Không còn dữ liệu nào của tài khoản này để rút.

button-link-agree = Đồng ý
button-link-decline = Không đồng ý
button-link-language = English
button-link-practice = Đã nhận
button-link-confirm = Xác nhận
button-link-reject = Không phải người này
button-link-undo = Thu hồi
button-link-again = Tạo đường dẫn mới
button-invited = { $name } (đã mời)
button-step-invite = Mời người
button-step-group = Gắn nhóm
button-step-plan = Nhập kế hoạch
button-step-add-group = Chọn nhóm
button-confirm-account = Xác nhận: { $name }
button-revoke-account = Thu hồi: { $name }
button-revoke-yes = Thu hồi tài khoản
button-data-withdraw = Rút đồng ý
button-data-withdraw-yes = Rút và xoá dữ liệu
button-data-keep = Giữ nguyên
