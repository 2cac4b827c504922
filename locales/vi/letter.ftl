# The printed letter that gives a reader the address and the code of the pages, and the
# message that tells the reader of news.
#
# The reader is a parent, a grandparent, or somebody else whom the family chose, with one
# student or several. A letter can be lost, so no sentence here may use $name or $pronoun.
# The letter is one sheet of paper, often in two languages: every word takes space.
# The reader is "gia đình".

# The heading.
access-title = Các trang riêng về việc học dành cho gia đình
# $date is the day on which the letter was made.
access-made = { $date }. Xin gia đình chỉ dùng thư mới nhất.
access-what = Nhà trường có các trang web riêng dành cho gia đình. Các trang này cho biết việc học ở trường ra sao, ai hỗ trợ, và gia đình có thể làm gì ở nhà. Ai có thư này đều mở được các trang đó. Xin gia đình cất thư ở nơi an toàn.

access-open = Cách mở các trang
# The square is a QR code. It holds the address and the secret that opens the pages.
access-scan-key = Dùng điện thoại của gia đình: hướng máy ảnh vào hình vuông, rồi chạm vào đường liên kết hiện ra. Không cần nhập mã.
# The square holds only the address.
access-scan = Dùng điện thoại: hướng máy ảnh vào hình vuông, rồi chạm vào đường liên kết hiện ra. Sau đó nhập mã.
access-type = Không có máy ảnh: nhập địa chỉ vào trình duyệt. Sau đó nhập mã.
# The same where the web host asks for a user name and a password. The square holds only
# the address.
access-scan-login = Dùng điện thoại: hướng máy ảnh vào hình vuông, rồi chạm vào đường liên kết hiện ra.
access-type-login = Không có máy ảnh: nhập địa chỉ vào trình duyệt.
# Follows both. A web host takes a password only in the way it is printed.
access-exactly = Sau đó nhập tên đăng nhập và mật khẩu đúng như in trên thư: có dấu gạch nối và không có dấu cách, bằng chữ thường và các chữ số từ 0 đến 9. Trên điện thoại của mình, gia đình có thể cho trình duyệt lưu lại.
# Above the address, the code, the user name, and the password, which are the same in all
# languages.
access-address = Địa chỉ
access-code = Mã
access-user = Tên đăng nhập
access-password = Mật khẩu

# A heading, and what to do there. $button is what stands on the button of the page.
access-shared = Trên điện thoại hoặc máy tính dùng chung
access-forget-key = Xin đừng dùng hình vuông ở đó, vì máy có thể lưu lại đường liên kết. Hãy nhập địa chỉ và mã. Khi xem xong, nhấn “{ $button }” ở cuối trang.
access-forget = Khi xem xong, nhấn “{ $button }” ở cuối trang.
# The host cannot be told to forget a password, and the browser keeps it until it is closed.
access-forget-login = Hãy dùng cửa sổ riêng tư (còn gọi là ẩn danh) và đừng lưu mật khẩu. Khi xem xong, đóng hết các cửa sổ của trình duyệt.

# A heading, and what to do then.
access-lost = Nếu gia đình làm mất điện thoại hoặc thư này
access-lost-do = Xin gia đình sớm gọi cho trường. Gia đình sẽ nhận thư mới, và thư cũ không còn dùng được.

# A heading, and whom to call. $who is the case manager.
access-questions = Gia đình có câu hỏi?
access-call = Mời gia đình gọi { $who }, số { $phone }.
access-call-school = Mời gia đình gọi nhà trường, số { $phone }.

# On the strip at the top, for staff. $reader is the word for the reader in files, such as
# mateo/mother. Names of students are next to it.
access-reader = Thư gửi: { $reader }
access-cut = Dành cho nhân viên: chỉ trao thư này cho đúng người nhận, trong phong bì dán kín. Cắt bỏ dải này trước. Phần dưới không nêu tên học sinh nào.

# A text message. The school adds it to its own messenger. $address is the address of the
# reader's pages. Others may see the message on a locked screen.
access-news = Trang của gia đình có tin mới: { $address }
