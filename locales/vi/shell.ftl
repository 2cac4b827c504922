# Text on every page.
#
# Words between <b> and </b> are printed bold. $name is what everybody calls the
# student. $pronoun is he, she or they.
#
# Vietnamese: the student is "con" (or the name), the reader "gia đình", staff
# "thầy cô"; "chúng ta" is family and school together. None of these has a
# gender. Vietnamese has one plural form, so no message selects on a number,
# except where nobody is said in another way.

skip = Đến nội dung chính
language-menu = Ngôn ngữ
page-menu = Các trang khác
back-to-index = Trang của { $name }
footer-record = Trang này giúp gia đình theo dõi việc học của con. Trang này không thay cho Chương trình Giáo dục Cá nhân (IEP) hay thư chính thức của trường. Muốn xin các giấy tờ đó, mời gia đình gọi { $phone }.
# Shown in languages whose wording no native reader has checked yet. $phone is the interpreter's number.
footer-unreviewed = Lời văn trên trang này chưa được người bản ngữ đọc lại. Nếu có chỗ nào chưa rõ, mời gia đình gọi { $phone }.

# A text that has no translation. $language is the language it is in.
not-translated = Phần này hiện chỉ có bản { $language }. Cần thông dịch viên, mời gia đình gọi { $phone }. Dịch vụ này miễn phí.
not-translated-plain = Phần này hiện chỉ có bản { $language }. Muốn trao đổi về phần này, mời gia đình gọi { $phone }.
in-language = (bằng { $language })
not-translated-parts = Những phần ghi “(bằng { $language })” chưa được dịch. Cần thông dịch viên, mời gia đình gọi { $phone }. Dịch vụ này miễn phí.
not-translated-parts-plain = Những phần ghi “(bằng { $language })” chưa được dịch. Muốn trao đổi về các phần này, mời gia đình gọi { $phone }.
machine-translated-parts = Một số phần ở đây do máy dịch. Chưa có ai đọc lại.
translation-stale-parts = Một số phần bằng { $language } ở đây có thể chưa được cập nhật.
picture-not-translated = Phần mô tả hình này hiện chỉ có bản { $language }.
iep-translated = Đây là bản dịch. Lời trong IEP bằng { $language } mới là bản có giá trị.
machine-translated = Phần này do máy dịch. Chưa có ai đọc lại.
# The original has changed since it was translated. $language is the language of
# this page.
translation-stale = Bản { $language } này có thể chưa được cập nhật.
see-original = Xem bản gốc

page-index = Việc học ở trường
page-support = Hỗ trợ ở trường
page-updates = Tin cập nhật
page-home = Ở nhà
page-team = Ai làm việc gì

# The front page, where a language is chosen.
choose-language = Chọn ngôn ngữ

# A telephone number with an extension.
phone-extension = { $number }, số máy lẻ { $extension }
text-button = Nhắn tin đến { $phone }

# The first words of a text message or an e-mail to the school. Others may see
# them on a locked screen, so they say nothing about the student.
hello = Xin chào thầy cô, tôi có câu hỏi về việc học ở trường.
hello-in = Xin chào thầy cô, tôi có câu hỏi về việc học ở trường. Tôi nói { $language }.
hello-subject = Câu hỏi về việc học ở trường

# At the foot of the first page, folded.
keep = Lưu trang này hoặc cho người thân xem
keep-iphone = Trên iPhone: chạm vào nút Chia sẻ (hình vuông có mũi tên hướng lên), rồi chọn “Thêm vào MH chính”.
keep-android = Trên điện thoại Android: chạm vào dấu ba chấm, rồi chọn “Thêm vào màn hình chính”.
keep-bookmark = Gia đình cũng có thể lưu trang vào mục dấu trang, như mọi trang khác.
keep-show = Muốn cho ông bà xem, gia đình đưa ông bà xem trên điện thoại, hoặc in ra giấy.
keep-private = Các trang này là riêng tư: ai mở được thì đọc được thông tin về { $name }. Xin đừng đưa đường liên kết hay mật khẩu cho ai. Nếu người khác trong gia đình cần xem, xin gọi { $phone }.
