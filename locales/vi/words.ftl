# Words to know, the page for paper, and what is said about the site itself.

page-words = Giải thích từ ngữ

# What a kind of goal is about. $title is its name.
explainer = Thêm về kỹ năng này: { $title }

# Over the student's own words, where they were not spoken.
voice-wrote = Điều { $name } viết
voice-drew = Điều { $name } vẽ

# Places outside the school that help for free.
partners = Nơi giúp đỡ miễn phí gần nhà
partners-lead = Những nơi này không thuộc nhà trường.
partner-languages = Ngôn ngữ: { $languages }
# $host is the name of the website.
partner-web = Mở { $host }

# About the pages themselves.
page-about = Về các trang này
about-references = Đọc thêm ở đâu
# $what is what stands there, $host the name of the website.
about-reference = { $what } ({ $host })
about-keeps = Các trang này lưu giữ gì về gia đình
about-no-account = Gia đình không cần tài khoản hay ứng dụng nào. Các trang này không đặt cookie vào điện thoại.
about-no-counting = Không ai đếm số lần gia đình vào xem. Các trang không lấy gì từ trang web khác, nên không trang web nào khác biết gia đình đang đọc.
about-host = Máy tính gửi các trang này có thể ghi lại giờ và số kết nối của gia đình. Nhà trường chịu trách nhiệm giữ gìn danh sách đó. Nếu có điều muốn hỏi, mời gia đình gọi { $phone }.
about-not = Các trang này không phải là gì
about-not-iep = Đây không phải là IEP. IEP là bản kế hoạch mà gia đình và nhà trường cùng thỏa thuận.
about-not-notice = Đây không phải là thông báo trước bằng văn bản. Đó là lá thư nhà trường phải gửi trước khi thay đổi kế hoạch hoặc từ chối một thay đổi.
about-not-consent = Các trang này không xin sự đồng ý. Đọc một trang không có nghĩa là gia đình đã đồng ý điều gì.
about-papers = Muốn xin IEP và thư chính thức, mời gia đình gọi { $phone }.
about-source = Lời văn từ đâu
about-written = Những người làm việc với { $name } viết bằng { $language }.
about-translated = Phần gia đình đọc bằng { $language } là bản dịch. Nếu do máy dịch và chưa ai đọc lại, trang sẽ ghi rõ. Nếu phần nào chưa được dịch, trang cũng ghi rõ.
about-fixed = Các tiêu đề và những lời giống nhau cho mọi học sinh đi kèm với kinfolio, chương trình làm ra các trang này.
about-fixed-unreviewed = Các tiêu đề và những lời giống nhau cho mọi học sinh đi kèm với kinfolio, chương trình làm ra các trang này. Chưa có người bản ngữ nào đọc lại những lời đó.
