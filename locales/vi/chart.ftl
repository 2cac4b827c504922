# Biểu đồ của một mục tiêu và cách xem.

guide = Cách xem biểu đồ này
guide-start = Ô vuông là mức lúc bắt đầu.
guide-dots = Mỗi chấm là một lần kiểm tra. Số in đậm là kết quả mới nhất.
guide-steps = Mỗi chấm là một lần kiểm tra. Đường kẻ đi ngang cho đến lần sau. Số in đậm là kết quả mới nhất.
guide-goal = Vòng tròn có chấm ở giữa là mục tiêu, vào ngày mong đạt được.
guide-aim = Đường gạch đứt là con đường mong đợi, từ lúc bắt đầu đến mục tiêu.
guide-level = Đường gạch đứt là mục tiêu.
guide-trend = Đường mảnh là tiến độ cho đến nay. Đường này dừng ở lần kiểm tra mới nhất, vì không ai biết trước điều sắp tới.
guide-change = Đường thẳng đứng đánh dấu ngày kế hoạch thay đổi.
guide-better = { $better ->
    [lower] Với mục tiêu này, càng thấp càng tốt.
   *[higher] Với mục tiêu này, càng cao càng tốt.
}
guide-time = Thời gian đi từ trái sang phải. Lần kiểm tra mới nhất ở bên phải.
