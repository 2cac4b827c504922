# Services and supports.

model-push-in = Hỗ trợ ngay trong lớp
model-pull-out = Giờ học nhóm nhỏ
model-blended = Trong lớp và trong nhóm nhỏ
model-consult = Góp ý cho giáo viên

service-reading = Luyện đọc
service-speech-language = Ngôn ngữ và lời nói
service-occupational = Khéo tay và việc hằng ngày
service-physical = Vận động
service-math = Toán
service-counselling = Giờ trò chuyện
service-classroom-support = Giúp con suốt ngày học
service-study-skills = Kỹ năng học tập

service-who = Ai giúp con
service-with = { $who }, cùng với { $with }
service-where = Ở đâu
service-when = Khi nào
service-often = Bao nhiêu lần
# A label before a date, so that the date can follow it: "Từ ngày 8 tháng 9, 2026".
service-since = Từ ngày
service-since-until = { $since } đến ngày { $until }
service-instead = Thay cho
service-goals = Mục tiêu
service-why = Vì sao chọn cách này
service-exit = Khi nào sẽ thay đổi
# $other is how many children come besides this one.
service-group = { $place }, { $other ->
    [0] chỉ riêng con
   *[other] cùng { $other } bạn khác
}
service-during = { $place }, trong { $lesson }
often-day = { $times } lần một ngày
often-week = { $times } lần một tuần
often-month = { $times } lần một tháng
often-minutes = { $often }, mỗi lần { $minutes } phút
days-time = { $days }, từ { $start } đến { $end }
service-line = { $who }: { $what }
# One line on a goal's page: who helps, and how often.
no-services = Chưa có hỗ trợ nào được ghi ở đây.

supports = Những điều khác giúp con
supports-universal = Cả lớp đều có
supports-accommodation = Cho { $name }: bài học giữ nguyên
supports-scaffold = Cho { $name }: giúp nhiều lúc đầu, rồi bớt dần
supports-modification = Cho { $name }: bài được soạn riêng
support-where = { $text } ({ $place })
