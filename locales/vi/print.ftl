# Trang để in ra giấy.

page-print = Để in
print-how = Trang này làm để in ra giấy. Hãy chọn “In” trong trình đơn của điện thoại hoặc trình duyệt.
# Gợi ý được in đầy đủ ở tờ khác.
print-tip = Xem “{ $tip }” ở một tờ khác.
