# Trang để in ra giấy.

page-print = Để in
about-print = Mọi thứ trên giấy, mỗi trang một mục tiêu
print-how = Trang này làm để in ra giấy. Hãy chọn “In” trong trình đơn của điện thoại hoặc trình duyệt.
