# The screen in front of sealed pages, and the controls at the end of an open page.
#
# The web host can read the screen, so no sentence here names the school, the
# student, or the staff. The reader is "gia đình".

# The heading, and what the browser's tab says until the pages are open.
lock-title = Các trang này là riêng tư
lock-languages = Ngôn ngữ
# Above the field for the code.
lock-intro = Mời gia đình nhập mã trong thư. Mã có sáu nhóm, mỗi nhóm năm chữ số.
lock-code = Mã trong thư
# The button.
lock-open = Mở
# While the code is being tried.
lock-opening = Đang mở. Có thể mất vài giây.

# A mistake in one group of the code.
lock-group-1 = Xin gia đình so lại nhóm chữ số thứ nhất với thư. Có ít nhất một chữ số khác.
lock-group-2 = Xin gia đình so lại nhóm chữ số thứ hai với thư. Có ít nhất một chữ số khác.
lock-group-3 = Xin gia đình so lại nhóm chữ số thứ ba với thư. Có ít nhất một chữ số khác.
lock-group-4 = Xin gia đình so lại nhóm chữ số thứ tư với thư. Có ít nhất một chữ số khác.
lock-group-5 = Xin gia đình so lại nhóm chữ số thứ năm với thư. Có ít nhất một chữ số khác.
lock-group-6 = Xin gia đình so lại nhóm chữ số thứ sáu với thư. Có ít nhất một chữ số khác.
lock-too-few = Còn thiếu một số chữ số. Mã trong thư có 30 chữ số.
lock-too-many = Có dư chữ số. Mã trong thư có 30 chữ số.
# Every group is right, but the code opens nothing here.
lock-no-match = Mã này không mở được các trang này. Có thể đây là mã trong thư cũ. Xin gia đình dùng mã trong thư mới nhất.

# The link in the letter was not copied completely. The field for the code is below.
lock-cut = Đường liên kết bị thiếu một phần. Xin gia đình dùng cả đường liên kết, hoặc nhập mã trong thư.
# A link that was right once. The same is said if the phone remembers an old code.
lock-replaced = Các trang này đã có đường liên kết mới và mã mới. Xin gia đình dùng đường liên kết hoặc mã trong thư mới nhất.
# The school is publishing new pages at this moment.
lock-renewed = Các trang này đang được cập nhật. Xin gia đình thử lại sau vài phút.
# The button below it.
lock-again = Thử lại
# This reader has no access any more.
lock-closed = Các trang này đã đóng. Nếu gia đình nghĩ có sự nhầm lẫn, xin gọi cho trường.
# After somebody used the button "Lock and forget".
lock-locked = Đã khóa. Điện thoại này không còn nhớ các trang này.

# The address begins with http, so the browser cannot open the pages. A link is below.
lock-https = Các trang này chỉ mở được bằng kết nối an toàn. Xin gia đình dùng đường liên kết này:
# The text of the link.
lock-https-link = Mở bằng kết nối an toàn
lock-browser = Trình duyệt này không mở được các trang này. Xin gia đình dùng trình duyệt mới hơn, như bản mới nhất của Chrome, Safari hoặc Firefox.
# Shown in a browser that runs no scripts.
lock-no-script = JavaScript đang tắt trong trình duyệt này. Xin gia đình bật JavaScript trong phần cài đặt, rồi tải lại trang này.
# Above the school's telephone number.
lock-help = Gia đình cần giúp đỡ? Xin gọi cho trường.

# At the end of each open page.
lock-controls = Trang riêng tư
# Read out when a page has been opened.
lock-opened = Trang đã mở.
# A link to the list of all students whose pages the reader may open.
lock-students = Tất cả các trang gia đình mở được
lock-remember = Nhớ trên điện thoại này trong 90 ngày
# Below the button.
lock-remember-note = Chỉ dùng nút này trên điện thoại của gia đình. Trong 90 ngày, gia đình không cần nhập mã.
# Instead of the button, once it was used.
lock-remembered = Điện thoại này nhớ các trang này. Gia đình có thể mở mà không cần mã.
lock-remember-failed = Trình duyệt này không nhớ được các trang này. Đường liên kết và mã của gia đình vẫn dùng được.
# A button: closes the pages, and makes the phone forget the code.
lock-forget = Khóa và quên

# The page at the top of the web host, above the folders of families. Everyone can read
# it, so it names nobody and does not say what is below.
lock-top-title = Không có trang nào ở đây
lock-top = Xin gia đình xem lại địa chỉ đã nhận được. Có thể địa chỉ bị thiếu một phần.
