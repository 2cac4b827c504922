# The people who work with the student.

team-lead = Gia đình có thể gọi hoặc viết thư cho bất cứ ai ở đây.
team-first = Mời gia đình gọi số này trước
team-hours = Giờ tiện liên lạc: { $hours }
